import type { Day } from '../../domain/calendar/day.ts';
import type { WishesStatus } from '../../domain/victims/wishes.data.ts';
import type { Tx } from '../../platform/db/as-actor.ts';
import { type Saved, savedOf } from '../../platform/db/optimistic.ts';

export type Wishes = {
  readonly childId: string;
  readonly lineId: string;
  /** The line's version and the vault row's: the page shows both and both may have moved on. */
  readonly version: number;
  readonly vaultVersion: number | null;
  readonly wishes: WishesStatus;
  readonly wishesOn: Day;
  readonly words: string | null;
  readonly impact: string | null;
  readonly reason: string | null;
  readonly safetyNeed: 'yes' | 'no' | 'unknown';
  readonly safetyLine: string | null;
  readonly updatesWanted: 'yes' | 'no' | 'not-asked';
};

/** Keeps what the victim wants: the words in the vault, and on the child's record only that they were asked. */
export async function saveWishes(tx: Tx, given: Wishes): Promise<Saved> {
  if (given.vaultVersion !== null) {
    const vault = savedOf(
      await tx
        .updateTable('victim')
        .set({ wishes: given.words, impact: given.impact })
        .where('victim_involvement_id', '=', given.lineId)
        .where('version', '=', given.vaultVersion)
        .executeTakeFirst(),
    );
    if (vault.kind === 'moved-on') return vault;
  }
  return savedOf(
    await lineAt(tx, given)
      .set({
        wishes: given.wishes,
        wishes_on: given.wishes === 'not-sought' ? null : given.wishesOn,
        no_wishes_reason: given.reason,
        safety_need: given.safetyNeed,
        safety_line: given.safetyNeed === 'yes' ? given.safetyLine : null,
        updates_wanted: given.updatesWanted,
      })
      .executeTakeFirst(),
  );
}

type LineAt = { readonly childId: string; readonly lineId: string; readonly version: number };

/** Shows the child's worker the words that the victim agreed to, from the day they agreed. */
export async function shareWords(
  tx: Tx,
  given: LineAt & {
    readonly words: string;
    readonly consentOn: Day;
    readonly tellChild: 'yes' | 'no' | 'not-asked';
    readonly today: Day;
  },
): Promise<Saved> {
  return savedOf(
    await lineAt(tx, given)
      .set({
        shared_with_worker: given.words,
        shared_on: given.today,
        share_consent_on: given.consentOn,
        tell_child: given.tellChild,
      })
      .executeTakeFirst(),
  );
}

/** Takes shared words off the worker's page at once, whoever changed them last; the vault keeps them with the day. */
export async function withdrawWords(
  tx: Tx,
  given: { readonly childId: string; readonly lineId: string; readonly today: Day },
): Promise<void> {
  const line = await tx
    .selectFrom('victim_involvement')
    .select('shared_with_worker')
    .where('id', '=', given.lineId)
    .where('child_id', '=', given.childId)
    .forUpdate()
    .executeTakeFirst();
  if (!line?.shared_with_worker) return;
  await tx
    .updateTable('victim')
    .set({ withdrawn_words: line.shared_with_worker, withdrawn_on: given.today })
    .where('victim_involvement_id', '=', given.lineId)
    .execute();
  await tx
    .updateTable('victim_involvement')
    .set({
      shared_with_worker: null,
      shared_on: null,
      share_consent_on: null,
      tell_child: 'not-asked',
    })
    .where('id', '=', given.lineId)
    .where('child_id', '=', given.childId)
    .execute();
}

/** Closes a victim's line with its reason, or opens it again. */
export async function closeLine(
  tx: Tx,
  given: LineAt & { readonly endedOn: Day | null; readonly reason: string | null },
): Promise<Saved> {
  return savedOf(
    await lineAt(tx, given)
      .set({ ended_on: given.endedOn, end_reason: given.reason })
      .executeTakeFirst(),
  );
}

const lineAt = (tx: Tx, { childId, lineId, version }: LineAt) =>
  tx
    .updateTable('victim_involvement')
    .where('id', '=', lineId)
    .where('child_id', '=', childId)
    .where('version', '=', version);
