import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { newId } from '../../src/platform/db/new-id.ts';
import { cannotTests } from '../support/cannot.ts';
import { makeChild, relate } from '../support/children.ts';
import { serviceId, sharedDatabase, trial } from '../support/database.ts';

const database = sharedDatabase();
const home = {
  lines: '9 Heron Walk',
  postcode: 'EM3 9ZZ',
  postcode_search: 'EM39ZZ',
  accommodation_type: 'parents',
  valid_from: '2026-01-01',
  source: 'self',
};

cannotTests(database, {
  table: 'child_address',
  row: () => home,
  change: { suitable: 'no' },
  readers: ['ama-lovelock', 'marguerite-oyelaran', 'rosamund-achebe', 'annie-twelvetrees'],
  notReaders: ['ursula-peaceful', 'winston-appleby', 'xanthe-goodenough'],
  writers: ['ama-lovelock', 'marguerite-oyelaran', 'annie-twelvetrees'],
  notWriters: ['rosamund-achebe', 'philippa-standfast', 'desmond-plumb'],
});

const seesHidden = (code: string, isRelated: boolean) =>
  trial(database(), async ({ tx, become }) => {
    const child = await makeChild(tx, { worker: 'ama-lovelock' });
    await tx
      .insertInto('child_address')
      .values({
        ...home,
        service_id: serviceId,
        id: newId(),
        child_id: child,
        non_disclosure: true,
      })
      .execute();
    if (isRelated) await relate(tx, child, code, 'partner');
    await become(code);
    const rows = await tx
      .selectFrom('child_address')
      .select('id')
      .where('child_id', '=', child)
      .execute();
    const changes = await tx
      .selectFrom('change_log')
      .select('id')
      .where('table_name', '=', 'child_address')
      .where('child_id', '=', child)
      .execute();
    expect([rows.length, changes.length]).toEqual(
      ['ama-lovelock', 'marguerite-oyelaran'].includes(code) ? [1, 1] : [0, 0],
    );
  });

it.each([
  'rosamund-achebe',
  'quentin-larkin',
  'viv-tolliver',
  'tegan-bamford-ali',
  'desmond-plumb',
])(
  '%s does not see a home that must not be disclosed, nor its history, while working with the child',
  (code) => seesHidden(code, true),
);
it.each(['ben-thackery', 'annie-twelvetrees'])(
  '%s, of the same service but not the child’s worker, does not see it either',
  (code) => seesHidden(code, false),
);
it.each(['ama-lovelock', 'marguerite-oyelaran'])('%s sees it', (code) => seesHidden(code, false));

const hides = (code: string) =>
  trial(database(), async ({ tx, become, becomeOwner }) => {
    const child = await makeChild(tx, { worker: 'ama-lovelock' });
    const id = newId();
    await tx
      .insertInto('child_address')
      .values({ service_id: serviceId, id, child_id: child, ...home })
      .execute();
    await become(code);
    await sql`select hide_address(${id})`.execute(tx);
    await becomeOwner();
    const row = await tx
      .selectFrom('child_address')
      .select('non_disclosure')
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    expect(row.non_disclosure).toBe(writers.includes(code));
  });
const writers = ['ama-lovelock', 'annie-twelvetrees', 'marguerite-oyelaran'];

it.each(writers)('%s hides an address, also when they may not read it any more', hides);
it.each(['rosamund-achebe', 'philippa-standfast', 'ursula-peaceful', 'winston-appleby'])(
  '%s, who may not change an address, hides none',
  hides,
);
