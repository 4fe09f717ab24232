import { sql } from 'kysely';
import { type Actor, can, managesEveryTeam } from '../../domain/access/can.ts';
import type { Tx } from './as-actor.ts';

/** The child whose record is open, as every page of it needs them, and how this person comes to see it. */
export type OpenChild = {
  readonly id: string;
  readonly number: string;
  readonly forename: string;
  readonly surname: string;
  readonly knownAs: string | null;
  readonly dateOfBirth: string | null;
  readonly dateOfBirthStatus: string;
  readonly sex: string;
  readonly version: number;
  readonly restricted: boolean;
  readonly warnings: number;
  readonly worker: string | null;
  readonly mergedInto: string | null;
  /** How they see it: a relationship's kind, `hearing` (they cover one), `manager`, `break-glass`, `inbox`, `victim-line`, `promise` (an open action is theirs) or `service`. */
  readonly via: string;
  /** False when a purpose must be asked first. */
  readonly purposeGiven: boolean;
};

type Row = {
  id: string;
  number: string;
  forename: string;
  surname: string;
  known_as: string | null;
  date_of_birth: string | null;
  date_of_birth_status: string;
  sex: string;
  version: number;
  merged_into: string | null;
  restricted: boolean;
  warnings: number;
  worker: string | null;
  worker_team: string | null;
  kinds: string[];
  glass: boolean;
  covers: boolean;
  in_inbox: boolean;
  victim_line: boolean;
  promised: boolean;
  purpose: boolean;
};

/** Opens a child in one statement; null when hidden or not there. */
export async function openChild(tx: Tx, actor: Actor, id: string): Promise<OpenChild | null> {
  const { rows } = await sql<Row>`
    select c.id, c.number, c.forename, c.surname, c.known_as, c.date_of_birth, c.date_of_birth_status, c.sex, c.version, c.merged_into,
      (select true from restricted_record x where x.service_id = c.service_id and x.child_id = c.id and x.ended_on is null limit 1) is true as restricted,
      (select count(*)::int from warning w where w.service_id = c.service_id and w.child_id = c.id and w.ended_on is null) as warnings,
      a.name as worker, a.team_id as worker_team,
      array(select r.kind from relationship r where r.service_id = c.service_id and r.child_id = c.id and r.staff_id = ${actor.staffId}
        and r.starts_at <= now() and (r.ends_at is null or r.ends_at > now())) as kinds,
      exists (select 1 from break_glass b where b.service_id = c.service_id and b.child_id = c.id and b.staff_id = ${actor.staffId} and b.ends_at > now()) as glass,
      exists (select 1 from hearing h where h.service_id = c.service_id and h.child_id = c.id and h.covered_by = ${actor.staffId} and covers_now(h.state, h.listed_on)) as covers,
      exists (select 1 from referral f where f.service_id = c.service_id and f.child_id = c.id and f.state in ('received', 'awaiting-allocation')) as in_inbox,
      exists (select 1 from victim_involvement v where v.service_id = c.service_id and v.child_id = c.id
        and (v.ended_on is null or v.safety_need = 'yes' and v.safety_over_on is null)) as victim_line,
      exists (select 1 from action p where p.service_id = c.service_id and p.child_id = c.id and p.owner_id = ${actor.staffId} and p.done_on is null) as promised,
      gave_purpose(c.id) as purpose
    from child c
    left join relationship w on w.service_id = c.service_id and w.child_id = c.id and w.kind = 'allocated' and w.ends_at is null
    left join staff a on a.service_id = w.service_id and a.id = w.staff_id
    where c.service_id = ${actor.serviceId} and c.id = ${id}`.execute(tx);
  const row = rows[0];
  return row ? openChildOf(row, actor) : null;
}

function openChildOf(row: Row, actor: Actor): OpenChild {
  const via = viaOf(row, actor);
  return {
    id: row.id,
    number: row.number,
    forename: row.forename,
    surname: row.surname,
    knownAs: row.known_as,
    dateOfBirth: row.date_of_birth,
    dateOfBirthStatus: row.date_of_birth_status,
    sex: row.sex,
    version: row.version,
    restricted: row.restricted,
    warnings: row.warnings,
    worker: row.worker,
    mergedInto: row.merged_into,
    via,
    purposeGiven: via !== 'service' || row.purpose,
  };
}

// Order matters: the closest relationship is the one the log names.
function viaOf(row: Row, actor: Actor): string {
  const [kind] = row.kinds;
  if (kind) return kind;
  if (row.covers) return 'hearing';
  if (row.glass) return 'break-glass';
  if (
    can(actor, 'home.team') &&
    (managesEveryTeam(actor.role) || (row.worker_team !== null && row.worker_team === actor.teamId))
  )
    return 'manager';
  if (row.in_inbox && can(actor, 'referral.import')) return 'inbox';
  if (row.victim_line && can(actor, 'victim.vault')) return 'victim-line';
  if (row.promised) return 'promise';
  return 'service';
}
