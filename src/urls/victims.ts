import { type Chosen, child, part, query } from './address.ts';

/** Those harmed, their wishes and rights. */
export const victimsUrls = {
  list: (id: string) => `${child(id)}/victims`,
  one: (id: string, victimInvolvementId: string) =>
    `${child(id)}/victims/${part(victimInvolvementId)}`,
  vault: (id: string, victimInvolvementId: string) =>
    `${child(id)}/victims/${part(victimInvolvementId)}/vault`,
  contact: (id: string, victimInvolvementId: string) =>
    `${child(id)}/victims/${part(victimInvolvementId)}/contact`,
  wishes: (id: string, victimInvolvementId: string) =>
    `${child(id)}/victims/${part(victimInvolvementId)}/wishes`,
  details: (id: string, victimInvolvementId: string) =>
    `${child(id)}/victims/${part(victimInvolvementId)}/details`,
  share: (id: string, victimInvolvementId: string) =>
    `${child(id)}/victims/${part(victimInvolvementId)}/share`,
  withdraw: (id: string, victimInvolvementId: string) =>
    `${child(id)}/victims/${part(victimInvolvementId)}/share/withdraw`,
  rights: (id: string, victimInvolvementId: string) =>
    `${child(id)}/victims/${part(victimInvolvementId)}/rights`,
  safetyOver: (id: string, victimInvolvementId: string) =>
    `${child(id)}/victims/${part(victimInvolvementId)}/safety-over`,
  reopen: (id: string, victimInvolvementId: string) =>
    `${child(id)}/victims/${part(victimInvolvementId)}/reopen`,
  worklist: '/victims',
  worklistOf: (chosen: Chosen) => `/victims${query(chosen)}`,
} as const;
