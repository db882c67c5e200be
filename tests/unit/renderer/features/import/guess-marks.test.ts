import { describe, expect, it } from 'vitest';
import { generalWarnings, marksOf } from '../../../../../src/renderer/features/import/guess-marks.ts';
import { setKind } from '../../../../../src/shared/domain/edit-parsed.ts';
import { reportOf } from './reports.ts';

describe('marks at their place', () => {
  it('marks a heading that runs into its text, until the text is none', () => {
    const parsed = setKind(reportOf(['（一）健全网络。全年平稳。']), 0, 'heading', 1);
    expect(marksOf(parsed, 0)).toEqual(['runIn']);
    expect(marksOf(setKind(parsed, 1, 'table'), 0)).toEqual([]);
  });

  it('marks a skipped level, until it is put right', () => {
    const parsed = setKind(setKind(reportOf(['一、甲', '1.乙']), 0, 'heading'), 1, 'heading');
    expect(marksOf(parsed, 1)).toEqual(['levelSkipped']);
    expect(marksOf(setKind(parsed, 1, 'heading', 2), 1)).toEqual([]);
  });

  it('marks headings that may be sentences, and characters that could not be read', () => {
    expect(marksOf(setKind(reportOf([`一、${'很'.repeat(41)}`]), 0, 'heading'), 0)).toEqual(['longHeading']);
    expect(marksOf(reportOf(['甲\ufffd']), 0)).toEqual(['undecodable']);
    expect(marksOf(reportOf(['甲']), 0)).toEqual([]);
    expect(marksOf(reportOf(['甲']), 7)).toEqual([]);
  });
});

describe('warnings about the whole', () => {
  it('leaves out what has its own place or is put right, and says each once', () => {
    const codes = [
      'headingsMissing',
      'levelSkipped',
      'titleMissing',
      'tableFlattened',
      'tableFlattened',
    ] as const;
    const parsed = { ...reportOf(['一、甲']), warnings: codes.map((code) => ({ code, message: '' })) };
    expect(generalWarnings(parsed)).toEqual(['headingsMissing', 'tableFlattened']);
    expect(generalWarnings(setKind(parsed, 0, 'heading'))).toEqual(['tableFlattened']);
  });

  it('says that headings are missing once the last one is none any more', () => {
    expect(generalWarnings(reportOf(['甲']))).toEqual(['headingsMissing']);
  });
});
