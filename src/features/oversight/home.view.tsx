import { can } from '../../domain/access/can.ts';
import { formatInstant } from '../../domain/calendar/british-time.ts';
import { Details } from '../../ui/govuk/components.tsx';
import type { Html } from '../../ui/html.ts';
import { Page, type PageShell } from '../../ui/layout/page.tsx';
import { urls } from '../../urls.ts';
import { ChildrenTable } from './child-rows.view.tsx';
import { DueLists, DueTable } from './due-list.view.tsx';
import type { ChildRow, DueRow } from './home-model.ts';
import { openings } from './openings.data.ts';

export type PanelRow = {
  readonly id: string;
  readonly name: string;
  readonly startsAt: Date;
  readonly place: string;
  readonly isOpen: boolean;
  readonly opensAt: Date;
};

type WorkerProps = {
  readonly shell: PageShell;
  readonly children: readonly ChildRow[];
  readonly mine: readonly DueRow[];
  readonly others: readonly DueRow[];
  readonly panels: readonly PanelRow[];
  /** The word for whose children these are: allocated, or worked with as a partner. */
  readonly isPartner: boolean;
};

/** Home for whoever works with children: what is due, and how each child stands. */
export function WorkerHome(props: WorkerProps): Html {
  const { shell, children, mine, others, panels, isPartner } = props;
  const count = (urgency: string) => mine.filter((row) => row.urgency === urgency).length;
  const missed = children.filter((row) => row.missed > 0).length;
  return (
    <Page title="Home" shell={shell}>
      <h1 class="govuk-heading-l">Home</h1>
      <ul class="fh-figures" aria-label="At a glance">
        <Figure number={count('overdue')} words="overdue" isLate={count('overdue') > 0} />
        <Figure number={count('today')} words="due today" />
        <Figure number={count('week')} words="in the next seven days" />
        <Figure
          number={children.length}
          words={children.length === 1 ? 'child I work with' : 'children I work with'}
        />
        {missed > 0 ? <Figure number={missed} words="missing contacts" isLate /> : null}
      </ul>
      <section aria-labelledby="due">
        <h2 class="govuk-heading-m" id="due">
          What is due
        </h2>
        <DueLists rows={mine} />
        {others.length > 0 ? (
          <Details
            summaryText={`Others owe something for my children: ${others.length}`}
            html={<DueTable title="Owed by others" tone="neutral" rows={others} isOthers />}
          />
        ) : null}
      </section>
      {panels.length > 0 ? <Panels panels={panels} /> : null}
      <section aria-labelledby="children">
        <h2 class="govuk-heading-m" id="children">
          {isPartner ? 'Children I work with' : 'My children'}
        </h2>
        {children.length > 0 ? (
          <ChildrenTable rows={children} caption="Children" />
        ) : (
          <p class="govuk-body">
            {isPartner
              ? 'You work with no child at the moment. A child appears here when the service asks your agency about them or names you as a worker.'
              : 'No child is allocated to you. Your manager allocates children from the referrals inbox.'}
          </p>
        )}
      </section>
    </Page>
  );
}

/** One number with its words, for a row of figures. */
export function Figure({
  number,
  words,
  isLate = false,
  href,
}: {
  readonly number: number;
  readonly words: string;
  readonly isLate?: boolean;
  readonly href?: string;
}): Html {
  return (
    <li class={isLate ? 'fh-figure fh-figure-late' : 'fh-figure'}>
      <span class="fh-figure__number">{number.toLocaleString('en-GB')}</span>{' '}
      {href ? (
        <a class="govuk-link" href={href}>
          {words}
        </a>
      ) : (
        words
      )}
    </li>
  );
}

/** Panels to come, with whether the papers can be read now. */
function Panels({ panels }: { readonly panels: readonly PanelRow[] }): Html {
  return (
    <section aria-labelledby="panels">
      <h2 class="govuk-heading-m" id="panels">
        Panels
      </h2>
      <ul class="govuk-list">
        {panels.map((panel) => (
          <li>
            <a class="govuk-link" href={urls.panels.one(panel.id)}>
              {panel.name}, {formatInstant(panel.startsAt)}
            </a>
            , {panel.place}.{' '}
            <span class={`fh-badge fh-badge-${panel.isOpen ? 'good' : 'neutral'}`}>
              {panel.isOpen ? 'Papers open now' : `Papers open ${formatInstant(panel.opensAt)}`}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Home for a panel member: their panels and nothing else. */
export function PanelHome({
  shell,
  panels,
}: {
  readonly shell: PageShell;
  readonly panels: readonly PanelRow[];
}): Html {
  return (
    <Page title="Home" shell={shell}>
      <h1 class="govuk-heading-l">Home</h1>
      <p class="govuk-body">
        You read the papers of your own panels, from the day they open until the day after the
        panel. What you read stays with the panel.
      </p>
      {panels.length > 0 ? (
        <Panels panels={panels} />
      ) : (
        <p class="govuk-body">You are not asked to a panel at the moment.</p>
      )}
    </Page>
  );
}

/** Home for those who hold no children: what they may open, and nothing that they may not. */
export function OpeningsHome({
  shell,
  lead,
  figures,
  children,
}: {
  readonly shell: PageShell;
  readonly lead: string;
  readonly figures: readonly {
    readonly number: number;
    readonly words: string;
    readonly href: string;
  }[];
  readonly children: readonly ChildRow[] | null;
}): Html {
  const open = openings.filter(({ permission }) => can(shell.actor, permission));
  return (
    <Page title="Home" shell={shell}>
      <h1 class="govuk-heading-l">Home</h1>
      <p class="govuk-body">{lead}</p>
      {figures.length > 0 ? (
        <ul class="fh-figures" aria-label="At a glance">
          {figures.map((figure) => (
            <Figure {...figure} />
          ))}
        </ul>
      ) : null}
      {open.length > 0 ? (
        <ul class="fh-cards">
          {open.map((each) => (
            <li class="fh-card">
              <h2 class="govuk-heading-s">
                <a class="govuk-link" href={each.href}>
                  {each.text}
                </a>
              </h2>
              <p class="govuk-body">{each.words}</p>
            </li>
          ))}
        </ul>
      ) : null}
      {children ? (
        <section aria-labelledby="children">
          <h2 class="govuk-heading-m" id="children">
            Children in your sample
          </h2>
          {children.length > 0 ? (
            <ChildrenTable rows={children} caption="Children in your sample" />
          ) : (
            <p class="govuk-body">
              No child is in your sample yet. The service adds them, and each one is open to you
              until its day ends.
            </p>
          )}
        </section>
      ) : null}
    </Page>
  );
}
