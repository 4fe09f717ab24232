import { can } from '../../../domain/access/can.ts';
import { pressDocument } from '../../../domain/inspections/press-notice.ts';
import type { InspectionReport } from '../../../domain/inspections/report.ts';
import type { PageContext } from '../../../platform/http/context.ts';
import { movedOn } from '../../../platform/http/moved-on.ts';
import { urls } from '../../../urls.ts';
import { type Inspection, oneInspection } from '../inspections.queries.ts';
import { inspectionReport } from '../report/report.queries.ts';
import { isOut, type Notice, noticeOf, type QuotationRow, quotationsOf } from './press.queries.ts';

/** A notice beside its inspection, as those see it who hold the inspection. */
export type PressPage = {
  readonly inspection: Inspection;
  readonly report: InspectionReport;
  readonly notice: Notice | null;
  readonly quotations: readonly QuotationRow[];
  /** What went out stays as it is. */
  readonly isOut: boolean;
  /** Whether this person writes it while it is not out. */
  readonly holds: boolean;
  readonly mayWrite: boolean;
};

/** The notice for a page that only writes it: who comes after it went out is told so. */
export async function writingPress(context: PageContext): Promise<PressPage | undefined> {
  const page = await pressPage(context);
  if (!page?.holds) return undefined;
  if (page.isOut)
    movedOn(outWords, {
      href: urls.inspections.press(page.inspection.id),
      text: 'Read the press notice',
    });
  return page;
}

export const outWords = 'The press notice is out, and stays as it went out';

export async function pressPage(context: PageContext): Promise<PressPage | undefined> {
  const { tx, actor, shell, now, param } = context;
  const inspection = await oneInspection(tx, param('inspectionId'));
  const report = inspection && (await inspectionReport(tx, inspection.id, shell.serviceName));
  if (!inspection || !report) return undefined;
  const notice = (await noticeOf(tx, inspection.id)) ?? null;
  const out = notice !== null && isOut(notice, now);
  const leads = can(actor, 'inspection.lead') && inspection.leadId === actor.staffId;
  return {
    inspection,
    report,
    notice,
    quotations: await quotationsOf(tx, inspection.id),
    isOut: out,
    holds: can(actor, 'inspection.edit') || leads,
    mayWrite: !out && (can(actor, 'inspection.edit') || leads),
  };
}

/** The notice as it was issued, or as it would be issued now. */
export function documentOf({ report, notice, quotations }: PressPage) {
  if (!notice) return null;
  return (
    notice.issuedDocument ??
    pressDocument(
      report,
      notice,
      quotations
        .filter(({ consent }) => consent === 'given')
        .map(({ words, said_by }) => ({ words, saidBy: said_by })),
    )
  );
}
