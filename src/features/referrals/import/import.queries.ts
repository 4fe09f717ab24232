import { sql } from 'kysely';
import { z } from 'zod';
import { britishDay } from '../../../domain/calendar/british-time.ts';
import { formatDay } from '../../../domain/calendar/day.ts';
import type { Code } from '../../../domain/reference/codes.ts';
import { REFERRAL_FIELDS } from '../../../domain/referrals/fields.data.ts';
import type { KeptMapping, KeptMappings } from '../../../domain/referrals/map-columns.ts';
import type { OutcomeWording } from '../../../domain/referrals/referral-values.ts';
import { offenceKey } from '../../../domain/referrals/split-offences.ts';
import type { Tx } from '../../../platform/db/as-actor.ts';
import { codeLists } from '../../../platform/db/codes.ts';
import { type OnRecord, referralKey } from './plan-import.ts';
import type { OffenceWordings } from './plan-row.ts';
import type { EarlierHold } from './report-rows.ts';

const meanings = z.array(z.enum([...REFERRAL_FIELDS.map(({ field }) => field), 'leave-out']));
const mappingSchema = z.record(z.string(), meanings);

/** A further column of a code list, as text; blank when it has none. */
export const attribute = ({ attributes }: Pick<Code, 'attributes'>, name: string): string =>
  attributes !== null && typeof attributes === 'object' && !Array.isArray(attributes)
    ? String(attributes[name] ?? '')
    : '';

/** The words in which police put a proposed outcome; one that leaves it to the panel means no outcome. */
export async function outcomeWordings(tx: Tx): Promise<readonly OutcomeWording[]> {
  const { proposed_outcome } = await codeLists(tx, ['proposed_outcome']);
  return proposed_outcome.map((code) => ({
    label: code.label,
    outcome: attribute(code, 'outcome') || null,
  }));
}

/** Offences by every wording that the reference lists know. */
export async function offenceWordings(tx: Tx): Promise<OffenceWordings> {
  const { offence, offence_wording } = await codeLists(tx, ['offence', 'offence_wording']);
  const byCode = new Map(
    offence.map((each) => [
      each.code,
      { code: each.code, isKnife: attribute(each, 'is_knife') === 'true' },
    ]),
  );
  const wordings = new Map(
    offence.flatMap((each) => {
      const known = byCode.get(each.code);
      return known ? [[offenceKey(each.label), known] as const] : [];
    }),
  );
  for (const wording of offence_wording) {
    const known = byCode.get(attribute(wording, 'offence'));
    if (known) wordings.set(offenceKey(wording.label), known);
  }
  return wordings;
}

/** The referrals, with their offences, and the victim lines that matched children already have. */
export async function onRecord(
  tx: Tx,
  serviceId: string,
  childIds: readonly string[],
): Promise<OnRecord> {
  if (childIds.length === 0)
    return { referrals: new Map(), victims: new Map(), offences: new Map() };
  const wanted = [...new Set(childIds)];
  const { rows: referrals } = await sql<{ id: string; child_id: string; reference: string | null }>`
    select id, child_id, reference from referral where service_id = ${serviceId} and child_id = any (${wanted}::uuid[])`.execute(
    tx,
  );
  const { rows: victims } = await sql<{ child_id: string; labels: string[] }>`
    select child_id, array_agg(label) as labels from victim_involvement
    where service_id = ${serviceId} and child_id = any (${wanted}::uuid[]) group by child_id`.execute(
    tx,
  );
  const { rows: offences } = await sql<{ referral_id: string; texts: string[] }>`
    select referral_id, array_agg(description) as texts from offence
    where service_id = ${serviceId} and child_id = any (${wanted}::uuid[]) and referral_id is not null group by referral_id`.execute(
    tx,
  );
  return {
    offences: new Map(offences.map((row) => [row.referral_id, row.texts])),
    referrals: new Map(referrals.map((row) => [referralKey(row.child_id, row.reference), row.id])),
    victims: new Map(victims.map((row) => [row.child_id, row.labels])),
  };
}

/** Rows of earlier lists that were held for the same facts. */
export async function earlierHolds(
  tx: Tx,
  serviceId: string,
  fingerprints: readonly string[],
): Promise<ReadonlyMap<string, EarlierHold>> {
  if (fingerprints.length === 0) return new Map();
  const rows = await tx
    .selectFrom('referral_hold')
    .select(['fingerprint', 'created_at', 'resolution'])
    .where('service_id', '=', serviceId)
    .where('fingerprint', 'in', [...new Set(fingerprints)])
    .orderBy('created_at')
    .execute();
  return new Map(
    rows.map((row) => [
      row.fingerprint,
      {
        fingerprint: row.fingerprint,
        since: formatDay(britishDay(row.created_at)),
        resolution: row.resolution,
      },
    ]),
  );
}

/** What the service once said of the columns of each sender, by the key of the header. */
export async function keptMappings(tx: Tx, serviceId: string): Promise<KeptMappings> {
  const rows = await tx
    .selectFrom('column_mapping')
    .select(['header_key', 'mapping'])
    .where('service_id', '=', serviceId)
    .execute();
  return new Map<string, KeptMapping>(
    rows.flatMap((row) => {
      const said = meanings.safeParse(row.mapping);
      return said.success ? [[row.header_key, said.data] as const] : [];
    }),
  );
}

/** What was said of the columns of one list, as the database gives it back. */
export function readMapping(stored: unknown): KeptMappings {
  const result = mappingSchema.safeParse(stored);
  return new Map(Object.entries(result.success ? result.data : {}));
}
