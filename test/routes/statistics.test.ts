import { beforeAll, describe, expect, it } from 'vitest';
import { urls } from '../../src/urls.ts';
import { testApp, type Visitor } from '../support/app.ts';
import { testDatabase } from '../support/database.ts';
import { statementCounter } from '../support/statements.ts';

const counter = statementCounter();
const database = testDatabase(counter);
let cleo: Visitor;
let board: Visitor;
let head: Visitor;
beforeAll(async () => {
  const site = await testApp(database());
  [cleo, board, head] = await Promise.all([
    site.as('cleo-abacus'),
    site.as('gwendolen-osei'),
    site.as('philippa-standfast'),
  ]);
  return () => site.jobs.stop();
});

const RATE = 'first-time-entrants-rate';
/** A page's words, each cell and heading after the one before. */
const wordsOf = async (answer: Response) =>
  (await answer.text()).replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');
const versionOf = async (answer: Response) =>
  /name="version" value="(\d+)"/.exec(await answer.text())?.[1] ?? '';

describe('benchmarks', () => {
  it('an analyst sees Havering beside its neighbours, London and England, with the published figures', async () => {
    const words = await wordsOf(
      await cleo.get(urls.statistics.benchmarks({ measure: RATE, area: '311' })),
    );
    expect(words).toContain('First-time entrants: Havering');
    expect(words).toContain('Havering 290 352 269 241 243 197 153 107 126');
    expect(words).toContain('London 422 413 386 287 263 222 187 169 143');
    expect(words).toContain('England 375 333 299 243 215 172 149 152 143');
    expect(words).toContain('Rank Joint 52nd lowest of the 145 local authorities with a figure');
    expect(words).toContain('2022 133 107 Not compared');
    expect(words).toContain('labelled a year apart in the two vintages');
    expect(words).not.toContain('periods were restated');
    expect(words).toContain('Open Government Licence v3.0');
    expect(words).toContain('a plain mean of the areas’ figures');
  });

  it('small counts are said to be small', async () => {
    const words = await wordsOf(
      await cleo.get(
        urls.statistics.benchmarks({ measure: 'custody-rate-data-summary', area: '311' }),
      ),
    );
    expect(words).toContain('Havering 0.11 A count of 3: one more or less changes it a lot');
    expect(words).toContain('one child more or less moves the figure by 0.04 per 1,000');
  });

  it('years and quarters of reoffending are two series, years first, and a place among three is none: the one that is published stands beside', async () => {
    const asked = { measure: 'reoffending-data-summary', area: '311' };
    const years = await wordsOf(await cleo.get(urls.statistics.benchmarks(asked)));
    expect(years).toContain('Jul 2021 to Jun 2022, the newest Havering 25.9%');
    expect(years).toContain('Rank Not ranked: only 3 of 158 local authorities have a figure');
    expect(years).toContain('Jul 2021 to Jun 2022: 25, of how many it does not say; 79 the year');
    expect(years).not.toContain('Apr 2022 to Jun 2022');
    const quarters = await wordsOf(
      await cleo.get(urls.statistics.benchmarks({ ...asked, length: 'quarter' })),
    );
    expect(quarters).toContain('Cohort of Apr 2022 to Jun 2022, the newest Havering 50.0%');
    expect(quarters).toContain('That of the cohort: when its children were cautioned');
    expect(quarters).toContain('“Not given”: the publisher’s mark says one of these');
    // Two neighbours have figures, though neither is on a list of neighbours.
    expect(quarters).toContain('Average of every other authority with a figure');
    expect(quarters).toContain('Redbridge 42.9');
    expect(quarters).toContain('Rank as published Apr 2022 to Jun 2022: 141');
    expect(quarters).not.toContain('Jul 2021 to Jun 2022');
    const file = await cleo.get(
      urls.statistics.download('benchmarks', 'csv', { ...asked, length: 'quarter' }),
    );
    const [first] = (await file.text()).replace('\ufeff', '').split('\r\n');
    expect(first).toBe('Area,Jan 2022 to Mar 2022,Apr 2022 to Jun 2022');
  });

  it('the average of the neighbours says who of them has no figure, on the page and in the file', async () => {
    const asked = { measure: RATE, area: '311', beside: 'neighbours-2021' };
    const words = await wordsOf(await cleo.get(urls.statistics.benchmarks(asked)));
    const said = 'Of 9 of 10 areas: no figure for West Northamptonshire';
    expect(words).toContain(said);
    const file = await cleo.get(urls.statistics.download('benchmarks', 'csv', asked));
    expect(await file.text()).toContain(`Areas in the average,${said}`);
  });

  it('without an area, or with a wrong one, the page asks for one', async () => {
    for (const area of ['', 'nowhere', '970'])
      expect(await wordsOf(await board.get(urls.statistics.benchmarks({ area })))).toContain(
        'Choose one of 158 local authorities of England',
      );
  });

  it.each([
    urls.statistics.benchmarks({ area: '311' }),
    urls.statistics.ranking(),
    urls.statistics.families,
  ])('%s needs at most 8 statements', async (path) => {
    const seen = await counter.during(() => cleo.get(path));
    expect(seen.length, seen.join('\n')).toBeLessThanOrEqual(8);
  });

  it('all local authorities are listed lowest first, a page at a time, and the page asked for stands in the address', async () => {
    const at = (page: string) =>
      cleo.get(urls.statistics.ranking({ measure: RATE, period: '2023', page })).then(wordsOf);
    expect(await at('1')).toContain('145 local authorities have a figure');
    expect(await at('3')).toContain('Havering Joint 52nd');
    expect(await at('900')).toContain('Not ranked');
  });
});

describe('how a figure is made', () => {
  it('has a page for every measure that the list of figures names', async () => {
    const list = await (await cleo.get(urls.statistics.figures)).text();
    const links = [...list.matchAll(/href="(\/statistics\/figures\/[^"]+)"/g)].map(
      ([, path = '']) => path,
    );
    expect(links.length).toBeGreaterThan(20);
    for (const path of links) expect((await cleo.get(path)).status, path).toBe(200);
  });
});

describe('every published figure', () => {
  it('is on the page of its measure, and in its file, whatever areas and groups it is of', async () => {
    const held = await database()
      .owner.selectFrom('published_figure')
      .select('measure_id')
      .distinct()
      .execute();
    expect(held.length).toBeGreaterThan(20);
    for (const { measure_id } of held) {
      const path = urls.statistics.published(measure_id);
      expect((await cleo.get(path)).status, path).toBe(200);
    }
    const remand = urls.statistics.published('remand-outcomes');
    const kind = encodeURIComponent('Remand to youth detention accommodation');
    const file = await (await cleo.get(`${remand}.csv?kind=${kind}`)).text();
    expect(file).toContain('Period,Area,Of whom,Kind,');
    expect(file).toContain('Remand to youth detention accommodation');
    expect((await cleo.get(urls.statistics.published('no-such-measure'))).status).toBe(404);
  });
});

describe('a plan recomputed', () => {
  it('shows the four averages of the family that cannot be reproduced, and why', async () => {
    const words = await wordsOf(await board.get(urls.statistics.recomputed));
    expect(words).toContain('77 figures of the plan stands 1 of the inspection report');
    expect(words).toContain('Of these 78, 69 agree. 9 do not, four of them averages');
    expect(words).toContain(
      '51 over 14 3.80 3.64 No 3.80 times 35.0% is 1.33 to 1.34, and 1.28 stands beside them',
    );
    expect(words).toContain('Havering Rate per 100,000 47 over 26,092 180 180 Yes');
    expect(words).toContain(
      '3 children (Table of custody) 2 children (Text on the use of custody)',
    );
    const file = await board.get(urls.statistics.download('plan-contradictions', 'csv'));
    expect(await file.text()).toMatch(/^Kind,About,/);
  });
});

describe('a service’s own family', () => {
  const typed = {
    name: 'Data summary family',
    why: 'Data summary 118',
    members: 'Havering\nbarking and dagenham\n317\n',
    version: '0',
  };
  const familyPath = async (visitor: Visitor) =>
    /\/statistics\/families\/[0-9a-f-]{36}/.exec(
      await (await visitor.get(urls.statistics.families)).text(),
    )?.[0] ?? '';

  it('is refused with what to mend, and nothing typed is lost', async () => {
    const wrong = { ...typed, name: '', members: 'Havering\nBarkham' };
    const answer = await cleo.post(urls.statistics.familyNew, wrong);
    expect(answer.status).toBe(422);
    const page = await answer.text();
    expect(page).toContain('Enter the family’s name');
    const named = await cleo.post(urls.statistics.familyNew, { ...wrong, name: 'X' });
    const words = await wordsOf(named);
    expect(words).toContain('Not a local authority of England: Barkham');
    expect(words).toContain('Havering Barkham');
  });

  it('is added, and its average is the sum over the sum where the counts are public', async () => {
    expect((await cleo.post(urls.statistics.familyNew, typed)).status).toBe(303);
    const id = (await familyPath(cleo)).split('/').at(-1) ?? '';
    const path = urls.statistics.benchmarks({
      measure: 'first-time-entrants-rate-data-summary',
      area: '311',
      beside: id,
    });
    const words = await wordsOf(await board.get(path));
    expect(words).toContain('Average of Data summary family 201 per 100,000 children');
    expect(words).toContain('the sum of the areas’ counts over the sum');
    expect(words).toContain('Not ranked: only 3 of 158 local authorities');
    expect(words).toContain('90 of 154 (all boroughs); 65 the year before');
  });

  it('two of one name are refused, and a board member adds none', async () => {
    expect(await wordsOf(await cleo.post(urls.statistics.familyNew, typed))).toContain(
      'There is a family of this name',
    );
    expect((await board.post(urls.statistics.familyNew, typed)).status).toBe(403);
  });

  it('two people at once: the later sees both, and saving again keeps theirs', async () => {
    const path = await familyPath(cleo);
    const version = await versionOf(await cleo.get(path));
    const first = { ...typed, version, why: 'Agreed by the board' };
    expect((await head.post(path, first)).status).toBe(303);
    const late = await cleo.post(path, { ...typed, version, why: 'Mine' });
    expect(late.status).toBe(409);
    const copy = late.clone();
    const words = await wordsOf(late);
    expect(words).toContain('Agreed by the board');
    expect(words).toContain('Mine');
    const again = { ...typed, version: await versionOf(copy), why: 'Mine' };
    expect((await cleo.post(path, again)).status).toBe(303);
  });

  it('is removed', async () => {
    const path = await familyPath(cleo);
    expect((await cleo.post(`${path}/remove`, {})).status).toBe(303);
    expect(await wordsOf(await board.get(urls.statistics.families))).toContain(
      'There is no family yet',
    );
    expect((await cleo.get(path)).status).toBe(404);
  });
});
