import { describe, expect, test } from 'vitest';
import { sampleOutcomes } from './outcomes.fixture.ts';
import { type ChildsAnswer, outcomeFrom, outcomesOpen, owesPoliceNotice } from './outcomes.ts';

const all = Object.values(sampleOutcomes);
const codes = (answer: ChildsAnswer, day = '2026-10-01') =>
  outcomesOpen(all, day, answer).map((outcome) => outcome.code);

describe('what the panel may choose', () => {
  test('a caution is open only to a child who admits', () => {
    expect(codes('admits')).toContain('youth-caution');
    for (const answer of ['accepts-responsibility', 'denies', 'no-comment', 'unknown'] as const) {
      expect(codes(answer)).not.toContain('youth-caution');
    }
  });

  test('a child who says nothing may still be diverted', () => {
    expect(codes('no-comment')).toEqual(['no-further-action', 'outcome-23', 'charge']);
  });

  test('a community resolution needs the child to accept responsibility, not to admit', () => {
    expect(codes('accepts-responsibility')).toContain('community-resolution');
    expect(codes('denies')).not.toContain('community-resolution');
  });

  test('Outcome 23 did not exist before 2026', () => {
    expect(codes('admits', '2025-12-31')).not.toContain('outcome-23');
    expect(codes('admits', '2026-01-01')).toContain('outcome-23');
  });
});

describe('the duty to tell police', () => {
  const { outcome23, resolution } = sampleOutcomes;

  test('a deferred prosecution that failed is owed until it is sent with proof', () => {
    expect(owesPoliceNotice(outcome23, 'not-completed', null)).toBe(true);
    expect(owesPoliceNotice(outcome23, 'withdrawn', null)).toBe(true);
    expect(owesPoliceNotice(outcome23, 'not-completed', { sentOn: '2026-10-02', proof: ' ' })).toBe(
      true,
    );
    const sent = { sentOn: '2026-10-02', proof: 'Secure mail receipt 118' };
    expect(owesPoliceNotice(outcome23, 'not-completed', sent)).toBe(false);
  });

  test('nothing is owed while the work goes on or when it was completed', () => {
    expect(owesPoliceNotice(outcome23, null, null)).toBe(false);
    expect(owesPoliceNotice(outcome23, 'completed', null)).toBe(false);
  });

  test('a community resolution that failed is not reported: it is voluntary', () => {
    expect(owesPoliceNotice(resolution, 'not-completed', null)).toBe(false);
  });
});

test('a row of the code list becomes an outcome', () => {
  const row = {
    code: 'youth-conditional-caution',
    label: 'Youth conditional caution',
    attributes: {
      admission_needed: 'true',
      responsibility_needed: 'false',
      first_time_entrant: 'true',
      conditions_allowed: 'true',
      police_notice_of_failure: 'true',
      involvement_type: 'youth-conditional-caution',
      usual_gravity: '4',
      home_office_outcome: '2',
    },
    source: 'Crime and Disorder Act 1998 s66B',
    confidence: 'confirmed',
    validFrom: null,
    validTo: null,
  };
  expect(outcomeFrom(row)).toMatchObject({
    admissionNeeded: true,
    policeNoticeOfFailure: true,
    usualGravity: 4,
  });
});
