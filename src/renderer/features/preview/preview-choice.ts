/** Which document the pages show, by report: 样式, and formal or draft. The latest reports' choices are remembered. */
import { type ExportMode, exportModes, type Look, looks } from '../../../shared/domain/look.ts';

export interface PreviewChoice {
  look: Look;
  mode: ExportMode;
}

/** What a report that nobody has chosen for is shown as: what goes out in the end. */
export const firstChoice: PreviewChoice = { look: 'formal', mode: 'formal' };

/** A cookie must stay short; an office works on a few reports a year. */
const remembered = 12;

type Entry = [reportKey: string, choice: PreviewChoice];

/** An id without the signs that separate entries and their parts. */
function keyOf(reportId: string): string {
  return encodeURIComponent(reportId).replaceAll('.', '%2E').replaceAll('~', '%7E');
}

function entries(kept: string | null): Entry[] {
  return (kept ?? '').split('~').flatMap((part): Entry[] => {
    const [key, lookWord, modeWord] = part.split('.');
    const look = looks.find((one) => one === lookWord);
    const mode = exportModes.find((one) => one === modeWord);
    return key && look && mode ? [[key, { look, mode }]] : [];
  });
}

/** `kept` is what `withChoice` made; whatever is not understood counts as nothing chosen. */
export function choiceFor(kept: string | null, reportId: string): PreviewChoice {
  return entries(kept).find(([key]) => key === keyOf(reportId))?.[1] ?? firstChoice;
}

/** The choices to keep from now on, as one plain word, the latest first. */
export function withChoice(kept: string | null, reportId: string, choice: PreviewChoice): string {
  const own = keyOf(reportId);
  const others = entries(kept).filter(([key]) => key !== own);
  return [[own, choice] satisfies Entry, ...others]
    .slice(0, remembered)
    .map(([key, { look, mode }]) => `${key}.${look}.${mode}`)
    .join('~');
}
