import { describe, expect, it } from 'vitest';
import { printed } from '../figures/round.ts';
import { groupRates } from './group-rates.ts';
import { type GroupShown, groupShares } from './group-shares.ts';
import { planShares } from './plan-shares.ts';
import { publishGroups, type Shown } from './publish-groups.ts';

const shown = (count: number | string | null): Shown =>
  typeof count === 'number' ? { value: count, mark: null } : { value: null, mark: count };
const group = (
  name: string,
  events: number | string | null,
  among: number | string | null,
): GroupShown => ({ group: name, events: shown(events), among: shown(among) });
const whole = { isWhole: true, notKnown: shown(null), all: shown(null) };
const text = (value: Parameters<typeof printed>[0] | null, places = 1) =>
  value && printed(value, places);

describe('rates of groups beside a reference group', () => {
  const rates = (groups: readonly GroupShown[], per = 1000n) =>
    groupRates(groups, { reference: 'White', per, comparator: 'Residents', whole });

  it('a rate, how many times the reference’s it is, and what its interval says', () => {
    const [white, black, asian, mixed] = rates([
      group('White', 100, 10_000),
      group('Black', 60, 2_000),
      group('Asian', 11, 1_000),
      group('Mixed', 10, 4_000),
    ]);
    expect([white?.isReference, text(white?.rate ?? null), white?.relative, white?.words]).toEqual([
      true,
      '10.0',
      null,
      'Reference group',
    ]);
    expect([black?.isReference, text(black?.relative?.index ?? null, 2), black?.words]).toEqual([
      false,
      '3.00',
      'Clearly higher',
    ]);
    expect(asian?.words).toBe('No clear difference');
    expect([text(mixed?.relative?.index ?? null, 2), mixed?.words]).toEqual([
      '0.25',
      'Clearly lower',
    ]);
  });

  it('a population below a hundred has no rate; a hundred has one', () => {
    const [, few, enough] = rates([
      group('White', 100, 10_000),
      group('Black', 3, 99),
      group('Asian', 3, 100),
    ]);
    expect([few?.rate, few?.relative, few?.words]).toEqual([null, null, 'No rate: fewer than 100']);
    expect(text(enough?.rate ?? null)).toBe('30.0');
  });

  it('a part of the stage before is printed of few, and said to be of few below thirty', () => {
    const [, few, enough] = rates(
      [group('White', 50, 100), group('Black', 9, 29), group('Asian', 9, 30)],
      100n,
    );
    expect([text(few?.rate ?? null), few?.words]).toEqual([
      '31.0',
      'No clear difference. Small base: fewer than 30',
    ]);
    expect(enough?.words).toBe('No clear difference');
    expect(rates([group('White', 5, 120), group('Black', 9, 120)])[1]?.words).toBe(
      'No clear difference',
    );
  });

  it.each<[GroupShown, string]>([
    [group('Black', 'x', 2_000), 'Not given: a count is not printed'],
    [group('Black', 6, 'x'), 'Not given: a count is not printed'],
    [group('Black', null, 2_000), 'Not in the data'],
    [group('Black', 6, null), 'No rate: among how many is not in the data'],
    [group('Black', 200, 150), 'There cannot be 200 events among 150: no rate can be given'],
  ])('what is not there is said: %#', (row, words) => {
    const [, one] = rates([group('White', 100, 10_000), row]);
    expect([one?.relative, one?.words]).toEqual([null, words]);
  });

  it.each<[GroupShown | null, string]>([
    [group('White', 'x', 10_000), 'No index: the reference group, White, has no rate here'],
    [group('White', 3, 90), 'No index: the reference group, White, has no rate here'],
    [null, 'No index: the reference group, White, has no rate here'],
    [group('White', 0, 10_000), 'No index: nothing happened in the reference group'],
  ])('without a rate of the reference group there is no index: %#', (base, words) => {
    const found = rates([...(base ? [base] : []), group('Black', 60, 2_000)]).at(-1);
    expect(text(found?.rate ?? null)).toBe('30.0');
    expect(found?.words).toBe(words);
  });
});

describe('shares of groups', () => {
  const share = (groups: readonly GroupShown[], of: Partial<typeof whole>, at = 0) => {
    const one = groups[at] ?? group('none', null, null);
    const { ofEvents, ofComparator, points, why } = groupShares(
      groups,
      { ...whole, ...of },
      'Residents',
    )(one);
    return [text(ofEvents, 2), text(ofComparator, 2), text(points), why];
  };
  const two = [group('White', 30, 600), group('Black', 10, 400)];
  const missing = 'Not worked out: some groups are missing';
  const hidden = 'Not worked out: a count is not printed';

  it('a group’s part of what happened, of all children, and the gap between them', () => {
    expect(share(two, {})).toEqual(['0.75', '0.60', '15.0', missing]);
    expect(share(two, {}, 1)).toEqual(['0.25', '0.40', '-15.0', missing]);
  });

  it('among some of the groups nothing is a share', () => {
    expect(share(two, { isWhole: false })).toEqual([null, null, null, missing]);
    expect(share([group('White', 30, 600)], {})).toEqual([null, null, null, missing]);
  });

  it('a count that is not printed hides the sums that it is in', () => {
    const withHidden = [group('White', 30, 600), group('Black', 'x', 400)];
    expect(share(withHidden, {})).toEqual([null, '0.60', null, hidden]);
    expect(share([group('White', 30, 600), group('Black', 10, 'x')], {})).toEqual([
      '0.75',
      null,
      null,
      hidden,
    ]);
    expect(share(withHidden, { isWhole: false })).toEqual([null, null, null, missing]);
  });

  it('everybody less those not known stands in for the sum, unless those are not printed', () => {
    const withHidden = [group('White', 30, 600), group('Black', 'x', 400)];
    expect(share(withHidden, { all: shown(50), notKnown: shown(10) })[0]).toBe('0.75');
    expect(share(withHidden, { all: shown(40), notKnown: shown(null) })[0]).toBe('0.75');
    expect(share(withHidden, { all: shown(50), notKnown: shown('x') })[0]).toBeNull();
    expect(share(withHidden, { all: shown(null), notKnown: shown(10) })[0]).toBeNull();
  });

  it('where nothing happened to anybody there is no share', () => {
    expect(share([group('White', 0, 600), group('Black', 0, 400)], {})[0]).toBeNull();
  });
});

describe('shares that a plan prints', () => {
  const row = {
    area: 'Havering',
    group: 'Black',
    share: '40',
    of_whom: 'first-time entrants',
    comparator_share: '20',
    comparator: 'School census',
  };
  const residents = new Map([
    ['White', 700],
    ['Black', 250],
    ['Asian', 50],
  ]);
  const besides = (given: Partial<typeof row>, of = residents) =>
    planShares([{ ...row, ...given }], of).map((one) =>
      one.besides.map(({ name, points, times }) => [
        name.split(',')[0],
        text(points),
        text(times, 2),
      ]),
    );

  it('stand beside the plan’s own comparator and the residents of census day', () => {
    expect(besides({})).toEqual([
      [
        ['School census', '20.0', '2.67'],
        ['Residents aged 10 to 17', '15.0', '2.00'],
      ],
    ]);
  });

  it('all but White are everybody else', () => {
    expect(besides({ group: 'All but White' })[0]?.[1]).toEqual([
      'Residents aged 10 to 17',
      '10.0',
      '1.56',
    ]);
  });

  it('a group that the census does not count has the plan’s comparator alone', () => {
    expect(besides({ group: 'Roma' })[0]).toHaveLength(1);
    expect(besides({}, new Map([['Black', 0]]))[0]).toHaveLength(1);
  });

  it('what is no number is left out, and nothing is so many times as often as nobody', () => {
    expect(besides({ share: 'about half' })).toEqual([]);
    expect(besides({ comparator_share: '' })).toEqual([]);
    expect(besides({ share: '100' })[0]?.[0]).toEqual(['School census', '80.0', null]);
    expect(besides({ comparator_share: '0' })[0]?.[0]).toEqual(['School census', '40.0', null]);
  });
});

describe('counts of groups over years as one publication', () => {
  const years = ['2021-22', '2022-23', '2023-24', '2024-25'];
  const count = (
    by: 'ethnicity' | 'sex' | 'all',
    name: string,
    period: string,
    events: number | 'withheld' | null,
  ) => ({ by, group: name, period, events, among: null });
  const all = years.flatMap((year) => [
    count('ethnicity', 'White', year, 40),
    count('ethnicity', 'Black', year, 20),
    count('ethnicity', 'Not known', year, null),
  ]);
  const publish = (counts: typeof all, isWhole = true) => {
    const found = publishGroups(counts, isWhole);
    if (found.kind === 'refused') throw new Error(found.problems.join());
    return found;
  };

  it('years in threes from the newest, then each year, the newest first', () => {
    expect(publish(all).periods).toEqual([
      { name: '2022-23 to 2024-25', years: years.slice(1) },
      ...years.toReversed().map((year) => ({ name: year, years: [year] })),
    ]);
    expect(publish(all.filter(({ period }) => period > '2023')).periods).toHaveLength(2);
  });

  it('everybody is the sum of all groups, and three years the sum of three', () => {
    const published = publish(all);
    expect(published.shown('events', 'all', 'All', '2024-25').value).toBe(60);
    expect(published.shown('events', 'ethnicity', 'White', '2022-23 to 2024-25').value).toBe(120);
    expect(published.shown('events', 'all', 'All', '2022-23 to 2024-25').value).toBe(180);
    expect(published.shown('among', 'all', 'All', '2024-25')).toEqual({ value: null, mark: null });
    expect(publish(all, false).shown('events', 'all', 'All', '2024-25').value).toBeNull();
  });

  it('there is no sum where a known group is missing or a count is withheld', () => {
    const missing = publish(
      all.map((row) => (row.group === 'Black' ? { ...row, events: null } : row)),
    );
    expect(missing.shown('events', 'all', 'All', '2024-25')).toEqual({ value: null, mark: null });
    const held = publish(
      all.map((row) =>
        row.group === 'Black' && row.period === '2024-25'
          ? { ...row, events: 'withheld' as const }
          : row,
      ),
    );
    expect(held.shown('events', 'ethnicity', 'Black', '2024-25')).toEqual({
      value: null,
      mark: 'x',
    });
    expect(held.shown('events', 'ethnicity', 'Black', '2022-23 to 2024-25').mark).toBeNull();
    expect(held.shown('events', 'ethnicity', 'Black', '2022-23 to 2024-25').value).toBeNull();
  });

  it('a small count is not printed, nor what would give it away', () => {
    const small = publish(
      all.map((row) =>
        row.group === 'Black' && row.period === '2024-25' ? { ...row, events: 3 } : row,
      ),
    );
    expect(small.shown('events', 'ethnicity', 'Black', '2024-25')).toEqual({
      value: null,
      mark: '<6',
    });
    const others = [
      small.shown('events', 'ethnicity', 'White', '2024-25'),
      small.shown('events', 'all', 'All', '2024-25'),
    ];
    expect(others.some(({ mark }) => mark === 'x')).toBe(true);
  });

  it('the groups by ethnicity and those by sex come to the same, or nothing is published', () => {
    const bySex = years.flatMap((year) => [
      count('sex', 'Boys', year, 50),
      count('sex', 'Girls', year, 10),
    ]);
    expect(publish([...all, ...bySex]).shown('events', 'sex', 'Boys', '2024-25').value).toBe(50);
    const odd = publishGroups([...all, ...bySex, count('sex', 'Other', '2024-25', 7)], true);
    expect(odd.kind).toBe('refused');
  });
});
