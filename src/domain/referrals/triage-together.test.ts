import { expect, it } from 'vitest';
import { type TogetherFacts, whyAlone } from './triage-together.ts';

const plain: TogetherFacts = {
  date_of_birth: '2011-05-04',
  has_home: true,
  knife: false,
  unknown_offences: 0,
  gravity: 3,
  live_work: 0,
  warnings: 0,
  earlier: 0,
};
const today = '2026-10-06';

it('a first referral of a known child for a lesser offence may be triaged beside others', () => {
  expect(whyAlone(plain, today)).toEqual([]);
  expect(whyAlone({ ...plain, gravity: null }, today)).toEqual([]);
});

it.each<[string, Partial<TogetherFacts>]>([
  ['a knife offence', { knife: true }],
  ['a grave offence', { gravity: 4 }],
  ['an offence that is not in the list', { unknown_offences: 1 }],
  ['age not known', { date_of_birth: null }],
  ['under 10', { date_of_birth: '2016-10-07' }],
  ['address not known', { has_home: false }],
  ['work with the child goes on', { live_work: 1 }],
  ['a warning on the record', { warnings: 1 }],
  ['another referral on the record', { earlier: 1 }],
])('%s is looked at by itself', (why, more) => {
  expect(whyAlone({ ...plain, ...more }, today)).toEqual([why]);
});
