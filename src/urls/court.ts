import { type Chosen, child, part, query } from './address.ts';

/** Charges before a court, its hearings, and what it ordered. */
export const courtUrls = {
  /** Who is before a court on a day. */
  dayList: '/hearings',
  dayListOf: (chosen: Chosen) => `/hearings${query(chosen)}`,
  takeCover: (hearingId: string) => `/hearings/${part(hearingId)}/cover`,
  /** Registers that courts sent, one of them, and what became of its entries. */
  registers: '/court-registers',
  addRegister: '/court-registers/new',
  /** Entries that wait for a person, or were decided by one. */
  heldEntries: '/court-registers/held',
  register: (registerId: string, chosen: Chosen = {}) =>
    `/court-registers/${part(registerId)}/entries${query(chosen)}`,
  bringIn: (registerId: string) => `/court-registers/${part(registerId)}/bring-in`,
  setRegisterAside: (registerId: string) => `/court-registers/${part(registerId)}/put-aside`,
  registerEntry: (entryId: string) => `/court-register-entries/${part(entryId)}`,
  /** Charges of which the code is not known, or is not in the list. */
  withoutCode: '/charges-without-a-code',
  charges: (id: string) => `${child(id)}/charges`,
  /** Which code it has in the Home Office's list, before the charge is recorded. */
  chargeCode: (id: string, offence = '') => `${child(id)}/charges/code${query({ offence })}`,
  addCharge: (id: string, chosen: { offence?: string; code?: string } = {}) =>
    `${child(id)}/charges/new${query(chosen)}`,
  charge: (id: string, chargeId: string) => `${child(id)}/charges/${part(chargeId)}`,
  endCharge: (id: string, chargeId: string, result = '') =>
    `${child(id)}/charges/${part(chargeId)}/end${query({ result })}`,
  hearings: (id: string) => `${child(id)}/hearings`,
  /** Each charge from the offence to the sentence, with the days between. */
  timeline: (id: string) => `${child(id)}/case-timeline`,
  addHearing: (id: string) => `${child(id)}/hearings/new`,
  hearing: (id: string, hearingId: string) => `${child(id)}/hearings/${part(hearingId)}`,
  addResult: (id: string, hearingId: string) =>
    `${child(id)}/hearings/${part(hearingId)}/results/new`,
  /** A result of the court is put right, or taken off. */
  result: (id: string, hearingId: string, resultId: string) =>
    `${child(id)}/hearings/${part(hearingId)}/results/${part(resultId)}`,
  /** Where, when, about what and who covers it. */
  listing: (id: string, hearingId: string) => `${child(id)}/hearings/${part(hearingId)}/listing`,
  correctHearing: (id: string, hearingId: string) =>
    `${child(id)}/hearings/${part(hearingId)}/correct`,
  takeOffHearing: (id: string, hearingId: string) =>
    `${child(id)}/hearings/${part(hearingId)}/take-off`,
  orders: (id: string) => `${child(id)}/orders`,
  /** Which orders may be made on a day. */
  orderKinds: (id: string) => `${child(id)}/orders/kinds`,
  /** From a result of a court, its day, court and charge go along. */
  addOrder: (id: string, kind: string, from: { on?: string; result?: string } = {}) =>
    `${child(id)}/orders/new/${part(kind)}${query(from)}`,
  order: (id: string, orderId: string) => `${child(id)}/orders/${part(orderId)}`,
  orderEvent: (id: string, orderId: string) => `${child(id)}/orders/${part(orderId)}/what-came`,
  addRequirement: (id: string, orderId: string) =>
    `${child(id)}/orders/${part(orderId)}/requirements`,
  endRequirement: (id: string, orderId: string, requirementId: string) =>
    `${child(id)}/orders/${part(orderId)}/requirements/${part(requirementId)}/end`,
  /** What a panel came to about an order: recorded, read and signed, and what was agreed. */
  meets: (id: string, itemId: string) => `${child(id)}/order-panel/${part(itemId)}/outcome`,
  met: (id: string, meetingId: string) => `${child(id)}/panel-meetings/${part(meetingId)}`,
  addTerm: (id: string, meetingId: string) =>
    `${child(id)}/panel-meetings/${part(meetingId)}/agreed`,
} as const;
