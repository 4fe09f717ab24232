import { describe, expect, test } from 'vitest';
import {
  paperContent,
  paperWithoutAddresses,
  partnerLine,
  partsMovedOn,
  tellingParts,
  withoutAddresses,
} from './paper.ts';

const answered = {
  agency: 'Health',
  status: 'answered',
  use: 'used',
  forTeam: 'Sees a nurse',
} as const;

describe('what a panel’s paper leaves out', () => {
  test('the child’s address, however it is spaced or cased', () => {
    expect(withoutAddresses('He sleeps at 4  tern court.', ['4 Tern Court'])).toBe(
      'He sleeps at [address left out].',
    );
  });

  test('anything shaped like a postcode', () => {
    expect(withoutAddresses('Near EM4 7QZ, and em47qz.', [])).toBe(
      'Near [address left out], and [address left out].',
    );
  });

  test('the street without its number, but not the town', () => {
    const parts = tellingParts({ lines: '4 Tern Court\nEastmarsh', postcode: 'EM4 7QZ' });
    expect(withoutAddresses('Walks from Tern Court to Eastmarsh', parts)).toBe(
      'Walks from [address left out] to Eastmarsh',
    );
  });

  test('a word too short to be an address is left alone', () => {
    expect(withoutAddresses('Flat 2 of five', ['2'])).toBe('Flat 2 of five');
  });

  test('an address deep in the paper', () => {
    const paper = paperContent.parse({
      victims: [{ label: 'Victim A', wishes: 'At EM4 7QZ', shared: null }],
    });
    expect(paperWithoutAddresses(paper, []).victims[0]?.wishes).toBe('At [address left out]');
  });

  test('health detail and police information, which their holders speak to', () => {
    expect(partnerLine({ ...answered, recordClass: 'RC8' })).toMatch(/not printed/);
    expect(partnerLine({ ...answered, recordClass: 'RC7' })).toMatch(/not printed/);
    expect(partnerLine({ ...answered, recordClass: 'RC9' })).toBe('Sees a nurse');
  });

  test('an answer marked not relevant', () => {
    expect(partnerLine({ ...answered, recordClass: 'RC9', use: 'not-relevant' })).toBe(
      'Answered; not relevant to this decision.',
    );
  });
});

test('a paper kept before a part existed still reads', () => {
  expect(paperContent.parse({ summary: 'Short' })).toMatchObject({
    summary: 'Short',
    offences: [],
  });
});

describe('what the record would write differently now', () => {
  const paper = paperContent.parse({
    summary: 'Short',
    gravity: 2,
    levels: [{ judgement: 'a', level: 'low', reason: 'b' }],
  });

  test('nothing when nothing has changed, whatever the order in which its parts were kept', () => {
    const kept = Object.fromEntries(Object.entries(paper).reverse()) as typeof paper;
    expect(partsMovedOn(kept, paper)).toEqual([]);
  });

  test('each part that has changed is named; the summary is somebody’s own', () => {
    const now = { ...paper, summary: 'Long', gravity: 3, childWords: 'I am sorry' };
    expect(partsMovedOn(paper, now)).toEqual(['the child’s words', 'the gravity']);
  });
});

test.each([
  ['asked', 'Asked; no answer yet.'],
  ['nothing-held', 'Holds nothing about this child.'],
  ['declined', 'Declined to answer.'],
  ['withdrawn', 'The question was withdrawn.'],
] as const)('a partner who was %s', (status, words) => {
  expect(partnerLine({ ...answered, status, recordClass: 'RC9' })).toBe(words);
});

test('an answer with no words for the team is said to be one', () => {
  expect(partnerLine({ ...answered, recordClass: 'RC9', forTeam: null })).toBe('Answered.');
});

test('the parts that tell an address: its first line, a street of more than one word, the postcode', () => {
  const parts = (lines: string, postcode: string | null = null) =>
    tellingParts({ lines, postcode });
  expect(parts('Flat 2 14b Tern Court, Eastmarsh', 'EM4 7QZ')).toEqual([
    'Flat 2 14b Tern Court',
    'Tern Court',
    'EM4 7QZ',
  ]);
  expect(parts('Rosecroft\nEastmarsh')).toEqual(['Rosecroft']);
  expect(parts('4 Rosecroft')).toEqual(['4 Rosecroft']);
  expect(parts('', ' ')).toEqual([]);
});

test('five letters of an address are enough to be left out, four are too common', () => {
  expect(withoutAddresses('At Fern and at Ferns', ['Fern'])).toBe('At Fern and at Ferns');
  expect(withoutAddresses('At Ferns', [' Ferns '])).toBe('At [address left out]');
});
