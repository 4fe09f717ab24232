import { describe, expect, it } from 'vitest';
import havering from '../../../db/reference/inspections/havering-2022.json' with { type: 'json' };
import { shipped } from './frameworks.fixture.ts';
import { pressDocument, whyNotIssued, withEmbargo } from './press-notice.ts';
import { publishedInspectionFile } from './published.ts';
import { rateInspection } from './rate-inspection.ts';
import { readAs } from './shape.ts';
import { reportOfPublished } from './worked-example.ts';

const read = readAs(publishedInspectionFile, havering);
if (read.kind === 'refused') throw new Error(JSON.stringify(read.problems));
const framework = shipped('2021');
const report = reportOfPublished(read.value, framework);
const unrated = {
  ...report,
  ratings: rateInspection(framework, report.type, new Map(), new Map()),
};
const notice = {
  headline: 'Rated {overall}',
  words: 'The score is {score} of {max}.',
  contact: 'The press desk, 01632 960000',
};
const quotation = { words: 'They turn up.', saidBy: 'a child' };
const of = (quotations = [quotation], given = report) => {
  const { title, opening, sections } = pressDocument(given, notice, quotations);
  return { title, opening, ids: sections.map(({ id }) => id), text: JSON.stringify(sections) };
};

describe('what is told to the press', () => {
  it('has the figures of the report where its words refer to them', () => {
    expect(of().title).toBe('Rated Good');
    expect(of().text).toContain('The score is 20 of 36.');
    expect(of().text).toContain('The press desk, 01632 960000');
  });

  it('opens with the overall rating, or says that it is not known yet', () => {
    expect(of().opening[0]).toBe(`${report.service}. Overall rating: Good.`);
    expect(of([], unrated).opening[0]).toContain('Overall rating: not known yet.');
  });

  it('says how it was done', () => {
    for (const sentence of report.method)
      expect(of().text).toContain(JSON.stringify(sentence).slice(1, -1));
  });

  it('quotes people by their role and says that they agreed', () => {
    expect(of().ids).toEqual(['told', 'ratings', 'said', 'editors']);
    expect(of().text).toContain('"kind":"quotation","text":"They turn up.","by":"a child"');
    expect(of().text).toContain('Everybody quoted agreed to it');
  });

  it('says nothing of quotations when there are none', () => {
    expect(of([]).ids).toEqual(['told', 'ratings', 'editors']);
    expect(of([]).text).not.toContain('Everybody quoted');
  });
});

describe('the banner of a notice', () => {
  const until = new Date('2026-10-07T08:30:00Z');
  const held =
    'Under embargo until 7 October 2026 at 9:30am: not to be published or passed on before then.';
  it.each([
    ['a draft without an embargo', null, false, 'Draft, not issued.'],
    ['a draft before its embargo is over', until, false, `Draft, not issued. ${held}`],
    ['an issued notice before its embargo is over', until, true, held],
    ['an issued notice without an embargo', null, true, undefined],
  ])('of %s', (_what, embargoUntil, isIssued, banner) => {
    const document = pressDocument(report, notice, []);
    const early = new Date(until.getTime() - 1);
    expect(withEmbargo(document, { embargoUntil, isIssued }, early)).toEqual(
      banner ? { ...document, banner } : document,
    );
  });

  it('is gone in the minute in which the embargo is over', () => {
    const document = pressDocument(report, notice, []);
    expect(withEmbargo(document, { embargoUntil: until, isIssued: true }, until)).toBe(document);
  });
});

describe('what stands in the way of issuing a notice', () => {
  it.each([
    ['nothing where every reference is known', report, notice, []],
    [
      'a reference that no figure has, in headline and words',
      report,
      { ...notice, headline: '{scor}', words: '{rated}' },
      ['{scor} is no figure of this inspection.', '{rated} is no figure of this inspection.'],
    ],
    [
      'a figure that is not known yet',
      unrated,
      { ...notice, headline: 'Rated', words: '{overall}' },
      ['{overall} is not known yet.'],
    ],
  ])('%s', (_what, given, typed, says) => {
    expect(whyNotIssued(given, typed)).toEqual(says);
  });
});
