import { sql } from 'kysely';
import { beforeAll, expect, it } from 'vitest';
import { newId } from '../../src/platform/db/new-id.ts';
import { urls } from '../../src/urls.ts';
import { testApp } from '../support/app.ts';
import { layAudit } from '../support/audits.ts';
import { makeChild, relate } from '../support/children.ts';
import { serviceId, staffId, testDatabase } from '../support/database.ts';
import { put } from '../support/duties.ts';
import { layEveryDuty } from '../support/every-duty.ts';
import { ownerOf } from '../support/panels.ts';
import { type Promised, promises, promising } from '../support/promises.data.ts';
import { sentencesOfPages } from '../support/sentences.ts';

const database = testDatabase();
const asOwner = ownerOf(database);
let site: Awaited<ReturnType<typeof testApp>>;
const homes = new Map<string, string>();
let whats: readonly { readonly standard: string; readonly what: string }[] = [];

const made = Object.entries(promises).flatMap(([says, promised]): [string, Promised][] =>
  typeof promised === 'string' ? [] : [[says, promised]],
);

beforeAll(async () => {
  await asOwner(async (tx) => {
    const childId = await makeChild(tx, { worker: 'ama-lovelock' });
    await layEveryDuty(tx, childId);
    await relate(tx, childId, 'quentin-larkin', 'panel');
    // A review of a child at a high level, and below one that nobody has triaged and one that waits for a worker.
    const other = await makeChild(tx, { worker: 'ama-lovelock' });
    await put.involvement(tx, other);
    await put.referral(tx, other);
    await put.assessment(tx, other, '2026-03-02', { harm_level: 'high' });
    await tx
      .insertInto('review')
      .values({
        service_id: serviceId,
        id: newId(),
        child_id: other,
        reason: 'manager',
        opened_on: '2026-03-20',
        due_on: '2026-04-02',
        held_on: '2026-04-01',
        held_by: staffId('ama-lovelock'),
        findings: 'Invented',
        result: 'plan-changed',
      })
      .execute();
    const audit = await layAudit(tx, other, { first: 'nasir-hollyoak' });
    await tx
      .insertInto('audit_feedback')
      .values({
        service_id: serviceId,
        id: newId(),
        child_id: other,
        audit_id: audit.audit,
        case_id: audit.case,
        worker_id: staffId('ama-lovelock'),
        audit_title: 'Assessing',
        framework_id: '2021',
        strengths: 'Good',
        learning: 'Some',
        judgements: '[]',
        shared_on: '2026-04-01',
      })
      .execute();
    const waiting = { allocated_on: null, allocated_to: null };
    await put.referral(tx, await makeChild(tx), {
      ...waiting,
      state: 'received',
      triaged_on: null,
    });
    await put.referral(tx, await makeChild(tx), { ...waiting, state: 'awaiting-allocation' });
    await tx
      .insertInto('figure_snapshot')
      .values({
        ...{ service_id: serviceId, id: newId(), frozen_by: staffId('cleo-abacus') },
        ...{ period_from: '2026-01-01', period_to: '2026-03-31', definition: 'newer', number: 1 },
      })
      .execute();
    await tx
      .insertInto('national_figure')
      .values({
        ...{ service_id: serviceId, id: newId(), measure: 'fte', definition: 'newer' },
        ...{ period_from: '2025-01-01', period_to: '2025-12-31', numerator: 47 },
        ...{ source: 'Invented', vintage: 'Invented', status: 'waiting', explanation: 'Invented' },
        ...{ explained_at: new Date(), explained_by: staffId('cleo-abacus'), numerator_then: 42 },
      })
      .execute();
    // Duties are kept at the end of the transaction.
    await sql`set constraints all immediate`.execute(tx);
    whats = await tx
      .selectFrom('duty')
      .select(['standard', 'what'])
      .where('service_id', '=', serviceId)
      .where('done_on', 'is', null)
      .execute();
  });
  site = await testApp(database());
  for (const on of new Set(made.map(([, promised]) => promised.on)))
    homes.set(on, await homeOf(on));
  return () => site.jobs.stop();
});

// A home, and the lists that it leads on to where it draws only the first of them.
async function homeOf(code: string): Promise<string> {
  const visitor = await site.as(code);
  const home = await (await visitor.get(urls.home)).text();
  const lists = new Set(home.match(/(?<=href=")\/waiting\/[^"]+/g));
  return [
    home,
    ...(await Promise.all([...lists].map(async (list) => (await visitor.get(list)).text()))),
  ].join('');
}

it('every sentence of a page that promises somebody something is known, with the duty that keeps it', () => {
  const found = sentencesOfPages().filter((sentence) => promising.test(sentence));
  expect(found.sort()).toEqual(Object.keys(promises).sort());
});

it.each(made)('“%s” stands on the home of whoever it is promised to', (_says, { standard, on }) => {
  const words = whats.filter((duty) => duty.standard === standard).map(({ what }) => what);
  expect(words.length, standard).toBeGreaterThan(0);
  expect(
    words.some((what) => homes.get(on)?.includes(what)),
    `${standard} on ${on}`,
  ).toBe(true);
});
