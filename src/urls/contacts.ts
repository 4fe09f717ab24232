import { child, part, query } from './address.ts';

/** What was done with a child. */
export const contactsUrls = {
  list: (id: string, filter: Readonly<Record<string, string | undefined>> = {}) =>
    `${child(id)}/contacts${query(filter)}`,
  record: (id: string) => `${child(id)}/contacts/record`,
  plan: (id: string) => `${child(id)}/contacts/plan`,
  one: (id: string, contactId: string) => `${child(id)}/contacts/${part(contactId)}`,
  edit: (id: string, contactId: string) => `${child(id)}/contacts/${part(contactId)}/edit`,
  takeOff: (id: string, contactId: string) => `${child(id)}/contacts/${part(contactId)}/take-off`,
  callOff: (id: string, contactId: string) => `${child(id)}/contacts/${part(contactId)}/call-off`,
  outcome: (id: string, contactId: string) => `${child(id)}/contacts/${part(contactId)}/outcome`,
} as const;
