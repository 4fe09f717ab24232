import { nearDays } from '../people/near-days.ts';
import type { QuickLook } from '../people/quick-look.ts';
import { childKey, type Known, urnKey } from './known-people.ts';

/**
 * Everybody known so far, found by what could make two of them one: asking each of thousands about
 * each of thousands would take minutes. Each answer is in the order in which people became known.
 */
export type KnownIndex = {
  add(known: Known): void;
  /** All who may be the same child: nobody is left out who could be, some are in who are not. */
  near(look: QuickLook): readonly Known[];
  /** All who share the day of birth or the name. */
  kin(look: QuickLook): readonly Known[];
  /** Every appearance of one child. */
  ofChild(key: string): readonly Known[];
  withUrn(urn: string): readonly Known[];
};

/** Makes an index of the people given. */
export function indexKnown(people: readonly Known[]): KnownIndex {
  const places = new Map<Known, number>();
  const byKey = new Map<string, Known[]>();
  const put = (key: string, known: Known) => {
    const list = byKey.get(key);
    if (list) list.push(known);
    else byKey.set(key, [known]);
  };
  const get = (keys: readonly string[]): readonly Known[] => {
    const found = new Set(keys.flatMap((key) => byKey.get(key) ?? []));
    return [...found].sort((a, b) => (places.get(a) ?? 0) - (places.get(b) ?? 0));
  };
  const add = (known: Known) => {
    const { look, child, referrals } = known;
    places.set(known, places.size);
    put(`born ${look.born ?? 'unknown'}`, known);
    put(`name ${look.names}`, known);
    put(homeKey(look.address), known);
    put(`child ${childKey(child)}`, known);
    for (const number of look.numbers) put(`number ${number}`, known);
    for (const urn of new Set(referrals.map((each) => each.urn))) put(`urn ${urnKey(urn)}`, known);
  };
  for (const known of people) add(known);
  return {
    add,
    near: (look) => {
      const hasShortHome = look.address !== '' && look.address.length < HOME_LETTERS;
      if (look.born === null || hasShortHome) return [...places.keys()];
      return get([
        'born unknown',
        ...nearDays(look.born).map((day) => `born ${day}`),
        ...look.numbers.map((number) => `number ${number}`),
        ...(look.address === '' ? [] : [homeKey(look.address), homeKey('')]),
      ]);
    },
    kin: (look) => get([`born ${look.born ?? 'unknown'}`, `name ${look.names}`]),
    ofChild: (key) => get([`child ${key}`]),
    withUrn: (urn) => get([`urn ${urn}`]),
  };
}

const HOME_LETTERS = 4;

// Of two ways to write one home the shorter begins the longer, so both begin with the same letters.
function homeKey(address: string): string {
  return address.length < HOME_LETTERS
    ? 'home in few letters'
    : `home ${address.slice(0, HOME_LETTERS)}`;
}
