import { z } from 'zod';
import type { Actor } from '../../domain/access/can.ts';
import type { Day } from '../../domain/calendar/day.ts';
import { type DecisionDraft, decisionProblems } from '../../domain/panels/decision.ts';
import { asGravity } from '../../domain/panels/gravity.ts';
import { type Outcome, outcomesOpen } from '../../domain/panels/outcomes.ts';
import type { Problem } from '../../domain/problem.ts';
import type { Tx } from '../../platform/db/as-actor.ts';
import { optionalDay, severalOf, versionField } from '../../platform/http/parse-form.ts';
import { keepDecision } from '../../record/decisions.ts';
import { addRow } from '../../record/rows.ts';
import type { ItemOne } from './item/items.queries.ts';

const words = z.string().trim().max(20_000, 'Use 20,000 letters or fewer').default('');

/** How the child answered the allegation by the day of the panel. */
export const answers = [
  { value: 'admits', text: 'Admits it' },
  { value: 'accepts-responsibility', text: 'Accepts responsibility, without a formal admission' },
  { value: 'denies', text: 'Denies it' },
  { value: 'no-comment', text: 'Made no comment' },
  { value: 'unknown', text: 'Not known' },
] as const;

export const decisionForm = z.object({
  question: words,
  answer: z.enum(['admits', 'accepts-responsibility', 'denies', 'no-comment', 'unknown'], {
    error: 'Select how the child answers the allegation',
  }),
  options: severalOf(),
  'position-police': words,
  'position-police-by': words,
  'position-police-outcome': words,
  'position-youth-justice': words,
  'position-youth-justice-by': words,
  'position-youth-justice-outcome': words,
  'position-others': words,
  information: words,
  diversity: words,
  outcome: words,
  rationale: words,
  'departure-reason': words,
  dissent: words,
  'decided-on': optionalDay({ label: 'The date of the decision' }),
  'review-on': optionalDay({ label: 'The review date' }),
  version: versionField,
});

type DecisionForm = z.output<typeof decisionForm>;

/** What the form lacks by the rules of the record, and by who may be offered what. */
export function problemsOf(
  form: DecisionForm,
  item: ItemOne,
  outcomes: readonly Outcome[],
  actor: Actor,
  today: Day,
): Problem[] {
  const problems = decisionProblems(draftOf(form, item, outcomes, actor));
  const decidedOn = form['decided-on'];
  if (decidedOn !== null && decidedOn > today)
    problems.push({
      anchor: 'decided-on',
      message: 'The date of the decision must be today or in the past',
    });
  const outcome = outcomes.find(({ code }) => code === form.outcome);
  const isOpen = outcomesOpen(outcomes, decidedOn ?? today, form.answer).some(
    ({ code }) => code === form.outcome,
  );
  if (outcome && !isOpen)
    problems.push({
      anchor: 'outcome',
      message: `${outcome.label} is not open to a child who has answered in this way`,
    });
  return problems;
}

function draftOf(
  form: DecisionForm,
  item: ItemOne,
  outcomes: readonly Outcome[],
  actor: Actor,
): DecisionDraft {
  return {
    question: form.question,
    options: form.options,
    positions: positionsOf(form).map(({ agency, by, outcome, position }) => ({
      agency,
      by,
      outcome,
      words: position,
    })),
    information: form.information,
    diversity: form.diversity,
    outcome: outcomes.find(({ code }) => code === form.outcome) ?? null,
    gravity: item.gravity === null ? null : asGravity(item.gravity),
    rationale: form.rationale,
    departureReason: form['departure-reason'],
    dissent: form.dissent,
    decidedBy: actor.name,
    decidedOn: form['decided-on'],
    reviewOn: form['review-on'],
  };
}

function positionsOf(form: DecisionForm) {
  const both = (['police', 'youth-justice'] as const).map((agency) => ({
    agency: agency as string,
    position: form[`position-${agency}`],
    by: form[`position-${agency}-by`],
    outcome: form[`position-${agency}-outcome`] || null,
  }));
  const others = form['position-others'];
  return others ? [...both, { agency: 'others', position: others, by: '', outcome: null }] : both;
}

/** Keeps the decision and begins its outcome; a decision it replaces stays, marked so. Null when the item moved on. */
export async function recordDecision(
  tx: Tx,
  actor: Actor,
  item: ItemOne,
  form: DecisionForm,
  outcomes: readonly Outcome[],
  consulted: readonly string[],
): Promise<string | null> {
  const decidedOn = form['decided-on'];
  if (decidedOn === null) return null;
  if (!(await takeItem(tx, item, form.version))) return null;
  const labelOf = (code: string) => outcomes.find((each) => each.code === code)?.label ?? code;
  const answer = answers.find(({ value }) => value === form.answer)?.text ?? form.answer;
  const id = await keepDecision(tx, actor, {
    about: { table: 'panel_item', id: item.id },
    childId: item.child_id,
    question: form.question,
    options: form.options.map(labelOf),
    consulted,
    positions: positionsOf(form),
    information: `${form.information}\n\nThe child’s answer to the allegation: ${answer.toLowerCase()}.`,
    diversity: form.diversity,
    outcome: form.outcome,
    rationale: form.rationale,
    departureReason: form['departure-reason'],
    dissent: form.dissent,
    decidedOn,
    reviewOn: form['review-on'],
    replaces: item.decision_id,
  });
  await addRow(tx, actor, 'disposal', {
    child_id: item.child_id,
    outcome: form.outcome,
    decided_on: decidedOn,
    referral_id: item.referral_id,
    decision_id: id,
  });
  await tx
    .updateTable('referral')
    .set({ state: 'decided' })
    .where('id', '=', item.referral_id)
    .execute();
  return id;
}

// A first decision takes the item from ready to decided; a replacing one finds it decided as its form was drawn.
async function takeItem(tx: Tx, item: ItemOne, version: number): Promise<boolean> {
  if (item.version !== version) return false;
  if (item.decision_id) return item.decision_changed;
  const result = await tx
    .updateTable('panel_item')
    .set({ state: 'decided' })
    .where('id', '=', item.id)
    .where('version', '=', version)
    .where('state', '=', 'ready')
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}
