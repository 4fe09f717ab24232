import { britishDay } from '../../domain/calendar/british-time.ts';
import { type Day, formatDay, formatShortDay } from '../../domain/calendar/day.ts';
import { wishesLabel } from '../../domain/victims/wishes.ts';
import { Pagination } from '../../ui/govuk/components.tsx';
import type { Html } from '../../ui/html.ts';
import { Page, type PageShell } from '../../ui/layout/page.tsx';
import { MojSubNavigation } from '../../ui/moj/components.tsx';
import { urls } from '../../urls.ts';
import type { WorklistKind, WorklistRow } from './worklist.queries.ts';

const kinds: readonly {
  readonly kind: WorklistKind;
  readonly text: string;
  readonly empty: string;
}[] = [
  { kind: 'new', text: 'New', empty: 'No new lines. They appear when a referral names a victim.' },
  { kind: 'contact', text: 'Contact due', empty: 'Everyone whose details are here was reached.' },
  { kind: 'wishes', text: 'Wishes before panel', empty: 'No panel waits for a victim’s wishes.' },
  { kind: 'updates', text: 'Updates owed', empty: 'Nobody who asked for updates is waiting.' },
  { kind: 'all', text: 'All open', empty: 'No victim line is open.' },
];

type Props = {
  readonly shell: PageShell;
  readonly today: Day;
  readonly kind: WorklistKind;
  readonly counts: Readonly<Record<WorklistKind, number>>;
  readonly rows: readonly WorklistRow[];
  readonly pageNumber: number;
  readonly pages: number;
};

const here = (kind: WorklistKind, page = 1) =>
  urls.victims.worklistOf({ show: kind, page: page > 1 ? page : '' });

/** The victim worker's own list: whom to reach, ask and tell next. */
export function WorklistPage({ shell, today, kind, counts, rows, pageNumber, pages }: Props): Html {
  return (
    <Page title="Victims" shell={shell}>
      <h1 class="govuk-heading-l">Victims</h1>
      <MojSubNavigation
        label="Worklists"
        items={kinds.map((each) => ({
          text: `${each.text} (${counts[each.kind]})`,
          href: here(each.kind),
          active: each.kind === kind,
        }))}
      />
      {rows.length === 0 ? (
        <p class="govuk-body">{kinds.find((each) => each.kind === kind)?.empty}</p>
      ) : (
        <table class="govuk-table fh-stack-table">
          <caption class="govuk-visually-hidden">
            {kinds.find((each) => each.kind === kind)?.text}
          </caption>
          <thead class="govuk-table__head">
            <tr class="govuk-table__row">
              {['Victim', 'Child’s worker', 'Contact', 'Wishes', 'Panel', 'Update'].map(
                (heading) => (
                  <th scope="col" class="govuk-table__header">
                    {heading}
                  </th>
                ),
              )}
            </tr>
          </thead>
          <tbody class="govuk-table__body">
            {rows.map((row) => (
              <Row row={row} today={today} />
            ))}
          </tbody>
        </table>
      )}
      {pages > 1 ? (
        <Pagination
          {...(pageNumber > 1 ? { previous: { href: here(kind, pageNumber - 1) } } : {})}
          {...(pageNumber < pages ? { next: { href: here(kind, pageNumber + 1) } } : {})}
        />
      ) : null}
    </Page>
  );
}

function Row({ row, today }: { readonly row: WorklistRow; readonly today: Day }): Html {
  return (
    <tr class="govuk-table__row">
      <th scope="row" class="govuk-table__header">
        <a class="govuk-link" href={urls.victims.vault(row.childId, row.id)}>
          {row.label}, case of {row.childName}
        </a>
      </th>
      <td class="govuk-table__cell" data-label="Child’s worker">
        {row.worker ?? 'Not allocated'}
      </td>
      <td class="govuk-table__cell" data-label="Contact">
        <Contact row={row} today={today} />
      </td>
      <td class="govuk-table__cell" data-label="Wishes">
        {wishesLabel(row.wishes)}
      </td>
      <td class="govuk-table__cell" data-label="Panel">
        {row.panelAt ? formatDay(britishDay(row.panelAt)) : 'None planned'}
      </td>
      <td class="govuk-table__cell" data-label="Update">
        {updateText(row)}
      </td>
    </tr>
  );
}

function Contact({ row, today }: { readonly row: WorklistRow; readonly today: Day }): Html {
  if (row.contactedOn) return <>Reached {formatShortDay(row.contactedOn)}</>;
  const tries = row.tries > 0 ? `, tried ${row.tries === 1 ? 'once' : `${row.tries} times`}` : '';
  if (!row.contactDueOn) return <>Waiting for details{tries}</>;
  const late = row.contactDueOn < today;
  return (
    <>
      <span class={`fh-badge fh-badge-${late ? 'late' : 'soon'}`}>
        {late ? 'Overdue, due' : 'Due'} {formatShortDay(row.contactDueOn)}
      </span>
      {tries.slice(1)}
    </>
  );
}

const updateText = (row: WorklistRow) =>
  row.outcomeTold
    ? 'Told the outcome'
    : row.updateOwed
      ? `Tell the outcome${row.updateDueOn ? ` by ${formatShortDay(row.updateDueOn)}` : ''}`
      : 'None owed';
