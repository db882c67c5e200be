/** Files between the person and the program, by whatever means the door has. */
import { type GrantedFile, maximumFileBytes } from '../../shared/contract.ts';
import { done, failed, type Outcome } from '../../shared/errors.ts';
import { call } from './client.ts';

/** A file's bytes in base64; null when the browser cannot read it (moved, or a folder). */
function readBase64(file: Blob): Promise<string | null> {
  return new Promise((resolve) => {
    const reader = new FileReader();
    reader.onerror = () => resolve(null);
    reader.onload = () => {
      const text = typeof reader.result === 'string' ? reader.result : '';
      resolve(text.slice(text.indexOf(',') + 1));
    };
    reader.readAsDataURL(file);
  });
}

/** Hands a file from a file field or a drop to the program. Fails with file.tooLarge or file.unreadable. */
export async function receiveFile(file: File): Promise<Outcome<GrantedFile>> {
  if (file.size > maximumFileBytes) {
    return failed('file.tooLarge', { name: file.name, limit: maximumFileBytes / 1024 / 1024 });
  }
  const base64 = await readBase64(file);
  return base64 === null
    ? failed('file.unreadable', { name: file.name })
    : call('host.receiveFile', { name: file.name, base64 });
}

/** Lets the browser save a file that the program wrote. */
export async function downloadFile(grant: string): Promise<Outcome<null>> {
  return saveInBrowser(await call('host.fetchFile', { grant }));
}

/** Lets the browser save a file that is kept with a report. Fails with attachment.notFound. */
export async function downloadAttachment(id: string): Promise<Outcome<null>> {
  return saveInBrowser(await call('report.attachment', { id }));
}

function saveInBrowser(outcome: Outcome<{ name: string; base64: string }>): Outcome<null> {
  if (!outcome.ok) return outcome;
  const bytes = Uint8Array.from(atob(outcome.value.base64), (character) => character.charCodeAt(0));
  saveBlob(outcome.value.name, new Blob([bytes]));
  return done(null);
}

/** Lets the browser save words of the page itself, which needs no answer of the program. */
export function saveTextInBrowser(name: string, text: string): void {
  // With its mark, old programs of Windows read it as UTF-8.
  const lines = text.replaceAll(/\r?\n/g, '\r\n');
  saveBlob(
    name.replaceAll(/[\\/:*?"<>|]/g, ' '),
    new Blob([`\uFEFF${lines}`], { type: 'text/plain;charset=utf-8' }),
  );
}

function saveBlob(name: string, blob: Blob): void {
  const address = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser reads the address after the click has returned.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
