import { auditQuestions, questionsFor } from '../../src/domain/audits/audit-questions.ts';
import { britishDay } from '../../src/domain/calendar/british-time.ts';
import { addDays, addMonths } from '../../src/domain/calendar/day.ts';
import type { Tx } from '../../src/platform/db/as-actor.ts';
import { newId } from '../../src/platform/db/new-id.ts';
import { readFrameworks } from '../../src/platform/files/read-frameworks.ts';
import { urls } from '../../src/urls.ts';
import type { Visitor } from './app.ts';
import { makeChild, relate } from './children.ts';
import { serviceId, staffId } from './database.ts';

export const today = britishDay(new Date());

/** Children of Ama's with out-of-court work of half a year, an entry of her manager and one contact each, made as the owner. */
export async function layCases(tx: Tx, forenames: readonly string[]): Promise<string[]> {
  const ids: string[] = [];
  for (const forename of forenames) {
    const id = await makeChild(tx, { forename, surname: 'Auditcase', worker: 'ama-lovelock' });
    const row = { service_id: serviceId, child_id: id };
    await tx
      .insertInto('involvement')
      .values({ ...row, id: newId(), type: 'youth-caution', started_on: addMonths(today, -6) })
      .execute();
    await tx
      .insertInto('contact')
      .values({
        ...row,
        id: newId(),
        type: 'supervision',
        place: 'office',
        status: 'recorded',
        attendance: 'attended',
        held_at: `${addMonths(today, -3)}T10:00:00Z`,
        worker_id: staffId('ama-lovelock'),
        notes: 'We talked',
      })
      .execute();
    await tx
      .insertInto('oversight_entry')
      .values({
        ...row,
        id: newId(),
        kind: 'supervision',
        text: 'Talked through',
        entered_on: addMonths(today, -2),
        self_view: 'effective',
        created_by: staffId('marguerite-oyelaran'),
      })
      .execute();
    ids.push(id);
  }
  return ids;
}

/** A sealed child whose work falls in the window too. */
export async function laySealed(tx: Tx): Promise<string> {
  const id = await makeChild(tx, {
    surname: 'Sealedcase',
    worker: 'ama-lovelock',
    restricted: true,
  });
  await tx
    .insertInto('involvement')
    .values({
      service_id: serviceId,
      child_id: id,
      id: newId(),
      type: 'youth-caution',
      started_on: addMonths(today, -6),
    })
    .execute();
  return id;
}

/** An audit with its sample and readings as rows, made as the owner: for tests of who may see what. */
export async function layAudit(
  tx: Tx,
  childId: string,
  readers: { readonly first: string; readonly second?: string },
) {
  const ids = { audit: newId(), case: newId(), first: newId(), second: newId() };
  const involvement = newId();
  const row = { service_id: serviceId, child_id: childId };
  await tx
    .insertInto('involvement')
    .values({ ...row, id: involvement, type: 'youth-caution', started_on: addMonths(today, -6) })
    .execute();
  await tx
    .insertInto('audit')
    .values({
      service_id: serviceId,
      id: ids.audit,
      title: 'Assessing',
      kind: 'monthly',
      framework_id: '2021',
      standards: ['3.1'],
      month: `${today.slice(0, 7)}-01`,
      due_on: addDays(today, 10),
      lead_id: staffId('marguerite-oyelaran'),
      status: 'reading',
      drawn_on: today,
      sample_plan: JSON.stringify({
        opens: addMonths(today, -12),
        closes: today,
        types: ['youth-caution'],
        strata: [],
        size: { kind: 'number', number: 1 },
        secondPercent: 0,
        notSinceMonths: 0,
        leastDays: 28,
        seed: 'word',
        readers: [],
      }),
      sample_frame: '{}',
    })
    .execute();
  await tx
    .insertInto('audit_case')
    .values({
      ...row,
      id: ids.case,
      audit_id: ids.audit,
      involvement_id: involvement,
      position: 1,
      tier: 'out-of-court',
      disposal: 'youth-caution',
      sex: 'not-asked',
      risk: 'not-assessed',
      worker_id: staffId('ama-lovelock'),
    })
    .execute();
  for (const reading of ['first', 'second'] as const) {
    const code = readers[reading];
    if (!code) continue;
    await tx
      .insertInto('audit_reading')
      .values({
        ...row,
        id: ids[reading],
        audit_id: ids.audit,
        case_id: ids.case,
        reader_id: staffId(code),
        reading,
      })
      .execute();
    await relate(tx, childId, code, 'sample');
  }
  return ids;
}

export const judgementRow = (
  ids: Awaited<ReturnType<typeof layAudit>>,
  childId: string,
  code: string,
  reading: 'first' | 'second' = 'first',
) => ({
  service_id: serviceId,
  id: newId(),
  child_id: childId,
  case_id: ids.case,
  reading_id: ids[reading],
  reader_id: staffId(code),
  key_question: '3.1.1',
  answer: 'yes',
  reason: 'It does',
});

const framework = readFrameworks().find(({ id }) => id === '2021');
/** What an out-of-court case is asked in an audit of assessing. */
export const asked = framework
  ? questionsFor(auditQuestions(framework, ['3.1']), 'out-of-court')
  : [];

/** Judges one question through its page, with the first item of the record as evidence. */
export async function judge(
  visitor: Visitor,
  childId: string,
  readingId: string,
  question: (typeof asked)[number],
  answer: string,
  version = '0',
): Promise<Response> {
  const path = urls.audits.question(childId, readingId, question.id);
  const item = /name="evidence" type="checkbox" value="([^"]+)"/.exec(
    await (await visitor.get(path)).text(),
  );
  return visitor.post(path, {
    version,
    answer,
    reason: `I judge ${answer}`,
    evidence: item?.[1] ?? '',
    ...Object.fromEntries(question.prompts.map(({ id }) => [`prompt-${id}`, 'yes'])),
  });
}
