import { nearDays } from '../people/near-days.ts';
import { nearNames } from '../people/near-names.ts';
import type { QuickLook } from '../people/quick-look.ts';
import { childKey, type Known, urnKey } from './known-people.ts';

/**
 * Everybody known so far, found by what could make two of them one: asking each of thousands about
 * each of thousands would take minutes. Every key joins two things, such as a day of birth and a surname, so that few share
 * it however long the list. Each answer is in the order in which people became known.
 */
export type KnownIndex = {
  add(known: Known): void;
  /** All who may be the same child: nobody is left out who could be, some are in who are not. */
  near(look: QuickLook): readonly Known[];
  /** All who may be a twin or a namesake. */
  kin(look: QuickLook): readonly Known[];
  /** Every appearance of one child. */
  ofChild(key: string): readonly Known[];
  withUrn(urn: string): readonly Known[];
};

// Of hundreds of one name nobody reads more.
const MOST_NAMESAKES = 50;

/** Makes an index of the people given. */
export function indexKnown(people: readonly Known[]): KnownIndex {
  const surnames = nearNames();
  const places = new Map<Known, number>();
  const byKey = new Map<string, Known[]>();
  const put = (key: string, known: Known) => {
    const list = byKey.get(key);
    if (list) list.push(known);
    else byKey.set(key, [known]);
  };
  const get = (keys: readonly string[], more: readonly Known[] = []): readonly Known[] => {
    const found = new Set([...keys.flatMap((key) => byKey.get(key) ?? []), ...more]);
    return [...found].sort((a, b) => Number(places.get(a)) - Number(places.get(b)));
  };
  const add = (known: Known) => {
    const { look, child, referrals } = known;
    places.set(known, places.size);
    const surname = surnames.near(look.surname)[0];
    put(`born ${look.born}`, known);
    put(`${look.born} ${surname}`, known);
    if (look.isNamePartial) put(`${look.born} in part`, known);
    for (const forename of look.forenames) put(`${look.born} forename ${forename}`, known);
    put(`surname ${surname}`, known);
    if (look.address !== '') put(`${homeKey(look.address)} ${surname}`, known);
    put(`name ${look.names}`, known);
    for (const whole of look.wholes) put(`whole ${whole}`, known);
    put(`child ${childKey(child)}`, known);
    for (const number of look.numbers) put(`number ${number}`, known);
    for (const urn of new Set(referrals.map((each) => each.urn))) put(`urn ${urnKey(urn)}`, known);
  };
  for (const known of people) add(known);
  return {
    add,
    near: (look) => {
      if (places.size === 0) return [];
      const { born } = look;
      const near = surnames.near(look.surname);
      const days = (born === null ? [] : ['null', ...nearDays(born)]).filter((day) =>
        byKey.has(`born ${day}`),
      );
      return get([
        ...(born === null ? near.map((surname) => `surname ${surname}`) : []),
        ...days.flatMap((day) => near.map((surname) => `${day} ${surname}`)),
        ...(born === null ? [] : [look.isNamePartial ? `born ${born}` : `${born} in part`]),
        ...look.forenames.map((forename) => `${born} forename ${forename}`),
        ...(look.address === '' ? [] : near.map((name) => `${homeKey(look.address)} ${name}`)),
        ...look.wholes.map((whole) => `whole ${whole}`),
        ...look.numbers.map((number) => `number ${number}`),
      ]);
    },
    kin: (look) =>
      get(
        surnames.near(look.surname).map((surname) => `${look.born} ${surname}`),
        byKey.get(`name ${look.names}`)?.slice(0, MOST_NAMESAKES),
      ),
    ofChild: (key) => get([`child ${key}`]),
    withUrn: (urn) => get([`urn ${urn}`]),
  };
}

// Of two ways to write one home the shorter begins the longer, and names a door and a street; or both are the same.
const homeKey = (address: string): string => `home ${address.split(' ', 3).join(' ')}`;
