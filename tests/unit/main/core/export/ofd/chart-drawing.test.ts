import { expect, test } from 'vitest';
import { readChartDrawing } from '../../../../../../src/main/core/export/ofd/chart-drawing.ts';

const frame = { left: 100, top: 200, scale: 0.5 };
const drawn = (inner: string) => readChartDrawing(`<svg width="440" height="290">${inner}</svg>`, frame);

test('a relative path lands at its place, its colours with it', () => {
  const { paths } = drawn('<path d="M10 20l4 0l0 -6Z" fill="#2F5D8A" stroke="rgb(1,2,3)" stroke-width="2"/>');
  expect(paths).toEqual([
    {
      steps: [
        { kind: 'move', x: 105, y: 210 },
        { kind: 'line', x: 107, y: 210 },
        { kind: 'line', x: 107, y: 207 },
        { kind: 'close' },
      ],
      fill: '2F5D8A',
      stroke: { color: '010203', width: 1, dashes: [] },
    },
  ]);
});

test('a mark is enlarged and shifted, its arcs with it', () => {
  const { paths } = drawn('<path d="M1 0A1 1 0 1 1 1 -0.1" transform="matrix(4,0,0,4,10,20)" fill="#fff"/>');
  expect(paths[0]?.steps).toEqual([
    { kind: 'move', x: 107, y: 210 },
    { kind: 'arc', radius: 2, large: true, sweep: true, x: 107, y: 209.8 },
  ]);
  expect(paths[0]?.fill).toBe('FFFFFF');
});

test('a line is a line even where the library fills it', () => {
  const { paths } = drawn('<path d="M0 5L18 5" fill="#000" stroke="#C77B1E" stroke-dasharray="4,2"/>');
  expect(paths[0]).toMatchObject({ fill: null, stroke: { color: 'C77B1E', width: 0.5, dashes: [2, 1] } });
});

test('what is not painted is not there, nor what only cuts', () => {
  const { paths, words } = drawn(
    '<defs><clipPath id="a"><path d="M0 0L1 1" fill="#000"/></clipPath></defs><style>x</style>' +
      '<rect width="440" height="290" fill="none"/><g clip-path="url(#a)">' +
      '<path d="M0 0l9 0l0 9Z" fill="none"/><path d="M0 0l9 0l0 9Z" fill="rgb(0,0,0)" fill-opacity="0" stroke="#fff" stroke-width="0"/></g>',
  );
  expect({ paths, words }).toEqual({ paths: [], words: [] });
});

test('words keep their anchor and place', () => {
  const { words } = drawn(
    '<text dominant-baseline="central" text-anchor="middle" style="font-size:10px;font-weight:bold;" y="-5" transform="translate(40 60)" fill="#17725A">95.5</text>',
  );
  expect(words).toEqual([
    { text: '95.5', x: 120, y: 227.5, size: 5, anchor: 'middle', color: '17725A', bold: true },
  ]);
});

test.each([
  ['<image href="a.png"/>', 'image'],
  ['<path d="M0 0C1 1 2 2 3 3" fill="#000"/>', 'C'],
  ['<path d="M0 0L1" fill="#000"/>', 'L1'],
  ['<path d="M0 0A1 2 0 0 0 3 3" fill="#000"/>', 'circular'],
  ['<path d="M0 0L1 1" transform="rotate(45)" fill="#000"/>', 'rotate'],
  ['<path d="M0 0L1 1" fill="url(#g)"/>', 'url'],
  ['<rect width="9" height="9" fill="#eee"/>', 'ground'],
])('what cannot be drawn is refused, not dropped: %s', (inner, said) => {
  expect(() => drawn(inner)).toThrow(said);
});
