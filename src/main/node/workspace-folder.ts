import { join, resolve } from 'node:path';

/** Where the workspace stands unless told otherwise: `XIANGBAO_DATA`, or the folder 乡报 in the person's home. */
export function defaultWorkspaceFolder(
  home: string,
  environment: Readonly<Record<string, string | undefined>>,
): string {
  const chosen = environment.XIANGBAO_DATA?.trim();
  return chosen ? resolve(chosen) : join(home, '乡报');
}
