import { beforeAll, expect, it } from 'vitest';
import { britishDay } from '../../src/domain/calendar/british-time.ts';
import { addDays } from '../../src/domain/calendar/day.ts';
import { approveClosure } from '../../src/features/closure/approve-closure.ts';
import { closureRecord } from '../../src/features/closure/closure.queries.ts';
import { asActor } from '../../src/platform/db/as-actor.ts';
import { newId } from '../../src/platform/db/new-id.ts';
import { urls } from '../../src/urls.ts';
import { testApp } from '../support/app.ts';
import { makeChild } from '../support/children.ts';
import { actorOf, serviceId, staffId, testDatabase } from '../support/database.ts';
import { ownerOf } from '../support/panels.ts';
import { listFile } from '../support/police-list.ts';
import { importEnded, sendList } from '../support/send-list.ts';

const database = testDatabase();
let site: Awaited<ReturnType<typeof testApp>>;
const works = [newId(), newId()];
let childId = '';

beforeAll(async () => {
  childId = await database()
    .owner.transaction()
    .execute(async (tx) => {
      const id = await makeChild(tx, { worker: 'ama-lovelock' });
      for (const work of works) {
        const row = { service_id: serviceId, child_id: id };
        await tx
          .insertInto('involvement')
          .values({ ...row, id: work, type: 'prevention', started_on: '2026-01-10' })
          .execute();
        await tx
          .insertInto('closure')
          .values({
            ...row,
            id: newId(),
            involvement_id: work,
            status: 'submitted',
            opened_on: '2026-05-01',
            submitted_on: '2026-05-01',
            submitted_by: staffId('ama-lovelock'),
          })
          .execute();
      }
      return id;
    });
  site = await testApp(database());
  return () => site.jobs.stop();
});

// Nobody whom the lists before could be.
const newcomer = { 'D.O.B': '09/08/2011', Address: '9 Ropewalk, Eastmarsh', Postcode: '' };

const asHead = async <T>(read: Parameters<typeof asActor<T>>[2]) =>
  asActor(database().app, await actorOf(database().app, 'philippa-standfast'), read);

it('two managers who close a child’s last two works at once end the worker’s allocation between them', async () => {
  const approve = async (code: string, work: string) => {
    const actor = await actorOf(database().app, code);
    return asActor(database().app, actor, async (tx) => {
      const record = await closureRecord(tx, childId, work);
      if (!record?.closure) throw new Error('The closing is not there');
      const input = { childId, record, closure: record.closure, note: null, today: '2026-06-01' };
      return approveClosure(tx, actor, input);
    });
  };
  const [first = '', second = ''] = works;
  const saved = await Promise.all([
    approve('marguerite-oyelaran', first),
    approve('philippa-standfast', second),
  ]);
  expect(saved.map(({ kind }) => kind)).toEqual(['saved', 'saved']);
  const worker = await asHead((tx) =>
    tx
      .selectFrom('relationship')
      .select('ends_at')
      .where('child_id', '=', childId)
      .where('kind', '=', 'allocated')
      .execute(),
  );
  expect(worker.map(({ ends_at }) => ends_at !== null)).toEqual([true]);
});

it('the same list sent and started by two people at once is one list, and makes each child once', async () => {
  const annie = await site.as('annie-twelvetrees');
  const marguerite = await site.as('marguerite-oyelaran');
  // What its columns mean is known from a list before, so that both get to the same place.
  await sendList(annie, listFile([{ URN: '07ZZ/4000/26', Surname: 'Before' }], 'before.csv'));
  const file = () =>
    listFile(
      [
        {
          URN: '07ZZ/4001/26',
          Surname: 'Onceonly',
          'Forename(s)': 'Lucinda',
          'D.O.B': '17/11/2010',
          Address: '30 Cable Street, Eastmarsh',
          Postcode: '',
        },
      ],
      'same.csv',
    );
  const sent = await Promise.all([sendList(annie, file()), sendList(marguerite, file())]);
  expect(sent[0]).toBe(sent[1]);
  await Promise.all(sent.map((at) => annie.post(`${at}/start`, {})));
  expect(await importEnded(annie, sent[0] ?? '')).toContain('1 new record');
  expect(await childrenNamed('Onceonly')).toBe(1);
});

it('two lists with the same child, imported at once, make one record and one referral', async () => {
  const annie = await site.as('annie-twelvetrees');
  const lists = ['first.csv', 'second.csv'].map((name, index) =>
    listFile(
      [
        { ...newcomer, URN: '07ZZ/4002/26', Surname: 'Bothlists', 'Forename(s)': 'Ottoline' },
        {
          URN: `07ZZ/410${index}/26`,
          Surname: ['Quenby', 'Harkaway'][index] ?? '',
          'Forename(s)': ['Marisol', 'Ignatius'][index] ?? '',
          'D.O.B': `0${index + 1}/03/2010`,
          Address: `${index + 1} Ropewalk, Eastmarsh`,
          Postcode: '',
        },
      ],
      name,
    ),
  );
  const sent = await Promise.all(lists.map((file) => sendList(annie, file)));
  await Promise.all(sent.map((at) => annie.post(`${at}/start`, {})));
  for (const at of sent) await importEnded(annie, at);
  expect(await childrenNamed('Bothlists')).toBe(1);
});

it('a register brought in by two people at once makes each hearing once', async () => {
  const heard = addDays(britishDay(new Date()), -1);
  const child = await ownerOf(database)(async (tx) => {
    const id = await makeChild(tx, { surname: 'Onehearing', dateOfBirth: '2011-04-05' });
    await tx
      .insertInto('child_address')
      .values({
        service_id: serviceId,
        id: newId(),
        child_id: id,
        lines: '9 Quay Close, Eastmarsh',
        accommodation_type: 'not-asked',
        suitable: 'not-asked',
        valid_from: '2026-01-01',
        source: 'police',
      })
      .execute();
    return id;
  });
  const odile = await site.as('odile-farthingale');
  const annie = await site.as('annie-twelvetrees');
  const file = new File(
    [
      `Name,Date of birth,Address,Court,Hearing date,Offence,Result\n"ONEHEARING, Wren",05/04/2011,"9 Quay Close, Eastmarsh",Eastmarsh Youth Court,${heard},Affray,Fine`,
    ],
    'register.csv',
  );
  const sent = await odile.post(urls.court.addRegister, { file });
  const at = (sent.headers.get('location') ?? '').replace(/entries$/, 'bring-in');
  await Promise.all([odile.post(at, {}), annie.post(at, {})]);
  const hearings = await asHead((tx) =>
    tx.selectFrom('hearing').select('id').where('child_id', '=', child).execute(),
  );
  expect(hearings).toHaveLength(1);
});

const childrenNamed = async (surname: string) => {
  const rows = await asHead((tx) =>
    tx
      .selectFrom('child')
      .innerJoin('referral', 'referral.child_id', 'child.id')
      .select('referral.id')
      .where('surname', '=', surname)
      .execute(),
  );
  return rows.length;
};
