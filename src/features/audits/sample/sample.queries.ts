import { sql } from 'kysely';
import type { Conflict, Tie } from '../../../domain/audits/conflicts.data.ts';
import type { FrameCase } from '../../../domain/audits/draw-sample.ts';
import type { SamplePlan } from '../../../domain/audits/sample-plan.ts';
import type { Day } from '../../../domain/calendar/day.ts';
import type { Tx } from '../../../platform/db/as-actor.ts';

export type FrameRow = FrameCase & {
  readonly involvementId: string;
  readonly tier: string;
  readonly workerId: string | null;
  readonly teamId: string | null;
  /** The victim whose case it is, where victims' cases are read. */
  readonly victimId: string | null;
};

/** Every piece of work of the window that a sample may be drawn from, without names. */
export async function frameOf(
  tx: Tx,
  plan: Pick<SamplePlan, 'opens' | 'closes' | 'types' | 'ofVictims'>,
): Promise<FrameRow[]> {
  const { rows } = await sql<FrameRow>`
    select child_id as "childId", involvement_id as "involvementId", disposal, coalesce(tier, '') as tier, started_on as "startedOn",
      ended_on as "endedOn", sex, risk, worker_id as "workerId", team_id as "teamId", last_audited_on as "lastAuditedOn", victim_id as "victimId"
    from audit_frame(${plan.opens}::date, ${plan.closes}::date, ${[...plan.types]}::text[], ${plan.ofVictims ?? false})`.execute(
    tx,
  );
  return rows;
}

/** The themes that each of some children belongs to, by child. */
export async function themesOf(
  tx: Tx,
  children: readonly string[],
  opens: Day,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const { rows } = await sql<{ childId: string; themes: string[] }>`
    select child_id as "childId", array_agg(theme order by theme) as themes
    from audit_themes(${[...children]}::uuid[], ${opens}::date) group by child_id`.execute(tx);
  return new Map(rows.map(({ childId, themes }) => [childId, themes]));
}

/** Why which of these people must not judge which of these children's cases. */
export async function tiesOf(
  tx: Tx,
  children: readonly string[],
  people: readonly string[],
): Promise<Tie[]> {
  if (children.length === 0 || people.length === 0) return [];
  const { rows } = await sql<Tie>`
    select child_id as "childId", staff_id as "staffId", kind
    from audit_ties(${[...children]}::uuid[], ${[...people]}::uuid[])
    order by child_id, staff_id, kind`.execute(tx);
  return rows;
}

type Standing = {
  readonly tie: Conflict | null;
  readonly mayGoBack: boolean;
  /** Whether its readers differ and nobody at all may settle it. */
  readonly isLocked: boolean;
  /** Whether everybody who runs audits has a part in it. */
  readonly hasNobody: boolean;
};

/** What ties a person to a case themselves, if anything does, and whether the case may be given back. */
export async function standingOf(
  tx: Tx,
  caseId: string,
  childId: string,
  staffId: string,
): Promise<Standing> {
  const { rows } = await sql<Standing>`
    select (select min(t.kind) from audit_ties(array[${childId}::uuid], array[${staffId}::uuid]) t) as tie,
      case_may_go_back(${caseId}::uuid) as "mayGoBack", case_is_locked(${caseId}::uuid) as "isLocked",
      case_has_nobody(${caseId}::uuid) as "hasNobody"`.execute(tx);
  return rows[0] ?? { tie: null, mayGoBack: false, isLocked: false, hasNobody: false };
}

/** Whether somebody was given a case to read before, though another reads it now. */
export async function wasReader(tx: Tx, caseId: string, staffId: string): Promise<boolean> {
  const { rows } = await sql<{ was: boolean }>`
    select was_reader(${caseId}::uuid, ${staffId}::uuid) as was`.execute(tx);
  return rows[0]?.was ?? false;
}
