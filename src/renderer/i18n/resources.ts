/** All locale files, imported statically: nothing is loaded while the program runs. */
import enBind from '../../../resources/locales/en/bind.json';
import enCommon from '../../../resources/locales/en/common.json';
import enCompare from '../../../resources/locales/en/compare.json';
import enData from '../../../resources/locales/en/data.json';
import enErrors from '../../../resources/locales/en/errors.json';
import enHome from '../../../resources/locales/en/home.json';
import enImport from '../../../resources/locales/en/import.json';
import enStart from '../../../resources/locales/en/start.json';
import enSubmit from '../../../resources/locales/en/submit.json';
import enWrite from '../../../resources/locales/en/write.json';
import bind from '../../../resources/locales/zh-CN/bind.json';
import common from '../../../resources/locales/zh-CN/common.json';
import compare from '../../../resources/locales/zh-CN/compare.json';
import data from '../../../resources/locales/zh-CN/data.json';
import errors from '../../../resources/locales/zh-CN/errors.json';
import home from '../../../resources/locales/zh-CN/home.json';
import importing from '../../../resources/locales/zh-CN/import.json';
import start from '../../../resources/locales/zh-CN/start.json';
import submit from '../../../resources/locales/zh-CN/submit.json';
import write from '../../../resources/locales/zh-CN/write.json';

export const chinese = { bind, common, home, start, import: importing, write, data, submit, compare, errors };

export const english = {
  bind: enBind,
  common: enCommon,
  home: enHome,
  start: enStart,
  import: enImport,
  write: enWrite,
  data: enData,
  submit: enSubmit,
  compare: enCompare,
  errors: enErrors,
};
