import { sql } from 'kysely';
import { it } from 'vitest';
import { newId } from '../src/platform/db/new-id.ts';
import { layAudit, judgementRow } from './support/audits.ts';
import { makeChild } from './support/children.ts';
import { urls } from '../src/urls.ts';
import { testApp } from './support/app.ts';
import { serviceId, sharedDatabase, staffId, testDatabase, trial } from './support/database.ts';
const db = sharedDatabase(); const S = serviceId; const own = testDatabase();
const out = (...a: unknown[]) => process.stderr.write('>> ' + a.map((x) => (typeof x === 'string' ? x : JSON.stringify(x))).join(' ') + '\n');
async function tryIt(tx: any, name: string, q: any) {
  await sql`savepoint s`.execute(tx);
  try { const r = await q.execute(tx); out(name, 'OK', String(r.numAffectedRows ?? ''), r.rows ?? r); return r; }
  catch (e: any) { out(name, 'REFUSED', e.message); await sql`rollback to savepoint s`.execute(tx); }
}
it('notices', () => trial(db(), async ({ tx, become, becomeOwner }) => {
  const child = await makeChild(tx, { worker: 'ama-lovelock' });
  const ids = await layAudit(tx, child, { first: 'desmond-plumb' });
  const n = async (t: string) => { await becomeOwner(); out(t, (await sql`select kind, cases, for_role, (select role from staff s where s.id=for_staff) who from access_notice where kind='own-sample'`.execute(tx)).rows); };
  await become('nasir-hollyoak');
  await tryIt(tx, 'take reading', sql`update audit_reading set reader_id=${staffId('nasir-hollyoak')} where id=${ids.first} returning 1`);
  await n('notice after own take');
  await become('nasir-hollyoak');
  await tryIt(tx, 'second to self', sql`insert into audit_reading (service_id,id,audit_id,case_id,child_id,reader_id,reading) values (${S},${newId()},${ids.audit},${ids.case},${child},${staffId('nasir-hollyoak')},'second')`);
  await tryIt(tx, 'insert judgement into reading of another child', sql`select 1`);
  await tryIt(tx, 'notice of own', sql`select id from access_notice`);
}));
it('tie the waiting reader', () => trial(db(), async ({ tx, become, becomeOwner }) => {
  const child = await makeChild(tx, { worker: 'ama-lovelock' });
  const ids = await layAudit(tx, child, { first: 'desmond-plumb', second: 'philippa-standfast' });
  await become('desmond-plumb');
  await tx.insertInto('audit_judgement').values({ ...judgementRow(ids, child, 'desmond-plumb'), answer: 'no' }).execute();
  await tryIt(tx, 'first done', sql`update audit_reading set strengths='s',learning='l',done_on=current_date where id=${ids.first}`);
  await becomeOwner(); await become('nasir-hollyoak');
  await tryIt(tx, 'tie philippa', sql`insert into relationship (service_id,id,child_id,staff_id,kind,starts_at,ends_at,reason) values (${S},${newId()},${child},${staffId('philippa-standfast')},'co-worker',now(),now(),'x')`);
  await tryIt(tx, 'ties', sql`select kind from audit_ties(array[${child}]::uuid[], array[${staffId('philippa-standfast')}]::uuid[])`);
  await tryIt(tx, 'give back', sql`update audit_case set withdrawn_on=current_date, withdrawn_reason='x' where id=${ids.case} returning 1`);
}));
it('carry 1.1 to another framework', async () => {
  const site = await testApp(own()); const head = await site.as('philippa-standfast');
  const day = (n: string, t: string) => { const [y = '', m = '', d = ''] = t.split('-'); return { [`${n}-day`]: d, [`${n}-month`]: m, [`${n}-year`]: y }; };
  const form = (o: Record<string, string>) => ({ kind: 'mock', title: 'Z', programme: '2021 single', lead: staffId('philippa-standfast'), ...day('fieldwork-from', '2026-06-01'), ...day('fieldwork-to', '2026-06-05'), ...day('cases-from', '2025-06-01'), ...day('cases-to', '2026-03-30'), version: '0', ...o });
  const create = await (await head.get(urls.inspections.create)).text();
  const progs = [...create.matchAll(/value="(20\d\d \S+)"/g)].map((m) => m[1]); out('programmes', progs);
  const id = (await head.post(urls.inspections.create, form({}))).headers.get('location')?.split('/').at(-1) ?? '';
  await head.post(urls.inspections.meetingNew(id), { ...day('held-on', '2026-06-05'), attended: 'A', version: '0' });
  const at = urls.inspections.rate(id, '1.1');
  const meeting = /value="([0-9a-f-]{36})"[^>]*>The panel, in its meeting/.exec(await (await head.get(at)).text())?.[1] ?? '';
  out((await head.post(at, { rating: 'Outstanding', meeting, positions: 'A: yes', reason: 'r', version: '0' })).status);
  const p = progs.find((x) => x?.startsWith('2018')) ?? progs.find((x) => x?.startsWith('2025') && x !== '2025 IYJWCV') ?? '';
  out('to', p, (await head.post(urls.inspections.edit(id), form({ programme: p, version: '1' }))).status);
  const t = (await (await head.get(urls.inspections.panel(id))).text()).replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
  out(t.slice(t.indexOf('Overall'), t.indexOf('Overall') + 200));
  site.jobs.stop();
});
