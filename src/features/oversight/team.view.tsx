import { Pagination } from '../../ui/govuk/components.tsx';
import type { Html } from '../../ui/html.ts';
import type { PageShell } from '../../ui/layout/page.tsx';
import { urls } from '../../urls.ts';
import { ChildrenTable } from './child-rows.view.tsx';
import { DueLists } from './due-list.view.tsx';
import { Figure } from './home.view.tsx';
import { type ChildRow, type DueRow, levelText, levelTone } from './home-model.ts';
import type { Team } from './pick-team.ts';
import type { Waiting } from './team.queries.ts';
import type { WorkerRow } from './team-model.ts';
import { TeamFrame } from './team-nav.view.tsx';

type Props = {
  readonly shell: PageShell;
  readonly teams: readonly Team[];
  readonly team: Team | null;
  readonly workers: readonly WorkerRow[];
  readonly missed: readonly ChildRow[];
  readonly overdue: number;
  readonly waiting: Waiting;
  /** All that waits for the manager, most urgent first. */
  readonly mine: readonly DueRow[];
  readonly page: number;
  readonly pages: number;
};

// What waits is counted in the whole service, and so are the rows behind each number.
const ofEveryTeam = (page: string) => urls.oversight.ofTeam(page, 'all');

/** The manager's home: what waits for them, then how each worker stands. */
export function TeamPage(props: Props): Html {
  const { waiting, team } = props;
  const chosen = team?.id ?? 'all';
  const due = (worker: string) =>
    urls.oversight.due({ team: chosen, page: `${props.page}`, worker });
  return (
    <TeamFrame
      title="Team"
      lead="What waits for you in the whole service, then how each worker stands."
      shell={props.shell}
      teams={props.teams}
      team={team}
      path={urls.oversight.team}
    >
      <ul class="fh-figures" aria-label="Waiting">
        <Figure
          number={waiting.approvals}
          words="waiting for approval"
          isLate={waiting.approvals > 0}
          href={ofEveryTeam(urls.oversight.approvals)}
        />
        <Figure
          number={waiting.exceptions}
          words="exceptions to review"
          isLate={waiting.exceptions > 0}
          href={ofEveryTeam(urls.oversight.exceptions)}
        />
        <Figure
          number={waiting.unchanged}
          words="reviews that changed nothing"
          href={ofEveryTeam(urls.oversight.unchanged)}
        />
        <Figure
          number={waiting.breakGlass}
          words="emergency access to review"
          isLate={waiting.breakGlass > 0}
          href={urls.oversight.breakGlass}
        />
        <Figure
          number={props.overdue}
          words="overdue with the workers below"
          isLate={props.overdue > 0}
          href={due('')}
        />
      </ul>
      <h2 class="govuk-heading-m">What waits for you</h2>
      <DueLists rows={props.mine} />
      <h2 class="govuk-heading-m">Workers</h2>
      {props.workers.length > 0 ? (
        <WorkersTable workers={props.workers} due={due} />
      ) : (
        <p class="govuk-body">Nobody in this team holds children. Choose another team above.</p>
      )}
      {props.pages > 1 ? <Pages {...props} chosen={chosen} /> : null}
      <h2 class="govuk-heading-m">Children missing contacts</h2>
      {props.missed.length > 0 ? (
        <ChildrenTable rows={props.missed} caption="Children who missed two contacts or more" />
      ) : (
        <p class="govuk-body">No child of these workers has missed two contacts in a row.</p>
      )}
    </TeamFrame>
  );
}

function WorkersTable({
  workers,
  due,
}: {
  readonly workers: readonly WorkerRow[];
  readonly due: (worker: string) => string;
}): Html {
  return (
    <table class="govuk-table fh-stack-table">
      <caption class="govuk-table__caption govuk-visually-hidden">Workers of the team</caption>
      <thead>
        <tr>
          {[
            'Worker',
            'Children',
            'Overdue',
            'In seven days',
            'Highest level',
            'Missing contacts',
          ].map((heading) => (
            <th scope="col" class="govuk-table__header">
              {heading}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {workers.map((worker) => (
          <tr class="govuk-table__row">
            <th scope="row" class="govuk-table__header">
              <a class="govuk-link" href={due(worker.id)}>
                {worker.name}
              </a>{' '}
              <span class="fh-quiet">{worker.jobTitle}</span>
            </th>
            <td class="govuk-table__cell" data-label="Children">
              <Count worker={worker} href={`${due(worker.id)}#children`} words="children">
                {worker.held}
              </Count>
              {worker.limit === null ? '' : ` of ${worker.limit}`}{' '}
              {worker.isOver ? <span class="fh-badge fh-badge-late">Over</span> : null}
            </td>
            <td class="govuk-table__cell" data-label="Overdue">
              <Count worker={worker} href={due(worker.id)} words="overdue" isLate>
                {worker.overdue}
              </Count>
            </td>
            <td class="govuk-table__cell" data-label="In seven days">
              <Count worker={worker} href={due(worker.id)} words="in seven days">
                {worker.week}
              </Count>
            </td>
            <td class="govuk-table__cell" data-label="Highest level">
              <span class="fh-flags">
                {worker.levels.map(({ level, count }) => (
                  <span class={`fh-badge fh-badge-${level ? levelTone(level) : 'neutral'}`}>
                    {count} {level ? levelText(level) : 'not signed yet'}
                  </span>
                ))}
              </span>
            </td>
            <td class="govuk-table__cell" data-label="Missing contacts">
              <Count worker={worker} href={`${due(worker.id)}#children`} words="missing contacts">
                {worker.missed}
              </Count>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** A worker's number that opens to what it counts. */
function Count({
  worker,
  href,
  words,
  isLate = false,
  children,
}: {
  readonly worker: WorkerRow;
  readonly href: string;
  readonly words: string;
  readonly isLate?: boolean;
  readonly children?: number;
}): Html {
  if (!children) return <>0</>;
  return (
    <a class={isLate ? 'govuk-link fh-badge fh-badge-late' : 'govuk-link'} href={href}>
      {children}
      <span class="govuk-visually-hidden">
        {' '}
        {words}, {worker.name}
      </span>
    </a>
  );
}

function Pages({ page, pages, chosen }: Props & { readonly chosen: string }): Html {
  const link = (to: number) => urls.oversight.ofTeam(urls.oversight.team, chosen, to);
  return (
    <Pagination
      landmarkLabel="Pages of workers"
      {...(page > 1 ? { previous: { href: link(page - 1) } } : {})}
      {...(page < pages ? { next: { href: link(page + 1) } } : {})}
    />
  );
}
