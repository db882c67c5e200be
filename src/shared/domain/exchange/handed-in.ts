/** Endings of what an office may hand in; those that are not read are told so by name. */
const spreadsheet = /\.(?:xlsx|xlsm|xls|xlsb|et|ett|csv|ods)$/i;

/** Whether a file of a folder is a sheet; «~$…» and «.~…» are what office programs leave beside an open one. */
export function isHandedIn(name: string): boolean {
  return spreadsheet.test(name) && !/^(?:~\$|\.)/.test(name);
}
