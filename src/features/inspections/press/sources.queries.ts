import { reportTexts } from '../../../domain/inspections/workspace.data.ts';
import type { Tx } from '../../../platform/db/as-actor.ts';
import { textsOf } from '../report/texts.queries.ts';

/** Something written of an inspection that may be quoted: a finding by its id, or a text of the report by its part. */
export type QuotedSource = {
  readonly value: string;
  readonly text: string;
  readonly words: string;
};

/** Findings that stand and texts that are written, each by how it begins. */
export async function sourcesOf(tx: Tx, inspectionId: string): Promise<readonly QuotedSource[]> {
  const findings = await tx
    .selectFrom('inspection_evidence')
    .select(['id', 'standard', 'finding'])
    .where('inspection_id', '=', inspectionId)
    .where('withdrawn_reason', 'is', null)
    .orderBy('standard')
    .orderBy('created_at')
    .orderBy('id')
    .execute();
  const texts = await textsOf(tx, inspectionId);
  return [
    ...texts.map(({ part, words }) => ({
      value: part,
      text: `Report text: ${reportTexts[part].title}`,
      words,
    })),
    ...findings.map(({ id, standard, finding }) => ({
      value: id,
      text: `${standard}: ${begin(finding)}`,
      words: finding,
    })),
  ];
}

const begin = (words: string) => (words.length > 90 ? `${words.slice(0, 88)}…` : words);
