import { beforeAll, expect, it } from 'vitest';
import { addDays, type Day } from '../../src/domain/calendar/day.ts';
import { urls } from '../../src/urls.ts';
import { testApp, type Visitor } from '../support/app.ts';
import { staffId, testDatabase } from '../support/database.ts';
import { boxes, ownerOf, setUpPanel, today } from '../support/panels.ts';

const database = testDatabase();
const asOwner = ownerOf(database);
let site: Awaited<ReturnType<typeof testApp>>;
let marguerite: Visitor;

beforeAll(async () => {
  site = await testApp(database());
  marguerite = await site.as('marguerite-oyelaran');
  return () => site.jobs.stop();
});

const text = async (visitor: Visitor, path: string) => (await visitor.get(path)).text();

it('nobody has come to a panel before its day, and nobody speaks for an agency that is not theirs', async () => {
  const panelId = await setUpPanel(marguerite, today, addDays(today, 2));
  const html = await text(marguerite, `/panels/${panelId}/attendance`);
  const id = /name="attended-([0-9a-f-]{36})"/.exec(html)?.[1] ?? '';
  const early = await marguerite.post(`/panels/${panelId}/attendance`, {
    do: 'mark',
    [`attended-${id}`]: 'attended',
    [`version-${id}`]: '1',
  });
  expect(early.status).toBe(422);
  expect(await early.text()).toContain('mark on that day whether');
  const lent = await marguerite.post(`/panels/${panelId}/attendance`, {
    do: 'add',
    staff_id: staffId('annie-twelvetrees'),
    agency: 'police',
    is_substitute: 'no',
  });
  expect(lent.status).toBe(422);
  expect(await lent.text()).toContain('speaks for their own agency');
});

it('a panel is not set up in the past: it could hold no child, and its members would read at once', async () => {
  const past = addDays(today, -3);
  const set = (day: Day, time: string) =>
    marguerite.post(urls.panels.create, {
      name: 'A panel that was',
      place: 'Wharf House',
      time,
      ...boxes('day', day),
    });
  const before = await set(past, '14:00');
  expect(before.status).toBe(422);
  expect(await before.text()).toContain('The day of the panel must be today or in the future');
  const earlier = await set(today, '00:00');
  expect(earlier.status).toBe(422);
  expect(await earlier.text()).toContain('Enter a time to come');
  expect(await text(marguerite, urls.panels.listOf({ when: 'past' }))).not.toContain(
    'A panel that was',
  );
});

it('two people cannot mark one attendance over each other unseen', async () => {
  const panelId = await setUpPanel(marguerite);
  const row = await asOwner((tx) =>
    tx
      .selectFrom('panel_attendee')
      .select(['id', 'version'])
      .where('panel_id', '=', panelId)
      .where('staff_id', '=', staffId('quentin-larkin'))
      .executeTakeFirstOrThrow(),
  );
  const mark = (attended: string) => ({
    do: 'mark',
    [`attended-${row.id}`]: attended,
    [`version-${row.id}`]: String(row.version),
  });
  const annie = await site.as('annie-twelvetrees');
  expect((await annie.post(`/panels/${panelId}/attendance`, mark('attended'))).status).toBe(303);
  const second = await marguerite.post(`/panels/${panelId}/attendance`, mark('absent'));
  expect(second.status).toBe(409);
  expect(await second.text()).toContain('Annie Twelvetrees marked Quentin Larkin');
});
