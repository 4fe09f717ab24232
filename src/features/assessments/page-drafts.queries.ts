import type { Tx } from '../../platform/db/as-actor.ts';

/** What somebody typed on a page of an assessment and did not save. */
export type PageDrafts = {
  readonly typed: Readonly<Record<string, string>>;
  /** The version they had before them; the oldest, when they typed under several. */
  readonly version: number | null;
  readonly lastTyped: Date | null;
};

/** The key carries the version, so that a draft found again later is joined from where it began. */
export const draftKey = (assessmentId: string, page: string, version: number) =>
  `${pageKey(assessmentId, page)}-v${version}`;

const pageKey = (assessmentId: string, page: string) => `assessment-${assessmentId}-${page}`;
const isOfPage = (key: string, page: string) =>
  key.startsWith(`${page}-v`) && /^\d+$/.test(key.slice(page.length + 2));

/** Unsaved text of one page, leaving out what is the same as what is stored. */
export async function pageDrafts(
  tx: Tx,
  assessmentId: string,
  page: string,
  stored: Readonly<Record<string, string>>,
): Promise<PageDrafts> {
  const key = pageKey(assessmentId, page);
  const rows = await tx
    .selectFrom('draft')
    .select(['form_key', 'field', 'value', 'saved_at'])
    .where('form_key', 'like', `${key}-v%`)
    .orderBy('saved_at')
    .execute();
  const own = rows.filter(
    (row) => isOfPage(row.form_key, key) && row.value !== (stored[row.field] ?? ''),
  );
  const versions = own.map((row) => Number(row.form_key.slice(key.length + 2)));
  return {
    typed: Object.fromEntries(own.map((row) => [row.field, row.value])),
    version: versions.length > 0 ? Math.min(...versions) : null,
    lastTyped: own.at(-1)?.saved_at ?? null,
  };
}

/** The pages of an assessment on which this person has words that are kept and not saved. */
export async function pagesWithDrafts(tx: Tx, assessmentId: string): Promise<ReadonlySet<string>> {
  const rows = await tx
    .selectFrom('draft')
    .select('form_key')
    .distinct()
    .where('form_key', 'like', `${pageKey(assessmentId, '')}%`)
    .execute();
  const start = pageKey(assessmentId, '').length;
  return new Set(rows.map(({ form_key }) => form_key.slice(start).replace(/-v\d+$/, '')));
}

/** Drops a page's drafts once they are saved or no longer wanted. */
export async function dropPageDrafts(tx: Tx, assessmentId: string, page: string): Promise<void> {
  const key = pageKey(assessmentId, page);
  const rows = await tx
    .selectFrom('draft')
    .select('form_key')
    .distinct()
    .where('form_key', 'like', `${key}-v%`)
    .execute();
  const keys = rows.map((row) => row.form_key).filter((found) => isOfPage(found, key));
  if (keys.length > 0) await tx.deleteFrom('draft').where('form_key', 'in', keys).execute();
}
