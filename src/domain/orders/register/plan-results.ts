import { offenceKey } from '../../referrals/split-offences.ts';
import { notInList, type RegisterResult } from './entry.ts';

/** What the record has of a child before a court. */
export type OnRecord = {
  readonly charges: readonly { readonly id: string; readonly wording: string }[];
  /** Orders that hearings may be about. */
  readonly orders: readonly { readonly id: string; readonly hearingId: string }[];
  readonly results: readonly KnownResult[];
};

export type KnownResult = {
  readonly id: string;
  readonly hearing_id: string;
  readonly charge_id: string | null;
  readonly code: string;
  readonly label: string;
  readonly words: string | null;
};

/** A result as its row holds it. */
export type ResultRow = {
  readonly charge_id: string | null;
  readonly order_id: string | null;
  readonly code: string;
  readonly words: string | null;
};

/** What of one offence stands otherwise on record: what the register does not say, and what it says instead. */
export type Differing = {
  readonly says: string;
  readonly gone: readonly string[];
  readonly said: readonly ResultRow[];
};

export type ResultsPlan = {
  readonly add: readonly ResultRow[];
  readonly differing: readonly Differing[];
};

type Line = { readonly row: ResultRow; readonly offence: string; readonly subject: string };

/**
 * Lays a register's results beside those of the hearing, offence by offence. What is there already is made no second time; what only
 * the register says is added; where both say what the other does not, a person decides which is right.
 */
export function planResults(
  results: readonly RegisterResult[],
  { charges, orders, results: known, hearingId }: OnRecord & { readonly hearingId: string | null },
): ResultsPlan {
  const there = known.filter(({ hearing_id }) => hearing_id === hearingId);
  const ofHearing = orders.filter((each) => each.hearingId === hearingId);
  const order = ofHearing.length === 1 ? (ofHearing[0]?.id ?? null) : null;
  const lines = results.map((result): Line => {
    const key = offenceKey(result.offence ?? '');
    const same = charges.filter(({ wording }) => key !== '' && offenceKey(wording) === key);
    const charge = same.length === 1 ? (same[0]?.id ?? null) : null;
    const words = charge ? result.words : [result.offence, result.words].filter(Boolean).join(': ');
    return {
      offence: result.offence ?? 'the hearing',
      subject: charge ?? key,
      row: {
        charge_id: charge,
        order_id: charge === null && result.code === 'OREV' ? order : null,
        code: result.code,
        words: words || null,
      },
    };
  });
  const add: ResultRow[] = [];
  const differing: Differing[] = [];
  for (const subject of new Set(lines.map((line) => line.subject))) {
    const mine = lines.filter((line) => line.subject === subject);
    const theirs = there.filter((each) => isAbout(each, subject));
    const anyOf = there.filter((each) => each.charge_id === null && each.words === null);
    const extra = mine.filter(
      ({ row }) => ![...theirs, ...anyOf].some((each) => isSame(each, row)),
    );
    const gone = theirs.filter((each) => !mine.some(({ row }) => isSame(each, row)));
    if (extra.length === 0) continue;
    const rows = extra.map(({ row }) => row);
    if (gone.length === 0) add.push(...rows);
    else
      differing.push({
        gone: gone.map(({ id }) => id),
        said: rows,
        says: `Of ${mine[0]?.offence} the record says ${gone.map(inWords).join('; ')}, and the register ${rows.map((row) => inWords({ ...row, label: row.code })).join('; ')}: decide which is right`,
      });
  }
  return { add, differing };
}

const isAbout = ({ charge_id, words }: KnownResult, subject: string): boolean =>
  charge_id === subject ||
  (charge_id === null &&
    subject !== '' &&
    words !== null &&
    offenceKey(words).startsWith(subject)) ||
  (charge_id === null && subject === '' && words !== null);

// A code alone, as it is noted in a corridor, is the same as the code with all its words.
const isSame = (known: Omit<KnownResult, 'hearing_id'>, row: ResultRow): boolean =>
  known.code === row.code &&
  (offenceKey(known.words ?? '') === offenceKey(row.words ?? '') ||
    (row.code !== notInList && (known.words === null || row.words === null)));

const inWords = ({ code, label, words }: Pick<KnownResult, 'code' | 'label' | 'words'>): string =>
  code === notInList ? `“${words}”` : `${label}${words ? ` (${words})` : ''}`;
