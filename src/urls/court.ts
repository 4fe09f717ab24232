import { child, part, query } from './address.ts';

/** Charges before a court. */
export const courtUrls = {
  charges: (id: string) => `${child(id)}/charges`,
  /** Which code it has in the Home Office's list, before the charge is recorded. */
  chargeCode: (id: string, offence = '') => `${child(id)}/charges/code${query({ offence })}`,
  addCharge: (id: string, chosen: { offence?: string; code?: string } = {}) =>
    `${child(id)}/charges/new${query(chosen)}`,
  charge: (id: string, chargeId: string) => `${child(id)}/charges/${part(chargeId)}`,
  endCharge: (id: string, chargeId: string) => `${child(id)}/charges/${part(chargeId)}/end`,
} as const;
