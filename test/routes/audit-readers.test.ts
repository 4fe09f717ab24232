import { beforeAll, describe, expect, it } from 'vitest';
import { addMonths } from '../../src/domain/calendar/day.ts';
import { urls } from '../../src/urls.ts';
import { testApp, type Visitor } from '../support/app.ts';
import { asked, judge, layAudit, layCases, today } from '../support/audits.ts';
import { relate } from '../support/children.ts';
import { staffId, testDatabase } from '../support/database.ts';
import { dayBoxes } from '../support/day-boxes.ts';
import { ownerOf } from '../support/panels.ts';

const database = testDatabase();
const asOwner = ownerOf(database);
let site: Awaited<ReturnType<typeof testApp>>;
let desmond: Visitor;
let philippa: Visitor;

beforeAll(async () => {
  await asOwner((tx) => layCases(tx, ['Abe', 'Bea', 'Cal']));
  site = await testApp(database());
  desmond = await site.as('desmond-plumb');
  philippa = await site.as('philippa-standfast');
  return () => site.jobs.stop();
});

const plan = (given: Record<string, string | string[]> = {}) => ({
  version: '0',
  title: 'Assessing',
  kind: 'monthly',
  month: today.slice(0, 7),
  ...dayBoxes('due_on', today),
  lead_id: staffId('desmond-plumb'),
  'standards-2021': '3.1',
  ...given,
});
const sample = (readers: readonly string[]) => ({
  step: 'draw',
  version: '1',
  ...dayBoxes('opens', addMonths(today, -12)),
  ...dayBoxes('closes', today),
  types: ['youth-caution'],
  strata: ['sex'],
  sizeKind: 'number',
  number: '2',
  secondPercent: '0',
  notSinceMonths: '0',
  leastDays: '28',
  seed: 'word',
  readers: [...readers],
});
async function planned(given: Record<string, string | string[]> = {}): Promise<string> {
  const saved = await desmond.post(urls.audits.create(), plan(given));
  expect(saved.status).toBe(303);
  return (saved.headers.get('location') ?? '').split('/').at(-1) ?? '';
}
async function refused(answer: Response, words: string) {
  expect(answer.status).toBe(422);
  expect(await answer.text()).toContain(words);
}
/** A case of Ama's that Philippa, and maybe Nasir, are to read, as rows. */
const given = (second?: string) =>
  asOwner(async (tx) => {
    const [child = ''] = await layCases(tx, ['Dee']);
    const ids = await layAudit(tx, child, {
      first: 'desmond-plumb',
      ...(second ? { second } : {}),
    });
    return { child, ids };
  });

describe('a plan', () => {
  it('is due at most three months after its month, is led by who may lead, and names a standard once', async () => {
    await refused(
      await desmond.post(
        urls.audits.create(),
        plan(dayBoxes('due_on', addMonths(`${today.slice(0, 7)}-01`, 4))),
      ),
      'at most three months after its month',
    );
    await refused(
      await desmond.post(urls.audits.create(), plan({ lead_id: staffId('ama-lovelock') })),
      'Choose who leads it from this list',
    );
    const id = await planned({ 'standards-2021': ['3.1', '3.1'] });
    const { standards } = await asOwner((tx) =>
      tx.selectFrom('audit').select('standards').where('id', '=', id).executeTakeFirstOrThrow(),
    );
    expect(standards).toEqual(['3.1']);
  });
});

describe('the readers of a sample', () => {
  it.each([
    ['an inspector, in an ordinary audit', [staffId('edith-fairlamp')]],
    ['a case manager', [staffId('ben-thackery')]],
    ['nobody that there is', ['garbage']],
  ])('are not %s', async (_, readers) => {
    const path = urls.audits.sample(await planned());
    await refused(await desmond.post(path, sample(readers)), 'Choose from these');
  });

  it('may be an inspector where the audit is of an inspection', async () => {
    const path = urls.audits.sample(await planned({ kind: 'inspection' }));
    const drawn = await desmond.post(path, sample([staffId('edith-fairlamp')]));
    expect(drawn.status).toBe(303);
  });

  it('read of an inspection every child of its window, also one whom the service read last month, and what is left out by kind of work is said', async () => {
    const before = urls.audits.sample(await planned());
    expect((await desmond.post(before, sample([staffId('philippa-standfast')]))).status).toBe(303);
    const counted = async (kind: string, given: Record<string, string | string[]> = {}) => {
      const path = urls.audits.sample(await planned({ kind }));
      const asked = { ...sample([staffId('edith-fairlamp')]), step: 'count', ...given };
      return (await desmond.post(path, asked)).text();
    };
    const lately = { notSinceMonths: '6' };
    const own = { ...lately, readers: staffId('philippa-standfast') };
    expect(await counted('monthly', own)).toContain('in another audit not long ago: ');
    const all = await counted('mock-inspection', lately);
    expect(all).toContain('would be drawn');
    expect(all).not.toContain('in another audit not long ago');
    const some = await counted('mock-inspection', { types: 'community-resolution' });
    expect(some).toMatch(/work of other kinds only, which were not chosen: [1-9]/);
  });

  it('are not only whoever draws it and leads the audit', async () => {
    const own = [staffId('desmond-plumb')];
    await refused(
      await desmond.post(urls.audits.sample(await planned()), sample(own)),
      'choose another reader beside yourself',
    );
    const led = await planned({ lead_id: staffId('philippa-standfast') });
    expect((await desmond.post(urls.audits.sample(led), sample(own))).status).toBe(303);
  });

  it('are not chosen for a month far away', async () => {
    const month = addMonths(`${today.slice(0, 7)}-01`, 5);
    const far = await planned({ month: month.slice(0, 7), ...dayBoxes('due_on', month) });
    await refused(
      await desmond.post(urls.audits.sample(far), sample([staffId('nasir-hollyoak')])),
      'at the earliest a month before',
    );
  });
});

describe('another reader', () => {
  it('is of those that the page offers, and was never given the case before', async () => {
    const { ids } = await given('nasir-hollyoak');
    const path = urls.audits.reader(ids.audit, ids.case);
    const hand = (code: string) =>
      philippa.post(path, { reading: ids.second, reader_id: staffId(code) });
    await refused(await hand('edith-fairlamp'), 'Choose who reads it');
    await refused(await hand('ben-thackery'), 'Choose who reads it');
    expect((await hand('philippa-standfast')).status).toBe(303);
    await refused(await hand('nasir-hollyoak'), 'They were given this case before');
  });
});

describe('what the first reader of two judged', () => {
  it('is shown to nobody else before the second has judged too', async () => {
    const { child, ids } = await given('nasir-hollyoak');
    for (const question of asked)
      expect((await judge(desmond, child, ids.first, question, 'yes')).status).toBe(303);
    const done = await desmond.post(urls.audits.finishReading(child, ids.first), {
      strengths: 'Heard the child',
      learning: 'Ask the school sooner',
      what1: 'Ring the school today',
      owner1: staffId('ama-lovelock'),
      ...dayBoxes('by1', today),
    });
    expect(done.status).toBe(303);
    const nasir = await site.as('nasir-hollyoak');
    await nasir.post(urls.child.purpose(child), { purpose: 'quality' });
    for (const visitor of [nasir, philippa]) {
      const results = await visitor.get(urls.audits.results(ids.audit));
      expect(await results.text()).not.toContain('Ask the school sooner');
      const overview = await visitor.get(urls.child.overview(child));
      expect(await overview.text()).not.toContain('Ring the school today');
    }
    expect((await philippa.get(urls.audits.moderate(child, ids.case))).status).toBe(404);
  });
});

describe('a reader who became tied to the case', () => {
  it('neither judges nor finishes, and is told to have it given back', async () => {
    const { child, ids } = await given();
    const [first, ...rest] = asked;
    if (!first) throw new Error('There is nothing to judge');
    expect((await judge(desmond, child, ids.first, first, 'yes')).status).toBe(303);
    await asOwner((tx) => relate(tx, child, 'desmond-plumb', 'co-worker'));
    const [next = first] = rest;
    await refused(
      await judge(desmond, child, ids.first, next, 'yes'),
      'You may no longer judge this case: you work or worked with the child',
    );
    const reading = await desmond.get(urls.audits.reading(child, ids.first));
    expect(await reading.text()).toContain('Ask who leads the audit to give it back');
  });
});

describe('a case whose readers differ while every manager read it or has a part in it', () => {
  it('is given back with the reason, so that its audit can be finished', async () => {
    const { child, ids } = await asOwner(async (tx) => {
      const [child = ''] = await layCases(tx, ['Fay']);
      const readers = { first: 'philippa-standfast', second: 'nasir-hollyoak' };
      return { child, ids: await layAudit(tx, child, readers) };
    });
    const nasir = await site.as('nasir-hollyoak');
    await nasir.post(urls.child.purpose(child), { purpose: 'quality' });
    const readings = [
      { reader: philippa, reading: ids.first, answer: 'yes' },
      { reader: nasir, reading: ids.second, answer: 'no' },
    ];
    for (const { reader, reading, answer } of readings) {
      for (const question of asked)
        expect((await judge(reader, child, reading, question, answer)).status).toBe(303);
      const words = { strengths: 'Heard the child', learning: 'Ask the school' };
      const done = await reader.post(urls.audits.finishReading(child, reading), words);
      expect(done.status).toBe(303);
    }
    const page = await (await philippa.get(urls.audits.caseOne(ids.audit, ids.case))).text();
    expect(page).toContain('no manager is free to settle it');
    const back = await philippa.post(urls.audits.giveBack(ids.audit, ids.case), {
      withdrawn_reason: 'Nobody is free to settle it',
    });
    expect(back.status).toBe(303);
    const finish = await philippa.post(urls.audits.finish(ids.audit), {
      version: '1',
      summary: 'One case was given back',
    });
    expect(finish.status).toBe(303);
  });
});
