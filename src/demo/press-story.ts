import type { Transaction } from 'kysely';
import { addDays, type Day } from '../domain/calendar/day.ts';
import { pressDocument } from '../domain/inspections/press-notice.ts';
import { inspectionReport } from '../features/inspections/report/report.queries.ts';
import type { DB } from '../platform/db/tables.generated.ts';
import { inspectionTexts } from './inspection-texts.data.ts';
import { demoId } from './random.ts';
import type { Rows } from './rows.ts';

type Told = {
  readonly tx: Transaction<DB>;
  readonly rows: Rows;
  readonly own: { readonly service_id: string; readonly created_by: string };
  readonly asOf: Day;
  readonly seed: number;
};

/** The notice of the mock inspection, which is out, and one of the self-assessment that is still being written. */
export async function tellPress({ tx, rows, own, asOf, seed }: Told): Promise<void> {
  const { mock, self } = inspectionTexts.press;
  const id = (...words: readonly (string | number)[]) => demoId('press', seed, ...words);
  const mockId = demoId('mock-inspection', seed, 'inspection');
  const selfId = demoId('self-assessment', seed, 'inspection');
  const service = await tx
    .selectFrom('service')
    .select('name')
    .where('id', '=', own.service_id)
    .executeTakeFirstOrThrow();
  const report = await inspectionReport(tx, mockId, service.name);
  if (!report) return;
  const agreed = mock.quotations.map(({ words, by }) => ({ words, saidBy: by }));
  const { headline, words, contact } = mock;
  rows.add('press_notice', {
    ...own,
    id: id('mock'),
    inspection_id: mockId,
    headline,
    words,
    contact,
    embargo_until: `${addDays(asOf, -20)}T09:00:00Z`,
    issued_at: `${addDays(asOf, -22)}T08:00:00Z`,
    issued_document: pressDocument(report, mock, agreed),
    created_at: `${addDays(asOf, -24)}T09:00:00Z`,
  });
  rows.add('press_notice', {
    ...own,
    id: id('self'),
    inspection_id: selfId,
    ...self.notice,
    embargo_until: `${addDays(asOf, 21)}T09:00:00Z`,
    created_at: `${addDays(asOf, -2)}T09:00:00Z`,
  });
  mock.quotations.forEach(({ words: quoted, by, part, detail }, at) => {
    rows.add('press_quotation', {
      ...own,
      id: id('mock', at),
      inspection_id: mockId,
      number: at + 1,
      words: quoted,
      said_by: by,
      text_part: part,
      consent: 'given',
      consented_on: addDays(asOf, -25),
      consent_detail: detail,
      created_at: `${addDays(asOf, -25)}T09:00:00Z`,
    });
  });
  self.quotations.forEach(({ words: quoted, by, finding }, at) => {
    rows.add('press_quotation', {
      ...own,
      id: id('self', at),
      inspection_id: selfId,
      number: at + 1,
      words: quoted,
      said_by: by,
      evidence_id: demoId('self-assessment', seed, 'finding', finding),
      consent: 'waits',
      created_at: `${addDays(asOf, -2)}T10:00:00Z`,
    });
  });
  await rows.flush(tx);
}
