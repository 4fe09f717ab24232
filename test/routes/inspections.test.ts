import { beforeAll, describe, expect, it } from 'vitest';
import { urls } from '../../src/urls.ts';
import { testApp, type Visitor } from '../support/app.ts';
import { staffId, testDatabase } from '../support/database.ts';
import { dayBoxes } from '../support/day-boxes.ts';
import { ownerOf } from '../support/panels.ts';
import { statementCounter } from '../support/statements.ts';

const counter = statementCounter();
const database = testDatabase(counter);
const asOwner = ownerOf(database);
let site: Awaited<ReturnType<typeof testApp>>;
let head: Visitor;
let manager: Visitor;
let id = '';
const idIn = (answer: Response) => answer.headers.get('location')?.split('/').at(-1) ?? '';
const start = (
  visitor: Visitor,
  title: string,
  lead = 'philippa-standfast',
  programme = '2025 IYJWCV',
) =>
  visitor.post(urls.inspections.create, {
    kind: 'mock',
    title,
    programme,
    lead_id: staffId(lead),
    ...dayBoxes('fieldwork_from', '2026-06-01'),
    ...dayBoxes('fieldwork_to', '2026-06-05'),
    ...dayBoxes('cases_from', '2025-06-01'),
    ...dayBoxes('cases_to', '2026-03-30'),
    version: '0',
  });
const finding = (text: string, version = '0') => ({
  bears: 'gap',
  finding: text,
  source: 'document',
  source_detail: 'Board papers',
  ...dayBoxes('seen_on', '2026-06-02'),
  version,
});
const rating = (fields: Record<string, string>) => ({
  reason: 'Seen in the evidence',
  meeting: 'proposal',
  version: '0',
  ...fields,
});

beforeAll(async () => {
  site = await testApp(database());
  head = await site.as('philippa-standfast');
  manager = await site.as('marguerite-oyelaran');
  id = idIn(await start(head, 'Spring trial'));
  return () => site.jobs.stop();
});

describe('an inspection’s workspace', () => {
  it('is started with its standards, and says what it still waits for', async () => {
    const html = await (await head.get(urls.inspections.one(id))).text();
    expect(html).toContain('Overall: not known yet');
    expect(html).toContain('2.1, 2.2, 2.3, V1');
    expect(html).toContain('Provisional');
  });

  it('is held against the standards in force on its first day of fieldwork', async () => {
    const old = await start(head, 'Old standards', 'philippa-standfast', '2021 single');
    expect(old.status).toBe(422);
    expect(await old.text()).toContain(
      'are not the standards of 1 June 2026: choose those in force on the first day of fieldwork',
    );
  });

  it('asks for what is missing and keeps what was typed', async () => {
    const answer = await head.post(urls.inspections.create, {
      kind: 'mock',
      title: 'Half',
      version: '0',
    });
    expect(answer.status).toBe(422);
    const html = await answer.text();
    expect(html).toContain('value="Half"');
    expect(html).toContain('Enter the first day of fieldwork');
  });

  it('shows a finding beside its standard, and what each wrote when two change it at once', async () => {
    const at = urls.inspections.evidenceNew(id, '2.1');
    expect((await manager.post(at, finding('Plans stop halfway'))).status).toBe(303);
    const page = await (await head.get(urls.inspections.standard(id, '2.1'))).text();
    expect(page).toContain('Plans stop halfway');
    expect(page).toContain('Recorded by Marguerite Oyelaran');
    const evidence = page.match(/\/evidence\/([0-9a-f-]{36})"/)?.[1] ?? '';
    const one = urls.inspections.evidence(id, evidence);
    expect((await head.post(one, finding('Some plans stop halfway', '1'))).status).toBe(303);
    const late = await manager.post(one, finding('Most plans stop halfway', '1'));
    expect(late.status).toBe(409);
    const html = await late.text();
    expect(html).toContain('Some plans stop halfway');
    expect(html).toContain('Most plans stop halfway');
    expect(html).toContain('name="version" value="2"');
    expect(html).toContain('Philippa Standfast saved this while you were writing');
  });

  it('keeps a judged rating as a proposal until a recorded meeting of the panel decides, and the decision before it', async () => {
    const at = urls.inspections.rate(id, 'V1');
    expect((await manager.post(at, rating({ rating: 'Good' }))).status).toBe(303);
    const proposed = await (await head.get(urls.inspections.panel(id))).text();
    expect(proposed).toContain(' Proposed');
    const alone = await head.post(at, rating({ rating: 'Good', meeting: 'panel', version: '1' }));
    expect(alone.status).toBe(422);
    expect(await alone.text()).toContain('Choose the meeting that decided');
    await head.post(urls.inspections.meetingNew(id), {
      ...dayBoxes('held_on', '2026-06-05'),
      attended: 'Philippa Standfast, head of service\nNasir Hollyoak, practice manager',
      version: '0',
    });
    const page = await (await head.get(at)).text();
    const meeting = /value="([0-9a-f-]{36})"[^>]*>The panel, in its meeting of 5 June 2026/.exec(
      page,
    )?.[1];
    const decided = rating({
      rating: 'Outstanding',
      meeting: meeting ?? '',
      version: '1',
      dissent: 'One held back',
    });
    const silent = await head.post(at, decided);
    expect(silent.status).toBe(422);
    expect(await silent.text()).toContain('Enter what each member of the panel said');
    const positions = 'Head of service: Good';
    expect((await head.post(at, { ...decided, positions })).status).toBe(303);
    const taken = await manager.post(at, rating({ rating: 'Good', version: '2' }));
    expect(await taken.text()).toContain('only a meeting of the panel changes its rating');
    const again = { ...decided, rating: 'Good', positions, version: '2' };
    expect((await head.post(at, again)).status).toBe(303);
    const html = await (await head.get(urls.inspections.panel(id))).text();
    expect(html).toContain('Outstanding (replaced since)');
    expect(html).toContain('One held back');
    expect(html).toContain('The panel of 5 June 2026: Philippa Standfast');
    expect(html).toContain('2 of 12 points');
  });

  it('moves no rating where nothing follows from cases', async () => {
    const moved = rating({ rating: 'Good' });
    const answer = await head.post(urls.inspections.rate(id, '2.1'), moved);
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain('Nothing follows from the cases yet');
  });

  it('plans the reading of its cases once, as an audit of its standards', async () => {
    const answer = await head.post(urls.inspections.startReading(id), {});
    expect(answer.status).toBe(303);
    const audit = answer.headers.get('location') ?? '';
    expect(audit).toMatch(/^\/audits\/[0-9a-f-]{36}\/sample$/);
    expect((await head.get(audit)).status).toBe(200);
    expect((await head.post(urls.inspections.startReading(id), {})).status).toBe(409);
    const html = await (await head.get(urls.inspections.cases(id))).text();
    expect(html).toContain('Sample still to be drawn');
  });

  it('plans the reading of victims’ cases beside it, once, for the standard that is judged with them', async () => {
    const cases = { cases: 'victims' };
    const before = await (await head.get(urls.inspections.standard(id, 'V1'))).text();
    expect(before).toContain('its rating rests on the other evidence alone');
    const answer = await head.post(urls.inspections.startReading(id), cases);
    const sample = answer.headers.get('location') ?? '';
    expect(sample).toMatch(/^\/audits\/[0-9a-f-]{36}\/sample$/);
    const page = await (await head.get(sample)).text();
    expect(page).toContain('one victim a child, the line opened last');
    expect((await head.post(urls.inspections.startReading(id), cases)).status).toBe(409);
    const html = await (await head.get(urls.inspections.cases(id))).text();
    expect(html).toContain('Victims’ cases of Spring trial');
  });

  it('numbers recommendations in one series, each with its actions, and the day first promised stays', async () => {
    const add = (text: string) =>
      head.post(urls.inspections.recommendationNew(id), {
        recommendation: text,
        addressees: ['Head of service'],
        others: 'Harbour school',
        version: '0',
      });
    const first = idIn(await add('Look closer'));
    await add('Look twice');
    const nobody = { recommendation: 'To nobody', version: '0' };
    expect((await head.post(urls.inspections.recommendationNew(id), nobody)).status).toBe(422);
    await head.post(urls.inspections.actionNew(id, first), {
      what: 'Read ten plans',
      owner_id: staffId('philippa-standfast'),
      ...dayBoxes('due_on', '2027-01-10'),
    });
    const one = await (await head.get(urls.inspections.recommendation(id, first))).text();
    expect(one).toContain('Head of service, Harbour school');
    const action = one.match(/\/actions\/([0-9a-f-]{36})"/)?.[1] ?? '';
    const at = urls.inspections.action(id, first, action);
    const done = { result: 'done', evidence: 'All read', version: '1' };
    expect((await head.post(at, done)).status).toBe(422);
    const moved = {
      result: 'moved',
      evidence: 'Two readers ill',
      version: '1',
      ...dayBoxes('due_on', '2099-02-10'),
    };
    expect((await head.post(at, moved)).status).toBe(303);
    expect((await manager.post(at, { ...done, version: '2' })).status).toBe(303);
    const html = await (await head.get(at)).text();
    expect(html).toContain('10 January 2027');
    expect(html).toContain('All read');
    const list = await (await head.get(urls.inspections.progress)).text();
    expect(list).toContain('1. Look closer');
    expect(list).toContain('2. Look twice');
  });

  it('logs a point of factual accuracy and takes no answer without its reason', async () => {
    const point = {
      point: 'Four, not two',
      place: 'Page 2',
      evidence: 'Minutes',
      raised_by: 'A member',
      ...dayBoxes('raised_on', '2026-06-20'),
      answer: 'rejected',
      version: '0',
    };
    expect((await manager.post(urls.inspections.pointNew(id), point)).status).toBe(422);
    const answered = { ...point, answer_reason: 'Two came' };
    expect((await manager.post(urls.inspections.pointNew(id), answered)).status).toBe(303);
    expect(await (await head.get(urls.inspections.points(id))).text()).toContain('Two came');
  });

  it('puts written parts into the report, with the figures in their places', async () => {
    const words = { words: 'It comes to {max} at most.', version: '0' };
    expect((await manager.post(urls.inspections.text(id, 'foreword'), words)).status).toBe(303);
    const html = await (await head.get(urls.inspections.report(id))).text();
    expect(html).toContain('It comes to 12 at most.');
    expect(html).toContain('Some plans stop halfway');
  });

  it('is not published before everything is rated, and by the head alone', async () => {
    const publish = { state: 'published', version: '1' };
    const early = await head.post(urls.inspections.one(id), publish);
    expect(early.status).toBe(422);
    expect(await early.text()).toContain('Rate every standard first: 2.1, 2.2, 2.3');
    const others = await manager.post(urls.inspections.one(id), publish);
    expect(others.status).toBe(422);
    expect(await others.text()).toContain('The head of service publishes');
  });

  it('is not moved on while nothing is read or rated', async () => {
    for (const [state, why] of [
      ['ratings-panel', 'Finish the reading first|Cases are still to be read for: 2.1, 2.2, 2.3'],
      ['draft', 'Rate every standard first: 2.1, 2.2, 2.3'],
      ['factual-accuracy', 'Rate every standard first: 2.1, 2.2, 2.3'],
    ] as const) {
      const answer = await manager.post(urls.inspections.one(id), { state, version: '1' });
      expect(answer.status, state).toBe(422);
      expect(await answer.text(), state).toMatch(new RegExp(why));
    }
    const fieldwork = { state: 'fieldwork', version: '1' };
    expect((await manager.post(urls.inspections.one(id), fieldwork)).status).toBe(303);
  });

  it('takes no proposal while its draft is being checked', async () => {
    await asOwner((tx) =>
      tx
        .updateTable('inspection')
        .set({ state: 'factual-accuracy' })
        .where('id', '=', id)
        .execute(),
    );
    const answer = await head.post(
      urls.inspections.rate(id, 'V1'),
      rating({ rating: 'Outstanding', version: '3' }),
    );
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain('a rating changes only in a meeting of the panel');
  });
});

describe('who opens what', () => {
  it('the board reaches no inspection that is not published', async () => {
    const board = await site.as('gwendolen-osei');
    expect((await board.get(urls.inspections.recommendations(id))).status).toBe(404);
    const list = await (await board.get(urls.inspections.list)).text();
    expect(list).not.toContain('Spring trial');
    expect(list).not.toContain('Start an inspection');
  });

  it('an inspector reads the workspace and is offered no change', async () => {
    const inspector = await site.as('edith-fairlamp');
    const html = await (await inspector.get(urls.inspections.standard(id, '2.1'))).text();
    expect(html).toContain('Some plans stop halfway');
    expect(html).not.toContain('Add a finding');
    const refused = await inspector.post(urls.inspections.evidenceNew(id, '2.1'), finding('Mine'));
    expect(refused.status).toBe(404);
  });

  it('an inspector who leads one writes its evidence, meetings, ratings, points and texts', async () => {
    const inspector = await site.as('edith-fairlamp');
    const made = await start(head, 'Visit of the inspectorate', 'edith-fairlamp');
    const led = idIn(made);
    const saved = async (path: string, form: Record<string, string>) =>
      expect((await inspector.post(path, { version: '0', ...form })).status, path).toBe(303);
    await saved(urls.inspections.evidenceNew(led, '2.1'), finding('Plans are the child’s own'));
    await saved(urls.inspections.meetingNew(led), {
      ...dayBoxes('held_on', '2026-06-05'),
      attended: 'Edith Fairlamp, inspector',
    });
    const page = await (await inspector.get(urls.inspections.rate(led, 'V1'))).text();
    const meeting = /value="([0-9a-f-]{36})"[^>]*>The panel/.exec(page)?.[1] ?? '';
    await saved(
      urls.inspections.rate(led, 'V1'),
      rating({ rating: 'Good', meeting, positions: 'Inspector: Good' }),
    );
    await saved(urls.inspections.text(led, 'foreword'), { words: 'We came in June.' });
    await saved(urls.inspections.recommendationNew(led), {
      recommendation: 'Ask victims how it ended',
      addressees: 'Head of service',
    });
    await saved(urls.inspections.one(led), { state: 'fieldwork', version: '1' });
    const cases = await (await inspector.get(urls.inspections.cases(led))).text();
    expect(cases).toContain('The head of service is asked to plan the reading of cases');
    const planned = await head.post(urls.inspections.startReading(led), {});
    expect(planned.headers.get('location')).toMatch(/^\/audits\/[0-9a-f-]{36}\/sample$/);
  });
});

it('no page of an inspection needs more than eight statements', async () => {
  const pages = [
    urls.inspections.list,
    urls.inspections.create,
    urls.inspections.progress,
    urls.inspections.one(id),
    urls.inspections.standard(id, '2.1'),
    urls.inspections.rate(id, '2.1'),
    urls.inspections.evidenceNew(id, '2.1'),
    urls.inspections.cases(id),
    urls.inspections.panel(id),
    urls.inspections.points(id),
    urls.inspections.recommendations(id),
    urls.inspections.texts(id),
    urls.inspections.text(id, 'foreword'),
    urls.inspections.report(id),
  ];
  for (const path of pages) {
    const seen = await counter.during(() => head.get(path));
    expect(seen.length, `${path}\n${seen.join('\n')}`).toBeLessThanOrEqual(8);
  }
});
