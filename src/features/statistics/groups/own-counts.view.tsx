import type { FormFault } from '../../../domain/form-fault.ts';
import type { GroupBy } from '../../../domain/statistics/group-names.ts';
import { IntervalChart } from '../../../ui/charts/interval-chart.tsx';
import { Button } from '../../../ui/govuk/components.tsx';
import type { Html } from '../../../ui/html.ts';
import { ChoiceField, SelectField, TextField, type Typed } from '../../../ui/layout/fields.tsx';
import { Page, type PageShell } from '../../../ui/layout/page.tsx';
import { PostForm } from '../../../ui/layout/post-form.tsx';
import { urls } from '../../../urls.ts';
import { FigureTable } from '../figure-table.view.tsx';
import { type OwnResult, ownBases, ownGroups } from './own-counts.ts';
import { ownCountsTable } from './own-counts-download.ts';
import { rateCells, rateColumns } from './rate-columns.ts';
import { barsOf } from './rates-chart.view.tsx';

type Props = {
  readonly shell: PageShell;
  readonly by: GroupBy;
  /** Whose residents the form begins with. */
  readonly area: { readonly code: string; readonly name: string } | null;
  readonly typed: Typed;
  readonly errors: readonly FormFault[];
  readonly result: OwnResult | null;
};

/** Relative rates, intervals and gaps from counts that somebody types; nothing is kept. */
export function OwnCountsPage(props: Props): Html {
  const { shell, by, area, errors, result } = props;
  const other = by === 'sex' ? 'ethnicity' : 'sex';
  return (
    <Page title="Relative rates of your own counts" shell={shell} errors={errors}>
      <h1 class="govuk-heading-l">Relative rates of your own counts</h1>
      {result ? (
        <Result
          result={result}
          typed={props.typed}
          action={urls.statistics.ownCounts({ by, area: area?.code ?? '' })}
        />
      ) : null}
      <p class="govuk-body fh-no-print">
        Counts only: nothing that is typed here is kept, and no child is named. Leave the events of
        a group empty to leave the group out.{' '}
        <a
          class="govuk-link"
          href={urls.statistics.ownCounts({ by: other, area: area?.code ?? '' })}
        >
          Count by {other} instead
        </a>
      </p>
      <OwnForm {...props} />
    </Page>
  );
}

function OwnForm({ by, area, typed, errors }: Props): Html {
  const field = { errors, typed };
  const groups: readonly string[] = ownGroups[by];
  return (
    <PostForm
      action={urls.statistics.ownCounts({ by, area: area?.code ?? '' })}
      class="fh-no-print"
    >
      <ChoiceField
        {...field}
        name="base"
        label="Among whom are the events counted?"
        stored="residents"
        small
        choices={Object.entries(ownBases).map(([value, { title }]) => ({ value, text: title }))}
      />
      <SelectField
        {...field}
        name="reference"
        label="Reference group"
        hint="With whom the others are compared"
        stored={groups[0]}
        choices={groups.map((group) => ({ value: group, text: group }))}
      />
      <div class="fh-even">
        <div>
          {groups.map((group) => (
            <TextField
              {...field}
              name={`events-${group}`}
              label={`Events, ${group}`}
              width="one-half"
            />
          ))}
        </div>
        <div>
          {groups.map((group) => (
            <TextField
              {...field}
              name={`among-${group}`}
              label={`Children, ${group}`}
              width="one-half"
            />
          ))}
        </div>
      </div>
      {area ? (
        <p class="govuk-body">
          The children are the residents aged 10 to 17 of {area.name} on census day 2021. Change
          them if your events are counted among others.
        </p>
      ) : null}
      <Button text="Work out" />
    </PostForm>
  );
}

function Result({
  result,
  typed,
  action,
}: {
  readonly result: OwnResult;
  readonly typed: Typed;
  readonly action: string;
}): Html {
  const { exact, problems, comparator, per, reference } = result;
  const table = ownCountsTable(result);
  return (
    <>
      <div class="fh-no-print">
        <FigureTable
          title={`From your counts, exactly; among: ${comparator}`}
          columns={rateColumns(per)}
          rows={exact.map(rateCells)}
        />
        <IntervalChart
          title="Relative rates with 95% intervals"
          description={`The line at 1 is the rate of the reference group, ${reference}.`}
          unit={`Times the rate of the reference group, ${reference}`}
          rows={barsOf({ rows: exact, period: '' }, true)}
        />
      </div>
      {table ? (
        <>
          <FigureTable title={table.title} columns={table.columns} rows={table.rows} />
          <Downloads typed={typed} action={action} />
          <p class="govuk-body fh-no-print">
            Only this table is for people outside the service, and only this table is printed.
            Shares and gaps need every group: where one is left out or hidden they are not worked
            out.{' '}
            <a class="govuk-link" href={urls.statistics.figure('relative-rate', '1')}>
              How a relative rate is made
            </a>
          </p>
        </>
      ) : (
        <p class="govuk-body">
          These counts cannot be handed on safely, whatever is hidden: {problems.join('; ')}.
        </p>
      )}
    </>
  );
}

/** The same counts are sent again, since they are kept nowhere, and answered with a file. */
function Downloads({ typed, action }: { readonly typed: Typed; readonly action: string }): Html {
  return (
    <PostForm action={action} class="fh-actions fh-no-print">
      {Object.entries(typed)
        .filter(([name]) => name !== 'format')
        .map(([name, value]) => (
          <input type="hidden" name={name} value={String(value)} />
        ))}
      {[
        { format: 'csv', text: 'Download as CSV' },
        { format: 'xlsx', text: 'Download for Excel' },
      ].map(({ format, text }) => (
        <Button text={text} classes="govuk-button--secondary" name="format" value={format} />
      ))}
    </PostForm>
  );
}
