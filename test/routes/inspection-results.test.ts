import { beforeAll, describe, expect, it } from 'vitest';
import { demoId } from '../../src/demo/random.ts';
import { urls } from '../../src/urls.ts';
import { testApp, type Visitor } from '../support/app.ts';
import { testDatabase } from '../support/database.ts';
import { statementCounter } from '../support/statements.ts';
import { unzip } from '../support/unzip.ts';

const counter = statementCounter();
const database = testDatabase(counter);
let site: Awaited<ReturnType<typeof testApp>>;
let head: Visitor;
let board: Visitor;
beforeAll(async () => {
  site = await testApp(database());
  head = await site.as('philippa-standfast');
  board = await site.as('gwendolen-osei');
  return () => site.jobs.stop();
});

const { list, csv, one, example, exampleCases, exampleReport, exampleWord } =
  urls.inspectionResults;
const wordsOf = async (answer: Response) =>
  (await answer.text()).replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');
const printedOf = (words: string) =>
  [...words.matchAll(/\d\.\d\.\d [^?]*\? (\d+) (\d+) (\d+)% (\d+)%/g)].map(([, ...found]) => found);

describe('published results of services', () => {
  it('the board reads them, searches them by the address, and sees what follows and what does not', async () => {
    const all = await wordsOf(await board.get(list()));
    expect(all).toContain('All 45 results.');
    expect(all).toContain('neither every inspection nor all of the 154 youth justice services');
    expect(all).not.toContain('all services');
    expect(all).toContain('Scores of 29 results, out of 36');
    const found = await wordsOf(await board.get(list({ q: 'reading', sort: 'score' })));
    expect(found).toContain('1 of 45 results.');
    expect(found).toContain(
      'Reading 3 December 2024 2021 Inadequate 5 of 36 Inadequate, from the score alone: 1 of 12 standards are stated',
    );
    expect(await wordsOf(await board.get(list({ q: 'nowhere' })))).toContain(
      'No result is like this',
    );
    expect((await board.get(list({ page: '999999' }))).status).toBe(200);
  });

  it('each opens to its standards, what follows and its sources', async () => {
    const words = await wordsOf(await board.get(one('havering-2022-11-01')));
    expect(words).toContain('This agrees with the published rating: 20 of 36 is Good.');
    expect(words).toContain(
      '2.1 Assessment Requires improvement 1 2.1.1: 83%, 2.1.2: 61%, 2.1.3: 78%',
    );
    expect((await board.get(one('nowhere-2022'))).status).toBe(404);
  });

  it('go to a spreadsheet as they are chosen, and no cell starts a formula', async () => {
    const answer = await board.get(csv({ framework: '2025' }));
    expect(answer.headers.get('content-type')).toContain('text/csv');
    const rows = (await answer.text()).trim().split('\r\n');
    expect(rows[0]).toContain('Service,Published,Framework');
    expect(rows.length).toBeGreaterThan(2);
    expect(rows.slice(1).every((row) => row.includes(',2025,'))).toBe(true);
    expect(rows.filter((row) => /(^|,)"?[=+@-]/.test(row))).toEqual([]);
  });

  it('show our own newest inspection beside them, and only to those it is open to', async () => {
    const made = await head.post(urls.inspections.create, {
      title: 'Autumn trial',
      kind: 'mock',
      programme: '2021 single',
      lead_id: demoId('staff', 'philippa-standfast'),
      'fieldwork_from-day': '2',
      'fieldwork_from-month': '11',
      'fieldwork_from-year': '2024',
      'fieldwork_to-day': '6',
      'fieldwork_to-month': '11',
      'fieldwork_to-year': '2024',
      'cases_from-day': '1',
      'cases_from-month': '11',
      'cases_from-year': '2023',
      'cases_to-day': '1',
      'cases_to-month': '9',
      'cases_to-year': '2024',
      version: '0',
    });
    expect(made.status).toBe(303);
    const words = await wordsOf(await head.get(list()));
    expect(words).toContain(
      'Autumn trial , mock inspection: 12 standards are not rated yet, so it has no rating',
    );
    expect(await wordsOf(await board.get(list()))).not.toContain('Autumn trial');
    const seen = await counter.during(() => head.get(list()));
    expect(seen.length).toBeLessThanOrEqual(8);

    const path = made.headers.get('location') ?? '';
    const report = await head.get(`${path}/report`);
    const text = await wordsOf(report);
    expect(text).toContain('Before this is published Foreword: nothing is written yet.');
    expect(text).toContain('0 so far; 12 of 12 standards are not rated yet.');
    expect((await counter.during(() => head.get(`${path}/report`))).length).toBeLessThanOrEqual(8);
    const refused = await head.post(`${path}/texts/foreword`, {
      words: 'We came to {scor}',
      version: '0',
    });
    expect(refused.status).toBe(422);
    expect(await wordsOf(refused)).toContain('No figure is called {scor}');
    const foreword = { words: 'We came to {max} and 7', version: '0' };
    expect((await head.post(`${path}/texts/foreword`, foreword)).status).toBe(303);
    expect(await wordsOf(await head.get(`${path}/report`))).toContain(
      'Foreword: typed as numbers, which stay when the figures change: 7.',
    );
    const word = await head.get(`${path}/report/word`);
    expect(word.headers.get('content-disposition')).toContain(
      'autumn-trial-with-small-counts.docx',
    );
    expect((await board.get(`${path}/report`)).status).toBe(404);
    const inspector = await site.as('edith-fairlamp');
    expect((await inspector.get(`${path}/report`)).status).toBe(200);
  });
});

describe('the inspection of 2022 entered whole', () => {
  it('comes to 20 of 36, Good, and every one of 21 percentages is worked out as printed', async () => {
    const words = await wordsOf(await board.get(example));
    expect(words).toContain('20 of 36: Good. Resettlement, beside it: Good.');
    const printed = printedOf(words);
    expect(printed).toHaveLength(21);
    for (const [yes, of, worked, stated] of printed) {
      expect(worked).toBe(stated);
      expect(Math.floor((200 * Number(yes) + Number(of)) / (2 * Number(of)))).toBe(Number(worked));
    }
    expect(words).toContain('5 Youth justice service and Police');
    expect(words).toContain('Meetings held');
  });

  it('shows its 45 cases, one a row, with each column’s count', async () => {
    const html = await (await board.get(exampleCases)).text();
    expect(html.match(/<th scope="row"[^>]*>(C|D)\d\d</g)).toHaveLength(45);
    expect(html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')).toContain(
      'Yes Of 18 15 11 14 16 12 13 15 12 12 15 12 13',
    );
  });

  it('has the same report on the page and in Word', async () => {
    const page = await board.get(exampleReport);
    const html = await page.text();
    const text = (markup: string) =>
      markup
        .replaceAll(/<[^>]+>/g, '\n')
        .replaceAll('&#39;', '&apos;')
        .split(/\n+/)
        .map((line) => line.trim())
        .filter((line) => line !== '');
    expect(text(html).join(' ')).toContain('we make seven recommendations to improve the work');
    const file = unzip(new Uint8Array(await (await board.get(exampleWord)).arrayBuffer()));
    const document = file.get('word/document.xml') ?? '';
    const onPage = text(
      html.slice(html.indexOf('<section aria-labelledby="foreword"'), html.indexOf('</main>')),
    );
    const inWord = text(document.slice(document.indexOf('<w:t xml:space="preserve">Foreword')));
    const numbers = /^\d\.$/;
    expect(inWord.filter((line) => !numbers.test(line))).toEqual(onPage);
    expect(inWord.filter((line) => numbers.test(line))).toHaveLength(7);
  });

  it('is closed to people without statistics', async () => {
    const worker = await site.as('ama-lovelock');
    for (const path of [
      list(),
      csv(),
      one('havering-2022-11-01'),
      example,
      exampleCases,
      exampleReport,
      exampleWord,
    ])
      expect((await worker.get(path)).status, path).toBe(403);
  });
});

describe('a published result that is added by hand', () => {
  const typed = {
    service: 'Harbourside',
    published: '2026-04',
    framework: '2021',
    overall_rating: 'Good',
    overall_score: '20',
    overall_max: '36',
    standards: '2.1 Good\n4.1: Outstanding',
    source: 'Invented inspectorate, April 2026',
  };

  it('is refused with what to do, by the field', async () => {
    const wrong = { ...typed, published: 'spring', standards: '9.9 Good', overall_score: 'x' };
    const answer = await head.post(urls.inspectionResults.create, wrong);
    expect(answer.status).toBe(422);
    const words = await wordsOf(answer);
    expect(words).toContain('“spring” is no year, month or day');
    expect(words).toContain('“x” is not a whole number');
    const unknown = await head.post(urls.inspectionResults.create, {
      ...typed,
      standards: '9.9 Good',
    });
    expect(await wordsOf(unknown)).toContain('9.9: framework 2021 has no standard 9.9');
  });

  it('stands among the others, is corrected with a reason, and keeps what it said', async () => {
    expect((await head.post(urls.inspectionResults.create, typed)).status).toBe(303);
    const again = await head.post(urls.inspectionResults.create, typed);
    expect(await wordsOf(again)).toContain('Harbourside, published 2026-04, is among the results');
    const found = await (await head.get(list({ q: 'harbourside' }))).text();
    const id = /of\/([0-9a-f-]{36})/.exec(found)?.[1] ?? '';
    expect(await wordsOf(await board.get(one(id)))).toContain('4.1 Resettlement');
    const correct = urls.inspectionResults.correct(id);
    const changed = { ...typed, overall_score: '21', version: '1' };
    expect(await wordsOf(await head.post(correct, changed))).toContain('Say why it is corrected');
    const reason = 'The report says 21';
    expect((await head.post(correct, { ...changed, reason })).status).toBe(303);
    const now = await (await board.get(list({ q: 'harbourside' }))).text();
    const newer = /of\/([0-9a-f-]{36})/.exec(now)?.[1] ?? '';
    expect(newer).not.toBe(id);
    const words = await wordsOf(await board.get(one(newer)));
    expect(words).toContain('21 of 36');
    expect(words).toContain(reason);
    expect(words).toContain('Good; 20 of 36');
    expect(await wordsOf(await head.get(one(id)))).toContain('21 of 36');
    expect((await head.get(correct)).status).toBe(404);
  });

  it('one that came with Foothold is corrected too: its list, scores and address follow, and what it said is kept', async () => {
    const at = one('havering-2022-11-01');
    const correct = urls.inspectionResults.correct('havering-2022-11-01');
    expect((await board.get(correct)).status).toBe(403);
    const form = await (await head.get(correct)).text();
    const lines = /name="standards"[^>]*>([^<]*)</.exec(form)?.[1] ?? '';
    expect(lines).toContain('2.1 Requires improvement');
    const changed = {
      ...typed,
      service: 'Havering',
      published: '2022-11-01',
      overall_score: '19',
      overall_rating: 'Good',
      standards: lines.replace('2.2 Good', '2.2 Requires improvement'),
      version: '1',
    };
    expect(await wordsOf(await head.post(correct, changed))).toContain('Say why it is corrected');
    const reason = 'The printed table says one point less';
    expect((await head.post(correct, { ...changed, reason })).status).toBe(303);
    const words = await wordsOf(await board.get(at));
    expect(words).toContain('Score, as published 19 of 36');
    expect(words).toContain(reason);
    expect(words).toContain('As it comes with Foothold Published so Havering');
    expect(words).toContain('Good; 20 of 36');
    expect(words).toContain('2.1.1: 83%');
    expect(words).not.toContain('2.2.1:');
    const found = await wordsOf(await board.get(list({ q: 'havering' })));
    expect(found).toContain('1 of ');
    expect(found).toContain('19 of 36');
    expect((await head.get(correct)).status).toBe(404);
    const rest = await wordsOf(await board.get(csv({ q: 'havering' })));
    expect(rest).toContain(',19,36,');
  });

  it('nobody adds or corrects one who may only read them', async () => {
    expect((await board.post(urls.inspectionResults.create, typed)).status).toBe(403);
    expect((await board.get(urls.inspectionResults.create)).status).toBe(403);
  });
});
