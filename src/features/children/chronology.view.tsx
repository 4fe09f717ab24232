import { britishDay, formatInstant } from '../../domain/calendar/british-time.ts';
import { type Day, formatDay } from '../../domain/calendar/day.ts';
import type { FormFault } from '../../domain/form-fault.ts';
import { subjectLink } from '../../record/subject-link.ts';
import { Button } from '../../ui/govuk/components.tsx';
import type { Html } from '../../ui/html.ts';
import { ChildPage } from '../../ui/layout/child-page.tsx';
import { DayField, TickField, type Typed } from '../../ui/layout/fields.tsx';
import type { PageShell } from '../../ui/layout/page.tsx';
import { urls } from '../../urls.ts';
import type { ChronologyFilter, Happening, HappeningKind } from './chronology.queries.ts';
import type { Frame } from './frame.ts';

type Props = Frame & {
  readonly rows: readonly Happening[];
  readonly kinds: readonly HappeningKind[];
  readonly filter: ChronologyFilter;
  readonly typed: Typed;
  readonly errors: readonly FormFault[];
  /** The same filters on another page, or as one long page for paper. */
  readonly link: (changed: Readonly<Record<string, string | undefined>>) => string;
  readonly isForPrint: boolean;
};

export function ChronologyPage(props: Props): Html {
  const { rows, filter, shell, child, today, errors, link, isForPrint } = props;
  const shown = rows.slice(0, filter.size);
  const hasMore = rows.length > filter.size;
  return (
    <ChildPage title="Chronology" shell={shell} child={child} today={today} errors={errors}>
      <h1 class="govuk-heading-l">Chronology</h1>
      <div class="fh-two">
        <div>
          {shown.length === 0 ? (
            <p class="govuk-body">
              Nothing that you may see happened in these days. Take a filter away to see more.
            </p>
          ) : (
            <Timeline rows={shown} childId={child.id} actor={shell.actor} />
          )}
          <nav class="fh-actions fh-no-print" aria-label="Pages of the chronology">
            {filter.page > 1 ? (
              <a
                class="govuk-link"
                href={link({ page: filter.page > 2 ? String(filter.page - 1) : undefined })}
              >
                Newer
              </a>
            ) : null}
            {hasMore ? (
              <a class="govuk-link" href={link({ page: String(filter.page + 1) })}>
                Older
              </a>
            ) : null}
            {isForPrint ? null : (
              <a class="govuk-link" href={link({ page: undefined, paper: 'yes' })}>
                As one long page, for printing
              </a>
            )}
          </nav>
          {isForPrint && hasMore ? (
            <p class="govuk-body">
              This paper ends here: the newest {filter.size} things. Choose days to print the
              others.
            </p>
          ) : null}
        </div>
        <Filters {...props} />
      </div>
    </ChildPage>
  );
}

type Named = { readonly childId: string; readonly actor: PageShell['actor'] };

function Timeline({ rows, childId, actor }: Named & { readonly rows: readonly Happening[] }): Html {
  const byDay = Map.groupBy(rows, ({ at }): Day => britishDay(at));
  return (
    <>
      {[...byDay].map(([day, things]) => (
        <section class="fh-day">
          <h2 class="govuk-heading-s">{formatDay(day)}</h2>
          <ul class="govuk-list">
            {things.map((thing) => (
              <li>
                <Title thing={thing} childId={childId} actor={actor} />
                {thing.detail ? <div class="fh-written">{thing.detail}</div> : null}
                <div class="fh-quiet">
                  {[thing.who, thing.has_time ? formatInstant(thing.at) : null]
                    .filter(Boolean)
                    .join(', ')}
                </div>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}

/** What happened, leading to its page when the reader may open that. */
function Title({ thing, childId, actor }: Named & { readonly thing: Happening }): Html {
  const href = subjectLink(actor, { kind: thing.link_kind, id: thing.id, childId });
  if (!href) return <span>{thing.title}</span>;
  return (
    <a class="govuk-link" href={href}>
      {thing.title}
    </a>
  );
}

function Filters({ child, filter, typed, errors, kinds }: Props): Html {
  return (
    <form method="get" action={urls.child.chronology(child.id)} class="fh-no-print" novalidate>
      <h2 class="govuk-heading-m">Show only</h2>
      <TickField
        name="kind"
        label="What"
        hint="Tick nothing to see everything"
        choices={kinds.map(({ kind, words }) => ({ value: kind, text: words }))}
        stored={filter.kinds}
        small
        errors={errors}
        typed={{}}
      />
      <DayField name="from" label="From" stored={filter.from} errors={errors} typed={typed} />
      <DayField name="to" label="To" stored={filter.to} errors={errors} typed={typed} />
      <Button text="Show" classes="govuk-button--secondary" />
    </form>
  );
}
