import { describe, expect, test } from 'vitest';
import { shipped } from './frameworks.fixture.ts';
import { type CaseCount, rateInspection } from './rate-inspection.ts';

const framework = shipped('2025');
const [type] = framework.inspectionTypes;
const good: CaseCount = { yes: 10, of: 14, notYet: 0 };
const counts = (changed: Readonly<Record<string, CaseCount>> = {}) =>
  new Map(
    Object.entries({
      '2.1.1': good,
      '2.1.2': good,
      '2.2.1': good,
      '2.2.2': good,
      '2.3.1': good,
      '2.3.2': good,
      ...changed,
    }),
  );
const rate = (
  read: ReadonlyMap<string, CaseCount>,
  recorded: Readonly<Record<string, string | null>> = {},
  isDecided = true,
) =>
  rateInspection(
    framework,
    type,
    read,
    new Map(
      Object.entries(recorded).map(([id, rating]) => [
        id,
        { rating, reason: 'The panel says why', isDecided },
      ]),
    ),
  );
const lineOf = (result: ReturnType<typeof rate>, id: string) =>
  result.lines.find(({ standard }) => standard.id === id);

describe('an inspection as it is being made', () => {
  test('a standard takes its lowest question, and the overall rating waits for what is judged', () => {
    const result = rate(counts({ '2.1.2': { yes: 8, of: 14, notYet: 0 } }));
    expect(lineOf(result, '2.1')?.lowest).toMatchObject({ id: '2.1.2', percentage: 57 });
    expect(lineOf(result, '2.1')?.rating?.name).toBe('Requires improvement');
    expect(lineOf(result, '2.2')?.rating?.name).toBe('Good');
    expect(result.overall).toMatchObject({ points: 5, max: 12, missing: ['V1'], rating: null });
  });

  test('it is rated once what is judged is there', () => {
    const result = rate(counts(), { V1: 'Outstanding' });
    expect(result.overall).toMatchObject({ points: 9, rating: { name: 'Good' } });
    expect(result.overall.provisional).not.toBeNull();
  });

  test('what is judged is judged with its victims’ cases beside it, and not while they are too few', () => {
    const victims = { 'V1.1': { yes: 7, of: 9, notYet: 1 } };
    const fit = lineOf(rate(counts(victims), { V1: 'Outstanding' }), 'V1');
    expect(fit).toMatchObject({
      questions: [{ id: 'V1.1', percentage: 78 }],
      follows: null,
      indicated: { name: 'Good' },
      rating: { name: 'Outstanding' },
      notYet: 1,
    });
    const few = rateInspection(
      framework,
      type,
      counts(victims),
      new Map([['V1', { rating: 'Good', reason: 'Seen', isDecided: true }]]),
      ({ cases }) => (cases === 'victims' ? 'only 3 are drawn' : null),
    );
    expect(lineOf(few, 'V1')).toMatchObject({
      rating: null,
      indicated: null,
      unfit: 'only 3 are drawn',
      refused: 'It was judged Good, and its cases rate nothing: only 3 are drawn',
    });
    expect(lineOf(few, '2.1')?.rating?.name).toBe('Good');
  });

  test('what its cases would make of a standard is not said while they are too few', () => {
    const few = rateInspection(framework, type, counts(), new Map(), () => 'only 3 are drawn');
    expect(lineOf(few, '2.1')).toMatchObject({ follows: null, rating: null, consider: [] });
  });

  test('a single case is too few too, and no case is none', () => {
    const fewOf = (read: ReadonlyMap<string, CaseCount>) =>
      lineOf(
        rateInspection(framework, type, read, new Map(), () => 'too few'),
        '2.1',
      )?.unfit;
    expect(fewOf(new Map([['2.1.1', { yes: 1, of: 1, notYet: 0 }]]))).toBe('too few');
    expect(fewOf(new Map())).toBeNull();
  });

  test('a move that one person proposes does not count until the panel has decided', () => {
    const proposed = rate(counts(), { '2.2': 'Outstanding', V1: 'Good' }, false);
    expect(lineOf(proposed, '2.2')).toMatchObject({
      rating: { name: 'Good' },
      isMoved: false,
      proposed: { name: 'Outstanding' },
    });
    const decided = rate(counts(), { '2.2': 'Outstanding', V1: 'Good' });
    expect(decided.overall.points).toBe(proposed.overall.points + 1);
    expect(lineOf(decided, '2.2')).toMatchObject({ isMoved: true, proposed: null });
  });

  test('a panel moves a rating by one band and no further', () => {
    const moved = lineOf(rate(counts(), { '2.2': 'Outstanding' }), '2.2');
    expect(moved).toMatchObject({ rating: { name: 'Outstanding' }, isMoved: true, refused: null });
    const refused = lineOf(rate(counts(), { '2.2': 'Inadequate' }), '2.2');
    expect(refused).toMatchObject({ rating: { name: 'Good' }, isMoved: false });
    expect(refused?.refused).toContain('by one band');
  });

  test('a decision to move no longer stands when the cases come to say the same, or nothing', () => {
    const same = lineOf(rate(counts(), { '2.2': 'Good' }), '2.2');
    expect(same).toMatchObject({ rating: { name: 'Good' }, isMoved: false, refused: null });
    const nothing = lineOf(rate(new Map(), { '2.2': 'Good' }), '2.2');
    expect(nothing).toMatchObject({ rating: null, lowest: null });
    expect(nothing?.refused).toContain('nothing follows');
  });

  test('cases that nobody has judged yet are told, and are not a no', () => {
    const unread: CaseCount = { yes: 0, of: 0, notYet: 14 };
    const result = rate(counts({ '2.3.2': unread }));
    expect(lineOf(result, '2.3')).toMatchObject({ notYet: 14, rating: null });
    expect(lineOf(result, '2.3')?.lowest?.id).toBe('2.3.1');
  });

  test('a panel is told why it may look again', () => {
    const near = rate(counts({ '2.1.1': { yes: 9, of: 14, notYet: 0 } }));
    expect(lineOf(near, '2.1')?.consider).toContain('64% is within 5 points of 65%');
    expect(lineOf(near, 'V1')?.consider).toEqual([]);
  });
});
