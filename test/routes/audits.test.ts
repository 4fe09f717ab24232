import { beforeAll, describe, expect, it } from 'vitest';
import { addMonths } from '../../src/domain/calendar/day.ts';
import { urls } from '../../src/urls.ts';
import { testApp, type Visitor } from '../support/app.ts';
import { asked, judge, layCases, laySealed, today } from '../support/audits.ts';
import { seal } from '../support/children.ts';
import { serviceId, staffId, testDatabase } from '../support/database.ts';
import { dayBoxes } from '../support/day-boxes.ts';
import { ownerOf } from '../support/panels.ts';
import { statementCounter } from '../support/statements.ts';

const counter = statementCounter();
const database = testDatabase(counter);
const asOwner = ownerOf(database);
let site: Awaited<ReturnType<typeof testApp>>;
let marguerite: Visitor;
let auditId = '';
let sealed = '';

beforeAll(async () => {
  await database()
    .owner.transaction()
    .execute(async (tx) => {
      await layCases(tx, ['Abe', 'Bea', 'Cal', 'Dee', 'Eve']);
      sealed = await laySealed(tx);
    });
  site = await testApp(database());
  marguerite = await site.as('marguerite-oyelaran');
  return () => site.jobs.stop();
});

const plan = {
  version: '0',
  title: 'Assessing in October',
  kind: 'monthly',
  month: today.slice(0, 7),
  ...dayBoxes('due_on', today),
  lead_id: staffId('philippa-standfast'),
  'standards-2021': '3.1',
};
const sample = (given: Record<string, string | string[]> = {}) => ({
  step: 'draw',
  ...dayBoxes('opens', addMonths(today, -12)),
  ...dayBoxes('closes', today),
  types: ['youth-caution'],
  strata: ['sex', 'disposal', 'risk'],
  sizeKind: 'number',
  number: '4',
  secondPercent: '25',
  notSinceMonths: '6',
  leastDays: '28',
  seed: 'october',
  readers: ['nasir-hollyoak', 'desmond-plumb'].map(staffId),
  ...given,
});
const readings = () =>
  asOwner((tx) =>
    tx
      .selectFrom('audit_reading')
      .innerJoin('audit_case', 'audit_case.id', 'audit_reading.case_id')
      .select(['audit_reading.id', 'audit_reading.child_id', 'reader_id', 'reading', 'case_id'])
      .where('audit_reading.audit_id', '=', auditId)
      .orderBy('reading')
      .orderBy('audit_case.position')
      .execute(),
  );
const visitorOf = new Map<string, Visitor>();
async function readerOf(id: string): Promise<Visitor> {
  const code = ['nasir-hollyoak', 'desmond-plumb'].find((each) => staffId(each) === id) ?? '';
  const visitor = visitorOf.get(code) ?? (await site.as(code));
  visitorOf.set(code, visitor);
  return visitor;
}

describe('an audit', () => {
  it('is planned with standards of one framework', async () => {
    const mixed = await marguerite.post(urls.audits.create(), { ...plan, 'standards-2025': '2.1' });
    expect(mixed.status).toBe(422);
    expect(await mixed.text()).toContain('Choose standards of one framework only');
    const saved = await marguerite.post(urls.audits.create(), plan);
    expect(saved.status).toBe(303);
    auditId = (saved.headers.get('location') ?? '').split('/').at(-1) ?? '';
    const programme = await (await marguerite.get(urls.audits.programme())).text();
    expect(programme).toContain('Assessing in October');
  });

  it('shows what a second person changed while the plan was open', async () => {
    const changed = { ...plan, version: '1', title: 'Assessing, with care' };
    expect((await marguerite.post(urls.audits.plan(auditId), changed)).status).toBe(303);
    const late = await marguerite.post(urls.audits.plan(auditId), { ...changed, title: 'Other' });
    expect(late.status).toBe(409);
    expect(await late.text()).toContain('Assessing, with care');
  });

  it('counts the cases first: those left out, with the reason, and the groups', async () => {
    const counted = await marguerite.post(
      urls.audits.sample(auditId),
      sample({ step: 'count', version: '2' }),
    );
    const page = await counted.text();
    expect(counted.status).toBe(200);
    expect(page).toContain('4 of 5 cases would be drawn');
    expect(page).toContain('The population and the sample');
    expect(page).toMatch(/Not asked<\/th>\s*<td[^>]*>5 \(100%\)<\/td>\s*<td[^>]*>4 \(100%\)/);
    expect(page).not.toMatch(/sealed, and who|sealed: 1/);
  });

  it('says which types of work its standards ask nothing of', async () => {
    const answer = await marguerite.post(
      urls.audits.sample(auditId),
      sample({ version: '2', types: ['youth-caution', 'referral-order'] }),
    );
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain('The standards chosen ask nothing of: Referral order');
  });

  it('has no cases when every reader manages the worker', async () => {
    const answer = await marguerite.post(
      urls.audits.sample(auditId),
      sample({ version: '2', readers: staffId('marguerite-oyelaran') }),
    );
    expect(answer.status).toBe(422);
    const page = await answer.text();
    expect(page).toContain('countersigned it or oversees it: 5');
  });

  it('is drawn, shared among readers and opened to them, and nobody reads a sealed record', async () => {
    const drawn = await marguerite.post(urls.audits.sample(auditId), sample({ version: '2' }));
    expect(drawn.status).toBe(303);
    const rows = await readings();
    expect(rows.filter(({ reading }) => reading === 'first')).toHaveLength(4);
    expect(rows.filter(({ reading }) => reading === 'second')).toHaveLength(1);
    expect(rows.some(({ child_id }) => child_id === sealed)).toBe(false);
    const desmond = await readerOf(staffId('desmond-plumb'));
    for (const { reader_id, child_id, id } of rows) {
      const isMine = reader_id === staffId('desmond-plumb');
      expect((await desmond.get(urls.audits.reading(child_id, id))).status).toBe(
        isMine ? 200 : 404,
      );
    }
  });

  it('lets a case be given back, and draws the next of its group, though another’s record was sealed since', async () => {
    const firsts = (await readings()).filter(({ reading }) => reading === 'first');
    const [first] = firsts;
    const last = firsts.at(-1)?.child_id ?? '';
    await asOwner((tx) => seal(tx, last));
    const path = urls.audits.giveBack(auditId, first?.case_id ?? '');
    const back = { withdrawn_reason: 'Moved away in the second week' };
    const tied = await marguerite.post(path, back);
    expect(tied.status).toBe(422);
    expect(await tied.text()).toContain('you manage its worker');
    const philippa = await site.as('philippa-standfast');
    const answer = await philippa.post(path, back);
    expect(answer.status).toBe(303);
    await asOwner((tx) =>
      tx.deleteFrom('restricted_record').where('child_id', '=', last).execute(),
    );
    const page = await (await marguerite.get(urls.audits.one(auditId))).text();
    expect(page).toContain('Given back');
    const live = (await readings()).filter(({ case_id }) => case_id !== first?.case_id);
    expect(live.filter(({ reading }) => reading === 'first')).toHaveLength(4);
    const reader = await readerOf(first?.reader_id ?? '');
    expect(
      (await reader.get(urls.audits.finishReading(first?.child_id ?? '', first?.id ?? ''))).status,
    ).not.toBe(200);
  });

  it('refuses as another reader somebody who manages the worker', async () => {
    const [one] = (await readings()).slice(1);
    const philippa = await site.as('philippa-standfast');
    const answer = await philippa.post(urls.audits.reader(auditId, one?.case_id ?? ''), {
      reading: one?.id ?? '',
      reader_id: staffId('marguerite-oyelaran'),
    });
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain('They may not judge this case');
  });
});

describe('a reading', () => {
  it('asks for every prompt, a reason, and where in the record a yes is seen', async () => {
    const [one] = await openReadings();
    const reader = await readerOf(one?.reader_id ?? '');
    const [question] = asked;
    const answer = await reader.post(
      urls.audits.question(one?.child_id ?? '', one?.id ?? '', question?.id ?? ''),
      { version: '0', answer: 'yes', reason: '' },
    );
    expect(answer.status).toBe(422);
    const page = await answer.text();
    expect(page).toContain('Enter why you judge so');
    expect(page).toContain(`Answer: ${question?.prompts[0]?.text.slice(0, 20)}`);
  });

  it('keeps both when the same question is judged in two windows', async () => {
    const [one] = await openReadings();
    const reader = await readerOf(one?.reader_id ?? '');
    const [question] = asked;
    if (!one || !question) throw new Error('There is nothing to read');
    expect((await judge(reader, one.child_id, one.id, question, 'yes')).status).toBe(303);
    const second = await judge(reader, one.child_id, one.id, question, 'no');
    expect(second.status).toBe(409);
    expect(await second.text()).toContain('I judge yes');
    expect((await judge(reader, one.child_id, one.id, question, 'no', '1')).status).toBe(303);
  });

  it('is finished only when every question is judged; actions go to their owners', async () => {
    const all = await openReadings();
    for (const one of all) {
      const reader = await readerOf(one.reader_id);
      const early = await reader.get(urls.audits.finishReading(one.child_id, one.id));
      expect(early.status).toBe(404);
      for (const question of asked) {
        const answer = one.reading === 'second' && question.id === '3.1.2' ? 'no' : 'yes';
        const begun = one === all[0] && question === asked[0] ? '2' : '0';
        const saved = await judge(reader, one.child_id, one.id, question, answer, begun);
        expect(saved.status).toBe(303);
      }
      const form = { strengths: 'The child’s words are there', learning: 'Ask the school earlier' };
      const path = urls.audits.finishReading(one.child_id, one.id);
      const nobody = await reader.post(path, { ...form, what1: 'Ring the school' });
      expect(nobody.status).toBe(422);
      const done = await reader.post(path, {
        ...form,
        what1: one.reading === 'first' ? 'Ring the school' : '',
        owner1: staffId('ama-lovelock'),
        ...dayBoxes('by1', today),
      });
      expect(done.status).toBe(303);
    }
    const actions = await asOwner((tx) =>
      tx.selectFrom('action').select('owner_id').where('about_table', '=', 'audit_case').execute(),
    );
    expect(actions).toHaveLength(4);
    expect(actions.every(({ owner_id }) => owner_id === staffId('ama-lovelock'))).toBe(true);
  });

  it('ends the access that was given for it', async () => {
    const desmond = await readerOf(staffId('desmond-plumb'));
    for (const { child_id } of await readings())
      expect((await desmond.get(urls.child.overview(child_id))).status).toBe(404);
  });
});

async function openReadings() {
  const rows = await asOwner((tx) =>
    tx
      .selectFrom('audit_case')
      .select('id')
      .where('audit_id', '=', auditId)
      .where('withdrawn_on', 'is', null)
      .execute(),
  );
  const live = new Set(rows.map(({ id }) => id));
  return (await readings()).filter(({ case_id }) => live.has(case_id));
}

describe('what two readers judged', () => {
  it('is settled by somebody who read it neither time, and then goes to the worker', async () => {
    const [second] = (await openReadings()).filter(({ reading }) => reading === 'second');
    if (!second) throw new Error('No case was read twice');
    const path = urls.audits.moderate(second.child_id, second.case_id);
    const waiting = await shared(second.case_id);
    expect(waiting).toBe(0);
    const early = await marguerite.post(urls.audits.finish(auditId), {
      version: '3',
      summary: 'Early',
    });
    expect(await early.text()).toContain('Finish or give back these cases first');
    const nasir = await readerOf(staffId('nasir-hollyoak'));
    const agreed = {
      version: '0',
      question: '3.1.2',
      answer: 'no',
      reason: 'Social care was not asked',
    };
    await nasir.post(urls.child.purpose(second.child_id), { purpose: 'quality' });
    expect((await nasir.post(path, agreed)).status).toBe(404);
    const caseUrl = urls.audits.caseOne(auditId, second.case_id);
    const page = await (await (await readerOf(staffId('desmond-plumb'))).get(caseUrl)).text();
    expect(page).toContain('has no part in the case: Philippa Standfast.');
    expect((await marguerite.post(path, agreed)).status).toBe(404);
    expect(await (await marguerite.get(path)).text()).toMatch(/Somebody else settles it: you/);
    expect(await (await marguerite.get(urls.audits.list)).text()).not.toContain('Settle case');
    const philippa = await site.as('philippa-standfast');
    expect(await (await philippa.get(urls.audits.list)).text()).toContain(
      'its readers differ on 1',
    );
    expect((await philippa.post(path, agreed)).status).toBe(303);
    expect(await shared(second.case_id)).toBe(1);
  });

  it('is shown as percentages of all cases, with agreement and managers’ own view', async () => {
    const page = await (await marguerite.get(urls.audits.results(auditId))).text();
    expect(page).toContain('75% (3 of 4)');
    expect(page).toContain('75% (3 of 4)</strong> judgements');
    expect(page).toMatch(/Out of court[\s\S]*100% \(4 of 4\)[\s\S]*100% \(4 of 4\)/);
    const inspector = await site.as('edith-fairlamp');
    const hers = await (await inspector.get(urls.audits.results(auditId))).text();
    expect(hers).toContain('75% (3 of 4)');
    expect(hers).not.toContain('Ask the school earlier');
  });
});

describe('every page of audits', () => {
  it('needs at most eight statements, however many cases there are', async () => {
    const [one] = (await openReadings()).filter(({ reading }) => reading === 'first');
    const paths = [
      urls.audits.list,
      urls.audits.programme(),
      urls.audits.create(),
      urls.audits.trends(),
      urls.audits.one(auditId),
      urls.audits.plan(auditId),
      urls.audits.results(auditId),
      urls.audits.caseOne(auditId, one?.case_id ?? ''),
      urls.audits.reader(auditId, one?.case_id ?? ''),
      urls.audits.giveBack(auditId, one?.case_id ?? ''),
      urls.audits.finish(auditId),
      urls.audits.cancel(auditId),
      urls.audits.moderate(one?.child_id ?? '', one?.case_id ?? ''),
      urls.audits.supervisions,
      urls.audits.supervision(staffId('ama-lovelock')),
      urls.oversight.entries(one?.child_id ?? ''),
    ];
    for (const path of paths) {
      const seen = await counter.during(async () =>
        expect((await marguerite.get(path)).status, path).toBe(200),
      );
      expect(seen.length, `${path}\n${seen.join('\n')}`).toBeLessThanOrEqual(8);
    }
    const reader = await readerOf(one?.reader_id ?? '');
    const feedback = await (await site.as('ama-lovelock')).get(urls.audits.feedback);
    expect(feedback.status).toBe(200);
    expect((await reader.get(urls.audits.list)).status).toBe(200);
  });
});

describe('supervision', () => {
  it('shows the worker what was found, and closes it with the entry that talks it through', async () => {
    const ama = await site.as('ama-lovelock');
    expect(await (await ama.get(urls.audits.feedback)).text()).toContain('Ask the school earlier');
    const list = await (await marguerite.get(urls.audits.supervisions)).text();
    expect(list).toContain('Ama Lovelock');
    const page = await (
      await marguerite.get(urls.audits.supervision(staffId('ama-lovelock')))
    ).text();
    const path = /href="(\/children\/[^"]+\/audit-feedback\/[^"]+)"/.exec(page)?.[1] ?? '';
    const child = path.split('/')[2] ?? '';
    const entries = await (await marguerite.get(urls.oversight.entries(child))).text();
    expect(entries).toContain('something for the next supervision with Ama Lovelock');
    const form = {
      version: '1',
      checked: 'Ama read the learning aloud and agreed with most of it',
      found: 'The school is asked in the first week from now on',
    };
    expect((await marguerite.post(path, { ...form, found: 'ok' })).status).toBe(422);
    expect((await marguerite.post(path, form)).status).toBe(303);
    const late = await marguerite.post(path, form);
    expect(late.status).toBe(409);
    expect(await late.text()).toContain('This was talked through already');
    const after = await (await marguerite.get(urls.oversight.entries(child))).text();
    expect(after).toContain('From the audit “Assessing, with care”');
    expect(await (await ama.get(urls.audits.feedback)).text()).toContain('Talked through on');
  });

  it('leaves a column of figures when the audit is finished', async () => {
    const done = await marguerite.post(urls.audits.finish(auditId), {
      version: '3',
      summary: 'Schools are asked late',
    });
    expect(done.status).toBe(303);
    const trends = await (await marguerite.get(urls.audits.trends())).text();
    const board = await site.as('gwendolen-osei');
    const found = await (await board.get(urls.audits.found)).text();
    expect(found).toContain('Assessing, with care');
    expect(found).toContain('Too few cases to tell');
    expect((await board.get(urls.audits.results(auditId))).status).toBe(403);
    expect(trends).toContain('75% (3 of 4)');
  });
});

const shared = async (caseId: string) =>
  (
    await asOwner((tx) =>
      tx
        .selectFrom('audit_feedback')
        .select('id')
        .where('service_id', '=', serviceId)
        .where('case_id', '=', caseId)
        .execute(),
    )
  ).length;
