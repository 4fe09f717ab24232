import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { addMonths } from '../../src/domain/calendar/day.ts';
import { newId } from '../../src/platform/db/new-id.ts';
import { today } from '../support/audits.ts';
import { makeChild } from '../support/children.ts';
import { serviceId, sharedDatabase, staffId, type Trial, trial } from '../support/database.ts';

const database = sharedDatabase();
type Tx = Trial['tx'];
const opens = addMonths(today, -12);

const themes = async (tx: Tx, children: readonly string[]) => {
  const { rows } = await sql<{ child_id: string; theme: string }>`
    select child_id, theme from audit_themes(${[...children]}::uuid[], ${opens}::date)`.execute(tx);
  return rows.map(({ child_id, theme }) => `${children.indexOf(child_id)} ${theme}`).sort();
};
const care = (tx: Tx, child_id: string, status: string, valid_to: string | null) =>
  tx
    .insertInto('care_episode')
    .values({
      service_id: serviceId,
      id: newId(),
      child_id,
      status,
      valid_from: '2020-01-01',
      valid_to,
      source: 'social-care',
    })
    .execute();
const ethnicity = (tx: Tx, child_id: string, code: string) =>
  tx
    .insertInto('characteristic')
    .values({
      service_id: serviceId,
      id: newId(),
      child_id,
      kind: 'ethnicity',
      record_class: 'RC1',
      code,
      source: 'self',
      recorded_on: today,
    })
    .execute();
const warned = (tx: Tx, child_id: string, ended_on: string | null, kind = 'exploitation') =>
  tx
    .insertInto('warning')
    .values({
      service_id: serviceId,
      id: newId(),
      child_id,
      kind,
      detail: 'See the plan',
      owner_id: staffId('ama-lovelock'),
      raised_on: '2020-01-01',
      review_on: today,
      ended_on,
      end_reason: ended_on && 'Over',
    })
    .execute();

it('a themed audit draws children by what is recorded and live, and nobody who draws no sample learns it', () =>
  trial(database(), async ({ tx, become }) => {
    const children = [await makeChild(tx), await makeChild(tx), await makeChild(tx)];
    const [one = '', two = '', three = ''] = children;
    const sealed = await makeChild(tx, { restricted: true });
    await care(tx, one, 'care-order', null);
    await care(tx, two, 'care-order', addMonths(opens, -1));
    await care(tx, three, 'child-in-need', null);
    await care(tx, sealed, 'care-order', null);
    await warned(tx, two, null);
    await warned(tx, three, today);
    // Nor of any other kind, nor of a child who was not asked for.
    await warned(tx, one, null, 'weapons');
    const notAsked = await makeChild(tx);
    await warned(tx, notAsked, null);
    await care(tx, notAsked, 'care-order', null);
    await ethnicity(tx, notAsked, 'B1');
    await tx.updateTable('child').set({ sex: 'female' }).where('id', '=', notAsked).execute();
    await ethnicity(tx, one, 'W1');
    await ethnicity(tx, two, 'NS');
    await ethnicity(tx, three, 'B1');
    await tx.updateTable('child').set({ sex: 'female' }).where('id', '=', two).execute();
    for (const code of ['desmond-plumb', 'marguerite-oyelaran']) {
      await become(code);
      expect(await themes(tx, [...children, sealed]), code).toEqual([
        '0 in-care',
        '1 exploitation',
        '1 girls',
        '2 not-white',
      ]);
    }
    for (const code of ['ama-lovelock', 'edith-fairlamp', 'cleo-abacus']) {
      await become(code);
      expect(await themes(tx, children), code).toEqual([]);
    }
  }));
