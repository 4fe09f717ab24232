import { beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../src/platform/db/new-id.ts';
import { urls } from '../../src/urls.ts';
import { testApp } from '../support/app.ts';
import { makeChild, relate } from '../support/children.ts';
import { serviceId, staffId, testDatabase } from '../support/database.ts';
import { makeReferredChild, ownerOf } from '../support/panels.ts';
import { statementCounter } from '../support/statements.ts';

const counter = statementCounter();
const database = testDatabase(counter);
const asOwner = ownerOf(database);
let site: Awaited<ReturnType<typeof testApp>>;
let samantha = '';

beforeAll(async () => {
  await database()
    .owner.transaction()
    .execute(async (tx) => {
      samantha = await makeChild(tx, {
        forename: 'Samantha',
        surname: 'O’Rourke-Llewellyn',
        dateOfBirth: '2011-08-04',
        worker: 'ama-lovelock',
      });
      const row = () => ({ service_id: serviceId, id: newId(), child_id: samantha });
      await tx
        .insertInto('child_identifier')
        .values({
          ...row(),
          kind: 'urn',
          value: '01EM/4025/26',
          value_search: '01EM402526',
          source: 'police',
        })
        .execute();
      await tx
        .insertInto('child_contact_point')
        .values({
          ...row(),
          kind: 'mobile',
          value: '+447700900123',
          value_search: '+447700900123',
          whose: 'Her own',
          valid_from: '2026-01-01',
        })
        .execute();
      await tx
        .insertInto('child_address')
        .values({
          ...row(),
          lines: '4 Larch Court',
          postcode: 'EM12 7XB',
          postcode_search: 'EM127XB',
          accommodation_type: 'parents',
          valid_from: '2026-01-01',
          source: 'self',
          non_disclosure: true,
        })
        .execute();
      await makeChild(tx, { forename: 'Hidden', surname: 'Secretson', restricted: true });
      await makeChild(tx, { forename: 'Robin', surname: 'Vickery', dateOfBirth: '2010-02-02' });
      await relate(tx, samantha, 'rosamund-achebe', 'partner');
    });
  site = await testApp(database());
  return () => site.jobs.stop();
});

const search = async (who: string, q: string) => {
  const visitor = await site.as(who);
  const answer = await visitor.post(urls.children.search, { q });
  expect(answer.status).toBe(200);
  return answer.text();
};

describe('one box finds a child by', () => {
  it.each([
    ['the beginning of a surname', 'orou', 'begins with “orou”'],
    ['two letters', 'sa or', 'begins with'],
    ['a misspelt name', 'lewellyn', 'is spelt nearly like “lewellyn”'],
    ['a slip of the fingers', 'samamtha', 'is spelt nearly like “samamtha”'],
    ['names changed round', 'O’Rourke Samantha', 'Surname given before forename'],
    ['the inside of a name', 'ewelly', 'holds “ewelly”'],
    ['a nickname', 'Sammy', '“Sammy” may be another form of Samantha'],
    ['the date of birth', '4/8/2011', 'Born on 4 August 2011'],
    ['a date of birth with day and month swapped', '8/4/2011', 'Day and month of birth swapped'],
    ['a police reference', '01EM/4025/26', '01EM/4025/26'],
    ['the beginning of a reference', '01em/40', 'begins like this'],
    ['a telephone', '07700 900 123', 'This phone number'],
    ['the beginning of a telephone', '0770090', 'A telephone number begins like this'],
  ])('%s', async (_how, q, why) => {
    const page = await search('ama-lovelock', q);
    expect(page).toContain('Samantha O’Rourke-Llewellyn');
    expect(page).toContain(why);
  });

  it('a postcode, whole or begun, for the child’s own worker', async () => {
    expect(await search('ama-lovelock', 'EM12 7XB')).toContain('Postcode EM12 7XB');
    expect(await search('ama-lovelock', 'em127')).toContain('Postcode EM12 7XB');
  });
});

it('a child with an open referral is not said to have no work', async () => {
  const { childId } = await asOwner((tx) => makeReferredChild(tx, { surname: 'Openreferral' }));
  expect(await search('ama-lovelock', 'Openreferral')).toContain('Referral open');
  expect(await search('ama-lovelock', 'Vickery')).toContain('No current work');
  const ama = await site.as('ama-lovelock');
  const page = await (await ama.get(urls.child.overview(childId))).text();
  expect(page).toMatch(/Referral open\s*<\/a>/);
});

describe('what must not be found', () => {
  it('anybody by a word that nobody could say', async () => {
    await asOwner((tx) => makeChild(tx, { forename: 'Che', surname: 'Quick' }));
    expect(await search('ama-lovelock', 'zzzz qqq')).toContain('No child found');
    expect(await search('ama-lovelock', 'che')).toContain('Che Quick');
  });

  it('an address that must not be disclosed leads nobody to the child but those who may read it', async () => {
    for (const code of ['ben-thackery', 'rosamund-achebe', 'annie-twelvetrees', 'ursula-peaceful'])
      expect(await search(code, 'EM12 7XB'), code).not.toContain('Samantha');
    expect(await search('marguerite-oyelaran', 'EM12 7XB')).toContain('Samantha');
  });

  it('and is not shown to a colleague who finds the child by name', async () => {
    const page = await search('ben-thackery', 'orourke');
    expect(page).toContain('Samantha');
    expect(page).not.toContain('Larch');
  });

  it('a sealed record is found by nobody, not even the head of service', async () => {
    for (const code of ['ama-lovelock', 'marguerite-oyelaran', 'philippa-standfast'])
      expect(await search(code, 'secretson'), code).toContain('No child found');
  });

  it('a police officer finds only children they work with', async () => {
    expect(await search('quentin-larkin', 'vickery')).toContain('No child found');
    expect(await search('rosamund-achebe', 'sam')).toContain('Samantha');
  });

  it('a victim worker, who sees names only, finds nobody by telephone or reference', async () => {
    expect(await search('ursula-peaceful', '07700 900 123')).toContain('No child found');
    expect(await search('ursula-peaceful', '01EM/4025/26')).toContain('No child found');
  });

  it('a board member has no search', async () => {
    const board = await site.as('gwendolen-osei');
    expect((await board.post(urls.children.search, { q: 'sam' })).status).toBe(403);
  });
});

describe('the page', () => {
  it('without words says what may be typed, and with none found what to do', async () => {
    expect(await search('ama-lovelock', '')).toContain('Part of a name is enough');
    expect(await search('ama-lovelock', 'zzqqxx')).toContain('No child found');
  });

  it('offers a new record only after a search, to those who may make one', async () => {
    expect(await search('ama-lovelock', '')).not.toContain('Make a new record');
    const page = await search('ama-lovelock', 'Nobody Newname');
    expect(page).toContain(`action="${urls.children.createAfter}"`);
    expect(page).toContain('<input type="hidden" name="q" value="Nobody Newname"');
    expect(await search('ursula-peaceful', 'Nobody Newname')).not.toContain('/children/new');
  });

  it('never has the words in an address: not of its forms, not of its links, and an address with words finds nobody', async () => {
    const page = await search('ama-lovelock', 'orourke');
    expect(page).not.toMatch(/(href|action)="[^"]*orourke/i);
    expect(page).not.toMatch(/method="get" action="\/children"/);
    const ama = await site.as('ama-lovelock');
    const asked = await (await ama.get(`${urls.children.search}?q=orourke`)).text();
    expect(asked).toContain('Find a child');
    expect(asked).not.toContain('born 4 August 2011');
  });

  it('is logged as a search when it searches, and as a look when it is only opened', async () => {
    const annie = await site.as('annie-twelvetrees');
    await annie.get(urls.children.search);
    await annie.post(urls.children.search, { q: 'sam' });
    const rows = await ownerOf(database)((tx) =>
      tx
        .selectFrom('access_log')
        .select('kind')
        .where('staff_id', '=', staffId('annie-twelvetrees'))
        .where('page', '=', urls.children.search)
        .where('kind', '<>', 'named')
        .orderBy('at', 'desc')
        .limit(2)
        .execute(),
    );
    expect(rows.map(({ kind }) => kind)).toEqual(['search', 'view']);
  });

  it('needs no more than eight statements', async () => {
    const ama = await site.as('ama-lovelock');
    const statements = await counter.during(() => ama.post(urls.children.search, { q: 'sam' }));
    expect(statements.length).toBeLessThanOrEqual(8);
  });
});
