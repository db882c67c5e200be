/**
 * The only part of the spreadsheet library that is used; a module of its own, so that it is loaded when first needed. The
 * streaming writer is a third of the size of the whole workbook model, and writes all that a sheet for an office needs.
 */
export { WorkbookWriter } from '@cj-tech-master/excelts';
