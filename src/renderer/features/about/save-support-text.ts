import { done, type Outcome } from '../../../shared/errors.ts';
import { call } from '../../api/client.ts';
import { saveTextInBrowser } from '../../api/files.ts';

/** Saves the text where the person says; its name, or null where they cancelled. */
export async function saveSupportText(
  name: string,
  text: string,
  nativeDialogs: boolean,
): Promise<Outcome<string | null>> {
  if (!nativeDialogs) {
    saveTextInBrowser(name, text);
    return done(name);
  }
  const chosen = await call('host.chooseTarget', { suggestedName: name });
  if (!chosen.ok) return chosen;
  const { grant } = chosen.value;
  if (grant === null) return done(null);
  const written = await call('support.write', { target: grant, text });
  return written.ok ? done(written.value.name) : written;
}
