import { child, part } from './address.ts';

const of = (id: string) => `${child(id)}/compliance`;
const failure = (id: string, failureId: string) => `${of(id)}/failures/${part(failureId)}`;

/** Whether orders are kept, and what follows where one is not. */
export const complianceUrls = {
  list: of,
  addFailure: (id: string, orderId: string) => `${of(id)}/orders/${part(orderId)}/failure`,
  /** Of a contact that was missed: what is recorded already, or a new one. */
  missed: (id: string, orderId: string, contactId: string) =>
    `${of(id)}/orders/${part(orderId)}/missed/${part(contactId)}`,
  failure,
  warning: (id: string, failureId: string) => `${failure(id, failureId)}/warning`,
  meetings: (id: string) => `${of(id)}/meetings`,
} as const;
