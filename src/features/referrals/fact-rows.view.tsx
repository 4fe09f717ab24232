import type { Html } from '../../ui/html.ts';

/** A heading over facts; one that is not given says so. */
export function FactRows({
  heading,
  rows,
}: {
  readonly heading: string;
  readonly rows: readonly (readonly [string, string | null])[];
}): Html {
  return (
    <section>
      <h2 class="govuk-heading-m">{heading}</h2>
      <dl class="govuk-summary-list">
        {rows.map(([label, value]) => (
          <div class="govuk-summary-list__row">
            <dt class="govuk-summary-list__key">{label}</dt>
            <dd class="govuk-summary-list__value fh-written">
              {value ?? <span class="fh-quiet">Not given</span>}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
