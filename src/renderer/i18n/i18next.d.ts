import 'i18next';
import type { chinese } from './resources.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common';
    resources: typeof chinese;
  }
}
