import { formatDay } from '../../../domain/calendar/day.ts';
import { listOf, type Waits, waitingLists, waitsWords } from '../../../domain/oversight/inbox.ts';
import { Details } from '../../../ui/govuk/components.tsx';
import type { Html } from '../../../ui/html.ts';
import { type Column, DataTable } from '../../../ui/layout/data-table.tsx';
import { Page, type PageShell } from '../../../ui/layout/page.tsx';
import { Pager, type Pages } from '../../../ui/layout/pager.tsx';
import { urls } from '../../../urls.ts';
import type { DueRow } from './home-model.ts';

const tones: Readonly<Record<Waits, string>> = {
  'sent-back': 'late',
  risk: 'late',
  check: 'soon',
  new: 'good',
  due: 'neutral',
};

/** All that waits, most urgent first: what came back and live risk, what is late, what comes; what lies further off is folded away. */
export function DueLists({
  rows,
  atOnce = 20,
  whole,
  cutAt = null,
}: {
  readonly rows: readonly DueRow[];
  /** How many of each list are drawn. */
  readonly atOnce?: number;
  /** Where each list stands whole. */
  readonly whole: (list: string) => string;
  /** After how many the list of a role ends, where it was cut. */
  readonly cutAt?: number | null;
}): Html {
  const found = Map.groupBy(rows, listOf);
  const nothingSoon = [...found.keys()].every((list) => list === 'later');
  return (
    <>
      {nothingSoon ? <p class="govuk-body">Nothing waits in the next seven days.</p> : null}
      {waitingLists.map(({ id, title, tone }) => {
        const all = found.get(id);
        if (!all) return null;
        const shown = all.slice(0, atOnce);
        const table = (
          <DueTable title={title} tone={tone} rows={shown} count={all.length} whole={whole(id)} />
        );
        if (id !== 'later') return table;
        const summary = `Later: ${all.length === 1 ? '1 thing' : `${all.length} things`}`;
        return <Details summaryText={summary} html={table} />;
      })}
      {cutAt ? (
        <p class="govuk-body fh-quiet">
          Of what anybody in your role may do, the {cutAt} that are due soonest are counted and
          listed. The others come up as these are done.
        </p>
      ) : null}
    </>
  );
}

type TableProps = {
  readonly title: string;
  readonly tone: string;
  /** Those that are drawn, of how many. */
  readonly rows: readonly DueRow[];
  readonly count: number;
  /** Where all of them stand. */
  readonly whole?: string;
  /** Says who owes each, and which are late. */
  readonly isOthers?: boolean;
};

/** Duties as a table: what, for whom, by when. */
function DueTable({ title, tone, rows, count, whole, isOthers = false }: TableProps): Html {
  return (
    <div class={`fh-due fh-due-${tone}`}>
      <DataTable
        caption={`${title}: ${count}`}
        captionShown
        columns={columnsOf(isOthers)}
        rows={rows}
      />
      {whole && count > rows.length ? (
        <p class="govuk-body">
          <a class="govuk-link" href={whole}>
            All {count}
            <span class="govuk-visually-hidden"> of “{title}”</span>
          </a>
        </p>
      ) : null}
    </div>
  );
}

type PageProps = Omit<TableProps, 'whole'> & {
  readonly shell: PageShell;
  readonly back: { readonly href: string; readonly text: string };
  /** Whose list it is, where it is not the reader's own. */
  readonly of?: string;
  readonly empty: string;
  readonly pages: Pages;
};

/** One whole list, page by page. */
export function DueListPage({ shell, back, of, empty, pages, ...table }: PageProps): Html {
  const { title, count } = table;
  return (
    <Page title={of ? `${title}: ${of}` : title} shell={shell} back={back}>
      <h1 class="govuk-heading-l">
        {title} {of ? <span class="fh-quiet">{of}</span> : null}
      </h1>
      {count > 0 ? <DueTable {...table} /> : <p class="govuk-body">{empty}</p>}
      <Pager pages={pages} />
    </Page>
  );
}

const columnsOf = (isOthers: boolean): readonly Column<DueRow>[] => [
  { heading: 'What', cell: whatOf },
  { heading: 'Child', cell: childOf },
  ...(isOthers ? [{ heading: 'Who', cell: ({ owner }: DueRow) => owner ?? '' }] : []),
  {
    heading: 'By',
    cell: ({ dueOn, urgency }) => (
      <>
        {formatDay(dueOn)}{' '}
        {isOthers && urgency === 'overdue' ? (
          <span class="fh-badge fh-badge-late">Overdue</span>
        ) : null}
      </>
    ),
  },
];

const whatOf = ({ href, what, child, waits }: DueRow) => (
  <>
    <a class="govuk-link" href={href()}>
      {what}
      {child ? <span class="govuk-visually-hidden"> for {child}</span> : null}
    </a>{' '}
    {waitsWords[waits] ? (
      <span class={`fh-badge fh-badge-${tones[waits]}`}>{waitsWords[waits]}</span>
    ) : null}
  </>
);

const childOf = ({ child, childId }: DueRow) =>
  child && childId ? (
    <a class="govuk-link" href={urls.child.overview(childId)}>
      {child}
    </a>
  ) : childId ? (
    'A child whose name is not shown to you'
  ) : (
    'About no child'
  );
