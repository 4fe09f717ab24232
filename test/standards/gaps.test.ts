import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import type { Tx } from '../../src/platform/db/as-actor.ts';
import { newId } from '../../src/platform/db/new-id.ts';
import { makeChild, relate } from '../support/children.ts';
import { serviceId, sharedDatabase, staffId, trial } from '../support/database.ts';
import { leaveAlone, put } from '../support/duties.ts';

const database = sharedDatabase();
const own = (childId: string) => ({ service_id: serviceId, id: newId(), child_id: childId });

const said = async (tx: Tx, id: string) => {
  const { rows } = await sql<{ gap: string; state: string }>`
    select gap, state from record_gap where service_id = ${serviceId} and child_id = ${id} order by gap`.execute(
    tx,
  );
  return rows.map(({ gap, state }) => `${gap}: ${state}`);
};

/** What is said to lack in the record of a child of Ama's, to whoever asks. */
const lacking = (lay: (tx: Tx, id: string) => Promise<unknown>, reader = 'ama-lovelock') =>
  new Promise<readonly string[]>((resolve, reject) => {
    trial(database(), async ({ tx, become }) => {
      const id = await makeChild(tx, { worker: 'ama-lovelock' });
      await lay(tx, id);
      await become(reader);
      const found = await said(tx, id);
      // Nothing of it stood on the other service's rows, which have the same ids.
      await leaveAlone(tx);
      await become(reader);
      expect(await said(tx, id), 'as with no other service').toEqual(found);
      resolve(found);
    }).catch(reject);
  });

const everything = [
  'address: missing',
  'care: missing',
  'education: missing',
  'ethnicity: missing',
  'language: missing',
  'parental-responsibility: missing',
  'send: missing',
  'sex: not-asked',
];
const but = (gap: string, ...instead: string[]) =>
  [...everything.filter((each) => !each.startsWith(`${gap}:`)), ...instead].sort();

const told = (tx: Tx, id: string, more: object = {}) =>
  tx
    .insertInto('characteristic')
    .values({
      ...{ ...own(id), kind: 'ethnicity', record_class: 'RC1', recorded_on: '2026-04-01' },
      ...{ source: 'self', ...more },
    })
    .execute();

describe('what a record lacks', () => {
  it('is everything of a child of whom nothing was asked yet', async () => {
    expect(await lacking(async () => undefined)).toEqual(everything);
  });

  it.each<[string, object, string[]]>([
    ['an answer', { code: 'W1' }, []],
    ['that they decline to say', { not_known: 'declined' }, []],
    ['that it does not apply to them', { not_known: 'not-applicable' }, []],
    ['that nobody asked', { not_known: 'not-asked' }, ['ethnicity: not-asked']],
    ['that it is unknown', { not_known: 'unknown' }, ['ethnicity: unknown']],
    [
      'an answer that was withdrawn',
      { code: 'W1', ended_on: '2026-04-02' },
      ['ethnicity: missing'],
    ],
  ])('is their ethnicity or not once the record has %s', async (_what, more, gaps) => {
    expect(await lacking((tx, id) => told(tx, id, more))).toEqual(but('ethnicity', ...gaps));
  });

  it('is an answer that anybody gave no more, and what two sources say differently is to be settled', async () => {
    const both = (first: object, second: object) => async (tx: Tx, id: string) => {
      await told(tx, id, first);
      await told(tx, id, { source: 'police', recorded_on: '2026-04-02', ...second });
    };
    expect(await lacking(both({ code: 'W1' }, { not_known: 'unknown' }))).toEqual(but('ethnicity'));
    expect(await lacking(both({ code: 'W1' }, { code: 'W1' }))).toEqual(but('ethnicity'));
    expect(await lacking(both({ code: 'W1' }, { code: 'M1' }))).toEqual(
      but('ethnicity', 'ethnicity-disagree: two sources disagree'),
    );
    // Why it is not known is said as it was said last.
    expect(await lacking(both({ not_known: 'not-asked' }, { not_known: 'unknown' }))).toEqual(
      but('ethnicity', 'ethnicity: unknown'),
    );
  });

  it('is asked of language and of special educational needs in the same way', async () => {
    expect(await lacking((tx, id) => told(tx, id, { kind: 'language', code: 'eng' }))).toEqual(
      but('language'),
    );
    expect(
      await lacking((tx, id) => told(tx, id, { kind: 'send', record_class: 'RC9', code: 'none' })),
    ).toEqual(but('send'));
    expect(await lacking((tx, id) => told(tx, id, { kind: 'religion', code: 'none' }))).toEqual(
      everything,
    );
  });

  it.each([
    ['male', []],
    ['not-asked', ['sex: not-asked']],
    ['unknown', ['sex: unknown']],
  ])('is the sex of a child or not where it is recorded as %s', async (sex, gaps) => {
    const lay = (tx: Tx, id: string) =>
      tx.updateTable('child').set({ sex }).where('id', '=', id).execute();
    expect(await lacking(lay)).toEqual(but('sex', ...gaps));
  });

  it('is a date of birth that is thought to be so', async () => {
    const lay = (tx: Tx, id: string) =>
      tx
        .updateTable('child')
        .set({ date_of_birth_status: 'estimated' })
        .where('id', '=', id)
        .execute();
    expect(await lacking(lay)).toEqual([...everything, 'date-of-birth: estimated'].sort());
  });

  const since = { valid_from: '2026-01-05', source: 'school' };
  const over = { valid_to: '2026-03-02' };
  const lives = (tx: Tx, id: string, more: object = {}) =>
    tx
      .insertInto('child_address')
      .values({ ...own(id), ...since, lines: 'A street', accommodation_type: 'family', ...more })
      .execute();
  const learns = (tx: Tx, id: string, more: object = {}) =>
    tx
      .insertInto('education_episode')
      .values({ ...own(id), ...since, provision: 'mainstream', provider: 'A school', ...more })
      .execute();
  const caredFor = (tx: Tx, id: string, more: object = {}) =>
    tx
      .insertInto('care_episode')
      .values({ ...own(id), ...since, status: 'child-in-need', ...more })
      .execute();
  const parent = (tx: Tx, id: string, more: object = {}) =>
    tx
      .insertInto('network_person')
      .values({
        ...{ ...own(id), name: 'Invented', relationship: 'mother', valid_from: '2026-01-05' },
        ...{ parental_responsibility: 'yes', ...more },
      })
      .execute();
  const hidesHome = (tx: Tx, id: string, more: object = {}) =>
    tx
      .insertInto('warning')
      .values({
        ...{ ...own(id), kind: 'non-disclosure-address', detail: 'Invented' },
        ...{ owner_id: staffId('ama-lovelock'), raised_on: '2026-04-01', review_on: '2026-10-01' },
        ...more,
      })
      .execute();
  it.each<[string, (tx: Tx, id: string) => Promise<unknown>, readonly string[]]>([
    ['has a home', lives, but('address')],
    ['had a home that they left', (tx, id) => lives(tx, id, over), everything],
    ['has a home that may not be told', hidesHome, but('address')],
    [
      'had a home that might not be told',
      (tx, id) => hidesHome(tx, id, { ended_on: '2026-04-02', end_reason: 'Safe now' }),
      everything,
    ],
    ['has another warning', (tx, id) => hidesHome(tx, id, { kind: 'weapons' }), everything],
    ['goes to a school', learns, but('education')],
    ['went to a school', (tx, id) => learns(tx, id, over), everything],
    ['is known to social care', caredFor, but('care')],
    ['was known to social care', (tx, id) => caredFor(tx, id, over), but('care')],
    ['has somebody who answers for them', parent, but('parental-responsibility')],
    [
      'has a mother of whom it is not known',
      (tx, id) => parent(tx, id, { parental_responsibility: 'unknown' }),
      everything,
    ],
    ['had somebody who answered for them', (tx, id) => parent(tx, id, over), everything],
  ])('is less or not where the child %s', async (_what, lay, gaps) => {
    expect(await lacking(lay)).toEqual(gaps);
    // Another child's answers none of it.
    expect(await lacking(async (tx) => lay(tx, await makeChild(tx)))).toEqual(everything);
  });

  it('is shown to nobody who may not read the answer: there it is no gap to fill', async () => {
    const seen = (reader: string) => lacking(async () => undefined, reader);
    expect(await seen('marguerite-oyelaran')).toEqual(everything);
    // Business support reads of school only whether there is one, and of care what anybody may know.
    expect(await seen('annie-twelvetrees')).toEqual(
      everything.filter((gap) => !/^(education|send)/.test(gap)),
    );
    expect(await seen('ursula-peaceful')).toEqual(['sex: not-asked']);
  });

  it('is asked of whoever is worked with, and of nobody who was merged into another record', () =>
    trial(database(), async ({ tx, become, becomeOwner }) => {
      const [worked, dutied, waiting, left, none, merged] = [
        await makeChild(tx),
        await makeChild(tx),
        await makeChild(tx),
        await makeChild(tx),
        await makeChild(tx),
        await makeChild(tx, { worker: 'ama-lovelock' }),
      ];
      await put.involvement(tx, worked);
      await relate(tx, dutied, 'ama-lovelock', 'duty');
      await relate(tx, waiting, 'ama-lovelock', 'co-worker');
      await relate(tx, left, 'ama-lovelock', 'allocated', new Date(Date.now() - 60_000));
      await tx.updateTable('child').set({ merged_into: worked }).where('id', '=', merged).execute();
      await become('marguerite-oyelaran');
      const found = [];
      for (const id of [worked, dutied, waiting, left, none, merged])
        found.push((await said(tx, id)).length > 0);
      expect(found).toEqual([true, true, false, false, false, false]);
      await becomeOwner();
    }));
});
