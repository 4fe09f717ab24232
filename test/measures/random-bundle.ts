import fc from 'fast-check';
import { addDays, type Day } from '../../src/domain/calendar/day.ts';
import {
  type BundleFile,
  bundleColumns,
  bundleFiles,
} from '../../src/domain/case-level/files.data.ts';
import type { BundleRow } from '../../src/domain/case-level/judge-file.ts';
import { type Bundle, outcomeKinds } from './second-bundle.ts';

type Cells = Record<string, fc.Arbitrary<string | null>>;
const QUARTER = { from: '2025-01-01', to: '2025-03-31' } as const;

const oneOf = (...values: readonly (string | null)[]) => fc.constantFrom(...values);
const yesNo = oneOf('yes', 'no', null);

/** Days at and about the edges of the quarter, and a year and a half before and after. */
const day = fc
  .tuple(
    oneOf(
      '2023-12-31',
      '2024-02-29',
      '2024-08-31',
      QUARTER.from,
      '2025-02-10',
      QUARTER.to,
      '2025-06-30',
      '2026-02-28',
    ),
    fc.integer({ min: -2, max: 2 }),
  )
  .map(([base, days]): Day => addDays(base as Day, days));
/** About twelve and eighteen months after days of the quarter. */
const later = fc
  .tuple(
    oneOf('2026-01-01', '2026-02-10', '2026-03-31', '2026-07-01', '2026-08-10', '2026-09-30'),
    fc.integer({ min: -1, max: 1 }),
  )
  .map(([base, days]): Day => addDays(base as Day, days));
const inQuarter = oneOf(QUARTER.from, '2025-02-10', '2025-03-30', QUARTER.to);
const mostly = <T>(likely: fc.Arbitrary<T>, seldom: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 4, arbitrary: likely }, { weight: 1, arbitrary: seldom });
const dayOrNone = fc.oneof(day, fc.constant(null));
const id = (kind: string, most: number) =>
  fc.integer({ min: 1, max: most }).map((number) => `${kind}${number}`);
const person = id('p', 3);
const suitability = mostly(oneOf('SUITABLE'), oneOf('UNSUITABLE', 'UNKNOWN'));

const cells: Partial<
  Record<BundleFile, { readonly most: number; readonly key?: string; readonly cells: Cells }>
> = {
  people: {
    most: 3,
    key: 'person',
    cells: {
      surname: oneOf('Ash'),
      forename: oneOf('Ann'),
      date_of_birth: mostly(
        oneOf('2009-05-01', '2008-02-29'),
        oneOf(
          '2006-12-31',
          '2007-01-01',
          '2007-03-31',
          '2007-04-01',
          '2014-12-31',
          '2015-01-01',
          '2015-02-11',
          null,
        ),
      ),
      sex: oneOf('male', 'female', null),
      ethnicity: oneOf('W1', 'B1', 'NS', null),
      deleted: mostly(oneOf('no', null), oneOf('yes')),
    },
  },
  residences: {
    most: 8,
    key: 'residence',
    cells: { person, type: oneOf('AT_HOME'), suitability, from: day, to: dayOrNone },
  },
  education: {
    most: 8,
    key: 'education',
    cells: { person, type: oneOf('COLLEGE'), suitability, from: day, to: dayOrNone },
  },
  send: {
    most: 8,
    cells: {
      person,
      need: mostly(oneOf('yes'), oneOf('no')),
      plan: yesNo,
      from: day,
      to: dayOrNone,
    },
  },
  care: {
    most: 6,
    cells: {
      person,
      status: oneOf('looked-after', 'child-in-need', 'early-help-referral'),
      from: day,
      to: dayOrNone,
    },
  },
  health: {
    most: 8,
    key: 'episode',
    cells: {
      person,
      kind: oneOf('mental-health', 'substance'),
      need_on: dayOrNone,
      offered_on: dayOrNone,
      offered: oneOf('GETTING_HELP', 'NO_INTERVENTION', null),
      already_from: mostly(oneOf(null), day),
      already_to: dayOrNone,
    },
  },
  offences: {
    most: 10,
    key: 'offence',
    cells: {
      person,
      offence_on: mostly(day, later),
      arrested_on: mostly(oneOf(null), day),
      first_hearing_on: mostly(oneOf(null), day),
      description: oneOf('An offence'),
      category: oneOf(
        'DRUGS',
        'ROBBERY',
        'VIOLENCE_AGAINST_THE_PERSON',
        'OTHER',
        'BREACH_OF_BAIL',
        null,
      ),
      seriousness: oneOf('4', '5', '8', null),
    },
  },
  outcomes: {
    most: 12,
    key: 'outcome',
    cells: {
      offence: id('o', 10),
      outcome_on: mostly(inQuarter, fc.oneof(day, later)),
      legal_outcome: oneOf(...Object.keys(outcomeKinds)),
      appeal: mostly(oneOf('none', null, 'ambiguous'), oneOf('changed', 'successful')),
      residence: mostly(oneOf('own', null), oneOf('other')),
    },
  },
  involvements: {
    most: 10,
    key: 'involvement',
    cells: {
      person,
      disposal: mostly(
        oneOf(
          'COMMUNITY_RESOLUTION',
          'YOUTH_CAUTION',
          'REFERRAL_ORDER',
          'DETENTION_AND_TRAINING_ORDER',
        ),
        oneOf('prevention', 'FINE'),
      ),
      from: day,
      to: mostly(inQuarter, dayOrNone),
      licence_from: mostly(oneOf(null), day),
      licence_to: mostly(oneOf(null), inQuarter),
      completed: yesNo,
      successful: yesNo,
      to_adult_services_on: mostly(oneOf(null), day),
    },
  },
  outcome_involvements: { most: 16, cells: { outcome: id('u', 12), involvement: id('i', 10) } },
  victims: {
    most: 10,
    key: 'victim',
    cells: {
      offence: id('o', 10),
      consent_to_contact: yesNo,
      contacted_on: dayOrNone,
      view_sought: yesNo,
      restorative_engaged: yesNo,
      progress_asked: yesNo,
      progress_given_on: dayOrNone,
      support_asked: yesNo,
      support_given_on: dayOrNone,
    },
  },
  board_attendance: {
    most: 8,
    cells: {
      meeting_on: mostly(inQuarter, day),
      sector: oneOf('social-care', 'education', 'police', 'health', 'other'),
      attended: yesNo,
      senior: yesNo,
      delegated: yesNo,
    },
  },
};
const KEYS: Readonly<Record<string, string>> = {
  person: 'p',
  residence: 'r',
  education: 'e',
  episode: 'h',
  offence: 'o',
  outcome: 'u',
  involvement: 'i',
  victim: 'v',
};

/** The rows of a file: those that others name are all there, so that nothing is named that does not exist. */
function rowsOf(file: BundleFile): fc.Arbitrary<readonly BundleRow[]> {
  const { most, key, cells: own } = cells[file] ?? { most: 0, cells: {} };
  const row = fc.record(own);
  const isNamed = ['people', 'offences', 'outcomes', 'involvements'].includes(file);
  return fc
    .array(row, {
      minLength: isNamed ? most : file === 'outcome_involvements' ? 8 : 0,
      maxLength: most,
    })
    .map((rows) =>
      rows.map(
        (values, index): BundleRow => ({
          ...Object.fromEntries(bundleColumns[file].map(({ name }) => [name, null])),
          ...values,
          ...(key ? { [key]: `${KEYS[key]}${index + 1}` } : {}),
        }),
      ),
    );
}

/** Bundles of a few children whose days, ages and outcomes lie at the edges of every rule. */
export const randomBundle: fc.Arbitrary<Bundle> = fc.record(
  Object.fromEntries(bundleFiles.map((file) => [file, rowsOf(file)])) as Record<
    BundleFile,
    fc.Arbitrary<readonly BundleRow[]>
  >,
);
