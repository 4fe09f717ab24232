import { z } from 'zod';
import type { Actor } from '../../../domain/access/can.ts';
import { judgements, levels } from '../../../domain/assessments/levels.data.ts';
import { asGravity, gravityFactorFrom, gravityOf } from '../../../domain/panels/gravity.ts';
import type { OrderPaper } from '../../../domain/panels/order-paper.ts';
import {
  type PaperContent,
  paperWithoutAddresses,
  partnerLine,
  tellingParts,
} from '../../../domain/panels/paper.ts';
import type { Tx } from '../../../platform/db/as-actor.ts';
import type { Saved } from '../../../platform/db/optimistic.ts';
import { addRow, changeRow } from '../../../record/rows.ts';
import type { ItemOne } from '../item/items.queries.ts';
import { requirementLabel } from '../outcomes.queries.ts';
import { openPapers } from '../panel/open-papers.ts';
import type { PaperFacts } from './paper.queries.ts';

const answered = z.object({
  state: z.string(),
  value: z.union([z.string(), z.array(z.string())]).catch(''),
});
const assessmentContent = z.object({
  answers: z.record(z.string(), answered.catch({ state: '', value: '' })).catch({}),
  judgements: z
    .record(z.string(), z.object({ reason: z.string().catch('') }).catch({ reason: '' }))
    .catch({}),
});

/** The answer that an assessment has to a question, if it was answered. */
export const answerOf = (content: unknown, question: string): string => {
  const answer = assessmentContent.parse(content ?? {}).answers[question];
  return answer?.state === 'answered' ? [answer.value].flat().join('; ') : '';
};

export const wishesWords: Readonly<Record<string, string>> = {
  'not-sought': 'Not asked',
  sought: 'Asked, no answer yet',
  given: 'Has said what they want',
  declined: 'Does not want to take part',
  'not-reached': 'Could not be reached',
  'no-consent': 'Did not agree to be contacted',
  'no-direct-victim': 'No one person was harmed',
};

const admissionWords: Readonly<Record<string, string>> = {
  yes: 'Admits it',
  no: 'Denies it',
  'no-comment': 'Made no comment',
  unknown: 'Not known',
  'not-asked': 'Not asked',
};

/** Puts the paper together from the record. Health detail, police information and addresses never go in. */
export function compilePaper(item: ItemOne, facts: PaperFacts, summary: string): PaperContent {
  const content = assessmentContent.parse(facts.assessment?.content ?? {});
  const said = (question: string) => answerOf(content, question);
  const level = {
    likelihood: facts.assessment?.likelihood,
    safety: facts.assessment?.safety,
    harm: facts.assessment?.harm,
  };
  const factors = facts.factors.map(gravityFactorFrom);
  const chosen = factors.filter(({ code }) => item.gravity_factors.includes(code));
  const gravity =
    item.gravity_base === null ? null : gravityOf(asGravity(item.gravity_base), chosen);
  return paperWithoutAddresses(
    {
      since: item.referred_on,
      assessedOn: facts.assessment?.signed_on ?? '',
      offences: item.offences.map(({ description }) => description),
      answer: admissionWords[item.admission] ?? '',
      summary,
      levels: judgements.flatMap(({ id, title }) => {
        const found = levels.find((each) => each.id === level[id]);
        return found
          ? [{ judgement: title, level: found.label, reason: content.judgements[id]?.reason ?? '' }]
          : [];
      }),
      childWords: said('childs-words'),
      parentWords: said('parents-words'),
      strengths: said('strengths'),
      adaptations: said('adaptations'),
      information: facts.answers.map((answer) => ({
        agency: answer.agency,
        line: partnerLine(answer),
      })),
      victims: facts.victims.map((victim) => ({
        label: victim.label,
        wishes: `${wishesWords[victim.wishes] ?? victim.wishes}${victim.reason ? `: ${victim.reason}` : ''}`,
        shared: victim.shared,
        safe: victim.safe,
      })),
      gravity: item.gravity,
      gravitySentence: gravity?.sentence ?? '',
      exceptions: facts.exceptions.map(({ requirement, reason }) => ({
        label: requirementLabel(requirement),
        reason,
      })),
    },
    facts.addresses.flatMap(tellingParts),
  );
}

/** Keeps the paper, marks the child ready and lets members read within the panel's days; the database takes an earlier paper back. */
export async function makePaper(
  tx: Tx,
  actor: Actor,
  item: Pick<ItemOne, 'id' | 'child_id' | 'panel_id' | 'version'>,
  content: PaperContent | OrderPaper,
  paper_summary: string,
  now: Date,
): Promise<Saved> {
  const ready = { state: 'ready', state_reason: null, paper_summary };
  const marked = await changeRow(tx, 'panel_item', item, ready);
  if (marked.kind === 'moved-on') return marked;
  await addRow(tx, actor, 'panel_paper', {
    child_id: item.child_id,
    panel_item_id: item.id,
    content: JSON.stringify(content),
    made_on: now,
  });
  await openPapers(tx, actor, item.panel_id);
  return marked;
}
