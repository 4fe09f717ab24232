import { formatDay } from '../../../domain/calendar/day.ts';
import { smallNumberRules } from '../../../domain/figures/small-numbers.data.ts';
import { type BoardFigure, ofTheBoard } from '../../../domain/measures/board-figures.ts';
import type { Measure } from '../../../domain/measures/measures.data.ts';
import { quarterBefore, quarterOf, quarterWords } from '../../../domain/measures/quarter.ts';
import type { PageContext } from '../../../platform/http/context.ts';
import { notKeptFor } from '../../../platform/measures/record-bundle.ts';
import { code } from '../../../record/choice-fields.tsx';
import { serviceList } from '../../../record/list-page.tsx';
import { InsetText, WarningText } from '../../../ui/govuk/components.tsx';
import { DataTable } from '../../../ui/layout/data-table.tsx';
import { Page } from '../../../ui/layout/page.tsx';
import { urls } from '../../../urls.ts';
import { isOpen } from '../figure-words.ts';
import { type BoardCopy, boardCopies } from './board.queries.ts';

const { count: small, protecting } = smallNumberRules;

/** "67%", "Hidden" where it is worked out from few children, or that there is none; one that was not whole when it was signed says so. */
function shownValue(measure: Measure, copy: BoardCopy): string {
  const { unit } = measure;
  const figure = figureIn(copy, measure);
  if (!figure) return 'Not recorded';
  if (figure.value === null) return 'No figure';
  if (figure.value === protecting.mark) return 'Hidden: few children';
  const isWhole = !isOpen(measure, quarterOf(copy.period_from), copy.signed_on);
  return `${figure.value}${unit === '%' ? '' : ' '}${unit}${isWhole ? '' : ', so far'}`;
}

function shownFrom({ over }: Measure, figure: BoardFigure | undefined): string {
  if (!figure) return '';
  if (over === 'nothing') return figure.numerator;
  return figure.denominator === null
    ? `${figure.numerator}, residents not recorded`
    : `${figure.numerator} of ${figure.denominator}`;
}

const figureIn = (copy: BoardCopy | null, { id }: Measure) =>
  copy?.figures.find(({ measure }) => measure === id);

async function subject({ tx, query }: PageContext) {
  const copies = await boardCopies(tx);
  const copy = copies.find(({ period_from }) => period_from === query('quarter')) ?? copies[0];
  const at = (quarters: number): BoardCopy | null => {
    const from = copy && quarterBefore(quarterOf(copy.period_from), quarters).from;
    return copies.find(({ period_from }) => period_from === from) ?? null;
  };
  return { copies, copy: copy ?? null, before: at(1), lastYear: at(4) };
}

const wordsOf = (copy: BoardCopy) => quarterWords({ from: copy.period_from, to: copy.period_to });

/** The ten indicators and the four older measures as the board reads them: no child, and no number that gives one away. */
export const boardRoutes = serviceList({
  path: urls.figures.board,
  tab: { section: 'figures', text: 'For the board', place: 6 },
  permission: 'figures.board',
  audit: 'view',
  caption: ({ copy }) => `The service’s figures${copy ? `, ${wordsOf(copy)}` : ''}`,
  file: 'figures-for-the-board',
  empty: () => 'No quarter has been signed for the board yet.',
  subject,
  filters: { quarter: code('quarters', { label: 'Quarter', as: 'select' }) },
  usual: () => ({}),
  options: (_context, { copies }) => ({
    quarters: copies.map((copy) => ({ value: copy.period_from, text: wordsOf(copy) })),
  }),
  size: 100,
  rows: (_context, { copy }, { limit, offset }) =>
    Promise.resolve(copy ? ofTheBoard.slice(offset, offset + limit) : []),
  columns: ({ copy, before, lastYear }) => {
    const earlier = (copy: BoardCopy | null, heading: string) => ({
      heading: copy ? wordsOf(copy) : heading,
      text: (measure: Measure) => (copy ? shownValue(measure, copy) : 'Not signed'),
      numeric: true,
    });
    return [
      { heading: 'Measure', text: ({ title }: Measure) => title },
      {
        heading: 'Figure',
        text: (measure) => (copy ? shownValue(measure, copy) : ''),
        numeric: true,
      },
      {
        heading: 'From',
        text: (measure) => shownFrom(measure, figureIn(copy, measure)),
        numeric: true,
      },
      earlier(before, 'The quarter before'),
      earlier(lastYear, 'A year before'),
    ];
  },
  view: ({ context: { shell }, subject: { copy }, list }) => (
    <Page title="Figures for the board" shell={shell}>
      <div class="fh-two-papers">
        <h1 class="govuk-heading-l">Figures for the board</h1>
        {copy ? (
          <>
            <p class="govuk-body">
              {wordsOf(copy)}, signed by {copy.analyst_name} and by {copy.head_name} on{' '}
              {formatDay(copy.signed_on)}. They stay as they were signed, whatever is recorded
              later.
            </p>
            {copy.words ? <InsetText text={`${copy.head_name}: ${copy.words}`} /> : null}
            <WarningText
              iconFallbackText="Warning"
              text={`Numbers here are small: one child more or less moves a figure by much, and a difference between two quarters is seldom more than chance. A count of 1 to ${small.most} is printed as ${small.mark}; ${protecting.mark} stands for what would give such a count away.`}
            />
          </>
        ) : null}
        {list}
        {copy ? (
          <section class="fh-new-page" aria-labelledby="meaning">
            <h2 class="govuk-heading-m" id="meaning">
              What each figure says
            </h2>
            <DataTable
              caption="What each figure says"
              columns={[
                { heading: 'Measure', cell: ({ title }) => title },
                { heading: 'Counts', cell: ({ numerator }) => numerator },
                {
                  heading: 'Out of',
                  cell: ({ denominator }) => denominator || 'Nothing: it is a count',
                },
                {
                  heading: 'The record keeps it',
                  cell: ({ id }) => (notKeptFor(id) ? `No: ${notKeptFor(id)}` : 'Yes'),
                },
              ]}
              rows={ofTheBoard}
            />
            <p class="govuk-body">
              Reoffending of a quarter is whole eighteen months after it: until then the figure
              grows.
            </p>
          </section>
        ) : null}
      </div>
    </Page>
  ),
});
