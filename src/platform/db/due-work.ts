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
  /** worker, manager, named (a person on the row), police, partner or victim-worker. */
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

/** What is still to do for some children, soonest first: one statement, whatever their number. With `promisers`, for the children of their open promises too. */
export async function dueWork(
  tx: Tx,
  serviceId: string,
  childIds: readonly string[],
  promisers: readonly string[] = [],
): Promise<DueWork[]> {
  if (childIds.length + promisers.length === 0) return [];
  const promised = sql` || array(
    select p.child_id from duty p where p.service_id = ${serviceId} and p.owner_id = any(${[...promisers]}::uuid[])
      and p.link_kind = 'action' and p.done_on is null and p.child_id is not null)`;
  const { rows } = await openDuties<Duty>(tx, serviceId, [
    sql`child_id = any(${[...childIds]}::uuid[]${promisers.length > 0 ? promised : sql``})`,
  ]);
  return rows.filter((row): row is DueWork => row.child !== null);
}

/** More than anybody can see to; what is done makes room for the next. */
const mostOfOne = 500;

/**
 * All that waits for one person, soonest first, in one statement: theirs by name, of the children allocated to them, a manager's
 * of the children of their team or of nobody's, what their agency was asked, what police and what the victim worker owe.
 */
export async function dutiesOf(tx: Tx, actor: Actor): Promise<Duty[]> {
  const { rows } = await openDuties<Duty>(
    tx,
    actor.serviceId,
    [
      sql`owner_id = ${actor.staffId}`,
      ...owings.flatMap((by) =>
        can(actor, owing[by].permission)
          ? waysOf(by, actor).map((way) => sql`owner_id is null and owed_by = ${by} and ${way}`)
          : [],
      ),
    ],
    mostOfOne,
  );
  return rows;
}

// Which of the duties that name nobody are this person's, when they may do such.
const waysOf = (by: Owing, actor: Actor): readonly RawBuilder<unknown>[] => {
  if (by === 'manager')
    return [sql`worker_id is null`, sql`worker_id = any(array(select my_team()))`];
  return [by === 'partner' ? sql`agency = ${actor.agency}` : sql`true`];
};

// Each way of owing has its index, and each child is looked up by their key: the planner, who does not know whose duties are asked
// for, would read every child of a service.
const openDuties = <Row>(
  tx: Tx,
  serviceId: string,
  ways: readonly RawBuilder<unknown>[],
  most: number | null = null,
) =>
  sql<Row>`
    with d as materialized (${sql.join(
      ways.map(
        (
          way,
        ) => sql`(select * from duty where service_id = ${serviceId} and done_on is null and due_on is not null
          and (starts_at is null or starts_at <= now()) and ${way} order by due_on limit ${most})`,
      ),
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
    order by d.due_on, d.subject_id, d.standard limit ${most}`.execute(tx);

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
