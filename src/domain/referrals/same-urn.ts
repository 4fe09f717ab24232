import { formatDay } from '../calendar/day.ts';
import { comparePeople } from '../people/match.ts';
import { type Finding, finding } from './finding.ts';
import type { RowEffect } from './judged-row.ts';
import type { KnownIndex } from './known-index.ts';
import { type Known, type KnownReferral, sayWho, urnKey } from './known-people.ts';
import type { ReadRow, ReferralValues } from './referral-values.ts';
import { offenceKey } from './split-offences.ts';

/** What a row adds to a child who is known for sure, and whether it contradicts what is known. */
export type Addition = {
  readonly effect: RowEffect;
  readonly reasons: readonly string[];
  /** Whether the record itself, not only an earlier row, already has all of it. */
  readonly isOnRecord: boolean;
  readonly findings: readonly Finding[];
};

type Fact = readonly [label: string, text: (values: ReferralValues) => string];

const FACTS: readonly Fact[] = [
  ['proposed outcome', (values) => values.proposedOutcomeCode ?? values.proposedOutcome ?? ''],
  ['admission', (values) => values.admission],
  ['victim', (values) => values.hasVictim],
  ['victim’s consent', (values) => values.victimConsents],
  ['date referred', (values) => values.referredOn ?? ''],
];

/** Compares a row with the referrals of its child: another URN is another referral. */
export function additionTo(row: ReadRow, known: readonly Known[]): Addition {
  const urn = urnKey(row.values.urn ?? '');
  const said = row.values.urn ?? '';
  const referrals = known.flatMap((each) => each.referrals).filter((each) => each.urn === urn);
  if (referrals.length === 0) {
    return {
      effect: { kind: 'new-referral' },
      reasons: [`A new referral is added under URN ${said}`],
      isOnRecord: false,
      findings: [],
    };
  }
  const had = referrals.flatMap((referral) => referral.offences);
  const added = row.values.offences.filter(
    (text) => !had.some((each) => each.key === offenceKey(text)),
  );
  const otherDay = dayContradictions(row.values, had);
  const source = sourceOf(referrals);
  if (added.length > 0) {
    return {
      effect: { kind: 'added-offences', offences: added },
      reasons: [
        `The same URN ${said} with another offence: “${added.join('”, “')}” is added to the referral ${source}`,
        ...differences(row.values, referrals).map((text) => `For this offence the ${text}`),
      ],
      isOnRecord: false,
      findings: [...otherDay, ...consentDoubt(row.values, referrals)],
    };
  }
  const withOffence = referrals.filter((referral) =>
    referral.offences.some(({ key }) =>
      row.values.offences.some((text) => offenceKey(text) === key),
    ),
  );
  const contradictions = differences(row.values, withOffence).map((text) =>
    finding(
      'facts-contradict',
      `The same URN and offence come again, but the ${text}: ask police which is right`,
    ),
  );
  return {
    effect: { kind: 'nothing' },
    reasons: [`Repeats URN ${said} ${source}: nothing new is made`],
    isOnRecord: referrals.some((referral) => referral.from === null),
    findings: [...otherDay, ...contradictions],
  };
}

/** A URN that stands against two plainly different children holds every row that bears it. */
export function sharedUrnFindings(
  row: ReadRow,
  rows: KnownIndex,
  records: KnownIndex,
): readonly Finding[] {
  const urn = urnKey(row.values.urn ?? '');
  if (urn === '') return [];
  const others = (index: KnownIndex) =>
    index
      .withUrn(urn)
      .filter(({ facts }) => comparePeople(row.values, facts).verdict === 'different')
      .map(({ child }) => child);
  const inList = others(rows).flatMap((child) =>
    child.kind === 'row' && child.row !== row.line ? [`row ${child.row}`] : [],
  );
  const onRecord = others(records).map(sayWho);
  return [...inList, ...onRecord].map((who) =>
    finding(
      'urn-shared',
      `URN ${row.values.urn} also stands against another child, ${who}: ask police for the URN of each`,
    ),
  );
}

function dayContradictions(
  values: ReferralValues,
  had: KnownReferral['offences'],
): readonly Finding[] {
  return values.offences.flatMap((text) => {
    const days = had.filter((each) => each.key === offenceKey(text)).map((each) => each.day);
    const isOdd =
      values.offenceDate !== null &&
      days.length > 0 &&
      !days.includes(values.offenceDate) &&
      !days.includes(null);
    return isOdd
      ? [
          finding(
            'facts-contradict',
            `“${text}” comes again under the same URN with another date (${days.map((day) => formatDay(day ?? '')).join(', ')} before): ask police whether it is one offence or two`,
          ),
        ]
      : [];
  });
}

function differences(
  values: ReferralValues,
  referrals: readonly KnownReferral[],
): readonly string[] {
  const earlier = referrals.findLast((referral) => referral.from !== null)?.from;
  if (!earlier) return [];
  return FACTS.filter(([, text]) => text(values) !== text(earlier.values)).map(
    ([label, text]) =>
      `${label} is “${say(text(values))}”, on row ${earlier.line} “${say(text(earlier.values))}”`,
  );
}

function consentDoubt(
  values: ReferralValues,
  referrals: readonly KnownReferral[],
): readonly Finding[] {
  const isOdd = differences(values, referrals).some((text) => text.startsWith('victim’s consent'));
  return isOdd
    ? [
        finding(
          'victim-unclear',
          'The victim’s consent differs between the rows of this URN: share nothing until police have said which victim agreed',
        ),
      ]
    : [];
}

function sourceOf(referrals: readonly KnownReferral[]): string {
  const rows = referrals.flatMap(({ from }) => (from ? [from.line] : []));
  return rows.length === 0 ? 'on record' : `of row ${rows.join(' and ')}`;
}

function say(text: string): string {
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return formatDay(text);
  return text === '' ? 'not given' : text.replaceAll('-', ' ');
}
