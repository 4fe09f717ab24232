import type { Actor } from '../../domain/access/can.ts';
import type { Day } from '../../domain/calendar/day.ts';
import type { Tx } from '../../platform/db/as-actor.ts';
import { type Saved, savedOf } from '../../platform/db/optimistic.ts';
import { endRequestAccess, openRequestAccess } from './request-access.ts';

type Target = { readonly childId: string; readonly requestId: string; readonly version: number };

/** The assessor says what they made of an answer: used, and where; or not relevant, and why. */
export async function markAnswer(
  tx: Tx,
  actor: Actor,
  given: Target & {
    readonly use: 'used' | 'not-relevant';
    readonly note: string;
    readonly today: Day;
  },
): Promise<Saved> {
  return savedOf(
    await target(tx, given)
      .set({
        use: given.use,
        use_note: given.note,
        used_on: given.today,
        used_by: actor.staffId,
      })
      .where('status', '=', 'answered')
      .executeTakeFirst(),
  );
}

/** Notes that the agency was reminded; anyone who has joined it since may answer too. */
export async function chaseRequest(
  tx: Tx,
  actor: Actor,
  given: Target & { readonly agency: string; readonly today: Day },
): Promise<Saved> {
  const saved = savedOf(
    await target(tx, given)
      .set(({ eb }) => ({ chased_on: given.today, chases: eb('chases', '+', 1) }))
      .where('status', '=', 'asked')
      .executeTakeFirst(),
  );
  if (saved.kind === 'saved')
    await openRequestAccess(tx, actor, { ...given, agencies: [given.agency] });
  return saved;
}

/** Takes a question back: the agency no longer sees the child. */
export async function withdrawRequest(
  tx: Tx,
  given: Target & { readonly agency: string; readonly today: Day },
): Promise<Saved> {
  const saved = savedOf(
    await target(tx, given)
      .set({ status: 'withdrawn', answered_on: given.today })
      .where('status', '=', 'asked')
      .executeTakeFirst(),
  );
  if (saved.kind === 'saved') await endRequestAccess(tx, given.childId, given.agency);
  return saved;
}

/** Writes down an answer that the agency gave by telephone, meeting or letter. */
export async function recordToldAnswer(
  tx: Tx,
  actor: Actor,
  given: Target & {
    readonly agency: string;
    readonly outcome: 'answered' | 'nothing-held' | 'declined';
    readonly line: string | null;
    readonly today: Day;
  },
): Promise<Saved> {
  const saved = savedOf(
    await target(tx, given)
      .set({
        status: given.outcome,
        answer_for_team: given.line,
        answered_on: given.today,
        answered_by: actor.staffId,
      })
      .where('status', '=', 'asked')
      .executeTakeFirst(),
  );
  if (saved.kind === 'saved') await endRequestAccess(tx, given.childId, given.agency);
  return saved;
}

/** Keeps what is still not known and what was done about it. */
export async function noteGap(
  tx: Tx,
  given: Target & { readonly note: string | null },
): Promise<Saved> {
  return savedOf(await target(tx, given).set({ gap_note: given.note }).executeTakeFirst());
}

const target = (tx: Tx, { childId, requestId, version }: Target) =>
  tx
    .updateTable('information_request')
    .where('id', '=', requestId)
    .where('child_id', '=', childId)
    .where('version', '=', version);
