import { beforeAll, expect, it } from 'vitest';
import { newId } from '../../src/platform/db/new-id.ts';
import { urls } from '../../src/urls.ts';
import { testApp, type Visitor } from '../support/app.ts';
import { makeChild, relate } from '../support/children.ts';
import { serviceId, testDatabase } from '../support/database.ts';
import { dayBoxes } from '../support/day-boxes.ts';
import { put } from '../support/duties.ts';
import { ownerOf } from '../support/panels.ts';

const database = testDatabase();
const asOwner = ownerOf(database);
let site: Awaited<ReturnType<typeof testApp>>;
let ama: Visitor;
let childId = '';
let offenceId = '';

beforeAll(async () => {
  await database()
    .owner.transaction()
    .execute(async (tx) => {
      childId = await makeChild(tx, { worker: 'ama-lovelock', surname: 'Chargeson' });
      await relate(tx, childId, 'quentin-larkin', 'partner');
      offenceId = newId();
      const referralId = await put.referral(tx, childId);
      await tx
        .insertInto('offence')
        .values({
          service_id: serviceId,
          id: offenceId,
          child_id: childId,
          referral_id: referralId,
          description: 'Having a blade in a public place',
          offence_on: '2026-08-20',
        })
        .execute();
    });
  site = await testApp(database());
  ama = await site.as('ama-lovelock');
  return () => site.jobs.stop();
});

const page = async (path: string, who: Visitor = ama) => (await who.get(path)).text();
const charges = () => page(urls.court.charges(childId));
const given = (more: Readonly<Record<string, string>> = {}) => ({
  offence_id: offenceId,
  ...dayBoxes('charged_on', '2026-09-01'),
  charged_by: 'police',
  wording: 'Having an article with a blade in a public place',
  ho_code: '8/26',
  ...more,
});
const chargeCalled = (words: string) =>
  asOwner((tx) =>
    tx
      .selectFrom('charge')
      .select(['id', 'version', 'ho_code', 'instead_of', 'standing', 'offence_id'])
      .where('child_id', '=', childId)
      .where('wording', '=', words)
      .executeTakeFirstOrThrow(),
  );
const chargesKept = () =>
  asOwner(async (tx) => {
    const rows = await tx
      .selectFrom('charge')
      .select('id')
      .where('child_id', '=', childId)
      .execute();
    return rows.length;
  });

it('an offence on the record leads by its words to its Home Office code, and is charged under it', async () => {
  expect(await charges()).toContain('Offences without a charge');
  const found = await page(urls.court.chargeCode(childId, offenceId));
  expect(found).toContain('008/26');
  const refused = await ama.post(
    urls.court.addCharge(childId),
    given(dayBoxes('charged_on', '2026-08-19')),
  );
  expect(await refused.text()).toContain('must be the day of the offence or later');
  expect((await ama.post(urls.court.addCharge(childId), given())).status).toBe(303);
  const after = await charges();
  expect(after).toContain('Home Office code 008/26: Having an article with a blade or point');
  expect(after).not.toContain('Offences without a charge');
  expect(await page(urls.child.chronology(childId))).toContain('Charged: Having an article');
});

it('a charge for what was not on the record keeps a code that no list has, and puts the offence on the record', async () => {
  const words = 'Something that Parliament has only just made an offence';
  await ama.post(
    urls.court.addCharge(childId),
    given({ offence_id: '', wording: words, ho_code: 'NEW-1' }),
  );
  expect((await chargeCalled(words)).offence_id).not.toBeNull();
  expect(await charges()).toContain('Home Office code NEW-1, which is not in the list');
});

it('words are looked for without writing anything, whether or not a list has them', async () => {
  const find = async (words: string) =>
    (await ama.post(urls.court.chargeCode(childId), { words, offence: '' })).text();
  expect(await find('burglary dwelling')).toContain('Burglary in a dwelling');
  expect(await find('zzzz qqqq')).toContain('Nothing in the list has these words');
});

it('a plea without its day is asked again, and a conviction stands with the charge', async () => {
  const words = 'Having an article with a blade in a public place';
  const { id, version } = await chargeCalled(words);
  const change = (more: Readonly<Record<string, string>>) =>
    ama.post(urls.court.charge(childId, id), { ...given(), version: String(version), ...more });
  expect(await (await change({ plea: 'guilty' })).text()).toContain('Enter the day of the plea');
  const pleaded = { plea: 'guilty', ...dayBoxes('plea_on', '2026-09-20') };
  await change({ ...pleaded, finding: 'guilty', ...dayBoxes('found_on', '2026-09-20') });
  const after = await charges();
  expect(after).toContain('Convicted');
  expect(after).toContain('Found guilty on 20 September 2026');
  const overview = await page(urls.child.overview(childId));
  expect(overview).toContain('Found guilty of');
  expect(overview).not.toContain('Alleged');
});

it('a charge that is reduced gives way to the lesser one, and says why', async () => {
  const words = 'Having an article with a blade in a public place';
  const { id, version } = await chargeCalled(words);
  const end = (more: Readonly<Record<string, string>>) =>
    ama.post(urls.court.endCharge(childId, id), {
      version: String(version),
      standing: 'reduced',
      ...dayBoxes('standing_on', '2026-09-25'),
      standing_reason: 'The prosecution accepted a lesser charge',
      ...more,
    });
  expect(await (await end({})).text()).toContain('Enter what the charge is now');
  await end({ wording: 'Having a fixed blade at school' });
  expect((await chargeCalled('Having a fixed blade at school')).instead_of).toBe(id);
  expect(await charges()).toContain('The charge is now: Having a fixed blade at school');
  const again = await ama.post(urls.court.charge(childId, id), {
    ...given(),
    version: String(version + 1),
  });
  expect(await again.text()).toContain('This charge no longer stands');
});

it('police who work with the child read the charges and record none; another child’s worker writes none', async () => {
  const police = await site.as('quentin-larkin');
  expect(await page(urls.court.charges(childId), police)).toContain('not in the list');
  const before = await chargesKept();
  for (const who of [police, await site.as('ben-thackery')])
    await who.post(urls.court.addCharge(childId), given({ offence_id: '' }));
  expect(await chargesKept()).toBe(before);
});
