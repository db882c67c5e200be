import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { accountedText, bagOfCharacters, isInOrder, keptText } from '../accounting.ts';
import { answersToChangedBytes, answerTo, errorOf } from '../failures.ts';
import { headingLines, parseBytes, textsOf } from '../parse.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const page = (body: string, head = '') =>
  utf8(`<!DOCTYPE html><html><head>${head}</head><body>${body}</body></html>`);
const parse = (body: string, head = '') => parseBytes('a.html', page(body, head));
/** «青山镇» in GBK. */
const greenHill = [0xc7, 0xe0, 0xc9, 0xbd, 0xd5, 0xf2];
const ascii = (text: string) => [...Buffer.from(text, 'latin1')];

describe('text of a web page', () => {
  it('is what a reader sees; machinery is none of it', () => {
    const parsed = parse(
      '<script>var a = "<p>脚本</p>";</script><style>p{}</style><!-- 注释 --><noscript>请启用脚本</noscript><p>全年培训<b>5</b>场。</p><template><p>模板</p></template>',
      '<title>政府网</title><style>p{content:"样式"}</style>',
    );
    expect(textsOf(parsed, 'body')).toEqual(['全年培训5场。']);
    expect(parsed.dropped).toEqual([{ text: '政府网', reason: 'metadata' }]);
  });

  it('lists what is hidden, struck out, or belongs to controls', () => {
    const parsed = parse(
      '<nav><a>首页</a></nav><div style="color:red; display : none">隐藏一</div><p hidden>隐藏二</p><button>提交</button><p>培训<del>6</del><ins>5</ins>场。<select><option>甲</option></select><ruby>字<rt>zi</rt></ruby></p><svg><text>图中字</text></svg><img src="a.png">',
    );
    expect(textsOf(parsed, 'body')).toEqual(['培训5场。字']);
    expect(parsed.dropped).toEqual([
      { text: '首页', reason: 'navigation' },
      { text: '隐藏一', reason: 'markup' },
      { text: '隐藏二', reason: 'markup' },
      { text: '提交', reason: 'navigation' },
      { text: '6', reason: 'deletedRevision' },
      { text: '甲', reason: 'navigation' },
      { text: 'zi', reason: 'markup' },
      { text: '图中字', reason: 'picture' },
    ]);
    expect(parsed.warnings).toContainEqual({ code: 'pictureLeftOut', message: 'Pictures left out: 2.' });
  });

  it('parts lines at blocks and breaks, joins them where only the source breaks', () => {
    const parsed = parse(
      '<div>第一\n  行。<br>第二行。<p>&#12288;&#12288;第三行&lt;1&gt;&nbsp;&amp;。</div><ul><li>第四行。<li>the\nfifth.</ul><pre>第六行。\n第七行。</pre>',
    );
    expect(textsOf(parsed, 'body')).toEqual([
      '第一行。',
      '第二行。',
      '第三行<1>\u00a0&。',
      '第四行。',
      'the fifth.',
      '第六行。',
      '第七行。',
    ]);
  });

  it('has headings by their elements', () => {
    const parsed = parse(
      '<h1>柳林镇2023年法治建设报告</h1><h2>主要工作</h2><p>已开展。</p><h3>宣传</h3><p>已发放。</p>',
    );
    expect(headingLines(parsed).slice(-2)).toEqual(['1  主要工作', '2  宣传']);
  });
});

describe('tables of a web page', () => {
  it('repeat merged cells and hold each text once in paragraphs', () => {
    const parsed = parse(
      '<table><caption>表一</caption><thead><tr><th colspan=2>项目<th>数量</thead><tr><td rowspan="2">行政<br>行为<td>许可<td>3<tr><td>处罚<td><p>0</p></table>',
    );
    expect(parsed.tables).toEqual([
      {
        rows: [
          ['项目', '项目', '数量'],
          ['行政\n行为', '许可', '3'],
          ['行政\n行为', '处罚', '0'],
        ],
      },
    ]);
    expect(textsOf(parsed, 'table')).toEqual(['项目\t\t数量', '行政 行为\t许可\t3', '\t处罚\t0']);
  });

  it('that arrange the page are text', () => {
    const parsed = parse(
      `<table><tr><td>左栏</td><td><h2>一、情况</h2><table><tr><td>甲</td><td>乙</td></tr></table></td></tr></table>`,
    );
    expect(textsOf(parsed, 'table')).toEqual(['甲\t乙']);
    expect(textsOf(parsed, 'heading')).toEqual(['一、情况']);
    expect(parsed.warnings.map(({ code }) => code)).toContain('tableFlattened');
  });

  it('claim no more rows and columns than they have text for', () => {
    const claims = '<tr><td rowspan=65534 colspan=1000>甲<td rowspan=0>乙';
    const parsed = parse(`<table>${claims.repeat(20)}</table>`);
    expect(bagOfCharacters(accountedText(parsed))).toBe(bagOfCharacters('甲乙'.repeat(20)));
    const long = `<table><tr><td rowspan=999 colspan=63>${'字'.repeat(90_000)}<td>乙${'<tr><td>丙'.repeat(90)}</table>`;
    expect(errorOf('a.html', page(long))?.code).toBe('import.tooLarge');
  });
});

describe('encoding', () => {
  it.each([
    ['its mark', Buffer.from('\ufeff<html><p>青山镇', 'utf16le')],
    [
      'its declaration',
      [...ascii('<html><meta http-equiv="a" content="text/html; charset=gb2312"><p>'), ...greenHill],
    ],
    ['an XML declaration', [...ascii('<?xml version="1.0" encoding="GBK"?><html><p>'), ...greenHill]],
    ['the bytes, which are UTF-8 whatever is declared', utf8('<html><meta charset="gbk"><p>青山镇')],
    ['Big5 as declared', [...ascii('<html><meta charset=big5><p>'), 0xab, 0x43, 0xa4, 0x73, 0xc2, 0xed]],
  ])('is told by %s', (name, bytes) => {
    const parsed = parseBytes('a.html', Uint8Array.from(bytes));
    expect(keptText(parsed)).toBe(name.startsWith('Big5') ? '青山鎮' : '青山镇');
    expect(parsed.warnings.map(({ code }) => code)).not.toContain('encodingGuessed');
  });

  it('is guessed, and said to be, where nothing true is declared', () => {
    for (const charset of ['', '<meta charset=utf-8>', '<meta charset=nonsense>']) {
      const bytes = Uint8Array.from([...ascii(`<html>${charset}<p>`), ...greenHill]);
      const parsed = parseBytes('a.html', bytes);
      expect(keptText(parsed)).toBe('青山镇');
      expect(parsed.warnings.map(({ code }) => code)).toContain('encodingGuessed');
    }
  });
});

describe('pages nobody vouches for', () => {
  it.each([
    ['attributes without end', `<a ${Array.from({ length: 9000 }, (_, index) => `x${index}`).join(' ')}>`],
    ['elements within elements', '<div>'.repeat(5000)],
    ['elements without end', '<p>'.repeat(200_000)],
    [
      'marks that are opened again in every paragraph',
      Array.from({ length: 5000 }, (_, i) => `<b id=${i}></p>`).join(''),
    ],
    ['paragraphs without end', '<p>文'.repeat(6000)],
    ['more text than is taken', '文'.repeat(1_100_000)],
  ])('%s are refused', (_, body) => {
    expect(errorOf('a.html', page(body))?.code).toBe('import.tooLarge');
  });

  it('a picture written into the page is no flood of attributes', () => {
    const data = 'iVBOR/w0KGgo+AAAA'.repeat(20_000);
    const parsed = parse(`<p>文字。<img alt='a > b' src="data:image/png;base64,${data}"></p>`);
    expect(textsOf(parsed, 'body')).toEqual(['文字。']);
  });

  it('accounts for every character of any nesting, and never throws', () => {
    const word = fc.constantFrom('一、情况', '发放5份。', '（一）', '文 字', '12', '2021年3月5日', '来源：');
    const tag = fc.constantFrom(
      ...['<p>', '</p>', '<div>', '</div>', '<br>', '<table>', '</table>', '<tr>', '<td>', '<td colspan=3>'],
      ...[
        '<td rowspan=2>',
        '<b>',
        '</b>',
        '<i hidden>',
        '</i>',
        '<h2>',
        '</h2>',
        '<ul>',
        '<li>',
        '</ul>',
        '<a>',
      ],
      ...[
        '<del>',
        '</del>',
        '<nav>',
        '</nav>',
        '<pre>',
        '</pre>',
        '<form>',
        '<button>',
        '</button>',
        '<caption>',
      ],
      ...[
        '<svg>',
        '</svg>',
        '<ruby>',
        '<rt>',
        '</ruby>',
        '<center>',
        '<font size=2>',
        '</font>',
        '<th>',
        '</tr>',
      ],
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(word, tag), { maxLength: 40 }), (pieces) => {
        const body = `<p>开头。</p>${pieces.join('')}`;
        const text = body.replace(/<[^>]*>/g, '');
        const parsed = parseBytes('a.html', page(body));
        expect(bagOfCharacters(accountedText(parsed))).toBe(bagOfCharacters(text));
      }),
      { numRuns: 400 },
    );
  });

  it('keeps the order of paragraphs', () => {
    const words = fc.array(fc.constantFrom('一、情况', '发放5份。', '宣传，', '培训'), { maxLength: 20 });
    fc.assert(
      fc.property(words, (lines) => {
        const parsed = parse(`<p>开头。</p>${lines.map((line) => `<p>${line}</p>`).join('\n')}`);
        expect(isInOrder(keptText(parsed), `开头。${lines.join('')}`)).toBe(true);
      }),
    );
  });

  it('any bytes changed: refused or read', () => {
    const whole = page('<h1>报告</h1><table><tr><td>甲<td>乙</table><p title="a">全年培训5场。</p>');
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 8 }),
        (changes) => {
          const changed = whole.slice();
          for (const [at, value] of changes) changed[at] = value;
          expect(answersToChangedBytes).toContain(answerTo('a.html', changed));
        },
      ),
      { numRuns: 400 },
    );
  });
});
