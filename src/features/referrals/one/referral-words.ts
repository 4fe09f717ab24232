const states: Readonly<Record<string, string>> = {
  received: 'Waits for triage',
  'awaiting-allocation': 'Waits for a worker',
  allocated: 'Allocated',
  decided: 'Outcome decided',
  closed: 'Closed',
  signposted: 'Signposted',
};

/** A referral's state in words. */
export const stateWords = (state: string): string => states[state] ?? state;
