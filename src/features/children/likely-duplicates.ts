import type { Day } from '../../domain/calendar/day.ts';
import { comparePeople } from '../../domain/people/match.ts';
import { parseQuery } from '../../domain/people/parse-query.ts';
import type { PersonFacts } from '../../domain/people/person.ts';
import type { Sex } from '../../domain/people/sex.ts';
import type { Tx } from '../../platform/db/as-actor.ts';
import type { NewRecord } from './create.form.ts';
import { type FoundChild, findChildren } from './search.queries.ts';
import { factsOf } from './why-found.ts';

export type LikelyDuplicate = FoundChild & {
  readonly why: readonly string[];
  readonly verdict: 'same' | 'likely' | 'possible' | 'different';
};

// "Different" is said of twins and namesakes too: they are shown, so that nobody takes one for the other.
const worthShowing = ['twin', 'twin-nearby', 'namesake'];

/**
 * Records that may be of the same child, likeliest first. A record hidden from this person cannot be shown: its
 * duplicate is found by those who may see both.
 */
export async function likelyDuplicates(
  tx: Tx,
  input: NewRecord,
  today: Day,
): Promise<LikelyDuplicate[]> {
  const typed = [
    input.forename,
    input.surname,
    input.birth ?? '',
    input.postcode ?? '',
    input.phone ?? '',
  ].join(' ');
  const found = await findChildren(tx, parseQuery(typed, today), 40);
  const wanted = personOf(input);
  return found
    .map((child) => ({ child, likeness: comparePeople(wanted, factsOf(child)) }))
    .filter(
      ({ likeness }) => likeness.verdict !== 'different' || worthShowing.includes(likeness.rule),
    )
    .sort((a, b) => b.likeness.score - a.likeness.score)
    .slice(0, 10)
    .map(({ child, likeness }) => ({ ...child, why: likeness.reasons, verdict: likeness.verdict }));
}

const sexes: readonly string[] = ['female', 'male', 'another', 'unknown', 'not-asked'];
const isSex = (text: string): text is Sex => sexes.includes(text);

const personOf = (input: NewRecord): PersonFacts => ({
  forename: input.forename,
  surname: input.surname,
  ...(input.knownAs ? { alsoKnownAs: [input.knownAs] } : {}),
  dateOfBirth: input.birth,
  sex: isSex(input.sex) ? input.sex : 'not-asked',
  address: input.lines,
  postcode: input.postcode,
  phones: input.phone ? [input.phone] : [],
});
