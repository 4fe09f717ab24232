import type { Html } from '../../ui/html.ts';
import { urls } from '../../urls.ts';
import type { PlanRequirement } from './requirements.queries.ts';

type Props = {
  readonly requirements: readonly PlanRequirement[];
  readonly child: { readonly id: string };
  readonly canWrite: boolean;
};

/** What a court requires, and whether the plan covers each; nothing where there is none. */
export function Requirements({ requirements, child, canWrite }: Props): Html | null {
  if (requirements.length === 0) return null;
  return (
    <section aria-labelledby="requirements">
      <h2 class="govuk-heading-m" id="requirements">
        What the court requires
      </h2>
      <ul class="fh-lines">
        {requirements.map(({ id, text, order, order_id, covered_by }) => (
          <li class="fh-line">
            <p class="govuk-body">
              {text}{' '}
              <span class="fh-quiet">
                (
                <a class="govuk-link" href={urls.court.order(child.id, order_id)}>
                  {order}
                </a>
                )
              </span>
            </p>
            <p class="govuk-body fh-line__foot">
              {covered_by.length > 0 ? (
                <span class="fh-quiet">In the plan: {covered_by.join('; ')}</span>
              ) : (
                <span class="fh-badge fh-badge-soon">No line of the plan covers it</span>
              )}
              {canWrite && covered_by.length === 0 ? (
                <a
                  class="govuk-link fh-no-print"
                  href={urls.plans.addLine(child.id, 'step', { requirement_id: id })}
                >
                  Add a step that covers it
                  <span class="govuk-visually-hidden">: {text}</span>
                </a>
              ) : null}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
