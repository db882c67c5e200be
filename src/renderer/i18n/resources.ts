/** All locale files, imported statically: nothing is loaded while the program runs. */
import enAbout from '../../../resources/locales/en/about.json';
import enBackup from '../../../resources/locales/en/backup.json';
import enBind from '../../../resources/locales/en/bind.json';
import enCheck from '../../../resources/locales/en/check.json';
import enCommon from '../../../resources/locales/en/common.json';
import enCompare from '../../../resources/locales/en/compare.json';
import enData from '../../../resources/locales/en/data.json';
import enErrors from '../../../resources/locales/en/errors.json';
import enExchange from '../../../resources/locales/en/exchange.json';
import enFigure from '../../../resources/locales/en/figure.json';
import enFormat from '../../../resources/locales/en/format.json';
import enHelp from '../../../resources/locales/en/help.json';
import enHistory from '../../../resources/locales/en/history.json';
import enHome from '../../../resources/locales/en/home.json';
import enImport from '../../../resources/locales/en/import.json';
import enIndicator from '../../../resources/locales/en/indicator.json';
import enJournal from '../../../resources/locales/en/journal.json';
import enPreview from '../../../resources/locales/en/preview.json';
import enProfile from '../../../resources/locales/en/profile.json';
import enProtection from '../../../resources/locales/en/protection.json';
import enReturned from '../../../resources/locales/en/returned.json';
import enStart from '../../../resources/locales/en/start.json';
import enSubmission from '../../../resources/locales/en/submission.json';
import enSubmit from '../../../resources/locales/en/submit.json';
import enUpdate from '../../../resources/locales/en/update.json';
import enWrite from '../../../resources/locales/en/write.json';
import about from '../../../resources/locales/zh-CN/about.json';
import backup from '../../../resources/locales/zh-CN/backup.json';
import bind from '../../../resources/locales/zh-CN/bind.json';
import checking from '../../../resources/locales/zh-CN/check.json';
import common from '../../../resources/locales/zh-CN/common.json';
import compare from '../../../resources/locales/zh-CN/compare.json';
import data from '../../../resources/locales/zh-CN/data.json';
import errors from '../../../resources/locales/zh-CN/errors.json';
import exchange from '../../../resources/locales/zh-CN/exchange.json';
import figure from '../../../resources/locales/zh-CN/figure.json';
import format from '../../../resources/locales/zh-CN/format.json';
import help from '../../../resources/locales/zh-CN/help.json';
import history from '../../../resources/locales/zh-CN/history.json';
import home from '../../../resources/locales/zh-CN/home.json';
import importing from '../../../resources/locales/zh-CN/import.json';
import indicator from '../../../resources/locales/zh-CN/indicator.json';
import journal from '../../../resources/locales/zh-CN/journal.json';
import preview from '../../../resources/locales/zh-CN/preview.json';
import profile from '../../../resources/locales/zh-CN/profile.json';
import protection from '../../../resources/locales/zh-CN/protection.json';
import returned from '../../../resources/locales/zh-CN/returned.json';
import start from '../../../resources/locales/zh-CN/start.json';
import submission from '../../../resources/locales/zh-CN/submission.json';
import submit from '../../../resources/locales/zh-CN/submit.json';
import update from '../../../resources/locales/zh-CN/update.json';
import write from '../../../resources/locales/zh-CN/write.json';

export const chinese = {
  backup,
  bind,
  common,
  history,
  home,
  start,
  import: importing,
  write,
  format,
  figure,
  data,
  indicator,
  exchange,
  check: checking,
  submit,
  compare,
  preview,
  submission,
  profile,
  returned,
  about,
  help,
  journal,
  protection,
  update,
  errors,
};

export const english = {
  backup: enBackup,
  bind: enBind,
  common: enCommon,
  history: enHistory,
  home: enHome,
  start: enStart,
  import: enImport,
  write: enWrite,
  data: enData,
  submit: enSubmit,
  compare: enCompare,
  check: enCheck,
  exchange: enExchange,
  figure: enFigure,
  format: enFormat,
  indicator: enIndicator,
  preview: enPreview,
  submission: enSubmission,
  profile: enProfile,
  returned: enReturned,
  about: enAbout,
  help: enHelp,
  journal: enJournal,
  protection: enProtection,
  update: enUpdate,
  errors: enErrors,
};
