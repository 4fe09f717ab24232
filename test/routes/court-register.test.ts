import { beforeAll, describe, expect, it } from 'vitest';
import { britishDay } from '../../src/domain/calendar/british-time.ts';
import { addDays, formatShortDay } from '../../src/domain/calendar/day.ts';
import { newId } from '../../src/platform/db/new-id.ts';
import { urls } from '../../src/urls.ts';
import { testApp, type Visitor } from '../support/app.ts';
import { makeChild } from '../support/children.ts';
import { serviceId, testDatabase } from '../support/database.ts';
import { dayBoxes } from '../support/day-boxes.ts';
import { ownerOf } from '../support/panels.ts';

const database = testDatabase();
const asOwner = ownerOf(database);
const today = britishDay(new Date());
const heard = addDays(today, -1);
let site: Awaited<ReturnType<typeof testApp>>;
let odile: Visitor;
let annie: Visitor;
let wren = '';
let corin = '';
let hearingId = '';

const usual = {
  Name: 'GULLIVANE, Wren',
  'Date of birth': '04/05/2011',
  Gender: '',
  Address: '9 Quay Close, Eastmarsh',
  Court: 'Eastmarsh Youth Court',
  'Hearing date': `${heard}T10:00:00Z`,
  'Hearing type': 'Sentence',
  Present: 'false',
  Offence: 'Theft from a shop',
  'Result code': 'YROEW',
  Result: '12 months',
  'Next hearing': '',
};
type Row = Partial<typeof usual>;
const corinRow: Row = { Name: 'Corin GULLIVANE', 'Date of birth': '01/02/2012', Offence: 'Affray' };

function registerFile(rows: readonly Row[], name = 'register.csv'): File {
  const cells = [
    Object.keys(usual),
    ...rows.map((row) => Object.values({ ...usual, ...row } as Record<string, string>)),
  ];
  const text = cells
    .map((line) => line.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(','))
    .join('\n');
  return new File([text], name);
}

beforeAll(async () => {
  await database()
    .owner.transaction()
    .execute(async (tx) => {
      wren = await makeChild(tx, { surname: 'Gullivane', worker: 'ama-lovelock' });
      corin = await makeChild(tx, {
        forename: 'Corin',
        surname: 'Gullivane',
        dateOfBirth: '2012-02-01',
      });
      for (const child_id of [wren, corin])
        await tx
          .insertInto('child_address')
          .values({
            service_id: serviceId,
            id: newId(),
            child_id,
            lines: '9 Quay Close, Eastmarsh',
            accommodation_type: 'not-asked',
            suitable: 'not-asked',
            valid_from: '2026-01-01',
            source: 'police',
          })
          .execute();
      hearingId = newId();
      await tx
        .insertInto('charge')
        .values({
          service_id: serviceId,
          id: newId(),
          child_id: wren,
          charged_on: addDays(today, -30),
          charged_by: 'police',
          wording: 'Theft from a shop',
        })
        .execute();
      await tx
        .insertInto('hearing')
        .values({
          service_id: serviceId,
          id: hearingId,
          child_id: wren,
          court: 'Eastmarsh Youth Court',
          listed_on: heard,
          kind: 'sentence',
        })
        .execute();
    });
  site = await testApp(database());
  odile = await site.as('odile-farthingale');
  annie = await site.as('annie-twelvetrees');
  return () => site.jobs.stop();
});

const send = (file: File, who: Visitor = odile) => who.post(urls.court.addRegister, { file });
const locationOf = (answer: Response) => answer.headers.get('location') ?? '';
const page = async (path: string, who: Visitor = odile) => (await who.get(path)).text();
const registerAt = async (file: File, who: Visitor = odile) => locationOf(await send(file, who));
const bringIn = (at: string, who: Visitor = odile) =>
  who.post(at.replace(/entries$/, 'bring-in'), {});
const entries = () =>
  asOwner((tx) =>
    tx.selectFrom('register_entry').selectAll().orderBy('created_at').orderBy('id').execute(),
  );
const isMineHeld = ({ state, said }: { state: string; said: unknown }) =>
  state === 'held' && /Gullivane|Newbury/.test(JSON.stringify(said));
const hearingsOf = (childId: string) =>
  asOwner((tx) =>
    tx
      .selectFrom('hearing')
      .selectAll()
      .where('child_id', '=', childId)
      .orderBy('listed_on')
      .execute(),
  );
const resultsOf = (childId: string) =>
  asOwner((tx) =>
    tx
      .selectFrom('hearing_result')
      .selectAll()
      .where('child_id', '=', childId)
      .orderBy('created_at')
      .orderBy('id')
      .execute(),
  );
const held = async (surname: string) => {
  const found = (await entries()).filter(
    ({ state, said }) => state === 'held' && JSON.stringify(said).includes(surname),
  );
  const entry = found.at(-1);
  if (!entry) throw new Error(`No entry of ${surname} waits`);
  return {
    id: entry.id,
    version: String(entry.version),
    said: entry.said as Record<string, string>,
  };
};
const decide = async (
  surname: string,
  said: Readonly<Record<string, string>>,
  who: Visitor = odile,
) => {
  const entry = await held(surname);
  const { forename, surname: last, dateOfBirth, court, heardOn } = entry.said;
  return who.post(urls.court.registerEntry(entry.id), {
    version: entry.version,
    forename: forename ?? '',
    surname: last ?? '',
    ...(dateOfBirth ? dayBoxes('date_of_birth', dateOfBirth) : {}),
    court: court ?? '',
    ...(heardOn ? dayBoxes('heard_on', heardOn) : {}),
    note: 'The court office confirmed it by telephone',
    ...said,
  });
};

describe('a register of a day', () => {
  let at = '';
  const day: readonly Row[] = [
    {},
    {},
    {
      ...corinRow,
      'Result code': 'RIYDA',
      Result: '',
      'Next hearing': formatShortDay(addDays(today, 14)),
    },
    { Name: 'Corin GULLIVANE', 'Date of birth': '31/02/2012', Offence: 'Criminal damage' },
    {
      Name: 'NEWBURY, Ottilie',
      Address: '',
      Offence: 'Common assault',
      'Result code': 'REFO',
      Result: 'Referral order 6 months',
    },
  ];

  it('is laid beside the record entry by entry, with what is wrong of each, and makes nothing yet', async () => {
    at = await registerAt(registerFile(day));
    const shown = await page(at);
    expect(shown).toContain('Bring in 2 entries');
    expect(shown).toContain('The hearing of');
    expect(shown).toContain('says the same again: it is taken once');
    expect(shown).toContain('It says so of every child');
    expect(shown).toContain('no address');
    expect(shown).toContain('31/02/2012');
    expect(shown).toContain('Nobody on record is this child');
    expect(await resultsOf(wren)).toEqual([]);
    expect(await page(`${at}?show=held`)).not.toContain('Comes in</span>');
  });

  it('brings in what is sure, also of children with whom whoever does it does not work, and keeps the faulty entries', async () => {
    await bringIn(at);
    const [hearing] = await hearingsOf(wren);
    expect(hearing).toMatchObject({ id: hearingId, state: 'held', child_attended: 'not-known' });
    const [result, ...more] = await resultsOf(wren);
    expect(more).toEqual([]);
    expect(result).toMatchObject({ code: 'YROEW', words: '12 months' });
    expect(result?.charge_id).not.toBeNull();
    expect(
      (await hearingsOf(corin)).map(({ state, adjourned_from }) => [
        state,
        adjourned_from !== null,
      ]),
    ).toEqual([
      ['adjourned', false],
      ['expected', true],
    ]);
    expect(await page(at)).toContain('31/02/2012');
    expect((await entries()).filter(isMineHeld)).toHaveLength(2);
  });

  it('leads to the order as a result does, on the home of the child’s worker', async () => {
    const ama = await site.as('ama-lovelock');
    expect(await page(urls.home, ama)).toContain('Record the order that the court made');
    expect(await page(urls.court.hearing(wren, hearingId), ama)).toContain('YROEW');
  });

  it('stands on the home of whoever receives referrals while an entry waits', async () => {
    expect(await page(urls.home, annie)).toContain('entries of court registers that wait');
    expect(await page(urls.court.heldEntries, annie)).toContain('Newbury');
  });

  it('makes nothing twice when the same file, or the same words in another, come again', async () => {
    expect(await registerAt(registerFile(day))).toBe(at);
    const again = await registerAt(registerFile([...day].reverse(), 'again.csv'));
    expect(await page(again)).not.toContain('Bring in');
    await bringIn(again);
    expect(await resultsOf(wren)).toHaveLength(1);
    expect(await hearingsOf(corin)).toHaveLength(2);
    expect((await entries()).filter(isMineHeld)).toHaveLength(2);
  });
});

describe('an entry that waits', () => {
  it('is decided with a reason, and what is typed stays where something is missing', async () => {
    const refused = await decide('Newbury', { decision: 'new', note: '' }, annie);
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain('Say why you decided so');
    const nobody = await decide('Newbury', { decision: 'other', number: 'X-1' }, annie);
    expect(await nobody.text()).toContain('No child has the number X-1');
  });

  it('is put on record by who receives referrals, and not by a court officer', async () => {
    expect(await page(urls.court.registerEntry((await held('Newbury')).id))).not.toContain(
      'Put on record as a new child',
    );
    expect((await decide('Newbury', { decision: 'new' })).status).toBe(422);
    expect((await decide('Newbury', { decision: 'new' }, annie)).status).toBe(303);
    const [child] = await asOwner((tx) =>
      tx.selectFrom('child').selectAll().where('surname', '=', 'Newbury').execute(),
    );
    const [result] = await resultsOf(child?.id ?? '');
    expect(result).toMatchObject({ code: 'not-in-list' });
    expect(result?.words).toContain('Referral order 6 months');
  });

  it('comes in with what was put right', async () => {
    const { id } = await held('Criminal damage');
    await decide('Criminal damage', {
      decision: `child:${corin}`,
      ...dayBoxes('date_of_birth', '2012-02-01'),
    });
    expect((await resultsOf(corin)).map(({ words }) => words)).toContain(
      'Criminal damage: 12 months',
    );
    expect(await page(urls.court.registerEntry(id))).toContain('The hearing on the child’s record');
  });

  it('is not ours with the reason, and is not asked about again', async () => {
    const file = [{ Name: 'ELSEWHERE, Perry', Offence: 'Going equipped' }];
    await registerAt(registerFile(file, 'one.csv'));
    await decide('Elsewhere', { decision: 'none' });
    const again = await registerAt(registerFile([...file, ...file], 'two.csv'));
    expect(await page(again)).toContain('not ours. The court office confirmed it by telephone');
  });
});

describe('a register that says something else', () => {
  it('waits for a person, and a correction keeps what the record said first', async () => {
    const at = await registerAt(registerFile([{ Result: '18 months' }], 'corrected.csv'));
    expect(await page(at)).toContain('decide which is right');
    const unsaid = await decide('18 months', { decision: `child:${wren}` });
    expect(unsaid.status).toBe(422);
    await decide('18 months', { decision: `child:${wren}`, results: 'register' });
    const [result, ...more] = await resultsOf(wren);
    expect(more).toEqual([]);
    expect(result?.words).toBe('18 months');
    const hearing = await page(urls.court.hearing(wren, hearingId), await site.as('ama-lovelock'));
    expect(hearing).toContain('12 months');
    expect(hearing).toContain('18 months');
  });

  it('asks before it makes a second hearing on a day', async () => {
    await registerAt(registerFile([{ Court: 'Northport Crown Court' }], 'elsewhere.csv'));
    expect((await decide('Northport', { decision: `child:${wren}` })).status).toBe(422);
    await decide('Northport', { decision: `child:${wren}`, hearing: 'another' });
    expect(await hearingsOf(wren)).toHaveLength(2);
  });
});

describe('a file that is no register', () => {
  it.each([
    ['a PDF', new File(['%PDF-1.7'], 'register.csv'), 'This is a PDF'],
    ['a picture', new File(['x'], 'register.png'), 'neither .csv nor .xlsx'],
    [
      'a list without its headings',
      new File(['a,b\n1,2'], 'register.csv'),
      'headings of a court register',
    ],
    ['an empty file', new File([], 'register.csv'), 'Choose the file'],
  ])('%s is refused, and says what to do', async (_what, file, says) => {
    const answer = await send(file);
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain(says);
  });

  it('a hostile entry is kept as plain text and waits', async () => {
    const at = await registerAt(
      registerFile([{ Name: '=HYPERLINK("http://x"), <script>alert(1)</script>' }], 'hostile.csv'),
    );
    const shown = await page(at);
    expect(shown).not.toContain('<script>alert');
    expect(shown).toContain('looks like a formula or markup');
    expect(shown).not.toContain('Bring in 1 entry');
    const csv = await page(`${at}.csv`);
    expect(csv).not.toMatch(/(^|,|")=HYPERLINK/m);
  });

  it('is put aside while nothing of it is in', async () => {
    const at = await registerAt(registerFile([{ Name: 'ASIDE, Ash' }], 'aside.csv'));
    await odile.post(at.replace(/entries$/, 'put-aside'), {});
    expect(await page(at)).toContain('Put aside');
    expect(await registerAt(registerFile([{ Name: 'ASIDE, Ash' }], 'aside.csv'))).not.toBe(at);
  });
});

it('a case manager neither sees registers nor brings one in', async () => {
  const ama = await site.as('ama-lovelock');
  expect((await ama.get(urls.court.registers)).status).toBe(403);
  expect((await send(registerFile([{}]), ama)).status).toBe(403);
});
