import { leftOutReasons } from '../../domain/audits/left-out.data.ts';
import { shareOf } from '../../domain/audits/results.ts';
import type { SampleFrame, SamplePlan } from '../../domain/audits/sample-plan.ts';
import { sampleSizeRule } from '../../domain/audits/sample-size.data.ts';
import { type StratumKind, stratumKinds } from '../../domain/audits/strata.ts';
import { formatDay } from '../../domain/calendar/day.ts';
import { type Code, labelOf } from '../../domain/reference/codes.ts';
import type { Html } from '../../ui/html.ts';
import { riskWords } from './cases-table.view.tsx';

type Props = {
  readonly frame: SampleFrame;
  readonly plan: Pick<SamplePlan, 'opens' | 'closes' | 'types' | 'seed' | 'size'> & {
    readonly strata: readonly StratumKind[];
  };
  readonly types: readonly Code[];
};

/** Where a sample came from: window, size, who was left out, and each group in the population beside the sample. */
export function FrameTable({ frame, plan, types }: Props): Html {
  return (
    <>
      <p class="govuk-body">
        Work begun from {formatDay(plan.opens)} to {formatDay(plan.closes)}:{' '}
        {plan.types.map((type) => labelOf(types, type)).join(', ')}. One case a child, the latest.{' '}
        {frame.population} cases to draw from. Size: {frame.sizeWords}. Seed: {plan.seed}.
      </p>
      {plan.size.kind === 'confidence' ? (
        <p class="govuk-body fh-quiet">
          {sampleSizeRule.title}. {sampleSizeRule.words} Check locally.
        </p>
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
      <section class="fh-scroll" tabindex={0} aria-label="Groups of the population">
        <table class="govuk-table">
          <caption class="govuk-table__caption govuk-table__caption--s">
            Each group in the population and in the sample
          </caption>
          <thead class="govuk-table__head">
            <tr class="govuk-table__row">
              {[
                ...stratumKinds
                  .filter(({ id }) => plan.strata.includes(id))
                  .map(({ label }) => label),
                'Population',
                'Sample',
              ].map((text) => (
                <th scope="col" class="govuk-table__header">
                  {text}
                </th>
              ))}
            </tr>
          </thead>
          <tbody class="govuk-table__body">
            {frame.strata.map((each) => (
              <tr class="govuk-table__row">
                {stratumKinds
                  .filter(({ id }) => plan.strata.includes(id))
                  .map(({ id }) => (
                    <td class="govuk-table__cell">{groupWords(id, each[id], types)}</td>
                  ))}
                <td class="govuk-table__cell">
                  {each.frame} ({shareOf(each.frame, frame.population).percent})
                </td>
                <td class="govuk-table__cell">
                  {each.sample} ({shareOf(each.sample, frame.size).percent ?? 'none'})
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  );
}

function groupWords(kind: StratumKind, value: string, types: readonly Code[]): string {
  if (kind === 'disposal') return labelOf(types, value);
  return kind === 'risk' ? riskWords(value) : riskWords(value).replace('Not-asked', 'Not asked');
}
