import type { Day } from '../calendar/day.ts';
import type { Steps } from '../text/steps.ts';
import { type Finding, finding, ofWeight } from './finding.ts';
import { factFindings } from './judge-facts.ts';
import type { Candidate, ExistingChild, JudgedRow, RowChild } from './judged-row.ts';
import { basesOn, isLike, seenBefore, touches } from './kept-verdicts.ts';
import { kinNotes } from './kin-notes.ts';
import { indexKnown, type KnownIndex } from './known-index.ts';
import {
  candidatesOf,
  childKey,
  childOfRow,
  type Known,
  knownFromRecord,
  knownFromRow,
  type Likeness,
  likenesses,
  sayWho,
  urnKey,
} from './known-people.ts';
import type { ReadRow } from './referral-values.ts';
import { additionTo, sharedUrnFindings } from './same-urn.ts';

const NOTHING = { kind: 'nothing' } as const;

/** A verdict with a mark of the facts on record that it rests on. */
export type KeptVerdict = { readonly judged: JudgedRow; readonly basis: string };

/**
 * Judges the rows of a list in their order, against the children on record and the rows before; stops at each row, for
 * a long list on a computer that has other work too. Pure: the same rows and record give the same verdicts, so a preview
 * and its import agree, and a list judged against the record it made finds nothing new. A verdict kept from before is taken
 * as it is while the facts on record that it rests on stand, and no earlier row near it was judged otherwise than before.
 */
export function* judgingRows(
  rows: readonly ReadRow[],
  existing: readonly ExistingChild[],
  options: { readonly today: Day },
  before: ReadonlyMap<number, KeptVerdict> = new Map(),
): Steps<readonly KeptVerdict[]> {
  const records = existing.map(knownFromRecord);
  const checked: ReadRow[] = [];
  const isUsable = new Set<ReadRow>();
  const listed = indexKnown([]);
  for (const each of rows) {
    yield;
    const row = { ...each, findings: [...each.findings, ...factFindings(each, options.today)] };
    checked.push(row);
    if (ofWeight(row.findings, 'refuse').length > 0) continue;
    isUsable.add(row);
    listed.add(knownFromRow(row, childOfRow(row), 'settled'));
  }
  const recorded = indexKnown(records);
  const known = indexKnown(records);
  const otherwise = indexKnown([]);
  const basisOf = basesOn(recorded, options.today);
  const done: KeptVerdict[] = [];
  for (const row of checked) {
    yield;
    const basis = basisOf(row);
    const kept = before.get(row.line);
    if (!isUsable.has(row)) {
      done.push({ judged: refuse(row), basis });
      continue;
    }
    if (kept?.basis === basis && !touches(row, kept.judged, otherwise)) {
      known.add(seenBefore(row, kept.judged));
      done.push(kept);
      continue;
    }
    const shared = sharedUrnFindings(row, listed, recorded);
    const withShared = {
      ...row,
      findings: [...shared, ...row.findings, ...kinNotes(row, listed, recorded)],
    };
    const { judged, seen } = judgeUsable(withShared, known);
    known.add(seen);
    if (kept && !isLike(seen, seenBefore(row, kept.judged))) otherwise.add(seen);
    done.push({ judged, basis });
  }
  return done;
}

function judgeUsable(row: ReadRow, known: KnownIndex): { judged: JudgedRow; seen: Known } {
  const found = likenesses(row, known);
  const sure = found.filter(({ comparison }) => comparison.verdict === 'same');
  const unsure = found.filter(({ comparison }) =>
    ['likely', 'possible'].includes(comparison.verdict),
  );
  const sureChildren = candidatesOf(sure);
  const [match] = sureChildren;
  if (match === undefined || sureChildren.length > 1) {
    const doubts = match === undefined ? uncertain(unsure) : doubled(sureChildren);
    return createOrHold(row, [...doubts, ...row.findings], candidatesOf([...sure, ...unsure]));
  }
  const own = known.ofChild(childKey(match.child));
  const addition = additionTo(
    row,
    own.filter((each) => each.state !== 'open-row'),
  );
  const waits = own.some(
    (each) => each.state === 'open-child' || (each.state === 'open-row' && sharesUrn(row, each)),
  )
    ? [finding('waits-for-row', 'An earlier row of this child is held: decide that row first')]
    : [];
  // What the record already has was decided before: its old doubts hold nothing a second time.
  const isDone = addition.isOnRecord && addition.findings.length === 0;
  const findings = [...waits, ...addition.findings, ...row.findings];
  const isHeld = !isDone && ofWeight(findings, 'hold').length > 0;
  const notes = addition.effect.kind === 'nothing' && !isHeld ? [] : texts(findings, 'note');
  const same = `${isHeld ? 'Seems to be' : 'Same child as'} ${sayWho(match.child)}: ${match.reasons.join('; ')}`;
  const judged: JudgedRow = {
    ...outcomeOf(row),
    verdict: isHeld ? 'hold' : 'match',
    reasons: isHeld
      ? [...texts(findings, 'hold'), same, ...notes]
      : [same, ...addition.reasons, ...notes],
    child: isHeld ? asSent(row, 'as-sent') : match.child,
    effect: isHeld ? NOTHING : addition.effect,
    candidates: [match],
  };
  return { judged, seen: knownFromRow(row, match.child, isHeld ? 'open-row' : 'settled') };
}

function createOrHold(
  row: ReadRow,
  findings: readonly Finding[],
  candidates: readonly Candidate[],
): { judged: JudgedRow; seen: Known } {
  const isHeld = ofWeight(findings, 'hold').length > 0;
  const judged: JudgedRow = {
    ...outcomeOf(row),
    verdict: isHeld ? 'hold' : 'create',
    reasons: isHeld
      ? [...texts(findings, 'hold'), ...texts(findings, 'note')]
      : ['No known child matches: a new child and referral are made', ...texts(findings, 'note')],
    child: asSent(row, isHeld ? 'as-sent' : 'new'),
    effect: isHeld ? NOTHING : { kind: 'new-child' },
    candidates,
  };
  return { judged, seen: knownFromRow(row, childOfRow(row), isHeld ? 'open-child' : 'settled') };
}

function refuse(row: ReadRow): JudgedRow {
  return { ...outcomeOf(row), reasons: texts(row.findings, 'refuse') };
}

function uncertain(unsure: readonly Likeness[]): readonly Finding[] {
  return candidatesOf(unsure).map(({ child, reasons }) =>
    finding(
      'child-uncertain',
      `May be ${sayWho(child)}: ${reasons.join('; ')}. Decide whether it is the same child`,
    ),
  );
}

function doubled(children: readonly Candidate[]): readonly Finding[] {
  const names = children.map(({ child }) => sayWho(child)).join(' and ');
  return [
    finding(
      'record-doubled',
      `Looks like both ${names}: decide which, or merge the two records first`,
    ),
  ];
}

function sharesUrn(row: ReadRow, known: Known): boolean {
  return known.referrals.some((referral) => referral.urn === urnKey(row.values.urn ?? ''));
}

function outcomeOf(row: ReadRow): JudgedRow {
  return {
    row: row.line,
    verdict: 'refuse',
    reasons: [],
    child: null,
    effect: NOTHING,
    candidates: [],
    values: row.values,
  };
}

function asSent({ values }: ReadRow, kind: 'new' | 'as-sent'): RowChild {
  const { surname, forename, dateOfBirth, sex, ethnicity, address, postcode, postcodeWritten } =
    values;
  const known = { kind, surname, forename, dateOfBirth, sex, ethnicity, address, postcode };
  return postcodeWritten === undefined ? known : { ...known, postcodeWritten };
}

function texts(
  findings: readonly Finding[],
  weight: 'refuse' | 'hold' | 'note',
): readonly string[] {
  return [...new Set(ofWeight(findings, weight).map(({ text }) => text))];
}
