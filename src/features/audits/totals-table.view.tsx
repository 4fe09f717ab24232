import { levels } from '../../domain/assessments/levels.data.ts';
import { shareOf } from '../../domain/audits/results.ts';
import type { SampleFrame } from '../../domain/audits/sample-plan.ts';
import { type StratumKind, stratumKinds, totalsBy } from '../../domain/audits/strata.ts';
import { type Code, labelOf } from '../../domain/reference/codes.ts';
import type { Html } from '../../ui/html.ts';
import { riskWords } from './cases-table.view.tsx';

type Props = {
  readonly frame: SampleFrame;
  readonly kinds: readonly StratumKind[];
  readonly types: readonly Code[];
};

/** Each kind that the sample was matched on, in the population and in the sample. */
export function TotalsTable({ frame, kinds, types }: Props): Html | null {
  const matched = stratumKinds.filter(({ id }) => kinds.includes(id));
  if (matched.length === 0) return null;
  return (
    <table class="govuk-table">
      <caption class="govuk-table__caption govuk-table__caption--s">
        The population and the sample
      </caption>
      <thead class="govuk-table__head">
        <tr class="govuk-table__row">
          {['Group', 'Population', 'Sample'].map((text) => (
            <th scope="col" class="govuk-table__header">
              {text}
            </th>
          ))}
        </tr>
      </thead>
      {matched.map(({ id, label }) => (
        <tbody class="govuk-table__body">
          <tr class="govuk-table__row">
            <th scope="rowgroup" colspan={3} class="govuk-table__header">
              {label}
            </th>
          </tr>
          {totalsBy(id, frame.strata)
            .sort((one, other) => groupOrder(id, one.value, other.value, types))
            .map(({ value, ...counts }) => (
              <tr class="govuk-table__row">
                <th scope="row" class="govuk-table__cell">
                  {groupWords(id, value, types)}
                </th>
                <Counts {...counts} whole={frame} />
              </tr>
            ))}
        </tbody>
      ))}
    </table>
  );
}

/** A group's cases in the population and in the sample, each as a share of its whole. */
export function Counts({
  frame,
  sample,
  whole,
}: {
  readonly frame: number;
  readonly sample: number;
  readonly whole: Pick<SampleFrame, 'population' | 'size'>;
}): Html {
  return (
    <>
      <td class="govuk-table__cell">
        {frame} ({shareOf(frame, whole.population).percent})
      </td>
      <td class="govuk-table__cell">
        {sample} ({shareOf(sample, whole.size).percent ?? 'none'})
      </td>
    </>
  );
}

/** A group's value in words. */
export function groupWords(kind: StratumKind, value: string, types: readonly Code[]): string {
  if (kind === 'disposal') return labelOf(types, value);
  return kind === 'risk' ? riskWords(value) : riskWords(value).replace('Not-asked', 'Not asked');
}

/** Risk from least to most, work as the service lists it, sex by its name; what is not known comes last. */
export function groupOrder(
  kind: StratumKind,
  one: string,
  other: string,
  types: readonly Code[],
): number {
  const order: readonly string[] =
    kind === 'risk'
      ? levels.map(({ id }) => id)
      : kind === 'disposal'
        ? types.map(({ code }) => code)
        : [];
  const at = (value: string) => (order.includes(value) ? order.indexOf(value) : order.length);
  return at(one) - at(other) || (one < other ? -1 : 1);
}
