import { describe, expect, it } from 'vitest';
import { inOneGo } from '../text/steps.ts';
import { judgingRows, type KeptVerdict } from './judge-rows.ts';
import type { ExistingChild } from './judged-row.ts';
import { type Cells, listOf, outcomeWordings, today } from './list.fixture.ts';
import { readList } from './read-list.ts';

const others = { urn: '07ZZ/2/26', surname: 'Pellow', forename: 'Odo', dob: '01/02/2011' };
const far = { address: '9 Quay Close', postcode: '' };

const rowsOf = (...rows: readonly Partial<Cells>[]) => {
  const list = readList(listOf(...rows), { today, outcomeWordings });
  if (list.kind !== 'read') throw new Error(list.kind);
  return list.rows;
};

const tegan: ExistingChild = {
  id: 'tegan',
  surname: 'Ashdown-Obi',
  forename: 'Tegan',
  dateOfBirth: '2012-05-14',
  sex: 'female',
  address: '12 Lantern Street, Eastmarsh',
  postcode: 'EM4 2AB',
  referrals: [],
};

/** Judges a list, then again against the record as it has become, with a mark on each verdict that was kept. */
function again(
  rows: ReturnType<typeof rowsOf>,
  before: ExistingChild[],
  now: ExistingChild[],
  day = today,
) {
  const first = inOneGo(judgingRows(rows, before, { today }));
  const kept = new Map(first.map((each) => [each.judged.row, each]));
  const second = inOneGo(judgingRows(rows, now, { today: day }, kept));
  const fresh = inOneGo(judgingRows(rows, now, { today: day }));
  // Whatever is taken from before, the verdicts are those of a list judged whole.
  expect(second.map(({ judged }) => judged)).toEqual(fresh.map(({ judged }) => judged));
  const isKept = (each: KeptVerdict) => kept.get(each.judged.row) === each;
  return second.map((each) => `${each.judged.verdict}${isKept(each) ? ' kept' : ''}`);
}

describe('verdicts that were kept', () => {
  const rows = rowsOf({}, { ...others, ...far });

  it('are taken as they are while the record stands', () => {
    expect(again(rows, [tegan], [tegan])).toEqual(['match kept', 'create kept']);
  });

  it('are judged again where a child was made, changed or is no more, and only there', () => {
    expect(again(rows, [], [tegan])).toEqual(['match', 'create kept']);
    expect(again(rows, [tegan], [])).toEqual(['create', 'create kept']);
    expect(
      again(rows, [tegan], [{ ...tegan, postcode: null, address: '1 Ropewalk, Westmarsh' }]),
    ).toEqual(['hold', 'create kept']);
  });

  it('are judged again where an earlier row of the same child was', () => {
    const twice = rowsOf({}, { urn: '07ZZ/3/26' }, { ...others, ...far });
    expect(again(twice, [], [tegan])).toEqual(['match', 'match', 'create kept']);
  });

  it('are judged again on another day, for ages turn on it', () => {
    expect(again(rows, [tegan], [tegan], '2026-11-03')).toEqual(['match', 'create']);
  });
});
