import { beforeAll, describe, expect, it } from 'vitest';
import { asActor } from '../../src/platform/db/as-actor.ts';
import { urls } from '../../src/urls.ts';
import { testApp } from '../support/app.ts';
import { actorOf, staffId, testDatabase } from '../support/database.ts';
import { statementCounter } from '../support/statements.ts';

const counter = statementCounter();
const database = testDatabase(counter);
let site: Awaited<ReturnType<typeof testApp>>;
let cleo: Awaited<ReturnType<typeof site.as>>;

beforeAll(async () => {
  site = await testApp(database());
  cleo = await site.as('cleo-abacus');
  return () => site.jobs.stop();
});

const NATIONAL = 'K04000001';
const BIRMINGHAM = '330';
const HAVERING = '311';
const textOf = (html: string) =>
  html
    .replace(/<(script|svg)[\s\S]*?<\/\1>/g, ' ')
    .replace(/<[^>]+>/g, '|')
    .replace(/\s+/g, ' ')
    .replace(/(\| ?)+/g, '|');
const open = async (path: string) => {
  const answer = await cleo.get(path);
  return { status: answer.status, text: textOf(await answer.text()) };
};

describe('disproportionality', () => {
  it('shows the custodial sentences of three years pooled, with the published index and limits', async () => {
    const { status, text } = await open(
      urls.statistics.disproportionality({ area: NATIONAL, point: 'custodial-sentence' }),
    );
    expect(status).toBe(200);
    expect(text).toContain('|Asian|68|846|8.0|1.38|1.06|1.78|Clearly higher|');
    expect(text).toContain('|White|645|11,111|5.8|1.00|Reference group|');
    expect(text).toContain('|2022-23|Asian|20|294|6.8|1.18|0.70|1.87|No clear difference|');
  });

  it('names the comparator of the gap', async () => {
    const { text } = await open(
      urls.statistics.disproportionality({ area: NATIONAL, point: 'arrest' }),
    );
    expect(text).toContain('The comparator is: Residents aged 10 to 17, Census 2021');
    const missing = 'Not worked out: some groups are missing';
    expect(text).toContain(
      `|Asian|3,045|663,825|4.6|0.52|0.50|0.54|Clearly lower|${missing}|${missing}|${missing}|`,
    );
  });

  it('works out custodial remand for every group whose counts are public, and none from a withheld one', async () => {
    const { text } = await open(
      urls.statistics.disproportionality({ area: NATIONAL, point: 'custodial-remand' }),
    );
    expect(text).toContain('|Asian|55|536|10.3|1.51|1.12|2.00|Clearly higher|');
    expect(text).toContain('|Black|252|1,933|13.0|');
    expect(text).toMatch(/\|Other\|50\|x\|x\|x\|x\|x\|Not given: a count is not printed\|/);
  });

  it('compares boys with girls, or girls with boys, as the reader chooses', async () => {
    const chosen = { area: NATIONAL, point: 'cautioned-or-sentenced', by: 'sex' };
    const first = await open(urls.statistics.disproportionality(chosen));
    expect(first.text).toContain('|Girls|8,269|');
    const turned = await open(urls.statistics.disproportionality({ ...chosen, reference: 'Boys' }));
    expect(turned.text).toMatch(/\|Boys\|48,131\|[\d,]+\|[\d.]+\|1\.00\|Reference group\|/);
  });

  it('gives shares of all whose ethnicity is known, and none of some groups only', async () => {
    const chosen = { area: NATIONAL, point: 'cautioned-or-sentenced' };
    const { text } = await open(urls.statistics.disproportionality(chosen));
    const white = /\|White\|38,975\|[^A-Z]*Reference group\|([^|]*)\|([^|]*)\|([^|]*)\|/.exec(text);
    expect(white?.slice(1)).toEqual([
      '71.6',
      'Not worked out: some groups are missing',
      'Not worked out: some groups are missing',
    ]);
    const file = await cleo.get(urls.statistics.download('disproportionality', 'csv', chosen));
    expect(await file.text()).toMatch(
      /White,38975,.*,71\.6,Not worked out: some groups are missing/,
    );
  });

  it('opens where all groups are published, not on a point with one beside the reference', async () => {
    const { text } = await open(urls.statistics.disproportionality({ area: NATIONAL }));
    expect(text).toContain('Disproportionality: Cautioned or sentenced');
    expect(text).toMatch(/\|White\|.*\|Asian\|.*\|Black\|.*\|Mixed\|/);
  });

  it('keeps the decision that was chosen where nothing of it is published, and says so', async () => {
    const { text } = await open(
      urls.statistics.disproportionality({ area: BIRMINGHAM, point: 'stop-and-search' }),
    );
    expect(text).toContain('Disproportionality: Stop and search, Birmingham');
    expect(text).toContain('is published by group for');
    expect(text).not.toContain('Share of events');
  });

  it('names the chosen reference group in the definition of the rates', async () => {
    const { text } = await open(
      urls.statistics.disproportionality({ area: NATIONAL, point: 'arrest', reference: 'Asian' }),
    );
    expect(text).toContain('divided by the same for Asian children');
    expect(text).not.toContain('divided by the same for White children');
  });

  it('hides small numbers of Birmingham and whatever would give them away', async () => {
    const { text } = await open(
      urls.statistics.disproportionality({
        area: BIRMINGHAM,
        point: 'cautioned-or-sentenced',
        by: 'sex',
        years: '2014-15',
      }),
    );
    // What is most of use stays: the number not known and the total are hidden, not the girls.
    expect(text).toContain('|Girls|147|');
    expect(text).toContain('|Not known|&lt;6|All|x|');
  });

  it('says for a borough who lives there, and sets its plan’s shares beside them', async () => {
    const { text } = await open(urls.statistics.disproportionality({ area: HAVERING }));
    expect(text).toContain('No decisions about children of Havering are public');
    expect(text).toContain('|Black|1,651|1,655|3,306|');
    expect(text).toContain(
      '|Black|Children of the youth justice service|16|The school census of the plan|11|5|1.54|',
    );
    expect(text).toContain(
      '|All but White|Outcomes given|59|Residents under 18 in the plan|31|28|3.20|',
    );
  });

  it('takes any address without failing, and needs no more than eight statements', async () => {
    const asked = {
      area: 'nowhere',
      point: 'nothing',
      by: 'x',
      years: '2030',

      reference: '<',
    };
    expect((await open(urls.statistics.disproportionality(asked))).status).toBe(200);
    for (const path of [
      urls.statistics.disproportionality({ area: BIRMINGHAM }),
      urls.statistics.disproportionality({ area: HAVERING }),
      urls.statistics.ownCounts({ area: HAVERING }),
      urls.statistics.figures,
      urls.statistics.figure('first-time-entrants-rate', 'police-national-computer-series', {
        area: HAVERING,
      }),
      urls.statistics.download('disproportionality', 'xlsx', { area: BIRMINGHAM }),
      urls.statistics.download('benchmarks', 'xlsx', { area: HAVERING }),
    ]) {
      const sent = await counter.during(() => cleo.get(path));
      expect.soft(sent.length, path).toBeLessThanOrEqual(8);
    }
  });
});

describe('a download', () => {
  it('is written to the log of who looked, and is not found under a name or a form that there is not', async () => {
    // The log as the head of service reads it.
    const exports = async () =>
      asActor(database().app, await actorOf(database().app, 'philippa-standfast'), (tx) =>
        tx
          .selectFrom('access_log')
          .select('page')
          .where('kind', '=', 'export')
          .where('staff_id', '=', staffId('cleo-abacus'))
          .execute(),
      );
    const before = (await exports()).length;
    const path = (table: string, format: string) =>
      urls.statistics.download(table, format, { area: HAVERING });
    const statusOf = async (table: string, format: string) =>
      (await cleo.get(path(table, format))).status;
    expect(await statusOf('residents', 'csv')).toBe(200);
    expect(await statusOf('plan-shares', 'xlsx')).toBe(200);
    expect(await statusOf('residents', 'pdf')).toBe(404);
    expect(await statusOf('children', 'csv')).toBe(404);
    expect((await exports()).length - before).toBeGreaterThanOrEqual(2);
  });
});

describe('counts of one’s own', () => {
  const path = urls.statistics.ownCounts({ area: HAVERING });

  it('begins with the residents of the area on census day', async () => {
    const html = await (await cleo.get(path)).text();
    expect(html).toMatch(/name="among-Black"[^>]*value="3306"/);
  });

  it('gives rate, index, interval and gap at once, and a table to hand on without small numbers', async () => {
    const answer = await cleo.post(path, {
      base: 'before',
      reference: 'White',
      'events-White': '645',
      'among-White': '11,111',
      'events-Asian': '68',
      'among-Asian': '846',
      'events-Mixed': '3',
      'among-Mixed': '120',
    });
    expect(answer.status).toBe(200);
    const text = textOf(await answer.text());
    const [exact = '', onward = ''] = text.split('To hand on: small numbers hidden');
    expect(exact).toContain('|Asian|68|846|8.0|1.38|1.06|1.78|Clearly higher|');
    expect(exact).toContain('|Mixed|3|120|2.5|');
    expect(onward).toContain('|Mixed|&lt;6|120|x|x|');
    expect(onward).not.toContain('|Asian|68|');
  });

  it('works out a proportion of few children of the stage before, and says that they are few', async () => {
    const answer = await cleo.post(path, {
      base: 'before',
      reference: 'White',
      'events-White': '40',
      'among-White': '80',
      'events-Black': '12',
      'among-Black': '20',
    });
    const text = textOf(await answer.text());
    expect(text).toContain('|White|40|80|50.0|1.00|Reference group|');
    expect(text).toMatch(
      /\|Black\|12\|20\|60\.0\|1\.20\|.*No clear difference\. Small base: fewer than 30\|/,
    );
    expect(text).not.toContain('fewer than 100');
  });

  it('still gives no rate of fewer than 100 residents', async () => {
    const answer = await cleo.post(path, {
      base: 'residents',
      reference: 'White',
      'events-White': '40',
      'among-White': '800',
      'events-Black': '12',
      'among-Black': '20',
    });
    expect(textOf(await answer.text())).toContain(
      '|Black|12|20|None|None|None|None|No rate: fewer than 100|',
    );
  });

  it('answers with the file to hand on, small numbers hidden, and prints nothing exact', async () => {
    const typed = {
      base: 'before',
      reference: 'White',
      'events-White': '645',
      'among-White': '11,111',
      'events-Mixed': '3',
      'among-Mixed': '120',
      'events-Asian': '68',
      'among-Asian': '846',
    };
    const csv = await cleo.post(path, { ...typed, format: 'csv' });
    expect(csv.headers.get('content-disposition')).toContain('own-counts-to-hand-on.csv');
    const lines = (await csv.text()).split('\r\n').join('\n').split('\n');
    expect(lines.find((line) => line.startsWith('Mixed,'))).toContain('Mixed,<6,120,x,');
    expect(lines.find((line) => line.startsWith('Asian,'))).not.toContain('Asian,68,');
    const xlsx = await cleo.post(path, { ...typed, format: 'xlsx' });
    expect(xlsx.headers.get('content-type')).toContain('spreadsheetml');
    const html = await (await cleo.post(path, typed)).text();
    const [, part = ''] = html.split('<div class="fh-no-print">');
    const exact = part.slice(0, part.indexOf('To hand on'));
    expect(exact).toContain('From your counts, exactly');
    expect(exact).toContain('>68<');
    // Closed before the table to hand on, and never open around it.
    expect(exact.match(/<\/div>/g)?.length).toBe((exact.match(/<div/g)?.length ?? 0) + 1);
    const forms = html.match(/<form[^>]*own-counts[^>]*>/g) ?? [];
    expect(forms).toHaveLength(2);
    for (const form of forms) expect(form).toContain('fh-no-print');
  });

  it('keeps what was typed and says what is wrong, group by group', async () => {
    const answer = await cleo.post(path, {
      'events-White': 'many',
      'among-White': '100',
      'events-Asian': '12',
      'among-Asian': '10',
    });
    expect(answer.status).toBe(422);
    const html = await answer.text();
    expect(html).toContain('is not a whole number of 0 or more');
    expect(html).toContain('value="many"');
    const second = await cleo.post(path, { 'events-Asian': '12', 'among-Asian': '10' });
    expect(await second.text()).toContain('cannot be more than the 10 children');
  });
});

describe('how a figure is made', () => {
  it('tells definition, source, licence, and the query as it is run', async () => {
    const { text } = await open(
      urls.statistics.figure('first-time-entrants-rate', 'police-national-computer-series'),
    );
    expect(text).toContain('Residents aged 10 to 17 (mid-year estimate)');
    expect(text).toContain('Open Government Licence');
    expect(text).toContain('labelled a year apart in the two vintages');
    expect(text).toContain('No restatement can be shown');
    expect(text).not.toMatch(/figures were restated/);
    expect(text).toContain('select distinct on (ends_on, period, area_code)');
  });

  it('gives a figure’s numbers and its exact fraction before rounding', async () => {
    const { text } = await open(
      urls.statistics.figure(
        'first-time-entrants-rate-data-summary',
        'youth-justice-board-data-summary',
        { area: HAVERING },
      ),
    );
    expect(text).toMatch(/\|180\|47\|26,092\|1175000\/6523\|180\|/);
  });

  it('says of the plan’s family averages why they cannot be worked out', async () => {
    const { text } = await open(urls.statistics.figure('fte-rate', '1'));
    expect(text).toContain('YJS family average: printed 160, worked out 159.');
  });

  it('is not found in a version that there never was', async () => {
    const answer = await cleo.get(urls.statistics.figure('first-time-entrants-rate', '99'));
    expect(answer.status).toBe(404);
  });
});
