import type { Benchmark } from '../../../domain/statistics/benchmark.ts';
import type { FigureCell } from '../../../domain/statistics/figure-cell.ts';
import { rankWords } from '../../../domain/statistics/rank-words.ts';
import { Details } from '../../../ui/govuk/components.tsx';
import type { Children, Html } from '../../../ui/html.ts';
import { DataTable } from '../../../ui/layout/data-table.tsx';
import type { Measure } from '../choices.queries.ts';

type Props = {
  readonly measure: Measure;
  readonly benchmark: Benchmark;
  readonly area: string;
};

/** Areas down, periods across; the rank among all local authorities stands below. */
export function BenchmarkTable({ measure, benchmark, area }: Props): Html {
  const { periods, rows, ranks } = benchmark;
  const title = `${measure.title}, ${measure.unit}: ${area} and others`;
  const lines: readonly Line[] = [
    ...rows.map(({ name, part, cells, note }) => ({
      head: <Head name={name} note={note ?? null} isMember={part === 'member'} />,
      cells: cells.map((cell) => <Cell cell={cell} />),
    })),
    {
      head: `Rank of ${area}, 1 is the lowest`,
      cells: ranks.map((rank) =>
        rank.rank === null ? 'Not ranked' : `${rankWords(rank)} of ${rank.of}`,
      ),
    },
  ];
  return (
    <>
      <p class="govuk-body govuk-!-font-weight-bold">{title}</p>
      <DataTable
        wide
        caption={title}
        columns={[
          { heading: 'Area', cell: ({ head }) => head },
          ...periods.map(({ words }, at) => ({
            heading: words,
            numeric: true,
            cell: ({ cells }: Line) => cells[at],
          })),
        ]}
        rows={lines}
      />
    </>
  );
}

type Line = { readonly head: Children; readonly cells: readonly Children[] };

function Head(of: {
  readonly name: string;
  readonly note: string | null;
  readonly isMember: boolean;
}) {
  return (
    <>
      {of.isMember ? <span class="govuk-!-font-weight-regular">{of.name}</span> : of.name}
      {of.note ? (
        <>
          <br />
          <span class="fh-quiet govuk-!-font-weight-regular">{of.note}</span>
        </>
      ) : null}
    </>
  );
}

/** A figure, or the quiet word for why there is none; a small count says so. */
export function Cell({ cell }: { readonly cell: FigureCell }): Html {
  return (
    <>
      {cell.number === null ? <span class="fh-quiet">{cell.text}</span> : cell.text}
      {cell.warning ? (
        <>
          <br />
          <span class="fh-quiet">{cell.warning}</span>
        </>
      ) : null}
    </>
  );
}

/** How the average was made and of how many areas, with the reason where only a mean of rates can be given. */
export function AverageNote({ benchmark }: { readonly benchmark: Benchmark }): Html | null {
  const { method, averaged, periods, members, without } = benchmark;
  if (members === 0) return null;
  if (without.length === members)
    return (
      <p class="govuk-body">
        None of the areas it is compared with has a figure of this measure: {without.join(', ')}.
      </p>
    );
  const isPartly = averaged.some((words) => words !== averaged[0]) || without.length > 0;
  const how =
    method === 'ratio of sums'
      ? 'The average is the sum of the areas’ counts over the sum of what they are counted among, not rounded before it is divided.'
      : 'The average is a plain mean of the areas’ figures, in which a small area weighs as much as a large one. The counts behind the figures are not all public, so that a sum over a sum cannot be made.';
  const which = isPartly
    ? ` Not every one of the ${members} areas has a figure for every period: ${periods.map(({ words }, at) => `${words}: ${averaged[at]}`).join('; ')}.`
    : ` All ${members} areas have a figure for every period.`;
  const none = without.length > 0 ? ` No figure at all: ${without.join(', ')}.` : '';
  return <Details summaryText="How the average is made" text={how + which + none} />;
}
