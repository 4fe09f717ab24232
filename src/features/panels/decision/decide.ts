import type { Actor } from '../../../domain/access/can.ts';
import type { Day } from '../../../domain/calendar/day.ts';
import type { FormFault } from '../../../domain/form-fault.ts';
import { decisionProblems } from '../../../domain/panels/decision.ts';
import { asGravity } from '../../../domain/panels/gravity.ts';
import { type Outcome, outcomesOpen } from '../../../domain/panels/outcomes.ts';
import type { Tx } from '../../../platform/db/as-actor.ts';
import { keepDecision } from '../../../record/decisions.ts';
import type { ValuesOf } from '../../../record/field.ts';
import type { Outcome as SaveOutcome } from '../../../record/form-page.ts';
import { addRow, changeRow } from '../../../record/rows.ts';
import type { ItemOne } from '../item/items.queries.ts';
import { outcomeLabel } from '../outcomes.queries.ts';
import { answerText, type DecisionFields } from './decision-fields.ts';

type Form = ValuesOf<DecisionFields>;

/** What the form lacks by the rules of the record, and by who may be offered what. */
export function faultsOf(
  form: Form,
  item: ItemOne,
  outcomes: readonly Outcome[],
  actor: Actor,
  today: Day,
): readonly FormFault[] {
  const outcome = outcomes.find(({ code }) => code === form.outcome) ?? null;
  const faults = decisionProblems({
    question: form.question ?? '',
    options: form.options,
    positions: positionsOf(form).map(({ position, ...said }) => ({ ...said, words: position })),
    information: form.information ?? '',
    diversity: form.diversity ?? '',
    outcome,
    gravity: item.gravity === null ? null : asGravity(item.gravity),
    rationale: form.rationale ?? '',
    departureReason: form.departure_reason ?? '',
    dissent: form.dissent ?? '',
    decidedBy: actor.name,
    decidedOn: form.decided_on,
    reviewOn: form.review_on,
  });
  const isOffered = outcomesOpen(outcomes, form.decided_on ?? today, form.answer).some(
    ({ code }) => code === form.outcome,
  );
  const message = `${outcome?.label} is not open to a child who has answered in this way`;
  return outcome && !isOffered ? [...faults, { field: 'outcome', message }] : faults;
}

function positionsOf(form: Form) {
  const both = [
    {
      agency: 'police',
      position: form.position_police ?? '',
      by: form.position_police_by ?? '',
      outcome: form.position_police_outcome,
    },
    {
      agency: 'youth-justice',
      position: form.position_youth_justice ?? '',
      by: form.position_youth_justice_by ?? '',
      outcome: form.position_youth_justice_outcome,
    },
  ];
  const others = form.position_others;
  return others ? [...both, { agency: 'others', position: others, by: '', outcome: null }] : both;
}

/** Keeps the decision and begins its outcome; a decision it replaces stays, marked so. */
export async function recordDecision(
  tx: Tx,
  actor: Actor,
  {
    item,
    outcomes,
    consulted,
  }: {
    readonly item: ItemOne;
    readonly outcomes: readonly Outcome[];
    readonly consulted: readonly string[];
  },
  form: Form,
): Promise<SaveOutcome> {
  const { decided_on, outcome } = form;
  if (!decided_on || !outcome || !isToBeDecided(item)) return { kind: 'moved-on' };
  // A first decision takes the item from ready to decided; a replacing one finds it decided as its form was drawn.
  if (!item.decision_id) {
    const taken = await changeRow(tx, 'panel_item', item, { state: 'decided' });
    if (taken.kind === 'moved-on') return taken;
  }
  const { child_id, referral_id } = item;
  const id = await keepDecision(tx, actor, {
    about: { table: 'panel_item', id: item.id },
    childId: child_id,
    question: form.question ?? '',
    options: form.options.map(outcomeLabel(outcomes)),
    consulted,
    positions: positionsOf(form),
    information: `${form.information}\n\nThe child’s answer to the allegation: ${answerText(form.answer).toLowerCase()}.`,
    diversity: form.diversity,
    outcome,
    rationale: form.rationale ?? '',
    departureReason: form.departure_reason,
    dissent: form.dissent,
    decidedOn: decided_on,
    reviewOn: form.review_on,
    replaces: item.decision_id,
  });
  const begun = { child_id, outcome, decided_on, referral_id, decision_id: id };
  await addRow(tx, actor, 'disposal', begun);
  await tx
    .updateTable('referral')
    .set({ state: 'decided' })
    .where('id', '=', referral_id)
    .execute();
  return { kind: 'saved', id };
}

/** A first decision on a child whose paper is made, or the new one after a disagreement changed it. */
export const isToBeDecided = ({ state, decision_changed }: ItemOne): boolean =>
  state === 'ready' || (state === 'decided' && decision_changed);
