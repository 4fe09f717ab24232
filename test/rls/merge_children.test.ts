import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import type { Tx } from '../../src/platform/db/as-actor.ts';
import { addRow } from '../../src/record/rows.ts';
import { layAudit } from '../support/audits.ts';
import { makeChild, relate, seal } from '../support/children.ts';
import { serviceId, sharedDatabase, staffId, trialOfDuties } from '../support/database.ts';
import { makeInvolvement } from '../support/work-rows.ts';

const database = sharedDatabase();
const here = { serviceId };
const source = 'police';
const valid_from = '2026-01-01';

/** What a child may have only one of: one row of each, laid on both records before they are merged. */
const onlyOne: Readonly<Record<string, (tx: Tx, child_id: string) => Promise<unknown>>> = {
  audit_case: layCase,
  care_episode: (tx, child_id) =>
    addRow(tx, here, 'care_episode', { child_id, source, valid_from, status: 'child-in-need' }),
  characteristic: (tx, child_id) =>
    addRow(tx, here, 'characteristic', {
      child_id,
      source,
      kind: 'ethnicity',
      record_class: 'RC1',
      code: 'W1',
      recorded_on: valid_from,
    }),
  child_address: (tx, child_id) =>
    addRow(tx, here, 'child_address', {
      child_id,
      source,
      valid_from,
      lines: '1 Old Row',
      accommodation_type: 'parents',
    }),
  child_distinction: async (tx, child_id) =>
    addRow(tx, here, 'child_distinction', {
      child_id,
      other_child_id: await makeChild(tx, { forename: 'Other' }),
      reason: 'Two children',
    }),
  child_identifier: (tx, child_id) =>
    addRow(tx, here, 'child_identifier', {
      child_id,
      source,
      kind: 'police-urn',
      value: '77AB1',
      value_search: '77ab1',
    }),
  education_shortfall: (tx, child_id) =>
    addRow(tx, here, 'education_shortfall', {
      child_id,
      began_week: '2026-01-05',
      opened_on: '2026-01-05',
    }),
  education_week: (tx, child_id) =>
    addRow(tx, here, 'education_week', { child_id, source, week: '2026-01-05' }),
  plan: (tx, child_id) =>
    addRow(tx, here, 'plan', { child_id, status: 'draft', started_on: valid_from }),
  referral: (tx, child_id) =>
    addRow(tx, here, 'referral', {
      child_id,
      source,
      agency: 'Police',
      reference: 'OC/1',
      referred_on: valid_from,
      received_on: valid_from,
      state: 'received',
    }),
  relationship: (tx, child_id) => relate(tx, child_id, 'ama-lovelock', 'allocated'),
  restricted_record: (tx, child_id) => seal(tx, child_id),
  victim_involvement: (tx, child_id) =>
    addRow(tx, here, 'victim_involvement', { child_id, label: 'Victim A' }),
};

const merge = (tx: Tx, kept: string, merged: string) =>
  sql`select merge_children(${kept}::uuid, ${merged}::uuid, 'The same birth certificate')`.execute(
    tx,
  );

describe('two records of one child that both have what a child may have only one of', () => {
  it('are known table by table: a new rule of only one is told here before a merge fails on it', async () => {
    const { rows } = await sql<{ name: string }>`
      select distinct c.relname as name from pg_index i
      join pg_class c on c.oid = i.indrelid
      join pg_attribute a on a.attrelid = c.oid and a.attname = 'child_id' and a.attnum = any (i.indkey)
      where c.relnamespace = 'public'::regnamespace and (i.indisunique or i.indisexclusion)
        -- The log stays as it was written, and what is due follows by itself.
        and c.relname not in ('access_log', 'duty', 'duty_stale')
      order by 1`.execute(database().owner);
    expect(rows.map(({ name }) => name)).toEqual(Object.keys(onlyOne));
  });

  it.each(Object.keys(onlyOne))('are merged, whatever both have of %s', (table) =>
    trialOfDuties(database(), async ({ tx, become, becomeOwner }) => {
      const [kept, merged] = [await makeChild(tx), await makeChild(tx, { forename: 'Wrenn' })];
      for (const child of [kept, merged]) {
        await onlyOne[table]?.(tx, child);
        await relate(tx, child, 'marguerite-oyelaran', 'named-list');
      }
      await become('marguerite-oyelaran');
      await merge(tx, kept, merged);
      await becomeOwner();
      const { merged_into } = await tx
        .selectFrom('child')
        .select('merged_into')
        .where('service_id', '=', serviceId)
        .where('id', '=', merged)
        .executeTakeFirstOrThrow();
      expect(merged_into).toBe(kept);
    }),
  );

  it('keep each victim under a label of their own', () =>
    trialOfDuties(database(), async ({ tx, become, becomeOwner }) => {
      const [kept, merged] = [await makeChild(tx), await makeChild(tx, { forename: 'Wrenn' })];
      const label = (child_id: string, letters: string) =>
        addRow(tx, here, 'victim_involvement', { child_id, label: `Victim ${letters}` });
      for (const letters of ['A', 'B', 'Z']) await label(kept, letters);
      for (const letters of ['A', 'B', 'C']) await label(merged, letters);
      await become('marguerite-oyelaran');
      await merge(tx, kept, merged);
      await becomeOwner();
      const victims = await tx
        .selectFrom('victim_involvement')
        .select('label')
        .where('service_id', '=', serviceId)
        .where('child_id', '=', kept)
        .execute();
      expect(victims.map((victim) => victim.label.slice('Victim '.length)).sort()).toEqual([
        'A',
        'AA',
        'AB',
        'B',
        'C',
        'Z',
      ]);
    }));

  it('are one case of a sample that drew both: the other is given back under its old record', () =>
    trialOfDuties(database(), async ({ tx, become, becomeOwner }) => {
      const [kept, merged] = [await makeChild(tx), await makeChild(tx, { forename: 'Wrenn' })];
      const audit = await layAudit(tx, kept, { first: 'philippa-standfast' });
      const caseId = await caseOf(tx, merged, audit.audit);
      await become('marguerite-oyelaran');
      await merge(tx, kept, merged);
      await becomeOwner();
      const left = await tx
        .selectFrom('audit_case')
        .select(['child_id', 'withdrawn_reason'])
        .where('service_id', '=', serviceId)
        .where('id', '=', caseId)
        .executeTakeFirstOrThrow();
      expect(left.child_id).toBe(merged);
      expect(left.withdrawn_reason).toContain('in the sample already');
    }));
});

/** A case of an audit that every record here is drawn into. */
async function layCase(tx: Tx, childId: string): Promise<void> {
  const found = await tx
    .selectFrom('audit')
    .select('id')
    .where('service_id', '=', serviceId)
    .where('title', '=', 'Assessing')
    .executeTakeFirst();
  if (found) await caseOf(tx, childId, found.id);
  else await layAudit(tx, childId, { first: 'philippa-standfast' });
}

const caseOf = async (tx: Tx, child_id: string, audit_id: string) =>
  addRow(tx, here, 'audit_case', {
    child_id,
    audit_id,
    involvement_id: await makeInvolvement(tx, child_id),
    position: 2,
    tier: 'out-of-court',
    disposal: 'youth-caution',
    sex: 'not-asked',
    risk: 'not-assessed',
    worker_id: staffId('ama-lovelock'),
  });
