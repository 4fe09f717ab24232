import { sql } from 'kysely';
import { type Content, readContent } from '../../domain/assessments/content.ts';
import type { JudgementId, LevelId } from '../../domain/assessments/levels.data.ts';
import type { LevelsByJudgement } from '../../domain/assessments/levels.ts';
import { type Template, templateSchema } from '../../domain/assessments/template.ts';
import type { Day } from '../../domain/calendar/day.ts';
import type { Tx } from '../../platform/db/as-actor.ts';
import { isId } from '../../platform/http/is-id.ts';

export type Kind = 'initial' | 'review' | 'final';
export type Status = 'draft' | 'submitted' | 'returned' | 'signed' | 'abandoned';

/** One assessment with its tool and what it began as, read in one statement. */
export type OpenAssessment = {
  readonly id: string;
  readonly childId: string;
  readonly kind: Kind;
  readonly status: Status;
  readonly version: number;
  readonly template: Template;
  readonly content: Content;
  /** What it held when it was started: for a review, the last signed assessment. */
  readonly begunWith: Content;
  readonly startedOn: Day;
  readonly startedBy: string | null;
  readonly submittedOn: Day | null;
  readonly submittedById: string | null;
  readonly submittedBy: string | null;
  readonly needsCountersign: boolean;
  readonly countersignReasons: readonly string[];
  readonly signedOn: Day | null;
  readonly countersignedBy: string | null;
  readonly countersignComment: string | null;
  readonly returnedComment: string | null;
  readonly savedBy: string | null;
  readonly savedAt: Date | null;
};

/** The assessment, or null when it is not this child's or not for this person to see. */
export async function openAssessment(
  tx: Tx,
  childId: string,
  id: string,
): Promise<OpenAssessment | null> {
  if (!isId(id)) return null;
  const row = await tx
    .selectFrom('assessment as a')
    .innerJoin('assessment_template as t', (join) =>
      join.onRef('t.id', '=', 'a.template_id').onRef('t.version', '=', 'a.template_version'),
    )
    .leftJoin('assessment_version as first', (join) =>
      join.onRef('first.assessment_id', '=', 'a.id').on('first.version', '=', 1),
    )
    .leftJoin('assessment_version as last', (join) =>
      join.onRef('last.assessment_id', '=', 'a.id').onRef('last.version', '=', 'a.version'),
    )
    .leftJoin('staff as starter', 'starter.id', 'a.started_by')
    .leftJoin('staff as signer', 'signer.id', 'a.submitted_by')
    .leftJoin('staff as second', 'second.id', 'a.countersigned_by')
    .leftJoin('staff as saver', 'saver.id', 'last.saved_by')
    .select([
      'a.id',
      'a.child_id as childId',
      'a.kind',
      'a.status',
      'a.version',
      'a.content',
      'a.started_on as startedOn',
      'a.submitted_on as submittedOn',
      'a.submitted_by as submittedById',
      'a.needs_countersign as needsCountersign',
      'a.countersign_reasons as countersignReasons',
      'a.signed_on as signedOn',
      'a.countersign_comment as countersignComment',
      'a.returned_comment as returnedComment',
      't.content as template',
      'first.content as first',
      'last.saved_at as savedAt',
      'starter.name as startedBy',
      'signer.name as submittedBy',
      'second.name as countersignedBy',
      'saver.name as savedBy',
    ])
    .where('a.child_id', '=', childId)
    .where('a.id', '=', id)
    .executeTakeFirst();
  if (!row) return null;
  const { first, ...rest } = row;
  return {
    ...rest,
    kind: row.kind as Kind,
    status: row.status as Status,
    template: templateSchema.parse(row.template),
    content: readContent(row.content),
    begunWith: readContent(first),
  };
}

// The columns are filled by a signature; until then a level is the one chosen on the judgement's page.
const levelOf = (id: JudgementId) =>
  sql<
    string | null
  >`coalesce(a.${sql.ref(`${id}_level`)}, a.content #>> array['judgements', ${id}::text, 'level'])`.as(
    id,
  );

/** The child's assessment that is being written or waits for a manager. */
export const unsigned = (tx: Tx, childId: string) =>
  tx
    .selectFrom('assessment')
    .select('id')
    .where('child_id', '=', childId)
    .where('status', 'in', ['draft', 'returned', 'submitted'])
    .limit(1)
    .executeTakeFirst();

/** Every assessment of the child, newest first. */
export function assessmentsOf(tx: Tx, childId: string) {
  return tx
    .selectFrom('assessment as a')
    .leftJoin('staff as starter', 'starter.id', 'a.started_by')
    .leftJoin('staff as signer', 'signer.id', 'a.submitted_by')
    .leftJoin('staff as second', 'second.id', 'a.countersigned_by')
    .select([
      'a.id',
      'a.kind',
      'a.status',
      'a.started_on as startedOn',
      'a.signed_on as signedOn',
      'a.submitted_on as submittedOn',
      levelOf('likelihood'),
      levelOf('safety'),
      levelOf('harm'),
      'starter.name as startedBy',
      'signer.name as submittedBy',
      'second.name as countersignedBy',
    ])
    .where('a.child_id', '=', childId)
    .orderBy('a.started_on', 'desc')
    .orderBy('a.created_at', 'desc')
    .limit(200)
    .execute();
}

export type LastSigned = {
  readonly id: string;
  readonly signedOn: Day;
  readonly content: Content;
  readonly levels: LevelsByJudgement;
};

/** The child's last signed assessment: what a review starts from and its levels are held against. */
export async function lastSigned(tx: Tx, childId: string): Promise<LastSigned | null> {
  const row = await tx
    .selectFrom('assessment')
    .select(['id', 'signed_on', 'content', 'likelihood_level', 'safety_level', 'harm_level'])
    .where('child_id', '=', childId)
    .where('status', '=', 'signed')
    .orderBy('signed_on', 'desc')
    .orderBy('created_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (!row?.signed_on) return null;
  return {
    id: row.id,
    signedOn: row.signed_on,
    content: readContent(row.content),
    levels: {
      likelihood: row.likelihood_level as LevelId,
      safety: row.safety_level as LevelId,
      harm: row.harm_level as LevelId,
    },
  };
}
