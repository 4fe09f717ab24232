import { formatDay } from '../../calendar/day.ts';
import type { Candidate } from '../../referrals/judged-row.ts';
import type { KnownIndex } from '../../referrals/known-index.ts';
import { candidatesOf, likenesses, sayWho } from '../../referrals/known-people.ts';
import type { HearingState } from '../hearing.ts';
import type { EntryValues } from './entry.ts';
import { type OnRecord, planResults, type ResultsPlan } from './plan-results.ts';
import { courtKey } from './read-register.ts';

/** Whom an entry means: one child for sure, or who a person has to choose between. */
export type Meant = {
  readonly childId: string | null;
  readonly reason: string;
  readonly candidates: readonly Candidate[];
};

/** Looks for the child of an entry among those on record, by the same rules as the rows of a police list. */
export function whoIsMeant(values: EntryValues, known: KnownIndex): Meant {
  const found = likenesses({ values }, known);
  const candidates = candidatesOf(
    found.filter(({ comparison }) => comparison.verdict !== 'different'),
  );
  const sure = candidates.filter(({ verdict }) => verdict === 'same');
  const [match] = sure;
  if (match?.child.kind === 'record' && sure.length === 1)
    return {
      childId: match.child.id,
      reason: `Same child as ${sayWho(match.child)}: ${match.reasons.join('; ')}`,
      candidates,
    };
  return { childId: null, reason: doubt(sure, candidates), candidates };
}

const named = (of: readonly Candidate[]) => of.map(({ child }) => sayWho(child)).join(' and ');

function doubt(sure: readonly Candidate[], candidates: readonly Candidate[]): string {
  if (sure.length > 1)
    return `Looks like both ${named(sure)}: decide which, or merge the two records`;
  if (candidates.length > 0)
    return `May be ${named(candidates)}: decide whether it is the same child`;
  return 'Nobody on record is this child: decide whether they are put on record, or are not ours';
}

/** A hearing of the child that is on record. */
export type KnownHearing = {
  readonly id: string;
  readonly court: string;
  readonly listed_on: string;
  readonly listed_at: string | null;
  readonly state: HearingState;
};

/** Which hearing an entry is about. */
export type HearingMeant =
  | { readonly kind: 'new' }
  | { readonly kind: 'there'; readonly id: string; readonly isRecorded: boolean }
  | { readonly kind: 'unclear'; readonly reason: string };

/** The hearing of that day and court; what is on record otherwise is never put right by a register alone. */
export function whichHearing(
  { court, heardOn, heardAt }: Pick<EntryValues, 'court' | 'heardOn' | 'heardAt'>,
  hearings: readonly KnownHearing[],
): HearingMeant {
  const ofDay = hearings.filter(({ listed_on }) => listed_on === heardOn);
  if (ofDay.length === 0) return { kind: 'new' };
  const here = ofDay.filter((each) => isSameCourt(each.court, court ?? ''));
  const [only, ...more] = here.length > 1 && heardAt ? atTime(here, heardAt) : here;
  if (!only)
    return unclear(
      `On record the child is before ${ofDay.map((each) => each.court).join(' and ')} that day, and not before ${court}: decide whether it is that hearing`,
    );
  if (more.length > 0)
    return unclear(
      `Several hearings of ${formatDay(only.listed_on)} are on record: decide which it is`,
    );
  if (only.state === 'vacated')
    return unclear(
      'On record this hearing was taken out of the list: decide whether it took place',
    );
  return { kind: 'there', id: only.id, isRecorded: only.state !== 'expected' };
}

// A longer name may say more of the same place; a name that says no place is no court's, and a crown court no other's.
function isSameCourt(one: string, other: string): boolean {
  const [fewer = [], more = []] = [one, other]
    .map((name) => courtKey(name).split(' ').filter(Boolean))
    .sort((a, b) => a.length - b.length);
  return (
    fewer.some((word) => word !== 'crown') &&
    fewer.every((word) => more.includes(word)) &&
    fewer.includes('crown') === more.includes('crown')
  );
}

const unclear = (reason: string): HearingMeant => ({ kind: 'unclear', reason });

const atTime = (hearings: readonly KnownHearing[], time: string) => {
  const at = hearings.filter(({ listed_at }) => listed_at === time);
  return at.length > 0 ? at : hearings;
};

/** What an entry makes of a child's record as it stands; `asks` says what a person must decide before. */
export type EntryPlan = {
  readonly hearing: HearingMeant;
  readonly results: ResultsPlan;
  readonly asks: readonly string[];
  readonly says: readonly string[];
};

/** Lays an entry beside the child's hearings, charges and results. */
export function planEntry(
  values: EntryValues,
  onRecord: OnRecord & { readonly hearings: readonly KnownHearing[] },
): EntryPlan {
  const hearing = whichHearing(values, onRecord.hearings);
  const there = hearing.kind === 'there' ? hearing.id : null;
  const results = planResults(values.results, { ...onRecord, hearingId: there });
  const day = values.heardOn ? formatDay(values.heardOn) : '';
  const added = results.add.length;
  return {
    hearing,
    results,
    asks: [
      ...(hearing.kind === 'unclear' ? [hearing.reason] : []),
      ...results.differing.map(({ says }) => says),
      ...(goesOnOtherwise(values, hearing, onRecord.hearings)
        ? [
            `The register tells of a next hearing on ${formatDay(values.nextOn ?? '')}, which is not on record: if it is right, put the hearing of ${day} right first, then decide this entry`,
          ]
        : []),
    ],
    says: [
      ...(hearing.kind === 'new' ? [`A hearing of ${day} is made: none is on record`] : []),
      ...(hearing.kind === 'there' && !hearing.isRecorded
        ? [`The hearing of ${day} that is expected is recorded`]
        : []),
      ...(added > 0 ? [added === 1 ? '1 result is added' : `${added} results are added`] : []),
    ],
  };
}

// A hearing that is recorded already is put right by a person, on its own page.
const goesOnOtherwise = (
  { nextOn }: Pick<EntryValues, 'nextOn'>,
  hearing: HearingMeant,
  hearings: readonly KnownHearing[],
): boolean =>
  nextOn !== null &&
  hearing.kind === 'there' &&
  hearing.isRecorded &&
  !hearings.some(({ listed_on, state }) => listed_on === nextOn && state !== 'vacated');

/** Whether the record says all of it already. */
export const isDone = ({ hearing, results, asks }: EntryPlan): boolean =>
  hearing.kind === 'there' && hearing.isRecorded && results.add.length === 0 && asks.length === 0;

const GOES_ON = /\badjourn|\bremand|\bsent (?:to|for)\b|\bsending\b|\bcommitted (?:to|for)\b/i;

/** What became of the hearing, by its results: it goes on where there is a next day, or where a result leaves it open. */
export function becameOf(
  { nextOn, results }: Pick<EntryValues, 'nextOn' | 'results'>,
  kinds: ReadonlyMap<string, string>,
): { readonly state: 'held' | 'adjourned'; readonly without_day: boolean } {
  const isOpen = results.some(
    ({ code, words }) =>
      ['remand', 'sending'].includes(kinds.get(code) ?? '') || GOES_ON.test(words ?? ''),
  );
  return nextOn || isOpen
    ? { state: 'adjourned', without_day: nextOn === null }
    : { state: 'held', without_day: false };
}
