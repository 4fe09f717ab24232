const states: Readonly<Record<string, string>> = {
  received: 'Waits for triage',
  'awaiting-allocation': 'Waits for a worker',
  allocated: 'Allocated',
  decided: 'Outcome decided',
  closed: 'Closed',
  signposted: 'Signposted',
};
const answers: Readonly<Record<string, string>> = {
  yes: 'Yes',
  no: 'No',
  unknown: 'Not known yet',
  'not-asked': 'Not asked',
  'not-applicable': 'Does not apply',
  'no-comment': 'No comment made',
  routine: 'Routine',
  soon: 'Soon: within days',
  'same-day': 'The same day',
  ours: 'Lives in our area',
  another: 'Lives in another area',
  none: 'No concern seen',
  considered: 'Considered, no referral needed',
  referred: 'Referred on',
  'none-seen': 'No sign seen',
  concern: 'Signs seen',
};

/** A referral's state in words. */
export const stateWords = (state: string): string => states[state] ?? state;

/** A recorded answer in words; each way of not knowing keeps its own. */
export const answerWords = (answer: string): string => answers[answer] ?? answer;
