import { compareDays, type Day } from '../../../domain/calendar/day.ts';
import type { JudgedRow } from '../../../domain/referrals/judged-row.ts';
import { KNIFE_WORDS } from '../../../domain/referrals/offence-words.data.ts';
import type { ReferralValues } from '../../../domain/referrals/referral-values.ts';
import { offenceKey } from '../../../domain/referrals/split-offences.ts';
import { nextVictimLabel } from '../../../domain/victims/label.ts';
import { childRow } from '../../../platform/db/add-child.ts';
import { newId } from '../../../platform/db/new-id.ts';
import type { Decision } from './decided-row.ts';
import { fingerprintOf } from './report-rows.ts';

/** Tables that a row of a list fills, in the order in which they must be filled. */
export const PLANNED_TABLES = [
  'child',
  'child_address',
  'characteristic',
  'referral',
  'offence',
  'victim_involvement',
  'referral_hold',
] as const;

/** What one row of a list puts into each table. */
export type PlannedRow = {
  readonly row: number;
  readonly values: Readonly<Partial<Record<(typeof PLANNED_TABLES)[number], readonly object[]>>>;
};

/** An offence of the reference list, by the words in which senders put it. */
export type OffenceWordings = ReadonlyMap<
  string,
  { readonly code: string; readonly isKnife: boolean }
>;

export type RowContext = {
  readonly serviceId: string;
  readonly today: Day;
  readonly importId: string | null;
  readonly wordings: OffenceWordings;
};

/** The rows of a new child from what police say of them: record, home, ethnicity. */
export function childRows(context: RowContext, id: string, number: string, values: ReferralValues) {
  const made = { service_id: context.serviceId, child_id: id };
  const since = values.referredOn ?? context.today;
  const hasHome =
    values.address !== null || values.postcode !== null || values.postcodeWritten !== undefined;
  return {
    child: [
      childRow(context.serviceId, id, number, {
        forename: values.forename ?? 'Not known',
        surname: values.surname ?? 'Not known',
        dateOfBirth: values.dateOfBirth,
        sex: values.sex,
      }),
    ],
    child_address: hasHome
      ? [
          {
            ...made,
            id: newId(),
            // What stood in the postcode's place may still lead somebody to the door.
            lines: [values.address, values.postcodeWritten].filter(Boolean).join(', '),
            postcode: values.postcode,
            postcode_search: values.postcode?.replace(' ', '') ?? null,
            accommodation_type: 'not-asked',
            suitable: 'not-asked',
            non_disclosure: false,
            valid_from: since,
            source: 'police',
          },
        ]
      : [],
    characteristic:
      values.ethnicity === null
        ? []
        : [
            {
              ...made,
              id: newId(),
              kind: 'ethnicity',
              record_class: 'RC1',
              code: values.ethnicity === 'NS' ? null : values.ethnicity,
              not_known: values.ethnicity === 'NS' ? 'declined' : null,
              source: 'police',
              recorded_on: context.today,
            },
          ],
  };
}

/** The rows of a referral, its offences and, where somebody was harmed, a line for the victim that names nobody. */
export function referralRows(
  context: RowContext,
  referral: {
    readonly id: string;
    readonly childId: string;
    readonly row: number | null;
    /** Labels of the victims whom the child's record has already. */
    readonly victims: readonly string[];
  },
  values: ReferralValues,
) {
  const { serviceId: service_id, today } = context;
  const referredOn = values.referredOn ?? today;
  const offences = offenceRows(
    context,
    referral.childId,
    referral.id,
    values.offences,
    values.offenceDate,
  );
  return {
    referral: [
      {
        service_id,
        id: referral.id,
        child_id: referral.childId,
        source: 'police-list',
        agency: 'police',
        reference: values.urn,
        referred_on: referredOn,
        received_on: latest(referredOn, today),
        officer: values.officer,
        proposed_outcome: values.proposedOutcomeCode ?? values.proposedOutcome,
        admission: values.admission,
        has_victim: values.hasVictim,
        victim_consents: values.victimConsents,
        co_suspect_reference: values.coSuspectUrns.join(', ') || null,
        state: 'received',
        import_id: context.importId,
        import_row: referral.row,
      },
    ],
    offence: offences,
    victim_involvement:
      values.hasVictim === 'yes'
        ? [
            {
              service_id,
              id: newId(),
              child_id: referral.childId,
              referral_id: referral.id,
              offence_id: offences.length === 1 ? (offences[0]?.id ?? null) : null,
              label: nextVictimLabel(referral.victims),
              wishes: 'not-sought',
              safety_need: 'unknown',
              updates_wanted: 'not-asked',
            },
          ]
        : [],
  };
}

/** Offences in the sender's words, with the code and the knife marker where the words are known. */
export function offenceRows(
  { serviceId, wordings }: RowContext,
  childId: string,
  referralId: string,
  offences: readonly string[],
  day: Day | null,
) {
  return offences.map((description) => {
    const known = wordings.get(offenceKey(description));
    return {
      service_id: serviceId,
      id: newId(),
      child_id: childId,
      referral_id: referralId,
      code: known?.code ?? null,
      description,
      offence_on: day,
      offence_on_status: day ? 'known' : 'unknown',
      // Whoever logs it by hand writes as they speak: the words count as much as the list's own mark.
      is_knife: (known?.isKnife ?? false) || KNIFE_WORDS.test(description),
    };
  });
}

/** The row that waits for a person, with what was read and whom it may be. */
export function holdRow(
  context: RowContext,
  id: string,
  judged: JudgedRow,
  recordOf: (row: number) => string | null,
  resolved: {
    readonly decision: Pick<Decision, 'kind' | 'note' | 'by' | 'at'>;
    readonly childId: string | null;
  } | null = null,
) {
  const candidates = judged.candidates.map((candidate) => {
    const { child } = candidate;
    const made = child.kind === 'row' ? recordOf(child.row) : null;
    return made
      ? {
          ...candidate,
          child: { kind: 'record', id: made, name: child.name, dateOfBirth: child.dateOfBirth },
        }
      : candidate;
  });
  return {
    service_id: context.serviceId,
    id,
    import_id: context.importId,
    import_row: judged.row,
    fields: judged.values,
    fingerprint: fingerprintOf(judged.values),
    reasons: judged.reasons,
    candidates,
    resolution: resolved?.decision.kind ?? null,
    resolved_at: resolved?.decision.at ?? null,
    resolved_by: resolved?.decision.by ?? null,
    resolved_child_id: resolved?.childId ?? null,
    resolution_note: resolved?.decision.note ?? null,
  };
}

const latest = (a: Day, b: Day): Day => (compareDays(a, b) > 0 ? a : b);
