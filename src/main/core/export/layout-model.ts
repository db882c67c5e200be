/**
 * A report laid out for printing, in the order of its elements and without any file format: the .docx and the page
 * preview are both made from it. Sizes, fonts and positions belong to the format profile.
 */
import type { PlaceState } from '../../../shared/domain/model.ts';

/** Why a place with a number may not be printed in a formal document yet. */
export type Unresolved = Exclude<PlaceState, 'confirmed' | 'overridden'>;

/** Null where nothing is open: confirmed, or written over by a person and the number behind it unchanged since. */
export function unresolvedBy(state: PlaceState): Unresolved | null {
  return state === 'confirmed' || state === 'overridden' ? null : state;
}

export type LaidOutRun =
  | { kind: 'plain'; text: string }
  | {
      kind: 'number';
      text: string;
      bindingId: string;
      indicatorId: string;
      /** `null`: may be printed formally. */
      unresolved: Unresolved | null;
    };

export type HeadingLevel = 1 | 2 | 3 | 4;

export interface HeadingText {
  level: HeadingLevel;
  /** «一、», «（一）», «1.», «（1）»; it stands directly before `text`. */
  marker: string;
  text: string;
}

export type LaidOutElement =
  /** 发文字号. */
  | { kind: 'documentNumber'; text: string }
  /** 标题, already broken into lines. */
  | { kind: 'title'; lines: string[] }
  /** 主送机关, with its full-width colon. */
  | { kind: 'addressee'; text: string }
  | ({ kind: 'heading'; chapterId: string } & HeadingText)
  | {
      kind: 'body';
      chapterId: string;
      /** A heading that runs into this paragraph; its text is closed with 。 and `runs` follow at once. */
      lead: HeadingText | null;
      runs: LaidOutRun[];
      /** Taken over from an earlier year and not yet decided. */
      carried: boolean;
    }
  /** 发文机关署名. */
  | { kind: 'signature'; text: string }
  /** 成文日期, «2021年2月5日». */
  | { kind: 'date'; text: string };

export interface LaidOutReport {
  mode: 'formal' | 'draft';
  /** The title in one line and the signing organ, for the properties of the file. */
  title: string;
  organization: string;
  elements: LaidOutElement[];
}

/** An element's text as one string, lines of a title separated by a line feed: what the written file must hold. */
export function elementText(element: LaidOutElement): string {
  switch (element.kind) {
    case 'title':
      return element.lines.join('\n');
    case 'heading':
      return element.marker + element.text;
    case 'body': {
      const lead = element.lead === null ? '' : element.lead.marker + element.lead.text;
      return lead + element.runs.map((run) => run.text).join('');
    }
    default:
      return element.text;
  }
}

/** The texts of an element's bound numbers, in reading order. */
export function elementNumbers(element: LaidOutElement): string[] {
  if (element.kind !== 'body') return [];
  return element.runs.flatMap((run) => (run.kind === 'number' ? [run.text] : []));
}
