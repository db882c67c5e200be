/** The component library in the house's colours: one accent, 公文红, and quiet greys. */
import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from '@mantine/core';

const officialRed: MantineColorsTuple = [
  '#fdf5f4',
  '#fbecea',
  '#e9b3ae',
  '#dc8b84',
  '#cf665e',
  '#c24a42',
  '#b3312a',
  '#9d2922',
  '#85221c',
  '#6b1b16',
];

const teal: MantineColorsTuple = [
  '#f1f9f6',
  '#e7f4ef',
  '#b9dfd0',
  '#8cc9b2',
  '#5bb094',
  '#349577',
  '#17725a',
  '#12604b',
  '#115c47',
  '#0b4233',
];

const amber: MantineColorsTuple = [
  '#fff9ec',
  '#fff3dc',
  '#f5d08e',
  '#e8b75c',
  '#d79d33',
  '#bd7f14',
  '#8f5800',
  '#7c4c00',
  '#6b4200',
  '#523200',
];

/** The library's own greys and reds, in ours: secondary text must be readable on a poor screen. */
export const variables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-dimmed': 'var(--ink-2)',
    '--mantine-color-placeholder': 'var(--ink-3)',
    '--mantine-color-error': 'var(--red)',
  },
  dark: {},
});

export const theme = createTheme({
  colors: { official: officialRed, teal, amber },
  primaryColor: 'official',
  primaryShade: 6,
  fontFamily: 'var(--font-interface)',
  headings: { fontFamily: 'var(--font-interface)', fontWeight: '600' },
  defaultRadius: 'md',
  black: '#1f2329',
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    Button: { styles: { label: { fontWeight: 500 } } },
    Modal: { defaultProps: { transitionProps: { duration: 0 } } },
    Menu: { defaultProps: { transitionProps: { duration: 0 } } },
    Tooltip: { defaultProps: { openDelay: 400, transitionProps: { duration: 0 } } },
  },
});
