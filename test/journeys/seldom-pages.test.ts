import { hashPassword } from 'better-auth/crypto';
import { sql } from 'kysely';
import type { Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import { newId } from '../../src/platform/db/new-id.ts';
import { addRow } from '../../src/record/rows.ts';
import { urls } from '../../src/urls.ts';
import { signIn, testBrowser } from '../support/browser.ts';
import { makeChild, relate } from '../support/children.ts';
import { serviceId, staffId } from '../support/database.ts';
import { putFile } from '../support/files.ts';
import { layPanel } from '../support/panel-rows.ts';
import { ownerOf } from '../support/panels.ts';
import { checkSeenPages } from '../support/seen-pages.ts';
import { demonstrationSite } from '../support/site.ts';

const site = demonstrationSite();
const browser = testBrowser();
const asOwner = ownerOf(() => site().database);
const visit = (person: string) => signIn(browser(), site().origin, person);
const [care, religion, family, result] = [newId(), newId(), newId(), newId()];
const password = 'correct horse battery';
let rows: Awaited<ReturnType<typeof layPanel>>;

beforeAll(async () => {
  rows = await asOwner(async (tx) => {
    const laid = await layPanel(tx);
    await relate(tx, laid.childId, 'marguerite-oyelaran', 'co-worker');
    const row = { ...laid.own, source: 'social-care' };
    await tx
      .insertInto('care_episode')
      .values({ ...row, id: care, status: 'child-in-need', valid_from: '2026-01-05' })
      .execute();
    await tx
      .insertInto('characteristic')
      .values({
        ...row,
        id: religion,
        kind: 'religion',
        code: 'none',
        record_class: 'RC1',
        recorded_on: '2026-01-05',
      })
      .execute();
    await tx
      .insertInto('area_family')
      .values({
        service_id: serviceId,
        id: family,
        name: 'Harbour towns',
        members: ['E06000001', 'E06000002'],
        why: 'Alike in size and in their harbours',
      })
      .execute();
    await tx
      .insertInto('inspection_result')
      .values({
        service_id: serviceId,
        id: result,
        inspected: 'Harbourside',
        published: '2026-04',
        framework: '2021',
        overall_rating: 'Good',
        source: 'Invented report',
      })
      .execute();
    const { auth_user_id } = await tx
      .selectFrom('staff')
      .select('auth_user_id')
      .where('id', '=', staffId('ben-thackery'))
      .executeTakeFirstOrThrow();
    await tx
      .insertInto('auth_account')
      .values({
        id: newId(),
        accountId: auth_user_id ?? '',
        providerId: 'credential',
        userId: auth_user_id ?? '',
        password: await hashPassword(password),
        updatedAt: new Date(),
      })
      .execute();
    return laid;
  });
}, 120_000);

/** Opens a page by its address and expects to be there. */
async function open(page: Page, path: string): Promise<void> {
  const answer = await page.goto(site().origin + path);
  expect([answer?.status(), new URL(page.url()).pathname]).toEqual([200, path]);
  await page.getByRole('main').getByRole('heading', { level: 1 }).waitFor();
}

/** Sends a form as the page before would have. */
async function send(page: Page, path: string, fields: Record<string, string>): Promise<void> {
  const loaded = page.waitForEvent('load');
  await page.evaluate(`{
    const form = document.createElement('form');
    Object.assign(form, { method: 'post', action: ${JSON.stringify(path)} });
    for (const [name, value] of Object.entries(${JSON.stringify(fields)}))
      form.append(Object.assign(document.createElement('input'), { type: 'hidden', name, value }));
    document.body.append(form);
    setTimeout(() => form.submit());
  }`);
  await loaded;
}

it('a worker puts an assessment away, compares two of its versions, and ends what is over', async () => {
  const ama = await visit('Ama Lovelock');
  const { childId } = rows;
  await open(ama, urls.child.overview(childId));
  await send(ama, urls.assessments.start(childId), { kind: 'initial', template: 'foothold' });
  const assessment = /assessments\/([^/]+)/.exec(ama.url())?.[1] ?? '';
  await asOwner((tx) =>
    sql`insert into assessment_version (service_id, assessment_id, version, child_id, content, event, saved_by)
      select service_id, assessment_id, version + 1, child_id, content, 'save', saved_by
      from assessment_version where assessment_id = ${assessment}`.execute(tx),
  );
  await open(ama, urls.assessments.compare(childId, assessment, '1', '2'));
  await open(ama, urls.assessments.whole(childId, assessment));
  await open(ama, urls.assessments.abandon(childId, assessment));
  await open(ama, urls.child.endCare(childId, care));
  await open(ama, urls.child.settleCharacteristic(childId, 'religion', religion));
  await ama.context().close();
});

it('a manager is asked about a likely second record, looks for it to merge, and settles a disagreement', async () => {
  const manager = await visit('Marguerite Oyelaran');
  const child = await asOwner((tx) =>
    tx
      .selectFrom('child')
      .select(['forename', 'surname'])
      .where('id', '=', rows.childId)
      .executeTakeFirstOrThrow(),
  );
  const typed = {
    ...child,
    birthStatus: 'unknown',
    sex: 'not-asked',
    ethnicity: 'not-known:not-asked',
    language: 'eng',
    source: 'parent',
  };
  await open(manager, urls.children.search);
  await send(manager, urls.children.create, typed);
  await manager.getByRole('heading', { name: /one of these children/ }).waitFor();
  const shown = await manager.locator('input[name="shown"]').first().inputValue();
  await send(manager, urls.children.createConfirm, { ...typed, shown, reason: '' });
  await manager.getByRole('heading', { name: /one of these children/ }).waitFor();
  await open(manager, urls.child.merge(rows.childId));
  await send(manager, urls.child.mergeFind(rows.childId), { q: child.surname });
  const merge = await asOwner(async (tx) => {
    const other_id = await makeChild(tx, { surname: 'Twice' });
    await sql`update child set merged_into = ${rows.childId} where id = ${other_id}`.execute(tx);
    const said = { child_id: rows.childId, into_id: rows.childId, other_id, reason: 'One name' };
    return addRow(tx, { serviceId }, 'child_merge', said);
  });
  await open(manager, urls.child.unmerge(rows.childId, merge));
  await open(manager, urls.panels.escalation(rows.childId, rows.escalation));
  await asOwner((tx) => tx.deleteFrom('escalation').where('id', '=', rows.escalation).execute());
  await open(manager, urls.panels.escalate(rows.childId, rows.decision));
  await manager.context().close();
});

it('a head of service looks at one case of an audit and at what was agreed about it', async () => {
  const one = await asOwner(async (tx) => {
    const found = await tx
      .selectFrom('audit_case')
      .innerJoin('audit_reading', 'audit_reading.case_id', 'audit_case.id')
      .innerJoin('audit', 'audit.id', 'audit_case.audit_id')
      .select(['audit_case.id', 'audit_case.audit_id', 'audit_case.child_id'])
      .where('audit_case.withdrawn_on', 'is', null)
      .where('audit.status', '=', 'reading')
      // Whoever is still to read a case does not look at what others found.
      .where('audit_case.id', 'not in', (theirs) =>
        theirs
          .selectFrom('audit_reading')
          .select('case_id')
          .where('reader_id', '=', staffId('philippa-standfast')),
      )
      .orderBy('audit_case.id')
      .executeTakeFirstOrThrow();
    await relate(tx, found.child_id, 'philippa-standfast', 'co-worker');
    return found;
  });
  const head = await visit('Philippa Standfast');
  await open(head, urls.audits.caseOne(one.audit_id, one.id));
  await open(head, urls.audits.reader(one.audit_id, one.id));
  await open(head, urls.audits.giveBack(one.audit_id, one.id));
  await open(head, urls.audits.finish(one.audit_id));
  await open(head, urls.audits.cancel(one.audit_id));
  await open(head, urls.audits.moderate(one.child_id, one.id));
  await head.context().close();
});

it('a worker opens a file and the first step after a change, and a partner puts their own note right', async () => {
  const laid = await asOwner(async (tx) => {
    const file = await putFile(tx, rows.childId, 'RC1');
    const note = await addRow(tx, { serviceId }, 'partner_note', {
      child_id: rows.childId,
      record_class: 'RC7',
      detail: 'Invented',
      created_by: staffId('quentin-larkin'),
    });
    await relate(tx, rows.childId, 'quentin-larkin', 'partner');
    const review = await tx
      .selectFrom('review')
      .select(['id', 'child_id'])
      .where('held_on', 'is', null)
      .where('change_event_id', 'is not', null)
      .orderBy('id')
      .executeTakeFirstOrThrow();
    await relate(tx, review.child_id, 'ama-lovelock', 'co-worker');
    return { file, note, review };
  });
  const ama = await visit('Ama Lovelock');
  await open(ama, urls.documents.one(rows.childId, laid.file));
  await open(ama, urls.reviews.step(laid.review.child_id, laid.review.id, '1'));
  await ama.context().close();
  const quentin = await visit('Quentin Larkin');
  await open(quentin, urls.information.correctNote(rows.childId, laid.note));
  await open(quentin, urls.information.takeOffNote(rows.childId, laid.note));
  await quentin.context().close();
});

it('a head of service decides about a record whose time is over', async () => {
  const childId = await asOwner(async (tx) => {
    const id = await makeChild(tx, { surname: 'Longago' });
    await addRow(tx, { serviceId }, 'referral', {
      child_id: id,
      source: 'police',
      agency: 'Police',
      referred_on: '2014-01-01',
      received_on: '2014-01-01',
      state: 'closed',
      triaged_on: '2014-01-02',
      closed_on: '2014-01-02',
      closed_reason: 'Invented',
    });
    return id;
  });
  const head = await visit('Philippa Standfast');
  await open(head, urls.children.retention(childId));
  await head.context().close();
});

it('an analyst corrects an inspection result and changes a family of areas', async () => {
  const analyst = await visit('Cleo Abacus');
  await open(analyst, urls.inspectionResults.correct(result));
  await open(analyst, urls.statistics.family(family));
  await analyst.context().close();
});

it('someone with a password changes it and sets up their second step', async () => {
  const ben = await visit('Ben Thackery');
  await open(ben, urls.account.password);
  await open(ben, urls.account.secondFactor);
  await ben.getByLabel('Your password').fill(password);
  await ben.getByRole('button', { name: 'Set it up' }).click();
  await ben.getByLabel('Six-digit code').waitFor();
  await ben.context().close();
});

checkSeenPages('seldom-pages', browser);
