import { leftOutReasons } from '../../../domain/audits/left-out.data.ts';
import { shareOf } from '../../../domain/audits/results.ts';
import type { SampleFrame, SamplePlan } from '../../../domain/audits/sample-plan.ts';
import { sampleSizeRule } from '../../../domain/audits/sample-size.data.ts';
import { sampleThemes } from '../../../domain/audits/sample-themes.data.ts';
import { stratumKinds, totalsBy } from '../../../domain/audits/strata.ts';
import { formatDay } from '../../../domain/calendar/day.ts';
import { type Code, labelOf } from '../../../domain/reference/codes.ts';
import { Details } from '../../../ui/govuk/components.tsx';
import type { Html } from '../../../ui/html.ts';
import { type Column, DataTable } from '../../../ui/layout/data-table.tsx';
import { groupOrder, groupWords } from './group-words.ts';

export type KeptFrame = { readonly frame: SampleFrame; readonly plan: SamplePlan };
type Props = KeptFrame & { readonly types: readonly Code[] };
type Counts = { readonly frame: number; readonly sample: number };

/** Where a sample came from: window, size, who was left out, and the population beside the sample. */
export function FrameTable({ frame, plan, types }: Props): Html {
  const kinds = stratumKinds.filter(({ id }) => plan.strata.includes(id));
  const totals = kinds.flatMap(({ id, label }) =>
    totalsBy(id, frame.strata)
      .sort((one, other) => groupOrder(id, one.value, other.value, types))
      .map((each) => ({ ...each, label, words: groupWords(id, each.value, types) })),
  );
  const groups = [...frame.strata].sort((one, other) =>
    kinds.reduce((sofar, { id }) => sofar || groupOrder(id, one[id], other[id], types), 0),
  );
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
      {totals.length > 0 ? (
        <DataTable
          caption="The population and the sample"
          captionShown
          rows={totals}
          columns={[
            {
              heading: 'Group',
              cell: ({ label, words }) => (
                <>
                  <span class="fh-quiet">{label}:</span> {words}
                </>
              ),
            },
            ...countsOf(frame),
          ]}
        />
      ) : null}
      {kinds.length > 1 ? (
        <Details
          summaryText="Every group, one by one"
          html={
            <DataTable
              caption="Each group in the population and in the sample"
              captionShown
              rows={groups}
              columns={[
                ...kinds.map(({ id, label }) => ({
                  heading: label,
                  cell: (each: (typeof groups)[number]) => groupWords(id, each[id], types),
                })),
                ...countsOf(frame),
              ]}
            />
          }
        />
      ) : null}
    </>
  );
}

/** A group's cases in the population and in the sample, each as a share of its whole. */
const countsOf = (whole: SampleFrame): readonly Column<Counts>[] => [
  {
    heading: 'Population',
    cell: ({ frame }) => `${frame} (${shareOf(frame, whole.population).percent})`,
  },
  {
    heading: 'Sample',
    cell: ({ sample }) => `${sample} (${shareOf(sample, whole.size).percent ?? 'none'})`,
  },
];
