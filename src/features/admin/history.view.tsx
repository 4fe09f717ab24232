import type { Day } from '../../domain/calendar/day.ts';
import { Button, Pagination } from '../../ui/govuk/components.tsx';
import type { Html } from '../../ui/html.ts';
import { type ChildBand, ChildPage } from '../../ui/layout/child-page.tsx';
import { SelectField } from '../../ui/layout/fields.tsx';
import type { PageShell } from '../../ui/layout/page.tsx';
import { urls } from '../../urls.ts';
import type { HistoryLine } from './history-lines.ts';
import { tableWords } from './history-words.data.ts';
import type { Paging } from './look-table.view.tsx';

type Props = {
  readonly shell: PageShell;
  readonly child: ChildBand;
  readonly today: Day;
  readonly lines: readonly HistoryLine[];
  readonly table: string;
  readonly paging: Paging;
};

const operationWords: Readonly<Record<string, string>> = {
  insert: 'added',
  update: 'changed',
  delete: 'removed',
};

/** Every change to the record that the reader's role may see, before beside after. */
export function HistoryPage({ shell, child, today, lines, table, paging }: Props): Html {
  return (
    <ChildPage title="What was changed" shell={shell} child={child} today={today}>
      <h1 class="govuk-heading-l">What was changed</h1>
      <p class="govuk-body">
        Nothing in a record is written over without a trace. You see the changes to the parts of the
        record that your role may read.
      </p>
      <form method="get" action={urls.child.history(child.id)} class="fh-no-print">
        <SelectField
          name="part"
          label="Part of the record"
          empty="All"
          choices={Object.entries(tableWords)
            .map(([value, text]) => ({ value, text }))
            .sort((a, b) => a.text.localeCompare(b.text))}
          errors={[]}
          typed={{}}
          stored={table}
        />
        <Button text="Show" classes="govuk-button--secondary" />
      </form>
      {lines.length === 0 ? (
        <p class="govuk-body">No changes to this part of the record that your role may read.</p>
      ) : (
        <HistoryList lines={lines} />
      )}
      {paging.previous || paging.next ? (
        <Pagination
          {...(paging.previous ? { previous: { href: paging.previous, text: 'Newer' } } : {})}
          {...(paging.next ? { next: { href: paging.next, text: 'Older' } } : {})}
        />
      ) : null}
    </ChildPage>
  );
}

/** Changes one under the other; also for a person's access. */
export function HistoryList({ lines }: { readonly lines: readonly HistoryLine[] }): Html {
  return (
    <ol class="govuk-list">
      {lines.map((line) => (
        <li class="fh-change">
          <h2 class="govuk-heading-s">
            {line.what} {operationWords[line.operation] ?? line.operation}
          </h2>
          <p class="govuk-body fh-quiet">
            {line.who}, {line.when}
          </p>
          {line.fields.length > 0 ? <Fields line={line} /> : null}
        </li>
      ))}
    </ol>
  );
}

function Fields({ line }: { readonly line: HistoryLine }): Html {
  const isUpdate = line.operation === 'update';
  return (
    <table class="govuk-table fh-stack-table">
      <caption class="govuk-visually-hidden">
        {line.what}, {line.when}
      </caption>
      <thead class={isUpdate ? 'govuk-table__head' : 'govuk-visually-hidden'}>
        <tr class="govuk-table__row">
          <th scope="col" class="govuk-table__header">
            What
          </th>
          {isUpdate ? (
            <th scope="col" class="govuk-table__header">
              Before
            </th>
          ) : null}
          <th scope="col" class="govuk-table__header">
            {isUpdate ? 'After' : 'Words'}
          </th>
        </tr>
      </thead>
      <tbody class="govuk-table__body">
        {line.fields.map((field) => (
          <tr class="govuk-table__row">
            <th scope="row" class="govuk-table__header">
              {field.label}
            </th>
            {isUpdate ? (
              <td class="govuk-table__cell fh-written" data-label="Before">
                {field.before ?? <span class="fh-quiet">empty</span>}
              </td>
            ) : null}
            <td
              class="govuk-table__cell fh-written"
              {...(isUpdate ? { 'data-label': 'After' } : {})}
            >
              {(line.operation === 'delete' ? field.before : field.after) ?? (
                <span class="fh-quiet">empty</span>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
