import { formatInstant } from '../../../domain/calendar/british-time.ts';
import { standardsOf } from '../../../domain/inspections/in-framework.ts';
import type { PublishedResult } from '../../../domain/inspections/published.ts';
import { followsWords, type ResultLine } from '../../../domain/inspections/result-lines.ts';
import { SummaryList } from '../../../ui/govuk/components.tsx';
import type { Html } from '../../../ui/html.ts';
import { DataTable } from '../../../ui/layout/data-table.tsx';
import { Page, type PageShell } from '../../../ui/layout/page.tsx';
import { urls } from '../../../urls.ts';
import { dateWords } from './result-words.ts';
import type { SaidOfResult } from './results-list.ts';

type Props = {
  readonly shell: PageShell;
  readonly line: ResultLine;
  /** Of a result that was added or corrected: what it says now, then what it said before. */
  readonly history: readonly SaidOfResult[];
  readonly mayCorrect: boolean;
};

/** One published result: what is stated, what follows from it, and where it is stated. */
export function ResultPage({ shell, line, history, mayCorrect }: Props): Html {
  const { published, rated } = line;
  const title = `Inspection result: ${published.service}`;
  return (
    <Page
      title={title}
      shell={shell}
      back={{ href: urls.inspectionResults.list(), text: 'Back to all results' }}
    >
      <h1 class="govuk-heading-l">{title}</h1>
      <SummaryList
        rows={[
          ['Published', dateWords(published.published)],
          ['Framework', rated.framework.title],
          ['Type of inspection', rated.type.title],
          ['Overall rating, as published', published.overallRating],
          [
            'Score, as published',
            published.overallScore === null
              ? 'Not known'
              : `${published.overallScore} of ${published.overallMax ?? rated.max}`,
          ],
          ['Resettlement', published.resettlement ?? 'Not known'],
          ['What follows', followsWords(line)],
        ].map(([key = '', value = '']) => ({ key: { text: key }, value: { text: value } }))}
      />
      {mayCorrect ? (
        <p class="govuk-body fh-no-print">
          <a class="govuk-link" href={urls.inspectionResults.correct(line.id)}>
            Correct this result
          </a>
        </p>
      ) : null}
      <Follows line={line} />
      <h2 class="govuk-heading-m">Standards</h2>
      <Standards line={line} />
      {published.note ? <p class="govuk-body">Note: {published.note}</p> : null}
      <h2 class="govuk-heading-m">Sources</h2>
      <ul class="govuk-list govuk-list--bullet">
        {published.sources.map((source) => (
          <li class="fh-written">
            {source.startsWith('https://') ? (
              <a class="govuk-link" href={source}>
                {source}
              </a>
            ) : (
              source
            )}
          </li>
        ))}
      </ul>
      <History history={history} />
    </Page>
  );
}

function History({ history }: Pick<Props, 'history'>): Html | null {
  if (history.length === 0) return null;
  return (
    <>
      <h2 class="govuk-heading-m">History</h2>
      <DataTable
        caption="What it says and what it said, the newest first"
        rows={history}
        columns={[
          {
            heading: 'When and by whom',
            cell: ({ created_at, author }) =>
              created_at
                ? `${formatInstant(created_at)}, ${author ?? 'from a file'}`
                : 'As it comes with Foothold',
          },
          {
            heading: 'Why',
            cell: ({ reason, created_at }) => reason ?? (created_at ? 'Entered' : 'Published so'),
          },
          { heading: 'What it said', cell: ({ result }) => saidWords(result) },
        ]}
      />
    </>
  );
}

/** A result in one line. */
const saidWords = (result: PublishedResult) =>
  [
    `${result.service}, ${dateWords(result.published)}, framework ${result.framework}: ${result.overallRating}`,
    result.overallScore === null
      ? ''
      : `${result.overallScore} of ${result.overallMax ?? 'not known'}`,
    result.resettlement ? `resettlement ${result.resettlement}` : '',
    ...Object.entries(result.standards).map(([id, { rating }]) => `${id} ${rating}`),
    result.sources.join(' '),
  ]
    .filter(Boolean)
    .join('; ');

function Follows({ line }: { readonly line: ResultLine }): Html {
  const { published, rated } = line;
  return (
    <>
      {rated.basis === 'none' ? (
        <p class="govuk-body">
          The overall rating is published, but what it was made of is not known here: the score is
          missing, and so are some standards. So it can be neither confirmed nor contradicted.
        </p>
      ) : (
        <p class="govuk-body">
          {rated.overall === published.overallRating
            ? `This agrees with the published rating: ${rated.score} of ${rated.max} is ${rated.overall}.`
            : `This differs from the published rating, ${published.overallRating}.`}
        </p>
      )}
      {rated.contradictions.length > 0 ? (
        <ul class="govuk-list govuk-list--bullet">
          {rated.contradictions.map(({ message }) => (
            <li>{message}</li>
          ))}
        </ul>
      ) : null}
      {rated.provisional ? <p class="govuk-body">Provisional: {rated.provisional}</p> : null}
    </>
  );
}

function Standards({ line }: { readonly line: ResultLine }): Html {
  const { rated, published } = line;
  const stated = standardsOf(rated.framework).filter(({ id }) => rated.standards[id]);
  if (stated.length === 0)
    return <p class="govuk-body">No source read here states the rating of any standard.</p>;
  return (
    <DataTable
      caption="Standards as stated"
      rows={stated}
      columns={[
        { heading: 'Standard', cell: ({ id, title }) => `${id} ${title}` },
        { heading: 'Rating', cell: ({ id }) => rated.standards[id]?.rating },
        {
          heading: 'Points',
          cell: ({ id, counts }) =>
            counts ? (rated.standards[id]?.points ?? 'None') : 'Beside the score',
        },
        {
          heading: 'Key questions, % yes',
          cell: ({ id }) =>
            Object.entries(published.standards[id]?.keyQuestions ?? {})
              .map(([question, percentage]) => `${question}: ${percentage}%`)
              .join(', ') || 'Not known',
        },
      ]}
    />
  );
}
