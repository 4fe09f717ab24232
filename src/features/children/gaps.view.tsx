import { Button, Select } from '../../ui/govuk/components.tsx';
import type { Html } from '../../ui/html.ts';
import { Page, type PageShell } from '../../ui/layout/page.tsx';
import { urls } from '../../urls.ts';
import { gapNames, gapWords } from './gap-words.ts';
import type { ChildGaps, Whose } from './gaps.queries.ts';

type Props = {
  readonly shell: PageShell;
  readonly rows: readonly ChildGaps[];
  readonly whose: Whose;
  readonly choices: readonly Whose[];
  readonly gap: string | null;
  readonly page: number;
  readonly size: number;
};

const whoseText = {
  mine: 'Children I work with',
  team: 'My team’s children',
  service: 'All children',
} as const;

export function GapsPage({ shell, rows, whose, choices, gap, page, size }: Props): Html {
  const shown = rows.slice(0, size);
  return (
    <Page
      title="Gaps in records"
      shell={shell}
      back={{ href: urls.children.search, text: 'Back to children' }}
    >
      <h1 class="govuk-heading-l">Gaps in records</h1>
      <p class="govuk-body">
        What is missing, not asked or told in two ways for children we work with now. “Declined to
        say” is an answer and no gap. Fill these as you meet the child, not at the end of a quarter.
      </p>
      <form method="get" action={urls.children.gaps} class="fh-actions">
        <Select
          id="whose"
          name="whose"
          label={{ text: 'Whose children' }}
          items={choices.map((value) => ({
            value,
            text: whoseText[value],
            selected: value === whose,
          }))}
        />
        <Select
          id="gap"
          name="gap"
          label={{ text: 'What is missing' }}
          items={[{ value: '', text: 'Anything' }, ...gapNames].map(({ value, text }) => ({
            value,
            text,
            selected: value === (gap ?? ''),
          }))}
        />
        <Button text="Show" classes="govuk-button--secondary" />
      </form>
      {shown.length === 0 ? (
        <p class="govuk-body">No record here lacks this. Nothing to do.</p>
      ) : (
        <table class="govuk-table fh-stack-table">
          <caption class="govuk-table__caption govuk-visually-hidden">
            Children whose records lack something
          </caption>
          <thead class="govuk-table__head">
            <tr class="govuk-table__row">
              <th scope="col" class="govuk-table__header">
                Child
              </th>
              <th scope="col" class="govuk-table__header">
                Worker
              </th>
              <th scope="col" class="govuk-table__header">
                What to fill
              </th>
            </tr>
          </thead>
          <tbody class="govuk-table__body">
            {shown.map((row) => (
              <tr class="govuk-table__row">
                <th scope="row" class="govuk-table__header">
                  <a class="govuk-link" href={urls.child.overview(row.id)}>
                    {row.forename} {row.surname}
                  </a>
                  <div class="fh-quiet">{row.number}</div>
                </th>
                <td class="govuk-table__cell" data-label="Worker">
                  {row.worker ?? 'Nobody'}
                </td>
                <td class="govuk-table__cell" data-label="What to fill">
                  <ul class="govuk-list">
                    {row.gaps.map((each) => {
                      const { text, href } = gapWords(row.id, each.gap, each.state);
                      return (
                        <li>
                          <a class="govuk-link" href={href}>
                            {text}
                            <span class="govuk-visually-hidden">
                              {' '}
                              for {row.forename} {row.surname}
                            </span>
                          </a>
                        </li>
                      );
                    })}
                  </ul>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <nav class="fh-actions" aria-label="Pages">
        {page > 1 ? (
          <a
            class="govuk-link"
            href={urls.children.gapsOf(whose, gap ?? '', page > 2 ? String(page - 1) : '')}
          >
            Previous page
          </a>
        ) : null}
        {rows.length > size ? (
          <a class="govuk-link" href={urls.children.gapsOf(whose, gap ?? '', String(page + 1))}>
            Next page
          </a>
        ) : null}
      </nav>
    </Page>
  );
}
