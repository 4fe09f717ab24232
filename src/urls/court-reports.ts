import { type Chosen, child, part, query } from './address.ts';

const of = (id: string) => `${child(id)}/court-reports`;
const one = (id: string, reportId: string) => `${of(id)}/${part(reportId)}`;

/** Reports for a court or a panel. */
export const courtReportsUrls = {
  /** All of the service, with what courts made of them. */
  ofService: '/court-reports',
  list: of,
  one,
  section: (id: string, reportId: string, section: string) =>
    `${one(id, reportId)}/sections/${part(section)}`,
  /** For which hearing and order, and who writes it. */
  listing: (id: string, reportId: string) => `${one(id, reportId)}/listing`,
  check: (id: string, reportId: string) => `${one(id, reportId)}/check`,
  versions: (id: string, reportId: string, chosen: Chosen = {}) =>
    `${one(id, reportId)}/versions${query(chosen)}`,
  openAgain: (id: string, reportId: string) => `${one(id, reportId)}/open-again`,
  notNeeded: (id: string, reportId: string) => `${one(id, reportId)}/not-needed`,
  word: (id: string, reportId: string) => `${one(id, reportId)}/word`,
  /** To whom it was given. */
  given: (id: string, reportId: string) => `${one(id, reportId)}/given`,
  /** What the court thought of it. */
  feedback: (id: string, reportId: string) => `${one(id, reportId)}/feedback`,
} as const;
