export const files = import.meta.glob<unknown>('../../../../resources/help/zh-CN/*.json', {
  eager: true,
  import: 'default',
});
