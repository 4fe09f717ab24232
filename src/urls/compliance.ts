import { child, part } from './address.ts';

const of = (id: string) => `${child(id)}/compliance`;
const failure = (id: string, failureId: string) => `${of(id)}/failures/${part(failureId)}`;
const breach = (id: string, breachId: string) => `${of(id)}/breaches/${part(breachId)}`;

/** Whether orders are kept, and what follows where one is not. */
export const complianceUrls = {
  list: of,
  addFailure: (id: string, orderId: string) => `${of(id)}/orders/${part(orderId)}/failure`,
  /** Of a contact that was missed: what is recorded already, or a new one. */
  missed: (id: string, orderId: string, contactId: string) =>
    `${of(id)}/orders/${part(orderId)}/missed/${part(contactId)}`,
  failure,
  warning: (id: string, failureId: string) => `${failure(id, failureId)}/warning`,
  proposeBreach: (id: string, orderId: string) => `${of(id)}/orders/${part(orderId)}/breach`,
  breach,
  checkBreach: (id: string, breachId: string) => `${breach(id, breachId)}/check`,
  withdrawBreach: (id: string, breachId: string) => `${breach(id, breachId)}/withdraw`,
  /** How an order was kept, for a court. */
  summary: (id: string, orderId: string) => `${of(id)}/orders/${part(orderId)}`,
  earlyEnd: (id: string, orderId: string) => `${of(id)}/orders/${part(orderId)}/early-end`,
  /** Who is warned and breached, by group. */
  counts: '/team/warned-and-breached',
  meetings: (id: string) => `${of(id)}/meetings`,
} as const;
