import { child, part, query } from './address.ts';

/** Questions to other agencies, their answers and notes. */
export const informationUrls = {
  list: (id: string) => `${child(id)}/information`,
  ask: (id: string, agency = '') => `${child(id)}/information/ask${query({ agency })}`,
  one: (id: string, requestId: string) => `${child(id)}/information/${part(requestId)}`,
  answer: (id: string, requestId: string) => `${child(id)}/information/${part(requestId)}/answer`,
  notes: (id: string) => `${child(id)}/partner-notes`,
  correctNote: (id: string, noteId: string) => `${child(id)}/partner-notes/${part(noteId)}/correct`,
  takeOffNote: (id: string, noteId: string) =>
    `${child(id)}/partner-notes/${part(noteId)}/take-off`,
  inbox: '/information-requests',
} as const;
