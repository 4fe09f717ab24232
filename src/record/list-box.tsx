import { Button } from '../ui/govuk/components.tsx';
import type { Html } from '../ui/html.ts';
import { type Column, DataTable } from '../ui/layout/data-table.tsx';
import { SelectField } from '../ui/layout/fields.tsx';
import { Pager, type Pages } from '../ui/layout/pager.tsx';
import type { Words } from './field.ts';

type Props<R> = {
  readonly caption: string;
  readonly empty: string;
  readonly columns: readonly Column<R>[];
  readonly rows: readonly R[];
  readonly pages: Pages;
  readonly filters: readonly ((words: Words) => Html)[];
  readonly sorts: readonly { readonly value: string; readonly text: string }[];
  readonly sort: string;
  readonly action: string;
  readonly files: { readonly csv: string; readonly xlsx: string } | null;
};

/** A list on its page: what to show of it, the rows or why there are none, the pages, and the same as a file. */
export function ListBox<R>(props: Props<R>): Html {
  const { filters, sorts, rows, files } = props;
  return (
    <>
      {filters.length > 0 || sorts.length > 1 ? (
        <form method="get" action={props.action} class="fh-filter fh-no-print">
          {filters.map((filter) => filter({ empty: 'All' }))}
          {sorts.length > 1 ? (
            <SelectField
              name="sort"
              label="Order"
              choices={sorts}
              stored={props.sort}
              errors={[]}
              typed={{}}
            />
          ) : null}
          <Button text="Show" classes="govuk-button--secondary" />
        </form>
      ) : null}
      {rows.length > 0 ? (
        <DataTable caption={props.caption} columns={props.columns} rows={rows} />
      ) : (
        <p class="govuk-body">{props.empty}</p>
      )}
      <Pager pages={props.pages} />
      {files && rows.length > 0 ? (
        <p class="fh-actions fh-no-print">
          <a class="govuk-link" href={files.csv}>
            Download as CSV
          </a>
          <a class="govuk-link" href={files.xlsx}>
            Download for Excel
          </a>
        </p>
      ) : null}
    </>
  );
}
