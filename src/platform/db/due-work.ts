import { type Kysely, type RawBuilder, sql } from 'kysely';
import { type Actor, can } from '../../domain/access/can.ts';
import { type Owing, owing, owings } from '../../domain/access/owing.data.ts';
import type { Day } from '../../domain/calendar/day.ts';
import type { Tx } from './as-actor.ts';
import type { DB } from './tables.generated.ts';

/** One duty not yet done, from the rows of `duty`. */
export type DueWork = {
  readonly childId: string;
  readonly child: string;
  readonly involvementId: string | null;
  readonly subjectId: string;
  readonly standard: string;
  /** What is to do; a question to an agency names it. */
  readonly what: string;
  /** worker, manager, head, named (a person on the row), police, partner or victim-worker. */
  readonly owedBy: string;
  readonly ownerId: string | null;
  readonly owner: string | null;
  /** The agency that was asked, where the duty is about a question to one. */
  readonly agency: string | null;
  readonly startedOn: Day;
  readonly dueOn: Day;
  readonly linkKind: string;
};

/** One duty of a person, which may be about no child, as an action after an inspection is, or about a child they may not see. */
export type Duty = Omit<DueWork, 'childId' | 'child'> & {
  readonly childId: string | null;
  readonly child: string | null;
};

/** What is still to do for some children, soonest first: one statement, whatever their number. With `named`, for the children too about whom one of these staff owes something by name. */
export async function dueWork(
  tx: Tx,
  serviceId: string,
  childIds: readonly string[],
  named: readonly string[] = [],
): Promise<DueWork[]> {
  if (childIds.length + named.length === 0) return [];
  const theirs = sql` || array(
    select p.child_id from duty p where p.service_id = ${serviceId} and p.owner_id = any(${[...named]}::uuid[])
      and p.done_on is null and p.child_id is not null)`;
  const { rows } = await openDuties<Duty>(tx, serviceId, [
    sql`child_id = any(${[...childIds]}::uuid[]${named.length > 0 ? theirs : sql``})`,
  ]);
  return rows.filter((row): row is DueWork => row.child !== null);
}

/** Of what anybody of a role may do, more than they can see to; what is done makes room for the next. */
const mostOfARole = 500;

/**
 * All that waits for one person, soonest first, in one statement: all of theirs by name and of the children allocated to them, and
 * the soonest of a manager's of the children of their team or of nobody's, of what their agency was asked, of what police and of
 * what the victim worker owe.
 */
export async function dutiesOf(tx: Tx, actor: Actor): Promise<Duty[]> {
  const soonest = sql`order by due_on limit ${mostOfARole}`;
  const { rows } = await openDuties<Duty>(tx, actor.serviceId, [
    byName(actor),
    ...byRole(actor).map((way) => sql`${way} ${soonest}`),
  ]);
  return rows;
}

/** After how many the duties of a person's role end, where more may be due; null when all are there. */
export const cutAt = (actor: Actor, duties: readonly Duty[]): number | null =>
  duties.filter(({ ownerId }) => ownerId !== actor.staffId).length < mostOfARole
    ? null
    : mostOfARole;

/** What others owe for some children: all that is not this person's own. */
export async function owedByOthers(
  tx: Tx,
  actor: Actor,
  childIds: readonly string[],
): Promise<Duty[]> {
  const { rows } = await openDuties<Duty>(tx, actor.serviceId, [ofOthers(actor, childIds)]);
  return rows;
}

/** How much it is. */
export async function countOwedByOthers(
  tx: Tx,
  actor: Actor,
  childIds: readonly string[],
): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from duty
    where ${isOpen(actor.serviceId)} and ${ofOthers(actor, childIds)}`.execute(tx);
  return rows[0]?.count ?? 0;
}

const byName = (actor: Actor) => sql`owner_id = ${actor.staffId}`;

// Which of the duties that name nobody are this person's, since they may do such.
const byRole = (actor: Actor): readonly RawBuilder<unknown>[] =>
  owings.flatMap((by) =>
    can(actor, owing[by].permission)
      ? waysOf(by, actor).map((way) => sql`owner_id is null and owed_by = ${by} and ${way}`)
      : [],
  );

const waysOf = (by: Owing, actor: Actor): readonly RawBuilder<unknown>[] => {
  if (by === 'manager')
    return [sql`worker_id is null`, sql`worker_id = any(array(select my_team()))`];
  return [by === 'partner' ? sql`agency = ${actor.agency}` : sql`true`];
};

const ofOthers = (actor: Actor, childIds: readonly string[]) =>
  sql`child_id = any(${[...childIds]}::uuid[]) and (${sql.join([byName(actor), ...byRole(actor)], sql` or `)}) is not true`;

const isOpen = (serviceId: string) =>
  sql`service_id = ${serviceId} and done_on is null and due_on is not null and (starts_at is null or starts_at <= now())`;

// Each way of owing has its index, and each child is looked up by their key: the planner, who does not know whose duties are asked
// for, would read every child of a service.
const openDuties = <Row>(tx: Tx, serviceId: string, ways: readonly RawBuilder<unknown>[]) =>
  sql<Row>`
    with d as materialized (${sql.join(
      ways.map((way) => sql`(select * from duty where ${isOpen(serviceId)} and ${way})`),
      sql` union all `,
    )})
    select d.child_id as "childId", c.forename || ' ' || c.surname as child, d.involvement_id as "involvementId", d.subject_id as "subjectId",
      d.standard, d.what || coalesce(': ' || k.label, '') as what, d.owed_by as "owedBy", d.owner_id as "ownerId", s.name as owner,
      k.label as agency, d.started_on as "startedOn", d.due_on as "dueOn", d.link_kind as "linkKind"
    from d
    left join lateral (select * from child where service_id = d.service_id and id = d.child_id limit 1) c on true
    left join staff s on s.service_id = d.service_id and s.id = d.owner_id
    left join reference_code k on k.list = 'agency' and k.code = d.agency
    where c.merged_into is null
    order by d.due_on, d.subject_id, d.standard`.execute(tx);

/** Rows that are not as the standards say, some of them; none when all is well. As the owner, who alone reads the standards. */
export async function wrongDuties(owner: Kysely<DB>): Promise<readonly unknown[]> {
  const columns = sql.raw(
    'service_id, child_id, standard_view, involvement_id, subject_id, standard, what, owed_by, named_id, agency, starts_at, started_on, due_on, done_on, link_kind',
  );
  const { rows } = await sql`
    with said as materialized (select ${columns} from due_work)
    (select 'kept' as side, k.* from (select ${columns} from duty except all select * from said) k
    union all
    select 'missing', m.* from (select * from said except all select ${columns} from duty) m) limit 20`.execute(
    owner,
  );
  return rows;
}
