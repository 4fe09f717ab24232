import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../calendar/day.ts';
import { comparePeople } from '../people/match.ts';
import { mayBeKin, quickLook } from '../people/quick-look.ts';
import { findHeader } from './find-header.ts';
import { indexKnown } from './known-index.ts';
import { childOfRow, type Known, knownFromRecord, knownFromRow } from './known-people.ts';
import { listOf, outcomeWordings, today } from './list.fixture.ts';
import { readRow } from './read-row.ts';

const row = fc.record({
  surname: fc.constantFrom(
    'Ashdown',
    'Ashden',
    'Ashdown-Obi',
    'Calloway',
    'Callowey',
    'Kalloway',
    'Odo',
    '',
  ),
  forename: fc.constantFrom('Tegan', 'Tegen', 'Ashdown', 'Odo', 'Odo Tegan', ''),
  dob: fc.oneof(
    fc.constant(''),
    fc.integer({ min: 0, max: 60 }).map((days) => addDays('2011-01-01', days)),
  ),
  address: fc.constantFrom(
    '',
    '1',
    '12',
    '12 Lantern Street',
    '12 Lantern Street, Eastmarsh',
    '9 Quay',
  ),
  urn: fc.constantFrom('07ZZ/1/26', '07ZZ/2/26', '07ZZ/3/26'),
});

describe('finding those who may be one child without asking everybody', () => {
  it('leaves out nobody whom asking everybody would find, and keeps their order', () => {
    fc.assert(
      fc.property(fc.array(row, { minLength: 2, maxLength: 25 }), (rows) => {
        const list = listOf(...rows);
        const header = findHeader(list);
        if (header.kind !== 'found') throw new Error(header.reason);
        const people = list
          .slice(3)
          .map((each) => readRow(each, header.mapping, { today, outcomeWordings }))
          .map((read) => knownFromRow(read, childOfRow(read), 'settled'));
        const index = indexKnown(people);
        for (const { facts } of people) {
          const look = quickLook(facts);
          const near = index.near(look);
          const may = ({ facts: other }: Known) =>
            comparePeople(facts, other).verdict !== 'different';
          expect(near.filter(may)).toEqual(people.filter(may));
          const isKin = ({ facts: other, look: theirs }: Known) =>
            mayBeKin(look, theirs) &&
            ['twin', 'twin-nearby', 'namesake'].includes(comparePeople(facts, other).rule);
          expect(index.kin(look).filter(isKin)).toEqual(people.filter(isKin));
        }
      }),
      { numRuns: 200 },
    );
  });

  it('asks about few more people for each child when a list is eight times as long', () => {
    const asked = (count: number) => {
      const people = manyPeople(count);
      const index = indexKnown(people);
      const found = people.map(({ look }) => index.near(look).length);
      return found.reduce((sum, each) => sum + each, 0) / count;
    };
    expect(asked(4000)).toBeLessThan(asked(500) * 3);
  });
});

const parts =
  'Thistle Marsh Quarry Wick Lantern Bramble Fen Copse Hollow Drift Kestrel Moor Plume Otter Gorse'.split(
    ' ',
  );

/** As many invented children as asked for: 225 surnames, 15 forenames, six years of birthdays, 3,000 homes. */
function manyPeople(count: number): readonly Known[] {
  const draw = (at: number, most: number) => Math.imul(at + 1, 0x9e3779b1 + most * 2) >>> 8;
  const part = (number: number) => parts[number % parts.length] ?? '';
  return Array.from({ length: count }, (_, at) =>
    knownFromRecord({
      id: String(at),
      surname: `${part(draw(at, 1))}${part(draw(at, 2)).toLowerCase()}`,
      forename: `${part(draw(at, 3))}lin`,
      dateOfBirth: addDays('2009-01-01', draw(at, 4) % 2190),
      sex: 'unknown',
      address: `${draw(at, 5) % 200} ${part(draw(at, 6))} Street, Eastmarsh`,
      postcode: null,
      referrals: [],
    }),
  );
}
