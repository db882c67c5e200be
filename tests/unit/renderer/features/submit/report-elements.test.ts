import { expect, it } from 'vitest';
import {
  elementPatch,
  elementValue,
} from '../../../../../src/renderer/features/submit/elements/report-elements.ts';
import { emptyImprint } from '../../../../../src/shared/domain/imprint.ts';
import { report } from '../../report.ts';

it('an element of the imprint is read and changed without touching the others', () => {
  const given = report({
    title: '报告',
    imprint: { ...emptyImprint, signer: '张某某', printedOn: '2025-02-10' },
  });
  expect(elementValue(given, 'signer')).toBe('张某某');
  expect(elementValue(given, 'printedOn')).toBe('2025-02-10');
  expect(elementValue(given, 'title')).toBe('报告');
  expect(elementPatch(given, 'copyTo', '县委办')).toEqual({
    imprint: { ...given.imprint, copyTo: '县委办' },
  });
  expect(elementPatch(given, 'issuedOn', null)).toEqual({ issuedOn: null });
});
