import type { Actor } from '../../../domain/access/can.ts';
import { isSameAnswer } from '../../../domain/assessments/answers.ts';
import { type Content, withSuggestions } from '../../../domain/assessments/content.ts';
import { merged, threeWay } from '../../../domain/assessments/merge.ts';
import { contentOfParts, partsOf } from '../../../domain/assessments/parts.ts';
import type { Tx } from '../../../platform/db/as-actor.ts';
import { type OpenAssessment, openAssessment } from '../assessment.queries.ts';
import { keepClash } from '../versions/clash.queries.ts';
import { contentAt } from '../versions/version.queries.ts';

export type Edit = {
  /** The version that the person had before them when they wrote. */
  readonly version: number;
  /** Their change, done to the assessment as they had it. */
  readonly change: (content: Content) => Content;
  readonly event: 'save' | 'restore';
  readonly comment?: string;
};

export type SaveResult =
  | { readonly kind: 'saved'; readonly joinedWith: string | null; readonly content: Content }
  | { readonly kind: 'unchanged'; readonly content: Content }
  | { readonly kind: 'clash' }
  | { readonly kind: 'refused' };

/**
 * Saves somebody's change as a new version. When the row has moved on, work on different questions is joined; where both
 * changed the same question their own is kept aside, whole, until they choose on the merge page.
 */
export async function saveContent(
  tx: Tx,
  actor: Actor,
  open: OpenAssessment,
  edit: Edit,
  tries = 3,
): Promise<SaveResult> {
  if (open.status !== 'draft' && open.status !== 'returned') return { kind: 'refused' };
  const joined = await join(tx, open, edit);
  if (joined.kind === 'clash') {
    await keepClash(tx, actor, open.id, { base: joined.base, mine: joined.mine });
    return { kind: 'clash' };
  }
  if (joined.kind === 'refused') return joined;
  const content = withSuggestions(joined.content);
  if (isSame(content, open.content)) return { kind: 'unchanged', content };
  const row = await tx
    .updateTable('assessment')
    .set({ content: JSON.stringify(content) })
    .where('id', '=', open.id)
    .where('version', '=', open.version)
    .where('status', 'in', ['draft', 'returned'])
    .returning('version')
    .executeTakeFirst();
  if (!row) {
    const now = tries > 1 ? await openAssessment(tx, open.childId, open.id) : null;
    if (!now || now.version === open.version) return { kind: 'refused' };
    return saveContent(tx, actor, now, edit, tries - 1);
  }
  await addVersion(tx, actor, open, {
    version: row.version,
    content,
    event: edit.event,
    comment: edit.comment ?? null,
  });
  return { kind: 'saved', joinedWith: joined.joinedWith, content };
}

export type NewVersion = {
  readonly version: number;
  readonly content: Content;
  readonly event: 'start' | 'save' | 'submit' | 'return' | 'sign' | 'restore' | 'abandon';
  readonly comment: string | null;
};

/** Keeps the whole of an assessment as it stands after a save. */
export async function addVersion(
  tx: Tx,
  actor: Actor,
  assessment: { readonly id: string; readonly childId: string },
  { version, content, event, comment }: NewVersion,
): Promise<void> {
  await tx
    .insertInto('assessment_version')
    .values({
      service_id: actor.serviceId,
      assessment_id: assessment.id,
      child_id: assessment.childId,
      version,
      content: JSON.stringify(content),
      event,
      comment,
      saved_by: actor.staffId,
    })
    .execute();
}

type Joined =
  | { kind: 'joined'; content: Content; joinedWith: string | null }
  | { kind: 'clash'; base: number; mine: Content }
  | { kind: 'refused' };

async function join(tx: Tx, open: OpenAssessment, edit: Edit): Promise<Joined> {
  if (edit.version === open.version) {
    return { kind: 'joined', content: edit.change(open.content), joinedWith: null };
  }
  const base = await contentAt(tx, open.id, edit.version);
  if (!base) return { kind: 'refused' };
  const mine = edit.change(base);
  const rows = threeWay(partsOf(base), partsOf(mine), partsOf(open.content));
  const result = merged(rows, {});
  if (result.kind === 'undecided') return { kind: 'clash', base: edit.version, mine };
  const theirs = rows.some((row) => row.state === 'only-theirs');
  return {
    kind: 'joined',
    content: contentOfParts(result.answers),
    joinedWith: theirs ? (open.savedBy ?? 'a colleague') : null,
  };
}

function isSame(a: Content, b: Content): boolean {
  const one = partsOf(a);
  const other = partsOf(b);
  return [...new Set([...Object.keys(one), ...Object.keys(other)])].every((key) =>
    isSameAnswer(one[key], other[key]),
  );
}
