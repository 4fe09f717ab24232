import type { BirthRelation } from './birth-relation.ts';
import type { NameRelation } from './name-relation.ts';
import type { PlaceRelation } from './place-relation.ts';

/** Whether two sets of facts are one person. Only `same` may be acted on without a person looking. */
export type MatchVerdict = 'same' | 'likely' | 'possible' | 'different';

/** One line of the matching table; a list left out means "whatever it is". */
export type MatchRule = {
  readonly id: string;
  readonly name?: readonly NameRelation[];
  readonly birth?: readonly BirthRelation[];
  readonly place?: readonly PlaceRelation[];
  readonly verdict: MatchVerdict;
  /** A sentence for the reader where the facts alone do not say what we make of them. */
  readonly because?: string;
};

const SURE: readonly NameRelation[] = ['same', 'swapped', 'known-variant'];
const NEARLY: readonly NameRelation[] = ['nickname', 'near'];
const OTHER_FORENAME: readonly NameRelation[] = ['surname-only'];

/**
 * Read from the top; the first line that fits decides. The order keeps the two mistakes apart that
 * hurt: making two children one (never without name, date of birth and home agreeing) and making
 * one child two (anything less than plainly different is shown to a person).
 */
export const MATCH_RULES = [
  {
    id: 'twin',
    name: OTHER_FORENAME,
    birth: ['same'],
    place: ['same-address'],
    verdict: 'different',
    because: 'Twin: same surname, address and date of birth but different forename',
  },
  {
    id: 'twin-nearby',
    name: OTHER_FORENAME,
    birth: ['same'],
    place: ['same-postcode'],
    verdict: 'different',
    because: 'Perhaps a twin: same surname, postcode and date of birth but different forename',
  },
  {
    id: 'all-agree',
    name: SURE,
    birth: ['same'],
    place: ['same-address', 'same-postcode'],
    verdict: 'same',
  },
  {
    id: 'near-name-same-birth',
    name: NEARLY,
    birth: ['same'],
    place: ['same-address', 'same-postcode'],
    verdict: 'likely',
    because: 'Could be one child under two forms of a name, or twins whose names are alike',
  },
  {
    id: 'moved',
    name: SURE,
    birth: ['same'],
    verdict: 'likely',
    because: 'Could be one child who has moved, or two children who share a name and a birthday',
  },
  { id: 'near-name-elsewhere', name: NEARLY, birth: ['same'], verdict: 'possible' },
  {
    id: 'birth-slip-at-home',
    name: SURE,
    birth: ['slip'],
    place: ['same-address'],
    verdict: 'likely',
    because: 'The date of birth may have been mistyped',
  },
  {
    id: 'birth-slip',
    name: SURE,
    birth: ['slip'],
    verdict: 'possible',
    because: 'The date of birth may have been mistyped',
  },
  {
    id: 'near-name-birth-slip-at-home',
    name: NEARLY,
    birth: ['slip'],
    place: ['same-address'],
    verdict: 'possible',
  },
  {
    id: 'same-name-at-home',
    name: SURE,
    birth: ['different'],
    place: ['same-address'],
    verdict: 'possible',
    because: 'The same name at one address: a wrong date of birth, or two of one family',
  },
  {
    id: 'namesake',
    name: SURE,
    birth: ['different'],
    verdict: 'different',
    because: 'Only the name is shared: thought to be another child',
  },
  {
    id: 'no-birth-date-at-home',
    name: SURE,
    birth: ['unknown'],
    place: ['same-address'],
    verdict: 'likely',
  },
  { id: 'no-birth-date', name: [...SURE, ...NEARLY], birth: ['unknown'], verdict: 'possible' },
  {
    id: 'surname-changed',
    name: ['forename-only'],
    birth: ['same'],
    place: ['same-address'],
    verdict: 'likely',
    because: 'The surname may have changed',
  },
  {
    id: 'surname-changed-nearby',
    name: ['forename-only'],
    birth: ['same'],
    place: ['same-postcode'],
    verdict: 'possible',
  },
  { id: 'name-incomplete', name: ['unknown'], birth: ['same'], verdict: 'possible' },
  {
    id: 'brother-or-sister',
    name: OTHER_FORENAME,
    birth: ['different', 'slip'],
    place: ['same-address'],
    verdict: 'different',
    because: 'Brother or sister: same surname and address, different forename and date of birth',
  },
  { id: 'nothing-shared', verdict: 'different' },
] as const satisfies readonly MatchRule[];

/** The rule that decided, so that a caller can tell a twin or a namesake from a stranger. */
export type MatchRuleId =
  | (typeof MATCH_RULES)[number]['id']
  | 'same-number'
  | 'same-number-other-name';

/** Where each verdict begins on the scale of 100, and what each agreeing fact adds within its band. */
export const SCORE = {
  starts: { same: 90, likely: 65, possible: 35, different: 0 },
  band: 24,
  topBand: 10,
  name: {
    same: 4,
    swapped: 3,
    'known-variant': 3,
    nickname: 2,
    near: 2,
    'surname-only': 1,
    'forename-only': 1,
    unknown: 0,
    different: 0,
  },
  birth: { same: 4, slip: 2, unknown: 1, different: 0 },
  place: { 'same-address': 2, 'same-postcode': 1, unknown: 0, different: 0 },
} as const;
