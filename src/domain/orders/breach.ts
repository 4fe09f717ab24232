import type { EnforcementRule } from './enforcement-rule.ts';

/** How a breach stands. */
export const breachStatuses = {
  proposed: 'Waits for a manager',
  returned: 'Sent back by the manager',
  approved: 'Approved, not sent yet',
  sent: 'Sent, not heard yet',
  heard: 'Heard',
  withdrawn: 'Withdrawn',
} as const;
export type BreachStatus = keyof typeof breachStatuses;

type Words = {
  /** What it is called. */
  readonly title: string;
  readonly propose: string;
  readonly sent: string;
  readonly heard: string;
  /** What may come of it. */
  readonly outcomes: Readonly<Record<string, string>>;
};

/** An order that was not kept is put to a court, to the panel of its contract, or to those who decide on recall: each in its own words. */
export const breachWords: Readonly<Record<EnforcementRule['goes_to'], Words>> = {
  court: {
    title: 'Breach',
    propose: 'Propose a breach',
    sent: 'Papers laid before the court',
    heard: 'Heard by the court',
    outcomes: {
      'not-found': 'The court found no breach',
      'no-action': 'Found, and the order goes on as it is',
      fined: 'Found, and fined',
      amended: 'Found, and the order was changed',
      revoked: 'Found, and the order was revoked and sentenced again',
    },
  },
  panel: {
    title: 'Put to the panel',
    propose: 'Propose to put it to the panel',
    sent: 'Panel asked to meet',
    heard: 'Dealt with by the panel',
    outcomes: {
      'goes-on': 'The contract goes on',
      varied: 'The contract was changed',
      'referred-back': 'Referred back to the court',
    },
  },
  recall: {
    title: 'Recall',
    propose: 'Propose to ask for recall',
    sent: 'Recall asked for',
    heard: 'Decided',
    outcomes: { 'not-recalled': 'Not recalled', recalled: 'Recalled' },
  },
};

/** Whether it still goes on: of one order one at a time. */
export const isOpen = ({ status }: { readonly status: BreachStatus }): boolean =>
  status !== 'heard' && status !== 'withdrawn';
