import { leftOutReasons } from '../../domain/audits/left-out.data.ts';
import type { SampleFrame, SamplePlan } from '../../domain/audits/sample-plan.ts';
import { sampleSizeRule } from '../../domain/audits/sample-size.data.ts';
import { sampleThemes } from '../../domain/audits/sample-themes.data.ts';
import { type StratumKind, stratumKinds } from '../../domain/audits/strata.ts';
import { formatDay } from '../../domain/calendar/day.ts';
import { type Code, labelOf } from '../../domain/reference/codes.ts';
import { Details } from '../../ui/govuk/components.tsx';
import type { Html } from '../../ui/html.ts';
import { Counts, groupOrder, groupWords, TotalsTable } from './totals-table.view.tsx';

type Props = {
  readonly frame: SampleFrame;
  readonly plan: Pick<SamplePlan, 'opens' | 'closes' | 'types' | 'themes' | 'seed' | 'size'> & {
    readonly strata: readonly StratumKind[];
  };
  readonly types: readonly Code[];
};

/** Where a sample came from: window, size, who was left out, and the population beside the sample. */
export function FrameTable({ frame, plan, types }: Props): Html {
  return (
    <>
      <p class="govuk-body">
        Work begun from {formatDay(plan.opens)} to {formatDay(plan.closes)}:{' '}
        {plan.types.map((type) => labelOf(types, type)).join(', ')}. One case a child, the latest.{' '}
        {(plan.themes ?? []).map((theme) => `Only: ${sampleThemes[theme].toLowerCase()}. `)}
        {frame.population} cases to draw from. Size: {frame.sizeWords}. Seed: {plan.seed}.
      </p>
      {plan.size.kind === 'confidence' ? (
        <Details
          summaryText="How the number of cases is worked out"
          html={
            <p class="govuk-body">
              {sampleSizeRule.title}. {sampleSizeRule.words}
            </p>
          }
        />
      ) : null}
      <h3 class="govuk-heading-s">Left out before drawing</h3>
      {frame.left.length === 0 ? <p class="govuk-body">Nobody.</p> : null}
      <ul class="govuk-list govuk-list--bullet">
        {frame.left.map(({ reason, cases }) => (
          <li>
            {leftOutReasons[reason]}: {cases}
          </li>
        ))}
      </ul>
      <TotalsTable frame={frame} kinds={plan.strata} types={types} />
      {plan.strata.length > 1 ? (
        <Details
          summaryText="Every group, one by one"
          html={<GroupsTable frame={frame} plan={plan} types={types} />}
        />
      ) : null}
    </>
  );
}

function GroupsTable({ frame, plan, types }: Props): Html {
  const kinds = stratumKinds.filter(({ id }) => plan.strata.includes(id));
  const groups = [...frame.strata].sort((one, other) =>
    kinds.reduce((sofar, { id }) => sofar || groupOrder(id, one[id], other[id], types), 0),
  );
  return (
    <section class="fh-scroll" tabindex={0} aria-label="Groups of the population">
      <table class="govuk-table">
        <caption class="govuk-table__caption govuk-table__caption--s">
          Each group in the population and in the sample
        </caption>
        <thead class="govuk-table__head">
          <tr class="govuk-table__row">
            {[...kinds.map(({ label }) => label), 'Population', 'Sample'].map((text) => (
              <th scope="col" class="govuk-table__header">
                {text}
              </th>
            ))}
          </tr>
        </thead>
        <tbody class="govuk-table__body">
          {groups.map((each) => (
            <tr class="govuk-table__row">
              {kinds.map(({ id }) => (
                <td class="govuk-table__cell">{groupWords(id, each[id], types)}</td>
              ))}
              <Counts frame={each.frame} sample={each.sample} whole={frame} />
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
