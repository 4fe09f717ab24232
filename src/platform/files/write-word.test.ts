import { describe, expect, it } from 'vitest';
import { unbalanced, unzip } from '../../../test/support/unzip.ts';
import type { WrittenDocument } from '../../domain/documents/written-document.ts';
import { writeWord } from './write-word.ts';

const document: WrittenDocument = {
  title: 'Tea & <biscuits>',
  opening: ['Made for a test'],
  sections: [
    {
      id: 'one',
      title: 'Ratings',
      blocks: [
        { kind: 'paragraph', text: 'The chair’s\u0001 “view”\ufffe & more' },
        {
          kind: 'table',
          caption: 'By standard',
          head: ['Standard', 'Points'],
          rows: [
            ['Staff', 2],
            ['=1+1', 3],
          ],
        },
      ],
      sections: [
        {
          id: 'two',
          title: 'Findings',
          blocks: [
            { kind: 'bullets', items: ['A strength'] },
            { kind: 'numbered', items: [{ number: 4, text: 'Do it' }] },
            { kind: 'link', text: 'Source', href: 'https://example.org/?a=1&b=2' },
            { kind: 'link', text: 'Progress', href: '/progress' },
          ],
        },
      ],
    },
  ],
};
const files = unzip(
  await writeWord(document, { author: 'Eastmarsh', site: 'https://foothold.example' }),
);
const body = files.get('word/document.xml') ?? '';
const words = [...body.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map(([, text]) => text);

describe('a Word file', () => {
  it('has every part that its relations and content types name, each well formed', () => {
    for (const [path, xml] of files)
      if (/\.(xml|rels)$/.test(path)) expect([path, unbalanced(xml)]).toEqual([path, null]);
    const types = files.get('[Content_Types].xml') ?? '';
    const parts = [...types.matchAll(/PartName="\/([^"]+)"/g)].map(([, part]) => part);
    expect(parts.length).toBeGreaterThan(3);
    expect(parts.filter((part) => !files.has(part ?? ''))).toEqual([]);
    const relations = files.get('word/_rels/document.xml.rels') ?? '';
    const targets = [...relations.matchAll(/<Relationship [^>]*>/g)]
      .map(([tag]) => tag)
      .filter((tag) => !tag.includes('TargetMode="External"'))
      .map((tag) => /Target="([^"]+)"/.exec(tag)?.[1] ?? '');
    expect(targets.filter((target) => !files.has(`word/${target}`))).toEqual([]);
    expect(relations).toContain('Target="https://foothold.example/progress"');
    for (const [, id] of body.matchAll(/r:id="([^"]+)"/g))
      expect(relations).toContain(`Id="${id}"`);
  });

  it('has a title, real headings, a repeated header row, page numbers and its language', () => {
    expect(files.get('docProps/core.xml')).toContain(
      '<dc:title>Tea &amp; &lt;biscuits&gt;</dc:title>',
    );
    expect(body.match(/<w:pStyle w:val="(Title|Heading1|Heading2)"\/>/g)).toHaveLength(3);
    expect(body.match(/<w:tblHeader\/>/g)).toHaveLength(1);
    const footer = [...files].find(([path]) => path.startsWith('word/footer'))?.[1] ?? '';
    expect(footer).toMatch(/PAGE[\s\S]*NUMPAGES/);
    expect(files.get('word/styles.xml')).toContain('en-GB');
  });

  it('breaks no word of a narrow column, keeps what leads on with what follows, and colours a rating that its words name', async () => {
    const ratings = ['Requires improvement', 'Good', 'Inadequate', 'Outstanding'];
    const block = {
      kind: 'table',
      caption: 'Ratings',
      head: ['Standard', 'Rating', 'Points', 'Drives the rating'],
      rows: ratings.map((rating) => [
        '2.1 A standard with a long name that wraps',
        rating,
        1,
        'No',
      ]),
      tones: { column: 1, of: ['fair', 'good', 'poor', null] },
    } as const;
    const list = { kind: 'paragraph', text: 'Strengths:' } as const;
    const section = { id: 's', title: 'Ratings', blocks: [list, block] };
    const one = { title: 'T', opening: [], sections: [section] };
    const made = unzip(await writeWord(one, { author: 'E', site: 'https://foothold.example' }));
    const xml = made.get('word/document.xml') ?? '';
    const widths = [...xml.matchAll(/<w:gridCol w:w="(\d+)"/g)].map(([, width]) => Number(width));
    // Twelve points of bold Arial are at most 140 twentieths of a point a letter.
    for (const [at, word] of ['standard', 'improvement', 'Points', 'rating'].entries())
      expect(widths[at], word).toBeGreaterThanOrEqual(word.length * 140);
    expect(widths.reduce((sum, width) => sum + width, 0)).toBeLessThanOrEqual(9026);
    expect([...xml.matchAll(/w:fill="([0-9A-F]{6})"/g)].map(([, fill]) => fill)).toHaveLength(3);
    expect(xml.match(/<w:cantSplit\/>/g)).toHaveLength(5);
    const rows = xml.split('<w:tr>').slice(1);
    expect(rows.map((row) => row.includes('<w:keepNext/>'))).toEqual([
      true,
      true,
      true,
      true,
      false,
    ]);
    expect(xml).toMatch(/<w:keepNext\/>(?:(?!<w:p>).)*Strengths:/);
    expect(made.get('word/styles.xml')).toMatch(/Heading1(?:(?!<w:style ).)*<w:keepNext\/>/);
  });

  it('gives a heading of wide letters its line, and stands a hidden count and the heading beneath and above the figures', async () => {
    const block = {
      kind: 'table',
      caption: 'Sample',
      head: ['What was read, at some length so that it takes the width of the page', 'Number'],
      rows: [
        ['Cases in the sample: all that were drawn for the standards of this inspection', 14],
        ['Cases in the sample: Youth caution', '<6'],
      ],
    } as const;
    const one = {
      title: 'T',
      opening: [],
      sections: [{ id: 's', title: 'Read', blocks: [block] }],
    };
    const made = unzip(await writeWord(one, { author: 'E', site: 'https://foothold.example' }));
    const xml = made.get('word/document.xml') ?? '';
    const widths = [...xml.matchAll(/<w:gridCol w:w="(\d+)"/g)].map(([, width]) => Number(width));
    // “Number” in bold Arial of twelve points is 907 twentieths of a point wide, and its cell keeps 200 clear.
    expect(widths[1]).toBeGreaterThanOrEqual(1107);
    const sides = xml
      .split('<w:tr>')
      .slice(1)
      .map((row) => row.match(/w:jc w:val="\w+"/g));
    expect(sides).toEqual(Array(3).fill(['w:jc w:val="left"', 'w:jc w:val="right"']));
  });

  it('holds the words as they are, in order', () => {
    expect(words).toEqual([
      'Tea &amp; &lt;biscuits&gt;',
      'Made for a test',
      'Ratings',
      'The chair’s “view” &amp; more',
      'By standard',
      'Standard',
      'Points',
      'Staff',
      '2',
      '=1+1',
      '3',
      'Findings',
      'A strength',
      '4.',
      'Do it',
      'Source',
      'Progress',
    ]);
  });
});

it('draws a bar as shaded cells that add up to the same width in every row, its words beside it, and none for nothing', async () => {
  const bar = (what: string, value: number | null) => ({
    what,
    value,
    says: `${value}`,
    tone: null,
  });
  const bars = [
    bar('None', 0),
    bar('Unknown', null),
    bar('One', 1),
    bar('Most', 99),
    bar('All', 100),
  ];
  const block = { kind: 'bars', caption: 'Cases judged yes', most: 100, bars } as const;
  const banner = 'Under embargo';
  const one = {
    title: 'T',
    banner,
    opening: [],
    sections: [{ id: 's', title: 'S', blocks: [block] }],
  };
  const made = unzip(await writeWord(one, { author: 'E', site: 'https://foothold.example' }));
  const xml = made.get('word/document.xml') ?? '';
  const rows = xml.split('<w:tr>').slice(1);
  const spans = rows.map((row) =>
    [...row.matchAll(/<w:gridSpan w:val="(\d+)"\/>/g)].map(([, span]) => Number(span)),
  );
  expect(spans).toEqual([[50], [50], [1, 49], [49, 1], [50]]);
  const filled = rows.map((row) => [...row.matchAll(/w:fill="0B3D47"/g)].length);
  expect(filled).toEqual([0, 0, 1, 1, 1]);
  expect(rows[3]).toMatch(/Most[\s\S]*99/);
  expect(xml).not.toContain('<w:drawing');
  expect(xml).toContain(banner);
  const heads = [...made].filter(([path]) => path.startsWith('word/header'));
  expect(heads.map(([, each]) => each).join()).toContain(banner);
});
