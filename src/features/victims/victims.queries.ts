import { sql } from 'kysely';
import type { Day } from '../../domain/calendar/day.ts';
import type { Log } from '../../domain/victims/wishes.ts';
import type { Tx } from '../../platform/db/as-actor.ts';
import type { ChildContext } from '../../platform/http/context.ts';
import { isId } from '../../platform/http/is-id.ts';

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
    .select(['v.id', 'v.label', 'v.referral_id', 'v.details_received_on', 'v.version'])
    .select(['v.wishes', 'v.wishes_on', 'v.no_wishes_reason', 'v.safety_need', 'v.safety_line'])
    .select(['v.shared_with_worker', 'v.share_consent_on', 'v.tell_child', 'v.updates_wanted'])
    .select(['v.safety_over_on', 'v.safety_over_reason'])
    .select(['v.ended_on', 'v.end_reason', 'o.description as offence'])
    .select(sql<boolean>`v.id in (select victim_lines_known(v.child_id))`.as('known_to_service'));
}

/** The vault's row of a victim, with the number of the child they are, when they are one the service knows. */
function vaultOf(tx: Tx, lineId: string) {
  return tx
    .selectFrom('victim as v')
    .leftJoin('child as known', 'known.id', 'v.known_child_id')
    .select(['v.id', 'v.name', 'v.is_child', 'v.known_child_id', 'known.number as known_number'])
    .select(['v.contact_details', 'v.preferred_contact', 'v.access_needs', 'v.police_consent'])
    .select(['v.wishes as words', 'v.impact', 'v.note', 'v.withdrawn_words', 'v.withdrawn_on'])
    .select('v.version')
    .where('v.victim_involvement_id', '=', lineId)
    .executeTakeFirst();
}

export type VaultRow = NonNullable<Awaited<ReturnType<typeof vaultOf>>>;

/** The line that the address names with its vault row, if it has one; undefined when it is not there. */
export async function openVault({ tx, child, param }: ChildContext) {
  const id = param('victimId');
  const line = isId(id) ? await lineOf(tx, child.id, id) : undefined;
  return line && { line, vault: (await vaultOf(tx, line.id)) ?? null };
}

export type OpenVault = { readonly line: LineRow; readonly vault: VaultRow | null };

/** Every time the victim was spoken to or tried, newest first. */
export function contactsOf(tx: Tx, lineId: string) {
  return tx
    .selectFrom('victim_contact as c')
    .leftJoin('staff as writer', 'writer.id', 'c.created_by')
    .select(['c.id', 'c.held_on', 'c.method', 'c.reached', 'c.note', 'writer.name as written_by'])
    .where('c.victim_involvement_id', '=', lineId)
    .orderBy('c.held_on', 'desc')
    .orderBy('c.created_at', 'desc')
    .orderBy('c.id')
    .limit(100)
    .execute();
}

/** On how many days somebody tried and did not reach the victim, and the last day on which they were reached. */
export const logOf = (tx: Tx, lineId: string): Promise<Log> =>
  tx
    .selectFrom('victim_contact')
    .select(sql<number>`(count(distinct held_on) filter (where not reached))::int`.as('daysTried'))
    .select(sql<Day | null>`max(held_on) filter (where reached)`.as('reachedOn'))
    .where('victim_involvement_id', '=', lineId)
    .executeTakeFirstOrThrow();

export type RightRow = {
  readonly code: string;
  readonly label: string;
  readonly description: string;
  readonly source: string;
  readonly confidence: string;
  readonly due_on: Day | null;
  readonly done_on: Day | null;
  readonly not_done_reason: string | null;
};

/** What the victim has a right to, by the reference list, with the day each is due and what was done. */
export async function rightsOf(tx: Tx, lineId: string): Promise<RightRow[]> {
  const { rows } = await sql<RightRow>`
    select r.code, r.label, coalesce(r.attributes ->> 'description', '') as description, r.source, r.confidence,
      limit_due(i.service_id, case when v.is_child then r.attributes ->> 'time_limit_child' else r.attributes ->> 'time_limit' end,
        case r.attributes ->> 'counts_from'
          when 'outcome' then (select max(d.given_on) from disposal d where d.service_id = i.service_id and d.referral_id = i.referral_id)
          else i.details_received_on end) as due_on,
      done.done_on, done.not_done_reason
    from victim_involvement i
    cross join reference_code r
    left join victim v on v.service_id = i.service_id and v.victim_involvement_id = i.id
    left join right_given done on done.service_id = i.service_id and done.victim_involvement_id = i.id and done.code = r.code
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
