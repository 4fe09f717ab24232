import { can, holdsCaseload } from '../../../domain/access/can.ts';
import type { HomeRow } from '../../../domain/access/homes.data.ts';
import { formatInstant } from '../../../domain/calendar/british-time.ts';
import type { Html } from '../../../ui/html.ts';
import { Page, type PageShell } from '../../../ui/layout/page.tsx';
import { urls } from '../../../urls.ts';
import { CaseloadTable } from './child-rows.view.tsx';
import { DueLists } from './due-list.view.tsx';
import type { InboxCounts } from './home.queries.ts';
import type { Caseload, DueRow } from './home-model.ts';
import { openings } from './openings.data.ts';

export type PanelRow = {
  readonly id: string;
  readonly name: string;
  readonly startsAt: Date;
  readonly place: string;
  readonly isOpen: boolean;
  readonly opensAt: Date;
};

type Props = {
  readonly shell: PageShell;
  readonly home: HomeRow;
  readonly caseload: Caseload;
  /** How many of all their children miss contacts. */
  readonly missed: number;
  /** All that waits, most urgent first. */
  readonly mine: readonly DueRow[];
  readonly cut: number | null;
  /** How much others owe for these children. */
  readonly others: number;
  readonly panels: readonly PanelRow[];
  /** What lies in the referrals inbox, for whoever brings lists in. */
  readonly inbox: InboxCounts | null;
  /** How many entries of court registers wait for a person. */
  readonly entries: number;
};

/** Everybody's first page: what waits for them, most urgent first; then panels, children and what else they may open. */
export function Home(props: Props): Html {
  const { shell, home, caseload, mine, others, panels } = props;
  const waits = mine.length > 0 || home.children !== null || can(shell.actor, 'home.mine');
  return (
    <Page title="Home" shell={shell}>
      <h1 class="govuk-heading-l">Home</h1>
      {home.lead ? <p class="govuk-body">{home.lead}</p> : null}
      <AtAGlance {...props} />
      {waits ? (
        <section aria-labelledby="due">
          <h2 class="govuk-heading-m" id="due">
            What waits for you
          </h2>
          <DueLists rows={mine} whole={urls.oversight.waiting} cutAt={props.cut} />
          {others > 0 ? (
            <p class="govuk-body">
              <a class="govuk-link" href={urls.oversight.waiting('others')}>
                Others owe something for my children: {others}
              </a>
            </p>
          ) : null}
        </section>
      ) : null}
      {panels.length > 0 ? (
        <Panels panels={panels} />
      ) : can(shell.actor, 'home.panel') && !home.children ? (
        <p class="govuk-body">You are not asked to a panel at the moment.</p>
      ) : null}
      {home.children ? (
        <section aria-labelledby="children">
          <h2 class="govuk-heading-m" id="children">
            {home.children.title}
          </h2>
          {caseload.total > 0 ? (
            <CaseloadTable caseload={caseload} caption={home.children.title} />
          ) : (
            <p class="govuk-body">{home.children.empty}</p>
          )}
        </section>
      ) : null}
      {can(shell.actor, 'home.mine') || can(shell.actor, 'home.panel') ? null : (
        <Openings shell={shell} />
      )}
    </Page>
  );
}

function AtAGlance({
  shell,
  home,
  caseload: { total },
  missed,
  mine,
  inbox,
  entries,
}: Props): Html | null {
  const count = (urgency: string) => mine.filter((row) => row.urgency === urgency).length;
  if (!home.children && mine.length === 0 && !inbox && entries === 0) return null;
  return (
    <ul class="fh-figures" aria-label="At a glance">
      {home.children || mine.length > 0 ? (
        <>
          <Figure
            number={count('overdue')}
            words="overdue"
            isLate={count('overdue') > 0}
            href="#due"
          />
          <Figure number={count('today')} words="due today" href="#due" />
          <Figure number={count('week')} words="in the next seven days" href="#due" />
        </>
      ) : null}
      {home.children && (total > 0 || holdsCaseload(shell.actor.role)) ? (
        <Figure
          number={total}
          words={total === 1 ? 'child I work with' : 'children I work with'}
          href="#children"
        />
      ) : null}
      {missed > 0 ? (
        <Figure number={missed} words="missing contacts" isLate href="#children" />
      ) : null}
      {entries > 0 ? (
        <Figure
          number={entries}
          words={
            entries === 1
              ? 'entry of a court register that waits'
              : 'entries of court registers that wait'
          }
          href={urls.court.heldEntries}
        />
      ) : null}
      {inbox ? (
        <>
          <Figure number={inbox.received} words="referrals to triage" href={urls.referrals.inbox} />
          <Figure
            number={inbox.waiting}
            words="waiting to be allocated"
            href={urls.referrals.inbox}
          />
          <Figure number={inbox.holds} words="rows held for a person" href={urls.referrals.holds} />
          <Figure
            number={inbox.running}
            words="lists on their way in"
            href={urls.referrals.imports}
          />
        </>
      ) : null}
    </ul>
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

/** What else they may open, and nothing that they may not. */
function Openings({ shell }: { readonly shell: PageShell }): Html | null {
  const open = openings.filter(({ permission }) => can(shell.actor, permission));
  if (open.length === 0) return null;
  return (
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
  );
}
