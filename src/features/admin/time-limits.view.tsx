import { formatInstant } from '../../domain/calendar/british-time.ts';
import { Button, SummaryList } from '../../ui/govuk/components.tsx';
import type { Html } from '../../ui/html.ts';
import {
  LongText,
  SelectField,
  TextField,
  type Typed,
  VersionField,
} from '../../ui/layout/fields.tsx';
import { type FieldError, Page, type PageShell } from '../../ui/layout/page.tsx';
import { PostForm } from '../../ui/layout/post-form.tsx';
import { urls } from '../../urls.ts';
import { units } from './override-time-limit.ts';
import type { TimeLimit } from './time-limits.queries.ts';

const capital = (text: string) =>
  `${text.charAt(0).toUpperCase()}${text.slice(1)}`.replaceAll('-', ' ');
const sure = ['confirmed', 'computed'];

/** "1 working day", "5 working days". */
const amount = (number: number, unit: string) =>
  `${number} ${number === 1 ? unit.replace(/s$/, '') : unit}`;

type ListProps = {
  readonly shell: PageShell;
  readonly limits: readonly TimeLimit[];
  readonly mayChange: boolean;
};

/** Every time limit with where it comes from and how sure we are: nobody has to take a due date on trust. */
export function TimeLimitsPage({ shell, limits, mayChange }: ListProps): Html {
  const areas = [...Map.groupBy(limits, ({ area }) => area)];
  return (
    <Page title="Time limits" shell={shell}>
      <h1 class="govuk-heading-l">Time limits</h1>
      <p class="govuk-body">
        Every due date in Foothold comes from this list. “Check locally” marks a figure that your
        service should set, or check against an official text.
        {mayChange ? ' Choose a step to set your service’s own figure, with a reason.' : ''}
      </p>
      {areas.map(([area, rows]) => (
        <section aria-labelledby={`area-${area}`}>
          <h2 class="govuk-heading-m" id={`area-${area}`}>
            {capital(area)}
          </h2>
          <table class="govuk-table fh-stack-table">
            <caption class="govuk-visually-hidden">{capital(area)}</caption>
            <thead class="govuk-table__head">
              <tr class="govuk-table__row">
                {['Step', 'Within', 'Counted from when', 'Standing and source'].map((heading) => (
                  <th scope="col" class="govuk-table__header">
                    {heading}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody class="govuk-table__body">
              {rows.map((limit) => (
                <Row limit={limit} mayChange={mayChange} />
              ))}
            </tbody>
          </table>
        </section>
      ))}
    </Page>
  );
}

function Row({
  limit,
  mayChange,
}: {
  readonly limit: TimeLimit;
  readonly mayChange: boolean;
}): Html {
  return (
    <tr class="govuk-table__row">
      <th scope="row" class="govuk-table__header">
        {mayChange ? (
          <a class="govuk-link" href={urls.admin.timeLimit(limit.id)}>
            {limit.step}
          </a>
        ) : (
          limit.step
        )}
      </th>
      <td class="govuk-table__cell" data-label="Within">
        {limit.ownNumber !== null && limit.ownUnit !== null ? (
          <>
            {amount(limit.ownNumber, limit.ownUnit)}
            <br />
            <span class="fh-quiet">
              Ours; {amount(limit.number, limit.unit)} as given. {limit.ownReason}
            </span>
          </>
        ) : (
          amount(limit.number, limit.unit)
        )}
      </td>
      <td class="govuk-table__cell" data-label="Counted from when">
        {capital(limit.clockStarts)}
      </td>
      <td class="govuk-table__cell" data-label="Standing and source">
        {capital(limit.standing)}. {limit.source}{' '}
        {sure.includes(limit.confidence) || limit.ownNumber !== null ? null : (
          <span class="fh-badge fh-badge-soon">Check locally</span>
        )}
      </td>
    </tr>
  );
}

type OneProps = {
  readonly shell: PageShell;
  readonly limit: TimeLimit;
  readonly errors: readonly FieldError[];
  readonly typed: Typed;
};

/** Sets the service's own figure for one step. */
export function TimeLimitPage({ shell, limit, errors, typed }: OneProps): Html {
  const field = { errors, typed };
  return (
    <Page
      title={limit.step}
      shell={shell}
      errors={errors}
      back={{ href: urls.admin.timeLimits, text: 'Back to time limits' }}
    >
      <h1 class="govuk-heading-l">{limit.step}</h1>
      <SummaryList
        rows={[
          { key: { text: 'As given' }, value: { text: amount(limit.number, limit.unit) } },
          { key: { text: 'Counted from when' }, value: { text: capital(limit.clockStarts) } },
          { key: { text: 'Standing' }, value: { text: capital(limit.standing) } },
          { key: { text: 'Source' }, value: { text: limit.source } },
          { key: { text: 'How sure' }, value: { text: capital(limit.confidence) } },
          ...(limit.ownAt
            ? [
                {
                  key: { text: 'Our own figure set' },
                  value: { text: `${limit.ownBy ?? 'Not known'}, ${formatInstant(limit.ownAt)}` },
                },
              ]
            : []),
        ]}
      />
      <PostForm action={urls.admin.timeLimit(limit.id)}>
        <VersionField version={limit.ownVersion ?? 0} />
        <TextField
          {...field}
          name="number"
          label="Our own figure"
          width="one-quarter"
          stored={limit.ownNumber?.toString()}
        />
        <SelectField
          {...field}
          name="unit"
          label="Unit"
          choices={units.map((unit) => ({ value: unit, text: capital(unit) }))}
          stored={limit.ownUnit ?? limit.unit}
        />
        <LongText
          {...field}
          name="reason"
          label="Why, and who decided"
          hint="Good: “Agreed by the board in March, because police lists come on Fridays.”"
          rows={3}
          stored={limit.ownReason}
        />
        <Button text="Save our own figure" />
      </PostForm>
      {limit.ownNumber === null ? null : (
        <PostForm action={urls.admin.timeLimit(limit.id)}>
          <input type="hidden" name="back" value="yes" />
          <Button text="Go back to the figure as given" classes="govuk-button--secondary" />
        </PostForm>
      )}
    </Page>
  );
}
