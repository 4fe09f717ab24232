import { REFERRAL_FIELDS } from '../../domain/referrals/fields.data.ts';
import type { SourceRow } from '../../domain/referrals/map-columns.ts';
import { Button, Select } from '../../ui/govuk/components.tsx';
import type { Html } from '../../ui/html.ts';
import { errorOf } from '../../ui/layout/fields.tsx';
import { type FieldError, Page, type PageShell } from '../../ui/layout/page.tsx';
import { PostForm } from '../../ui/layout/post-form.tsx';
import { urls } from '../../urls.ts';
import { columnName } from './columns-form.ts';

type Props = {
  readonly shell: PageShell;
  readonly importId: string;
  readonly fileName: string;
  readonly rows: readonly SourceRow[];
  readonly header: SourceRow | null;
  /** What each column means, by its place. */
  readonly meaning: readonly string[];
  readonly errors: readonly FieldError[];
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
  return (
    <PostForm action={urls.referrals.mapping(importId)}>
      <p class="govuk-body">
        Check each column against the first rows. What you say is kept: the next list with these
        headings goes straight to its preview.
      </p>
      <input type="hidden" name="header" value={String(header.line)} />
      <table class="govuk-table fh-stack-table">
        <caption class="govuk-table__caption govuk-visually-hidden">Columns of the list</caption>
        <thead class="govuk-table__head">
          <tr class="govuk-table__row">
            <th scope="col" class="govuk-table__header">
              Heading
            </th>
            <th scope="col" class="govuk-table__header">
              In the first rows
            </th>
            <th scope="col" class="govuk-table__header">
              Means
            </th>
          </tr>
        </thead>
        <tbody class="govuk-table__body">
          {header.cells.map((heading, index) =>
            heading.trim() === '' && below.every((row) => !row.cells[index]?.trim()) ? null : (
              <tr class="govuk-table__row">
                <th scope="row" class="govuk-table__header">
                  {index + 1}. {heading.trim() || 'No heading'}
                </th>
                <td class="govuk-table__cell" data-label="In the first rows">
                  {below.map((row) => (
                    <div>{row.cells[index]?.trim() || <span class="fh-quiet">empty</span>}</div>
                  ))}
                </td>
                <td class="govuk-table__cell" data-label="Means">
                  <Select
                    id={columnName(index)}
                    name={columnName(index)}
                    label={{
                      text: `What column ${index + 1}, ${heading.trim() || 'without a heading'}, means`,
                      classes: 'govuk-visually-hidden',
                    }}
                    {...errorOf(errors, columnName(index))}
                    items={choices.map(({ value, text }) => ({
                      value,
                      text,
                      selected: value === meaning[index],
                    }))}
                  />
                </td>
              </tr>
            ),
          )}
        </tbody>
      </table>
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
      <div class="fh-scroll">
        <table class="govuk-table">
          <caption class="govuk-table__caption govuk-visually-hidden">
            First rows of the list
          </caption>
          <thead class="govuk-table__head">
            <tr class="govuk-table__row">
              <th scope="col" class="govuk-table__header">
                Row
              </th>
              <th scope="col" class="govuk-table__header">
                What it holds
              </th>
            </tr>
          </thead>
          <tbody class="govuk-table__body">
            {rows.slice(0, 15).map((row) => (
              <tr class="govuk-table__row">
                <th scope="row" class="govuk-table__header">
                  <a class="govuk-link" href={urls.referrals.mapping(importId, row.line)}>
                    Row {row.line}
                  </a>
                </th>
                <td class="govuk-table__cell">
                  {row.cells
                    .filter((cell) => cell.trim() !== '')
                    .slice(0, 8)
                    .join(' | ') || 'Empty'}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
