import type { FormFault } from '../../../domain/form-fault.ts';
import { REFERRAL_FIELDS } from '../../../domain/referrals/fields.data.ts';
import type { SourceRow } from '../../../domain/referrals/map-columns.ts';
import { Button, Select } from '../../../ui/govuk/components.tsx';
import type { Html } from '../../../ui/html.ts';
import { DataTable } from '../../../ui/layout/data-table.tsx';
import { errorOf } from '../../../ui/layout/fields.tsx';
import { Page, type PageShell } from '../../../ui/layout/page.tsx';
import { PostForm } from '../../../ui/layout/post-form.tsx';
import { urls } from '../../../urls.ts';
import { columnName } from './columns-form.ts';

type Props = {
  readonly shell: PageShell;
  readonly importId: string;
  readonly fileName: string;
  readonly rows: readonly SourceRow[];
  readonly header: SourceRow | null;
  /** What each column means, by its place. */
  readonly meaning: readonly string[];
  readonly errors: readonly FormFault[];
};

const choices = [
  { value: 'leave-out', text: 'Leave out' },
  ...REFERRAL_FIELDS.map(({ field, label, required }) => ({
    value: field,
    text: required ? `${label} (needed)` : label,
  })),
];

/** Which column of a list means what. */
export function ColumnsPage(props: Props): Html {
  const { shell, fileName, header, errors } = props;
  return (
    <Page
      title="What the columns mean"
      shell={shell}
      errors={errors}
      back={{ href: urls.referrals.imports, text: 'Lists' }}
    >
      <h1 class="govuk-heading-l">What the columns mean</h1>
      <p class="govuk-body">
        {fileName}.{' '}
        {header ? `The headings are on row ${header.line}.` : 'No row of headings was recognised.'}
      </p>
      {header ? <Columns {...props} header={header} /> : <ChooseHeader {...props} />}
    </Page>
  );
}

function Columns({
  importId,
  rows,
  header,
  meaning,
  errors,
}: Props & { readonly header: SourceRow }): Html {
  const below = rows
    .filter((row) => row.line > header.line && row.cells.some((cell) => cell.trim() !== ''))
    .slice(0, 3);
  const columns = header.cells
    .map((heading, index) => ({
      index,
      heading: heading.trim(),
      first: below.map((row) => row.cells[index]?.trim() ?? ''),
    }))
    .filter(({ heading, first }) => heading !== '' || first.some((cell) => cell !== ''));
  return (
    <PostForm action={urls.referrals.mapping(importId)}>
      <p class="govuk-body">
        Check each column against the first rows. What you say is kept: the next list with these
        headings goes straight to its preview.
      </p>
      <input type="hidden" name="header" value={String(header.line)} />
      <DataTable
        caption="Columns of the list"
        columns={[
          {
            heading: 'Heading',
            cell: ({ index, heading }) => `${index + 1}. ${heading || 'No heading'}`,
          },
          {
            heading: 'In the first rows',
            cell: ({ first }) =>
              first.map((cell) => <div>{cell || <span class="fh-quiet">empty</span>}</div>),
          },
          {
            heading: 'Means',
            cell: ({ index, heading }) => (
              <Select
                id={columnName(index)}
                name={columnName(index)}
                label={{
                  text: `What column ${index + 1}, ${heading || 'without a heading'}, means`,
                  classes: 'govuk-visually-hidden',
                }}
                {...errorOf(errors, columnName(index))}
                items={choices.map(({ value, text }) => ({
                  value,
                  text,
                  selected: value === meaning[index],
                }))}
              />
            ),
          },
        ]}
        rows={columns}
      />
      <div class="fh-actions">
        <Button text="See what will happen" />
        <a class="govuk-link" href={urls.referrals.mapping(importId, 'none')}>
          The headings are on another row
        </a>
      </div>
    </PostForm>
  );
}

function ChooseHeader({ importId, rows }: Props): Html {
  return (
    <>
      <p class="govuk-body">Choose the row that holds the headings.</p>
      <DataTable
        caption="First rows of the list"
        columns={[
          {
            heading: 'Row',
            cell: ({ line }) => (
              <a class="govuk-link" href={urls.referrals.mapping(importId, line)}>
                Row {line}
              </a>
            ),
          },
          {
            heading: 'What it holds',
            cell: ({ cells }) =>
              cells
                .filter((cell) => cell.trim() !== '')
                .slice(0, 8)
                .join(' | ') || 'Empty',
          },
        ]}
        rows={rows.slice(0, 15)}
      />
    </>
  );
}
