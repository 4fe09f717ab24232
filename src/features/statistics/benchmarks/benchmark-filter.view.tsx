import { Button } from '../../../ui/govuk/components.tsx';
import type { Html } from '../../../ui/html.ts';
import { SelectField } from '../../../ui/layout/fields.tsx';
import { urls } from '../../../urls.ts';
import type { BenchmarkModel } from './benchmark-page.ts';

const LENGTH_WORDS = {
  year: 'Years',
  quarter: 'Quarters',
  month: 'Months',
  other: 'Other periods',
} as const;

/** Measure, area and comparators; the choice stands in the address, so that a page can be sent to somebody. */
export function BenchmarkFilter({ model }: { readonly model: BenchmarkModel }): Html {
  const { measures, areas, comparators, measure, chosen, beside } = model;
  const field = { errors: [], typed: {} };
  return (
    <form method="get" action={urls.statistics.benchmarks()} class="fh-filter fh-no-print">
      <SelectField
        {...field}
        name="measure"
        label="Measure"
        stored={measure.id}
        choices={measures.map(({ id, title, unit }) => ({ value: id, text: `${title}, ${unit}` }))}
      />
      <SelectField
        {...field}
        name="area"
        label="Local authority"
        stored={chosen?.area.code}
        choices={areas
          .filter(({ type }) => type === 'local authority')
          .map(({ code, name }) => ({ value: code, text: name }))}
      />
      {chosen && comparators.length > 0 ? (
        <SelectField
          {...field}
          name="beside"
          label="Beside"
          stored={beside?.id}
          choices={comparators.map(({ id, name }) => ({
            value: id,
            text: name.charAt(0).toUpperCase() + name.slice(1),
          }))}
        />
      ) : null}
      {chosen && chosen.lengths.length > 1 ? (
        <SelectField
          {...field}
          name="length"
          label="Periods"
          stored={chosen.length}
          choices={chosen.lengths.map((value) => ({ value, text: LENGTH_WORDS[value] }))}
        />
      ) : null}
      <Button text="Show" classes="govuk-button--secondary" />
    </form>
  );
}
