import { describe, expect, it } from 'vitest';
import {
  isAgreement,
  type MeetingOutcome,
  mayAskAgainOn,
  meetingOutcomes,
  type OrderMeeting,
  orderMeetings,
  outcomesOpen,
  signingFaults,
} from './order-meeting.ts';

const meetings = Object.keys(orderMeetings) as OrderMeeting[];
const outcomes = Object.keys(meetingOutcomes) as MeetingOutcome[];

describe('a meeting of a referral order’s panel', () => {
  it('agrees a contract when it first meets, and only while there is none', () => {
    const ofContract = (has: boolean) =>
      meetings.filter((meeting) => outcomesOpen(meeting, has).includes('contract'));
    expect(ofContract(false)).toEqual(['first']);
    expect(ofContract(true)).toEqual([]);
    expect(outcomesOpen('first', true)).toEqual(['adjourned', 'refer-back']);
  });

  it('may meet again or refer the child back, whatever it meets for; only the last finds the contract kept', () => {
    for (const meeting of meetings)
      expect(outcomesOpen(meeting, true)).toEqual(
        expect.arrayContaining(['adjourned', 'refer-back']),
      );
    expect(meetings.filter((one) => outcomesOpen(one, true).includes('completed'))).toEqual([
      'final',
    ]);
  });

  it('leaves something to sign when a contract is agreed or changed', () => {
    expect(outcomes.filter(isAgreement)).toEqual(['contract', 'varied']);
  });

  it('asks the court again three months after it refused to end the order early', () => {
    expect(mayAskAgainOn('2026-10-06')).toBe('2027-01-06');
  });
});

describe('before a contract is signed', () => {
  const makesGood = { is_reparation: true };
  const other = { is_reparation: false };
  it.each([
    ['something was agreed', [], true, 'None wanted', ['signed_on-day']],
    ['the child makes good', [other, makesGood], true, null, []],
    ['or it says why not', [other], true, 'The victim wants none', []],
    ['and it does not leave that open', [other], true, null, ['no_reparation_reason']],
    ['which a contract that was changed need not say again', [other], false, null, []],
  ])('%s', (_what, terms, isFirst, no_reparation_reason, fields) => {
    expect(
      signingFaults({ terms, isFirst, no_reparation_reason }).map(({ field }) => field),
    ).toEqual(fields);
  });
});
