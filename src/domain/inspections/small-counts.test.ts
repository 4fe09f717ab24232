import { describe, expect, it } from 'vitest';
import havering from '../../../db/reference/inspections/havering-2022.json' with { type: 'json' };
import { shipped } from './frameworks.fixture.ts';
import { publishedInspectionFile } from './published.ts';
import { reportDocument } from './report-document.ts';
import { reportFigures } from './report-figures.ts';
import { readAs } from './shape.ts';
import { withoutSmallCounts } from './small-counts.ts';
import { reportOfPublished } from './worked-example.ts';

const read = readAs(publishedInspectionFile, havering);
if (read.kind === 'refused') throw new Error(JSON.stringify(read.problems));
// 18 court cases, 27 out of court; the prompts are ours.
const whole = reportOfPublished(read.value, shipped('2021'));
const prompt = (yes: number, of: number) => ({ what: `${yes} of ${of}`, yes, of });
const asked = [
  prompt(3, 4),
  prompt(0, 4),
  prompt(8, 16),
  prompt(7, 9),
  prompt(8, 9),
  prompt(9, 18),
];
const report = {
  ...whole,
  findings: new Map(
    [...whole.findings].map(([id, finding]) => [
      id,
      { ...finding, relevant: id === '2.1' ? asked : [] },
    ]),
  ),
  oversight: [prompt(12, 26)],
  samples: [
    { what: 'Victims’ cases in the sample', isOfPeople: true, count: 3, counts: [] },
    { what: 'Findings, by where they were seen', count: 3, counts: [] },
  ],
};
const board = (least: number | null) => withoutSmallCounts(report, () => least);
const shown = (least: number | null = 14) =>
  board(least)
    .findings.get('2.1')
    ?.relevant.map(({ yes, of }) => `${yes} of ${of}`);

describe('a report for readers who see no child’s record', () => {
  it('tells of no prompt that it applied to a few children, was met for a few or missed for a few, nor what would tell it', () => {
    expect(shown()).toEqual(['<6 of <6', '0 of <6', 'x of x', 'x of 9', 'x of 9', '9 of 18']);
    expect(board(14).oversight).toMatchObject([{ yes: 'x', of: 'x' }]);
  });

  it('counts few victims and any number of findings', () => {
    expect(board(14).samples.map(({ count }) => count)).toEqual(['<6', 3]);
  });

  it('prints what every rating is worked out from where enough cases were read, and why', () => {
    const text = JSON.stringify(reportDocument(board(14)));
    expect(text).toContain('83%');
    expect(text).toContain(
      'every rating is worked out from them and could not be followed without',
    );
    expect(text).not.toContain('Too few cases were read');
  });

  it('prints no figure of a standard with fewer cases than the smallest sample, in no table, bar, sentence or text, and still its rating', () => {
    const few = board(19);
    expect([...(few.tooFew ?? [])]).toEqual(['2.1', '2.2', '2.3', '2.4']);
    const { sections } = reportDocument(few);
    const court = sections.find(({ title }) => title === 'Court disposals');
    const own = JSON.stringify({ ...court, sections: court?.sections?.map(withoutNarrative) });
    expect(own).toContain('Rating: Requires improvement.');
    expect(own).toContain('Too few cases were read');
    expect(own).not.toMatch(/\d%/);
    expect(own).toContain('"x","x","x","Lowest"');
    const figures = new Map(reportFigures(few).map(({ reference, value }) => [reference, value]));
    for (const name of ['percent', 'yes', 'of']) expect(figures.get(`2.1.1.${name}`)).toBe('x');
    expect(figures.get('3.1.1.percent')).toBe('85%');
    expect(figures.get('2.1.rating')).toBe('Requires improvement');
  });
});

// What the inspectorate wrote of it is not ours to hide.
type Told = { readonly id: string; readonly blocks: readonly object[] };
const withoutNarrative = ({ id, blocks }: Told) => {
  const written = read.value.standards[id.replace('standard-', '').replace('-', '.')];
  const own = [...(written?.narrative ?? []), written?.statement ?? ''];
  return blocks.filter((block) => !('text' in block && own.includes(String(block.text))));
};
