import { describe, expect, test } from 'vitest';
import havering from '../../../db/reference/inspections/havering-2022.json' with { type: 'json' };
import type { Section } from '../documents/written-document.ts';
import { shipped } from './frameworks.fixture.ts';
import { publishedInspectionFile } from './published.ts';
import { rateInspection } from './rate-inspection.ts';
import type { InspectionReport } from './report.ts';
import { reportDocument } from './report-document.ts';
import { reportFaults, unknownReferences } from './report-faults.ts';
import { reportFigures } from './report-figures.ts';
import { readReportText } from './report-text.ts';
import { readAs } from './shape.ts';
import { reportOfPublished } from './worked-example.ts';

const read = readAs(publishedInspectionFile, havering);
if (read.kind === 'refused') throw new Error(JSON.stringify(read.problems));
const published = read.value;
const framework = shipped('2021');
const report = reportOfPublished(published, framework);
const written = reportDocument(report);
const text = (sections: readonly Section[]) => JSON.stringify(sections);
const section = (id: string) => {
  const all = written.sections.flatMap((one) => [one, ...(one.sections ?? [])]);
  const found = all.find((one) => one.id === id);
  if (!found) throw new Error(`No section ${id}`);
  return found;
};

describe('the report of the inspection of 2022', () => {
  test('has its parts in the order of published reports', () => {
    expect(written.sections.map(({ title }) => title)).toEqual([
      'Foreword',
      'Ratings',
      'Recommendations',
      'Background',
      'Organisational delivery',
      'What children and parents said',
      'Diversity',
      'Court disposals',
      'Out-of-court disposals',
      'Resettlement',
      'How the inspection was done',
      'Further information',
    ]);
  });

  test('tells every standard in the published words: what it says, its key questions and what was found', () => {
    for (const [id, { statement, narrative, questions }] of Object.entries(published.standards)) {
      const said = text([section(`standard-${id.replace('.', '-')}`)]);
      for (const words of [statement, ...narrative, ...Object.values(questions ?? {})])
        expect(said, id).toContain(JSON.stringify(words));
      if (questions) expect(narrative.length, id).toBeGreaterThan(2);
    }
    expect(text([section('foreword')])).toContain(
      'we make seven recommendations to improve the work',
    );
    expect(text([section('method')])).toContain('Fieldwork began on 8 August 2022');
    expect(text([section('method')])).toContain('from 9 August 2021 to 3 June 2022');
    expect(JSON.stringify(published)).not.toMatch(/Justin Russell|Maria Jerram/);
    expect(written.opening.join(' ')).toContain('Open Government Licence v3.0');
  });

  test('shows 20 of 36, Good, and resettlement beside it', () => {
    expect(text([section('ratings')])).toContain('Score: 20 of 36.');
    expect(text([section('ratings')])).toContain('Overall rating: Good.');
    for (const { standard, rating } of report.ratings.lines.filter((line) => line.standard.counts))
      expect(text([section('ratings')])).toContain(
        `"${standard.id} ${standard.title}","${rating?.name}",${rating?.points}]`,
      );
    expect(text([section('ratings')])).toContain(
      '"4.1 Resettlement policy and provision","Good","Beside the score"',
    );
  });

  test('prints every percentage as published, made from its cases', () => {
    const printed = Object.values(published.standards).flatMap(({ keyQuestions }) =>
      Object.entries(keyQuestions ?? {}),
    );
    expect(printed).toHaveLength(21);
    const figures = new Map(
      reportFigures(report).map(({ reference, value }) => [reference, value]),
    );
    for (const [id, percentage] of printed) {
      expect(figures.get(`${id}.percent`), id).toBe(`${percentage}%`);
      const standard = section(`standard-${id.split('.').slice(0, 2).join('-')}`);
      const row = [figures.get(`${id}.yes`), figures.get(`${id}.of`)].map(Number);
      expect(text([standard])).toContain(`${row[0]},${row[1]},"${percentage}%"`);
    }
  });

  test('draws its key questions as bars, and says of no standard without cases that none was read', () => {
    for (const id of ['domain-2', 'domain-3'])
      expect(text([section(id)])).toContain('"caption":"Cases judged yes, of all cases read"');
    expect(text([section('domain-1')])).not.toContain('"kind":"bars"');
    expect(text(written.sections)).not.toContain('No case was read for it');
  });

  test('parts addressees whose names hold an “and” by semicolons', () => {
    const two = reportDocument({
      ...report,
      recommendations: [
        { number: 1, text: 'Look closer', addressees: ['Police', 'Children and families'] },
      ],
    });
    expect(text(two.sections)).toContain('Police; Children and families should:');
  });

  test('addresses seven recommendations in one series', () => {
    expect(text([section('recommendations')]).match(/"number":\d/g)).toHaveLength(7);
    expect(text([section('recommendations')])).toContain(
      'Youth justice service and Police should:',
    );
  });

  test('parts three addressees with commas', () => {
    const three = reportDocument({
      ...report,
      recommendations: [
        {
          number: 1,
          text: 'Look closer',
          addressees: ['Chair of the management board', 'Police', 'Health'],
        },
      ],
    });
    expect(text(three.sections)).toContain(
      'Chair of the management board, Police and Health should:',
    );
  });

  test('quotes the published texts as they are: they hold no reference, and nothing of them is lost', () => {
    for (const words of Object.values(report.texts)) {
      expect(readReportText(words, reportFigures(report)).text).toBe(words);
      expect(words.length).toBeGreaterThan(200);
    }
  });

  test('an own text types no number: every one in it is a reference that is known', () => {
    const words = '{score} of {max}; {2.1.2.yes} of {2.1.2.of} court cases, {3.1.3.percent}';
    const read = readReportText(words, reportFigures(report));
    expect(read).toMatchObject({
      text: '20 of 36; 11 of 18 court cases, 52%',
      problems: [],
      typedNumbers: [],
    });
  });
});

describe('what leads to a judgement', () => {
  const count = { what: 'Is the child’s own view there?', yes: 2, of: 14 };
  const of = (question: string) => ({ ...count, question });
  const document = reportDocument({
    ...report,
    findings: new Map([
      [
        '2.1',
        {
          strengths: [],
          gaps: [],
          reason: null,
          relevant: [of('Is it whole?'), of('Is it safe?')],
        },
      ],
    ]),
    oversight: [of('Did oversight help?')],
  });
  const captions = JSON.stringify(document.sections);

  test('is printed beneath its own key question, though it applied to every case', () => {
    expect(captions).toContain('What leads to it: Is it whole?');
    expect(captions).toContain('What leads to it: Is it safe?');
  });

  test('and strengths and areas for improvement under their own words, or not at all', () => {
    expect(captions).not.toMatch(/Strengths:|Areas for improvement:/);
    const finding = { strengths: ['They turn up'], gaps: [], reason: null, relevant: [] };
    const told = JSON.stringify(
      reportDocument({ ...report, findings: new Map([['2.1', finding]]) }).sections,
    );
    expect(told).toContain('"Strengths:"},{"kind":"bullets","items":["They turn up"]}');
    expect(told).not.toContain('Areas for improvement:');
  });

  test('of management oversight stands in a part of its own, and in none where nobody judged it', () => {
    expect(document.sections.find(({ id }) => id === 'oversight')?.title).toBe(
      'Management oversight',
    );
    expect(captions).toContain('What leads to it: Did oversight help?');
    expect(written.sections.some(({ id }) => id === 'oversight')).toBe(false);
  });
});

describe('a text with references', () => {
  const figures = reportFigures(report);

  test('takes each figure from the inspection', () => {
    expect(readReportText('{score} of {max}, { Overall }; {court.cases} cases', figures)).toEqual({
      text: '20 of 36, Good; 18 cases',
      problems: [],
      typedNumbers: [],
    });
  });

  test('names a reference that nothing has, and one that is not known yet', () => {
    const unrated: InspectionReport = {
      ...report,
      ratings: rateInspection(framework, report.type, new Map(), new Map()),
    };
    expect(readReportText('{scor} {score}', reportFigures(unrated)).problems).toEqual([
      { reference: '{scor}', problem: 'unknown' },
      { reference: '{score}', problem: 'not-yet' },
    ]);
    const sections = text(reportDocument(unrated).sections);
    expect(sections).not.toMatch(/Score: 0 of|undefined|NaN/);
    expect(sections).toContain('Score: 0 so far; 12 of 12 standards are not rated yet.');
  });

  test('tells numbers that were typed beside, but not years and standards', () => {
    const typed = 'In 2022 standard 2.1 was 61% of {court.cases}, 1,200 children, 2.9 and 3.1.3.';
    expect(readReportText(typed, figures).typedNumbers).toEqual(['61%', '1,200', '2.9']);
  });

  test('tells readers who see no child’s record how many cases were read, unless they were few or none was', () => {
    const casesOf = (...of: number[]) =>
      reportFigures({
        ...report,
        tooFew: new Set(),
        ratings: {
          ...report.ratings,
          lines: report.ratings.lines.map((line) => ({
            ...line,
            questions: line.questions.slice(0, 1).map((each, at) => ({
              ...each,
              count: of[at] === undefined ? null : { yes: 0, of: of[at], notYet: 0 },
            })),
          })),
        },
      }).find(({ reference }) => reference === 'court.cases')?.value;
    expect([0, 1, 5, 6, 18].map((of) => casesOf(of))).toEqual(['0', '<6', '<6', '6', '18']);
    expect(casesOf()).toBeNull();
  });

  test('is not read a second time: a figure holds no reference', () => {
    expect(readReportText('{}{{score}}', figures).text).toBe('[: no such figure]{20}');
  });

  test('tells its editor what to mend: nothing written, no such figure, not known yet, typed', () => {
    const whole = { foreword: '{score}', background: 'b', diversity: 'd', voice: 'v' };
    expect(reportFaults({ ...report, texts: whole })).toEqual([]);
    const texts = {
      foreword: '{scor} and 7 more',
      background: ' ',
      diversity: '{score}',
      voice: 'x',
    };
    const unrated = rateInspection(framework, report.type, new Map(), new Map());
    expect(reportFaults({ ...report, texts, ratings: unrated })).toEqual([
      'Foreword: {scor} is no figure of this inspection.',
      'Foreword: typed as numbers, which stay when the figures change: 7.',
      'Background: nothing is written yet.',
      'Diversity: {score} is not known yet.',
    ]);
    expect(unknownReferences('{scor} {score}', figures)).toEqual(['{scor}']);
  });
});
