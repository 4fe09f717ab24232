import type { Html } from '../../ui/html.ts';
import { urls } from '../../urls.ts';

type Props = {
  /** The table’s name among the downloads. */
  readonly table: string;
  /** What a reader calls it. */
  readonly title: string;
  readonly chosen?: Readonly<Record<string, string | undefined>>;
  /** The address of how its figures are made. */
  readonly how?: string;
};

/** Below a table: the same rows as a file, and how its figures are made. */
export function TableLinks({ table, title, chosen = {}, how }: Props): Html {
  return (
    <ul class="govuk-list fh-actions fh-no-print">
      {[
        { format: 'csv', text: 'Download as CSV' },
        { format: 'xlsx', text: 'Download for Excel' },
      ].map(({ format, text }) => (
        <li>
          <a class="govuk-link" download href={urls.statistics.download(table, format, chosen)}>
            {text}
            <span class="govuk-visually-hidden">: {title}</span>
          </a>
        </li>
      ))}
      {how ? (
        <li>
          <a class="govuk-link" href={how}>
            How this figure is made<span class="govuk-visually-hidden">: {title}</span>
          </a>
        </li>
      ) : null}
    </ul>
  );
}
