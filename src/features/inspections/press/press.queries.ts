import type { WrittenDocument } from '../../../domain/documents/written-document.ts';
import type { Tx } from '../../../platform/db/as-actor.ts';
import { isId } from '../../../platform/http/is-id.ts';
import type { TextPart } from '../report/texts.queries.ts';

/** The notice of an inspection as it is written now; undefined where there is none. */
export const noticeOf = (tx: Tx, inspectionId: string) =>
  tx
    .selectFrom('press_notice')
    .select(['id', 'headline', 'words', 'contact', 'version'])
    .select(['embargo_until as embargoUntil', 'issued_at as issuedAt'])
    .select((select) =>
      select.ref('issued_document').$castTo<WrittenDocument | null>().as('issuedDocument'),
    )
    .where('inspection_id', '=', inspectionId)
    .executeTakeFirst();

export type Notice = NonNullable<Awaited<ReturnType<typeof noticeOf>>>;
export type Consent = 'waits' | 'given' | 'refused';

/** Whether a notice went out: it is issued, and no embargo holds it back any more. Then it stays as it is. */
export const isOut = (
  { embargoUntil, issuedAt }: Pick<Notice, 'embargoUntil' | 'issuedAt'>,
  now: Date,
): boolean => issuedAt !== null && (embargoUntil ?? issuedAt) <= now;

/** What the notice of an inspection may quote, by number. */
export const quotationsOf = (tx: Tx, inspectionId: string) =>
  tx
    .selectFrom('press_quotation')
    .select(['id', 'number', 'words', 'said_by', 'evidence_id', 'consented_on'])
    .select(['consent_detail', 'version'])
    .select((select) => [
      select.ref('text_part').$castTo<TextPart | null>().as('text_part'),
      select.ref('consent').$castTo<Consent>().as('consent'),
    ])
    .where('inspection_id', '=', inspectionId)
    .orderBy('number')
    .limit(100)
    .execute();

export type QuotationRow = Awaited<ReturnType<typeof quotationsOf>>[number];

/** Notices that this person may read, the newest first: those that are out, or under embargo where they may see the report. */
export async function issuedNotices(tx: Tx, limit: number, offset = 0) {
  const rows = await issued(tx)
    .orderBy('issued_at', 'desc')
    .orderBy('id')
    .limit(limit)
    .offset(offset)
    .execute();
  return rows;
}

export type IssuedNotice = Awaited<ReturnType<typeof issuedNotices>>[number];

/** One of them; undefined when it is not there for this person. */
export const issuedNotice = async (tx: Tx, id: string): Promise<IssuedNotice | undefined> =>
  isId(id) ? issued(tx).where('id', '=', id).executeTakeFirst() : undefined;

const issued = (tx: Tx) =>
  tx
    .selectFrom('press_notice')
    .select(['id', 'embargo_until as embargoUntil', 'inspection_id as inspectionId'])
    .select((select) => [
      select.ref('issued_at').$notNull().as('issuedAt'),
      select.ref('issued_document').$castTo<WrittenDocument>().as('document'),
    ])
    .where('issued_at', 'is not', null);
