import { beforeAll, describe, expect, it } from 'vitest';
import { britishDay } from '../../src/domain/calendar/british-time.ts';
import { addDays, formatDay } from '../../src/domain/calendar/day.ts';
import { newId } from '../../src/platform/db/new-id.ts';
import { urls } from '../../src/urls.ts';
import { testApp, type Visitor } from '../support/app.ts';
import { serviceId, testDatabase } from '../support/database.ts';
import { dayBoxes } from '../support/day-boxes.ts';
import { makeInspection } from '../support/inspections.ts';
import { ownerOf } from '../support/panels.ts';
import { statementCounter } from '../support/statements.ts';
import { unzip } from '../support/unzip.ts';

const counter = statementCounter();
const database = testDatabase(counter);
const asOwner = ownerOf(database);
let site: Awaited<ReturnType<typeof testApp>>;
let head: Visitor;
let lead: Visitor;
let analyst: Visitor;
let id = '';
const inspection = urls.inspections;
const wordsOf = async (answer: Response) =>
  (await answer.text()).replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');
const today = britishDay(new Date());
const embargo = addDays(today, 6);
const typed = {
  headline: 'Our trial comes to {score}',
  words: 'Children like their workers.\n\nThere is more to do.',
  contact: 'Press desk, Eastmarsh',
  ...dayBoxes('embargo_day', embargo),
  embargo_time: '6am',
  version: '0',
};
const quoted = {
  source: 'voice',
  words: 'their worker turns up … does not feel like theirs',
  said_by: 'A child',
  consent: 'given',
  ...dayBoxes('consented_on', '2026-10-01'),
  consent_detail: 'Asked by their worker, with their mother',
  version: '0',
};

beforeAll(async () => {
  site = await testApp(database());
  head = await site.as('philippa-standfast');
  lead = await site.as('edith-fairlamp');
  analyst = await site.as('cleo-abacus');
  id = await asOwner(async (tx) => {
    const made = await makeInspection(tx, { published: true, lead: 'edith-fairlamp' });
    await tx
      .insertInto('inspection_text')
      .values({
        service_id: serviceId,
        id: newId(),
        inspection_id: made,
        part: 'voice',
        words: 'We heard that their worker turns up, and the place does not feel like theirs.',
      })
      .execute();
    return made;
  });
  return () => site.jobs.stop();
});

describe('a press notice', () => {
  it('is refused with what to mend, and keeps what was typed', async () => {
    const wrong = {
      ...typed,
      headline: 'Comes to {scor}',
      ...dayBoxes('embargo_day', addDays(today, -1)),
    };
    const answer = await lead.post(inspection.pressEdit(id), wrong);
    expect(answer.status).toBe(422);
    const html = await answer.text();
    expect(html).toContain('value="Comes to {scor}"');
    expect(html).toContain('The day of the embargo must be today or in the future');
    const half = { ...typed, headline: 'Comes to {scor}', embargo_time: '' };
    const words = await wordsOf(await lead.post(inspection.pressEdit(id), half));
    expect(words).toContain('No figure is called {scor}');
    expect(words).toContain('Enter the time of the embargo');
  });

  it('quotes only words that stand in a finding or a text, by role, and only those to which somebody agreed', async () => {
    expect((await lead.post(inspection.pressEdit(id), typed)).status).toBe(303);
    const at = inspection.quotationNew(id);
    const turned = await lead.post(at, { ...quoted, words: 'their worker never turns up' });
    expect(turned.status).toBe(422);
    expect(await wordsOf(turned)).toContain(
      'These words do not stand there. It says: “We heard that their worker turns up',
    );
    const silent = { ...quoted, ...dayBoxes('consented_on', ''), consent_detail: '' };
    const asked = await wordsOf(await lead.post(at, silent));
    expect(asked).toContain('Enter the day they agreed');
    expect(asked).toContain('Say who asked them and how they answered');
    expect((await lead.post(at, { ...quoted, words: 'We heard', consent: 'waits' })).status).toBe(
      303,
    );
    expect((await lead.post(at, quoted)).status).toBe(303);
    const html = await (await lead.get(inspection.press(id))).text();
    const article = html.slice(html.indexOf('<article'));
    expect(article).toContain('“their worker turns up … does not feel like theirs”');
    expect(article).not.toContain('“We heard”');
    expect(html).toContain('Not in the notice: they have not been asked');
  });

  it('is issued by the head alone, and is under embargo on its page and in Word until the hour is over', async () => {
    expect((await lead.post(inspection.press(id), { version: '1' })).status).toBe(403);
    expect(await wordsOf(await lead.get(inspection.press(id)))).toContain('Draft, not issued.');
    const late = await head.post(inspection.press(id), { version: '1' });
    expect(late.status).toBe(422);
    expect(await wordsOf(late)).toContain('{score} is not known yet');
    const mended = { ...typed, headline: 'Our trial of {max} points', version: '1' };
    expect((await lead.post(inspection.pressEdit(id), mended)).status).toBe(303);
    expect((await head.post(inspection.press(id), { version: '2' })).status).toBe(303);
    const held = `Under embargo until ${formatDay(embargo)} at 6am`;
    const board = await site.as('gwendolen-osei');
    const list = await (await board.get(urls.pressNotices.list)).text();
    const notice = /press-notices\/([0-9a-f-]{36})"[^>]*>\s*Our trial of/.exec(list)?.[1] ?? '';
    const page = await wordsOf(await board.get(urls.pressNotices.one(notice)));
    expect(page).toContain(held);
    expect(page).toContain('Our trial of');
    const word = await board.get(urls.pressNotices.word(notice));
    const files = unzip(new Uint8Array(await word.arrayBuffer()));
    const heads = [...files].filter(([path]) => path.startsWith('word/header'));
    expect(heads.map(([, xml]) => xml).join()).toContain(held);
    expect(files.get('word/document.xml')).toContain(held);
    expect((await analyst.get(urls.pressNotices.one(notice))).status).toBe(404);
    expect((await analyst.get(urls.pressNotices.word(notice))).status).toBe(404);
    const seen = await counter.during(() => head.get(inspection.press(id)));
    expect(seen.length).toBeLessThanOrEqual(8);
  });

  it('is taken back by a change before it is out, and then read by whoever reads published results', async () => {
    const again = {
      ...typed,
      headline: 'Our trial',
      embargo_time: '',
      ...dayBoxes('embargo_day', ''),
    };
    expect((await lead.post(inspection.pressEdit(id), { ...again, version: '3' })).status).toBe(
      303,
    );
    expect(await wordsOf(await lead.get(inspection.press(id)))).toContain('Draft, not issued.');
    expect((await head.post(inspection.press(id), { version: '4' })).status).toBe(303);
    const list = await (await analyst.get(urls.pressNotices.list)).text();
    const notice = /press-notices\/([0-9a-f-]{36})"[^>]*>\s*Our trial\s*</.exec(list)?.[1] ?? '';
    const page = await wordsOf(await analyst.get(urls.pressNotices.one(notice)));
    expect(page).toContain('Our trial');
    expect(page).not.toContain('embargo');
    // Whoever was still writing is told so, and has their words back.
    const late = await lead.post(inspection.pressEdit(id), {
      ...again,
      version: '5',
      words: 'One more thing to say',
    });
    expect(late.status).toBe(409);
    expect(await late.text()).toMatch(/The press notice is out[\s\S]*One more thing to say/);
    expect((await lead.get(inspection.quotationNew(id))).status).toBe(409);
    expect((await head.post(inspection.press(id), { version: '5' })).status).toBe(409);
    expect(await wordsOf(await lead.get(inspection.press(id)))).toContain('stays as it went out');
  });
});
