import { describe, expect, it } from 'vitest';
import { readFrameworks } from '../../platform/files/read-frameworks.ts';
import { judgeResultFile } from './judge-result-file.ts';
import { coverageWords } from './result-coverage.ts';

const HEADER =
  'service,published,framework,overall_rating,overall_score,overall_max,source,2.1,4.1';
const judge = (lines: readonly string[], header = HEADER, held: readonly string[] = []) => {
  const rows = (texts: readonly string[]) =>
    [header, ...texts].map((text, at) => ({ line: at + 1, cells: text.split(',') }));
  const known = held.length > 0 ? judgeResultFile(readFrameworks(), rows(held), []) : null;
  const before = known?.kind === 'judged' ? known.fresh.map(({ result }) => result) : [];
  return judgeResultFile(readFrameworks(), rows(lines), before);
};
const good = 'Eastmarsh,2026-05-12,2021,Good,20,36,Invented report,Good,Outstanding';

describe('a file of published inspection results', () => {
  it('is read by its columns, with the rating of each standard', () => {
    const found = judge([good]);
    expect(found).toMatchObject({ kind: 'judged', held: 0 });
    if (found.kind !== 'judged') return;
    expect(found.fresh[0]).toMatchObject({
      line: 2,
      contradictions: [],
      result: {
        service: 'Eastmarsh',
        overallScore: 20,
        standards: { '2.1': { rating: 'Good' }, '4.1': { rating: 'Outstanding' } },
      },
    });
  });

  it('what is published and does not follow is taken, and said', () => {
    const found = judge([good.replace('Good,20', 'Outstanding,20')]);
    expect(found.kind === 'judged' && found.fresh[0]?.contradictions.length).toBe(1);
  });

  it('the same again adds nothing; the same service and day with something else is refused', () => {
    expect(judge([good], HEADER, [good])).toMatchObject({ kind: 'judged', held: 1, fresh: [] });
    expect(judge([good.replace('Good,20', 'Good,21')], HEADER, [good])).toMatchObject({
      problems: [
        expect.stringContaining('Line 2, column service: Eastmarsh, published 2026-05-12, is held'),
      ],
    });
  });

  it.each([
    ['column overall_rating: “Fine” is no rating', good.replace('Good,20', 'Fine,20')],
    ['column framework: there is no framework “1999”', good.replace('2021', '1999')],
    [
      'column published: “May 2026” is no year, month or day',
      good.replace('2026-05-12', 'May 2026'),
    ],
    ['column published: “2026-02-30” is no year', good.replace('2026-05-12', '2026-02-30')],
    ['column 2.1: “Poor” is no rating', good.replace('report,Good', 'report,Poor')],
    ['column 4.1: framework 2025 has no standard 4.1', good.replace('2021', '2025')],
    ['column overall_max: “x” is not a whole number', good.replace('20,36', '20,x')],
    ['column overall_score: “x” is not a whole number', good.replace('20,36', 'x,36')],
    ['column source: Say where it was published', good.replace('Invented report', '')],
    ['column service: Enter the service', good.replace('Eastmarsh', '')],
  ])('all or nothing, by line: %s', (problem, line) => {
    const found = judge([good.replace('Eastmarsh', 'Westmarsh'), line]);
    expect(found).toMatchObject({ kind: 'refused' });
    expect(found.kind === 'refused' && found.problems.join('\n')).toContain(`Line 3, ${problem}`);
  });

  it.each([
    ['the column source is missing: add it', HEADER.replace('source', 'sauce')],
    [
      'there is no column sauce: use service, published, framework, overall_rating, source, inspection_type, overall_score, overall_max, resettlement or a standard’s number',
      HEADER.replace('source', 'sauce'),
    ],
    ['the column 2.1 stands twice', HEADER.replace('4.1', '2.1')],
  ])('the first line: %s', (problem, header) => {
    const found = judge([good], header);
    expect(found.kind === 'refused' && found.problems.join('\n')).toContain(`Line 1: ${problem}`);
  });
});

it.each([
  ['single', []],
  ['', []],
  [
    'double',
    [expect.stringContaining('column inspection_type: “double” is no type of inspection: use ')],
  ],
])('a result says of what type its inspection was: “%s”', (type, problems) => {
  const found = judge([`${good},${type}`], `${HEADER},inspection_type`);
  expect(found.kind === 'refused' ? found.problems : []).toEqual(problems);
});

it.each(['20,', ',36', ','])(
  'a result need not say its score and the most there can be: “%s”',
  (score) => {
    expect(judge([good.replace('20,36', score)])).toMatchObject({ kind: 'judged' });
  },
);

it('a list says what it covers, and that it is not all', () => {
  const found = judge([good]);
  if (found.kind !== 'judged') return;
  const words = coverageWords(found.fresh.map(({ result }) => result));
  expect(words).toContain('1 results of 1 services, published from 2026 to 2026: neither every');
  expect(words).toContain('154 youth justice services of England and Wales');
});

it('a list of no results claims no years', () => {
  expect(coverageWords([])).toMatch(/^0 results of 0 services: neither/);
});
