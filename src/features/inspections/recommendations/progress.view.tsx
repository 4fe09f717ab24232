import type { Day } from '../../../domain/calendar/day.ts';
import type { Html } from '../../../ui/html.ts';
import { Page, type PageShell } from '../../../ui/layout/page.tsx';
import { urls } from '../../../urls.ts';
import type { Recommendation } from './recommendations.queries.ts';
import { RecommendationTable } from './recommendations.view.tsx';

type Props = {
  readonly shell: PageShell;
  readonly recommendations: readonly Recommendation[];
  readonly today: Day;
};

/** How far the recommendations of every inspection are. */
export function ProgressPage({ shell, recommendations, today }: Props): Html {
  const actions = recommendations.flatMap((each) => each.actions);
  const figures = [
    [
      'Recommendations met',
      recommendations.filter(({ metOn }) => metOn).length,
      recommendations.length,
    ],
    ['Actions done', actions.filter(({ done_on }) => done_on).length, actions.length],
    [
      'Actions late',
      actions.filter(({ done_on, due_on }) => !done_on && due_on < today).length,
      actions.length,
    ],
    [
      'Actions moved from the day first promised',
      actions.filter(({ due_on, original_due }) => due_on !== original_due).length,
      actions.length,
    ],
  ] as const;
  return (
    <Page
      title="Progress on recommendations"
      shell={shell}
      back={{ href: urls.inspections.list, text: 'Back to inspections' }}
    >
      <h1 class="govuk-heading-l">Progress on recommendations</h1>
      {recommendations.length === 0 ? (
        <p class="govuk-body">No inspection that you may see recommends anything yet.</p>
      ) : (
        <div class="fh-cards">
          {figures.map(([what, count, all]) => (
            <div class="fh-card">
              <p class="govuk-body">{what}</p>
              <p class="fh-card__figure">
                {count} <span class="fh-quiet">of {all}</span>
              </p>
            </div>
          ))}
        </div>
      )}
      {[...Map.groupBy(recommendations, ({ inspectionId }) => inspectionId)].map(([id, some]) => (
        <section aria-labelledby={`inspection-${id}`}>
          <h2 class="govuk-heading-m" id={`inspection-${id}`}>
            {some[0]?.inspection}
          </h2>
          <RecommendationTable recommendations={some} today={today} />
        </section>
      ))}
    </Page>
  );
}
