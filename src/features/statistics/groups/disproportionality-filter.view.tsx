import { decisionPoints } from '../../../domain/statistics/decision-points.data.ts';
import { Button } from '../../../ui/govuk/components.tsx';
import type { Html } from '../../../ui/html.ts';
import { SelectField } from '../../../ui/layout/fields.tsx';
import { urls } from '../../../urls.ts';
import type { DisproportionalityModel } from './disproportionality-page.ts';

/** Where, which decision, which groups, which years and beside whom; all of it stands in the address. */
export function DisproportionalityFilter({
  model: { areas, area, shown },
}: {
  readonly model: DisproportionalityModel;
}): Html {
  const field = { errors: [], typed: {} };
  const same = (values: readonly string[]) => values.map((value) => ({ value, text: value }));
  return (
    <form method="get" action={urls.statistics.disproportionality()} class="fh-filter fh-no-print">
      <SelectField
        {...field}
        name="area"
        label="Area"
        stored={area.code}
        choices={areas.map(({ code, name }) => ({ value: code, text: name }))}
      />
      {shown.kind === 'rates' || shown.kind === 'nothing' ? (
        <SelectField
          {...field}
          name="point"
          label="Decision"
          stored={shown.point}
          choices={[
            ...(shown.kind === 'nothing'
              ? [{ value: shown.point, text: `${decisionPoints[shown.point].title} (not here)` }]
              : []),
            ...shown.points.map((id) => ({ value: id, text: decisionPoints[id].title })),
          ]}
        />
      ) : null}
      {shown.kind === 'rates' ? (
        <>
          <SelectField
            {...field}
            name="by"
            label="Groups by"
            stored={shown.by}
            choices={shown.bys.map((by) => ({
              value: by,
              text: by === 'sex' ? 'Sex' : 'Ethnicity',
            }))}
          />
          <SelectField
            {...field}
            name="years"
            label="Years to March"
            stored={shown.period}
            choices={shown.periods.map(({ name, years }) => ({
              value: name,
              text: years.length > 1 ? `${name}, pooled` : name,
            }))}
          />
          <SelectField
            {...field}
            name="reference"
            label="Reference group"
            stored={shown.reference}
            choices={same(shown.groups)}
          />
        </>
      ) : null}
      <Button text="Show" classes="govuk-button--secondary" />
    </form>
  );
}
