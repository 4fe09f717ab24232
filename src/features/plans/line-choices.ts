import type { ChildContext } from '../../platform/http/context.ts';
import { linesOf } from './plan-draft.ts';
import { type Line, type Plan, planNeeds } from './plans.queries.ts';

const folded = (text: string) => text.trim().toLowerCase();

/**
 * What a line may be chosen for: a goal of this plan, somebody harmed of this child's record; what a line holds already may
 * stay, though it is offered no more. And the risks of the assessment that have no line yet.
 */
export async function lineChoices(
  { tx, child, actor, today }: ChildContext,
  plan: Plan,
  line?: Line,
) {
  const needs = await planNeeds(tx, { id: child.id, serviceId: actor.serviceId, today });
  const covered = linesOf(plan.lines, 'safety').map(({ risk }) => folded(risk ?? ''));
  const before = line?.victim_involvement_id ?? '';
  const victims = needs.victims.map(({ id, label }) => ({ value: id, text: label }));
  const isOffered = before === '' || victims.some(({ value }) => value === before);
  const asked = needs.conditions.map(({ id, text }) => ({ value: id, text }));
  const answers = line?.condition_id ?? '';
  const required = needs.requirements.map(({ id, text }) => ({ value: id, text }));
  const covers = line?.requirement_id ?? '';
  const options = {
    requirements:
      covers === '' || required.some(({ value }) => value === covers)
        ? required
        : [...required, { value: covers, text: 'A requirement that has ended', past: true }],
    conditions:
      answers === '' || asked.some(({ value }) => value === answers)
        ? asked
        : [...asked, { value: answers, text: 'A condition that has ended', past: true }],

    goals: linesOf(plan.lines, 'goal').map(({ id, text }) => ({ value: id, text })),
    victims: isOffered
      ? victims
      : [
          ...victims,
          { value: before, text: 'Somebody who is no longer on the record', past: true },
        ],
  };
  return {
    options,
    keptSafe: needs.keptSafe,
    risks: needs.assessment.risks.filter((risk) => !covered.includes(folded(risk))),
  };
}
