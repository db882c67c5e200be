export const files = import.meta.glob<unknown>('../../../../resources/help/en/*.json', {
  eager: true,
  import: 'default',
});
