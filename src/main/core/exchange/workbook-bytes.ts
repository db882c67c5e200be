/** What all workbooks of the program have in common: who made them, how their cells look, and that they are bytes. */

type Library = typeof import('./spreadsheet-library.ts');
export type Workbook = InstanceType<Library['WorkbookWriter']>;
export type Worksheet = ReturnType<Workbook['addWorksheet']>;

const thin = { style: 'thin', color: { argb: 'FF999999' } } as const;

export const cellFont = { name: '宋体', size: 11 };
export const cellBorder = { top: thin, left: thin, bottom: thin, right: thin };
export const fillOf = (argb: string) => ({ type: 'pattern', pattern: 'solid', fgColor: { argb } }) as const;
export const headingFill = fillOf('FFEDEDED');
/** Inches: what margins are told in. */
export const centimetre = 1 / 2.54;

/** The bytes of a workbook that `fill` has written its sheets into. */
export async function workbookBytes(
  { organization, createdAt }: { organization: string; createdAt: Date },
  fill: (workbook: Workbook) => void | Promise<void>,
): Promise<Uint8Array> {
  const { WorkbookWriter } = await import('./spreadsheet-library.ts');
  const pieces: Uint8Array[] = [];
  const workbook = new WorkbookWriter({
    creator: organization,
    lastModifiedBy: organization,
    created: createdAt,
    modified: createdAt,
    useStyles: true,
    useSharedStrings: true,
    stream: new WritableStream<Uint8Array>({
      write: (piece) => {
        pieces.push(piece);
      },
    }),
  });
  await fill(workbook);
  await workbook.commit();
  return new Uint8Array(Buffer.concat(pieces));
}
