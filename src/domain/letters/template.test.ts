import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { fill, gapsIn, letterBlocks, unknownPlaces, whenAndWhere } from './template.ts';

const rowsOf = (list: string): Record<string, string>[] =>
  parse(readFileSync(new URL(`../../../db/reference/${list}.csv`, import.meta.url)), {
    columns: true,
  });

describe('the templates of letters, as data', () => {
  it.each(rowsOf('letter_kind'))(
    '$label has no place that nothing fills',
    ({ subject = '', words = '' }) => expect(unknownPlaces(subject + words)).toEqual([]),
  );

  it('every requirement of an order is there in words that a child reads', () => {
    const said = rowsOf('order_in_words').map(({ code }) => code);
    expect(rowsOf('order_requirement').filter(({ code }) => !said.includes(code))).toEqual([]);
  });
});

it('what the record does not tell is left to be written, and a letter says what that is', () => {
  const words = fill('Dear {name},\n\nI would like to meet you on {appointment}.', {
    name: 'Wren',
  });
  expect(words).toBe('Dear Wren,\n\nI would like to meet you on [Write the day, time and place].');
  expect(gapsIn(words)).toEqual(['[Write the day, time and place]']);
  expect(gapsIn('Dear Wren')).toEqual([]);
});

it('an appointment is named by the day of the week, in British time', () => {
  expect(whenAndWhere(new Date('2026-10-06T15:30:00Z'), 'The Annex')).toBe(
    'Tuesday 6 October 2026 at 4:30pm, at The Annex',
  );
});

it('a letter keeps its lines, and lines that begin with a dash are a list', () => {
  expect(
    letterBlocks('Dear Wren,\r\n\r\n- Meet me\r\n- Go to school\r\n\r\nAma\r\nEastmarsh'),
  ).toEqual([
    { kind: 'lines', lines: ['Dear Wren,'] },
    { kind: 'bullets', items: ['Meet me', 'Go to school'] },
    { kind: 'lines', lines: ['Ama', 'Eastmarsh'] },
  ]);
});
