import { rational } from '../../../domain/figures/rational.ts';
import { printed } from '../../../domain/figures/round.ts';
import { periodMeaning } from '../../../domain/statistics/cohort.ts';
import { NO_FIGURE_WORDS } from '../../../domain/statistics/figure-cell.ts';
import { capitalised } from '../../../domain/text/capitalised.ts';
import { SummaryList } from '../../../ui/govuk/components.tsx';
import type { Html } from '../../../ui/html.ts';
import type { Measure } from '../choices.queries.ts';

/** A middling outer-city borough, and a middling year's cohort of one. */
const USUAL_POPULATION = 25_000n;
const USUAL_COHORT = 30n;

/** What the figure counts, over what, where it comes from, and how far a single child moves it. */
export function MeasureNotes({ measure }: { readonly measure: Measure }): Html {
  return (
    <section aria-labelledby="about">
      <h2 class="govuk-heading-m" id="about">
        About this figure
      </h2>
      <SummaryList
        rows={[
          { key: { text: 'Counted' }, value: { text: measure.numerator } },
          { key: { text: 'Among' }, value: { text: measure.denominator ?? 'A count on its own' } },
          { key: { text: 'Period' }, value: { text: periodMeaning(measure) } },
          { key: { text: 'Where there is no figure' }, value: { text: NO_FIGURE_WORDS } },
          { key: { text: 'Small numbers' }, value: { text: smallNumbers(measure) } },
          ...(measure.note ? [{ key: { text: 'Note' }, value: { text: measure.note } }] : []),
          {
            key: { text: 'Definition' },
            value: { text: `${measure.definition_version} (${measure.status})` },
          },
          {
            key: { text: 'Source' },
            value: { text: `${measure.source}. Published by ${measure.publisher}.` },
          },
          {
            key: { text: 'Day of the vintage' },
            value: {
              text: capitalised(measure.vintage_means),
            },
          },
          {
            key: { text: 'Licence' },
            value: { text: `${measure.licence}. ${measure.attribution}` },
          },
        ]}
      />
    </section>
  );
}

/** What one child is worth in the figure of an area of usual size. */
function smallNumbers({ per, unit }: Measure): string {
  const base = BigInt(per ?? 1);
  if (base > 100n)
    return `In an area with 25,000 children aged 10 to 17, one child more or less moves the figure by ${printed(rational(base, USUAL_POPULATION), base < 10_000n ? 2 : 1)} ${unit}. Read several years together before calling it a change.`;
  if (base === 100n)
    return `In a cohort of 30 children, one child more or less moves the figure by ${printed(rational(base, USUAL_COHORT), 1)} percentage points. Read several years together before calling it a change.`;
  return 'A few children make most of it in a small area. Read several periods together before calling it a change.';
}
