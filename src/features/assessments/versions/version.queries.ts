import { type Content, readContent } from '../../../domain/assessments/content.ts';
import type { Tx } from '../../../platform/db/as-actor.ts';

export const versionsPerPage = 25;

/** The assessment as it stood after one save; null when there is no such version. */
export async function contentAt(
  tx: Tx,
  assessmentId: string,
  version: number,
): Promise<Content | null> {
  const row = await tx
    .selectFrom('assessment_version')
    .select('content')
    .where('assessment_id', '=', assessmentId)
    .where('version', '=', version)
    .executeTakeFirst();
  return row ? readContent(row.content) : null;
}

/** Who saved what and when, newest first, a page at a time; one more than a page says that there are older ones. */
export function versionsOf(tx: Tx, assessmentId: string, page: number) {
  return tx
    .selectFrom('assessment_version as v')
    .leftJoin('staff as s', 's.id', 'v.saved_by')
    .select(['v.version', 'v.event', 'v.comment', 'v.saved_at as savedAt', 's.name as savedBy'])
    .where('v.assessment_id', '=', assessmentId)
    .orderBy('v.version', 'desc')
    .limit(versionsPerPage + 1)
    .offset((page - 1) * versionsPerPage)
    .execute();
}

/** Two versions to be laid side by side. */
export async function twoVersions(tx: Tx, assessmentId: string, versions: readonly number[]) {
  const rows = await tx
    .selectFrom('assessment_version as v')
    .leftJoin('staff as s', 's.id', 'v.saved_by')
    .select(['v.version', 'v.content', 'v.event', 'v.saved_at as savedAt', 's.name as savedBy'])
    .where('v.assessment_id', '=', assessmentId)
    .where('v.version', 'in', [...versions])
    .execute();
  return rows.map((row) => ({ ...row, content: readContent(row.content) }));
}
