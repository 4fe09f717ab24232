import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../calendar/day.ts';
import { mayBeKin, mayBeOne, quickLook } from '../people/quick-look.ts';
import { findHeader } from './find-header.ts';
import { indexKnown } from './known-index.ts';
import { childOfRow, knownFromRow } from './known-people.ts';
import { listOf, outcomeWordings, today } from './list.fixture.ts';
import { readRow } from './read-row.ts';

const row = fc.record({
  surname: fc.constantFrom('Ashdown', 'Birkett', 'Calloway', ''),
  forename: fc.constantFrom('Tegan', 'Tegen', 'Ashdown', 'Odo'),
  dob: fc.oneof(
    fc.constant(''),
    fc.integer({ min: 0, max: 400 }).map((days) => addDays('2011-01-01', days)),
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
          expect(near.filter((other) => mayBeOne(look, other.look))).toEqual(
            people.filter((other) => mayBeOne(look, other.look)),
          );
          expect(index.kin(look)).toEqual(people.filter((other) => mayBeKin(look, other.look)));
        }
      }),
      { numRuns: 150 },
    );
  });
});
