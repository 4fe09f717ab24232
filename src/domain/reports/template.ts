import { z } from 'zod';
import { attributesOf, flag, type ReferenceRow } from '../reference/reference-row.ts';
import { isFactKind } from './facts.ts';

const listed = z.string().transform((text) => text.split(' ').filter(Boolean));
const kindRow = z.object({
  says: z.string().min(1),
  limit: z.string().min(1),
  proposes: z.enum(['', 'sentence', 'order']),
  about_order: flag,
});
const sectionRow = z.object({
  prompt: z.string().min(1),
  kinds: listed,
  facts: listed.transform((names) => names.filter(isFactKind)),
  asks: z.enum(['', 'custody', 'proposal', 'alternatives']),
});

/** A kind of report: what it is for, and whether it proposes a sentence, what becomes of an order, or nothing. */
export type ReportKind = z.output<typeof kindRow> & {
  readonly code: string;
  readonly label: string;
};
/** A heading of a report: what is asked under it, what the record tells there, and what is chosen beside the words. */
export type ReportSection = z.output<typeof sectionRow> & {
  readonly code: string;
  readonly label: string;
};

export const reportKind = (row: ReferenceRow): ReportKind => ({
  code: row.code,
  label: row.label,
  ...attributesOf(row, kindRow),
});

export const reportSection = (row: ReferenceRow): ReportSection => ({
  code: row.code,
  label: row.label,
  ...attributesOf(row, sectionRow),
});

/** The headings of a kind of report, in their order. */
export const sectionsOfKind = (sections: readonly ReportSection[], kind: string) =>
  sections.filter(({ kinds }) => kinds.includes(kind));

/** How the case stands to the custody threshold, as whoever writes sees it. */
export const custodyAnswers = {
  'not-reached': 'Not reached',
  near: 'Close to it',
  reached: 'Reached',
} as const;

/** What may be proposed of an order that is there already. */
export const orderProposals = {
  'no-action': 'The order goes on as it is',
  amended: 'The order is changed',
  revoked: 'The order ends, or the child is sentenced again',
  fined: 'A fine, and the order goes on',
} as const;

/** What was chosen, as the document says it. */
export const chosenWords = {
  custody: 'The custody threshold',
  proposal: 'Proposed',
  alternatives: 'Considered',
} as const;
