import { sql } from 'kysely';
import type { Tx } from '../../platform/db/as-actor.ts';

/** A child's victim lines as this person may know them, with when the panel next meets about the child. */
export function linesOf(tx: Tx, childId: string) {
  return lineRows(tx).where('v.child_id', '=', childId).orderBy('v.label').limit(60).execute();
}

/** One victim line of this child, or nothing when it is not theirs to see. */
export function lineOf(tx: Tx, childId: string, id: string) {
  return lineRows(tx).where('v.child_id', '=', childId).where('v.id', '=', id).executeTakeFirst();
}

export type LineRow = NonNullable<Awaited<ReturnType<typeof lineOf>>>;

function lineRows(tx: Tx) {
  return tx
    .selectFrom('victim_involvement as v')
    .leftJoin('offence as o', (join) =>
      join.onRef('o.service_id', '=', 'v.service_id').onRef('o.id', '=', 'v.offence_id'),
    )
    .select([
      'v.id',
      'v.label',
      'v.referral_id as referralId',
      'o.description as offence',
      'v.details_received_on as detailsReceivedOn',
      'v.wishes',
      'v.wishes_on as wishesOn',
      'v.no_wishes_reason as noWishesReason',
      'v.shared_with_worker as shared',
      'v.shared_on as sharedOn',
      'v.share_consent_on as shareConsentOn',
      'v.tell_child as tellChild',
      'v.safety_need as safetyNeed',
      'v.safety_line as safetyLine',
      'v.updates_wanted as updatesWanted',
      'v.ended_on as endedOn',
      'v.end_reason as endReason',
      'v.version',
      sql<boolean>`v.id in (select victim_lines_known(v.child_id))`.as('knownToService'),
    ]);
}

/** The vault's row of a victim, with the number of the child they are, when they are one the service knows. */
export function vaultOf(tx: Tx, lineId: string) {
  return tx
    .selectFrom('victim as v')
    .leftJoin('child as known', 'known.id', 'v.known_child_id')
    .select([
      'v.id',
      'v.name',
      'v.is_child as isChild',
      'v.known_child_id as knownChildId',
      'known.number as knownChildNumber',
      'v.contact_details as contactDetails',
      'v.preferred_contact as preferredContact',
      'v.access_needs as accessNeeds',
      'v.police_consent as policeConsent',
      'v.wishes as words',
      'v.impact',
      'v.note',
      'v.withdrawn_words as withdrawnWords',
      'v.withdrawn_on as withdrawnOn',
      'v.version',
    ])
    .where('v.victim_involvement_id', '=', lineId)
    .executeTakeFirst();
}

export type VaultRow = NonNullable<Awaited<ReturnType<typeof vaultOf>>>;

/** Every time the victim was spoken to or tried, newest first. */
export function contactsOf(tx: Tx, lineId: string) {
  return tx
    .selectFrom('victim_contact as c')
    .leftJoin('staff as writer', 'writer.id', 'c.created_by')
    .select([
      'c.id',
      'c.held_on as heldOn',
      'c.method',
      'c.reached',
      'c.note',
      'writer.name as writtenBy',
    ])
    .where('c.victim_involvement_id', '=', lineId)
    .orderBy('c.held_on', 'desc')
    .orderBy('c.created_at', 'desc')
    .orderBy('c.id')
    .limit(100)
    .execute();
}

/** Days on which somebody tried and did not reach the victim, and whether they were ever reached. */
export async function triesOf(tx: Tx, lineId: string) {
  const row = await tx
    .selectFrom('victim_contact')
    .select([
      sql<number>`(count(distinct held_on) filter (where not reached))::int`.as('daysTried'),
      sql<number>`(count(*) filter (where reached))::int`.as('timesReached'),
    ])
    .where('victim_involvement_id', '=', lineId)
    .executeTakeFirst();
  return row ?? { daysTried: 0, timesReached: 0 };
}

export type RightRow = {
  readonly code: string;
  readonly label: string;
  readonly description: string;
  readonly source: string;
  readonly confidence: string;
  readonly dueOn: string | null;
  readonly doneOn: string | null;
  readonly notDoneReason: string | null;
  readonly version: number | null;
};

/** What the victim has a right to, by the reference list, with the day each is due and what was done. */
export async function rightsOf(tx: Tx, lineId: string): Promise<RightRow[]> {
  const { rows } = await sql<RightRow>`
    select r.code, r.label, coalesce(r.attributes ->> 'description', '') as description, r.source, r.confidence,
      limit_due(i.service_id, case when v.is_child then r.attributes ->> 'time_limit_child' else r.attributes ->> 'time_limit' end,
        case r.attributes ->> 'counts_from'
          when 'outcome' then (select max(d.given_on) from disposal d where d.service_id = i.service_id and d.referral_id = i.referral_id)
          else i.details_received_on end) as "dueOn",
      done.done_on as "doneOn", done.not_done_reason as "notDoneReason", done.version
    from victim_involvement i
    cross join reference_code r
    left join victim v on v.service_id = i.service_id and v.victim_involvement_id = i.id
    left join victim_right done on done.service_id = i.service_id and done.victim_involvement_id = i.id and done.code = r.code
    where i.id = ${lineId}::uuid and r.list = 'victim_right'
    order by r.sort, r.code`.execute(tx);
  return rows;
}

/** What the child is alleged or found to have done, newest first. */
export function offencesOf(tx: Tx, childId: string) {
  return tx
    .selectFrom('offence')
    .select(['id', 'description', 'offence_on'])
    .where('child_id', '=', childId)
    .orderBy('offence_on', 'desc')
    .orderBy('id')
    .limit(100)
    .execute();
}

export type Offence = Awaited<ReturnType<typeof offencesOf>>[number];
