import { expect, test } from 'vitest';
import { deltaX, textObject } from '../../../../../../src/main/core/export/ofd/text-object.ts';
import { xmlText } from '../../../../../../src/main/core/export/xml-text.ts';

test.each<[string, number[], string]>([
  ['one character leads nowhere', [16], ''],
  ['two characters', [15.75, 15.75], '5.556'],
  ['equal steps are told once', [15.75, 15.75, 15.75, 15.75, 15.75], 'g 4 5.556'],
  [
    'digits between Han characters',
    [15.75, 15.75, 15.75, 7.75, 7.75, 15.75, 15.75],
    'g 3 5.556 2.734 2.734 5.556',
  ],
])('steps in millimetres: %s', (_, advances, expected) => {
  expect(deltaX(advances)).toBe(expected);
});

test('text is placed by its baseline, escaped, and red where it is red', () => {
  const object = textObject(
    {
      text: 'A<甲',
      left: 72,
      baseline: 100,
      size: 16,
      advances: [8, 8, 16],
      color: 'FF0000',
      bold: false,
      turnedWidth: null,
    },
    7,
    9,
  );
  expect(xmlText(object)).toBe(
    '<ofd:TextObject ID="9" Boundary="25.4 29.633 11.289 7.338" Font="7" Size="5.644">' +
      '<ofd:FillColor Value="255 0 0"/><ofd:TextCode X="0" Y="5.644" DeltaX="2.822 2.822">A&lt;甲</ofd:TextCode></ofd:TextObject>',
  );
});
