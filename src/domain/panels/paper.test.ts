import { describe, expect, test } from 'vitest';
import {
  paperContent,
  paperWithoutAddresses,
  partnerLine,
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
