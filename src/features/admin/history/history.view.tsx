import type { Html } from '../../../ui/html.ts';
import { DataTable } from '../../../ui/layout/data-table.tsx';
import type { ChangedField } from './describe-change.ts';
import type { HistoryLine } from './history-lines.ts';

const operationWords: Readonly<Record<string, string>> = {
  insert: 'added',
  update: 'changed',
  delete: 'removed',
};

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

const Fields = ({ line }: { readonly line: HistoryLine }) => (
  <DataTable
    caption={`${line.what}, ${line.when}`}
    columns={[{ heading: 'What', cell: ({ label }) => label }, ...sidesOf(line)]}
    rows={line.fields}
  />
);

const sidesOf = ({ operation }: HistoryLine) => {
  const before = { heading: 'Before', cell: (field: ChangedField) => written(field.before) };
  const after = { heading: 'After', cell: (field: ChangedField) => written(field.after) };
  if (operation === 'update') return [before, after];
  return [{ ...(operation === 'delete' ? before : after), heading: 'Words' }];
};

const written = (words: string | null) =>
  words === null ? <span class="fh-quiet">empty</span> : <span class="fh-written">{words}</span>;
