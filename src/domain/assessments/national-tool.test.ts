import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import type { Code } from '../reference/codes.ts';
import { contentOf } from './content.ts';
import { type Around, headingAnswers } from './national-tool.ts';
import { foothold } from './template.fixture.ts';

const rows: Record<string, string>[] = parse(
  readFileSync(new URL('../../../db/reference/national_tool_heading.csv', import.meta.url)),
  { columns: true },
);
const headings: Code[] = rows.map(({ code = '', label = '', confidence = '', ...attributes }) => ({
  ...{ code, label, confidence, attributes },
  inForce: true,
}));
const nothing: Around = { plan: null, outcome: null, closing: null, final: null };
const written = { template: foothold, content: contentOf({ answers: {} }) };

describe('the headings of the national tool', () => {
  it('each has its place in the tool that ships or in the record, and none is answered by an empty record', () => {
    const found = headingAnswers(headings, written, nothing);
    expect(found.map(({ where }) => where)).not.toContain('The assessment');
    expect(found.map(({ where }) => where)).not.toContain('Nowhere yet');
    expect(found.filter(({ says }) => says !== null)).toEqual([]);
    expect(headingAnswers(headings, null, nothing).every(({ says }) => says === null)).toBe(true);
  });

  it('a section says how many of its questions are answered, and the rest says what stands where', () => {
    const content = contentOf({ answers: { strengths: { state: 'answered', value: 'Kind' } } });
    const found = headingAnswers(
      headings,
      { template: foothold, content },
      {
        plan: {
          ...{ id: 'p', agreed_on: '2026-03-02', lines: 7, for_child: 3, exits: 1 },
          helpers: ['Ama', 'Coach Jo'],
        },
        outcome: { id: 'o', label: 'Outcome 22', decided_on: '2026-02-26' },
        closing: { work: 'w', is_written: true },
        final: { id: 'f', signed_on: '2026-06-01', safety: 'low' },
      },
    );
    expect(found.flatMap(({ says }) => says ?? [])).toEqual([
      'Outcome 22, decided 26 February 2026',
      'All questions answered',
      '3 lines for the child',
      'Ama, Coach Jo',
      'Agreed 2 March 2026, 7 lines',
      'Written',
      'Low, signed 1 June 2026',
      '1 exit step',
    ]);
  });
});
