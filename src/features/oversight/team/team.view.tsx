import { Button, Details } from '../../../ui/govuk/components.tsx';
import type { Html } from '../../../ui/html.ts';
import { type Column, DataTable } from '../../../ui/layout/data-table.tsx';
import { SelectField } from '../../../ui/layout/fields.tsx';
import type { PageShell } from '../../../ui/layout/page.tsx';
import { Pager } from '../../../ui/layout/pager.tsx';
import { urls } from '../../../urls.ts';
import { ChildrenTable } from '../home/child-rows.view.tsx';
import { DueLists } from '../home/due-list.view.tsx';
import { Figure } from '../home/home.view.tsx';
import { type ChildRow, type DueRow, levelText, levelTone } from '../home/home-model.ts';
import type { Team } from './pick-team.ts';
import type { Waiting } from './team.queries.ts';
import { TeamFrame } from './team-frame.view.tsx';
import { choicesOf, ofEveryTeam } from './team-list.tsx';
import type { WorkerRow } from './team-model.ts';

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
  readonly cut: number | null;
  readonly page: number;
  readonly pages: number;
};

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
      team={team}
    >
      <TeamPicker teams={props.teams} team={team} />
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
      <DueLists rows={props.mine} atOnce={8} whole={urls.oversight.waiting} cutAt={props.cut} />
      <h2 class="govuk-heading-m">Workers</h2>
      {props.workers.length > 0 ? (
        <DataTable
          caption="Workers of the team"
          columns={workerColumns}
          rows={props.workers.map((worker) => ({ ...worker, href: due(worker.id) }))}
        />
      ) : (
        <p class="govuk-body">Nobody in this team holds children. Choose another team above.</p>
      )}
      <Pager
        pages={{
          number: props.page,
          hasNext: props.page < props.pages,
          href: (to) => urls.oversight.ofTeam(urls.oversight.team, chosen, to),
        }}
      />
      <h2 class="govuk-heading-m">Children missing contacts</h2>
      {props.missed.length > 0 ? (
        <Details
          summaryText={`${props.missed.length} who missed two contacts or more`}
          html={
            <ChildrenTable rows={props.missed} caption="Children who missed two contacts or more" />
          }
        />
      ) : (
        <p class="govuk-body">No child of these workers has missed two contacts in a row.</p>
      )}
    </TeamFrame>
  );
}

/** A worker, and where all that they have to do stands. */
type LinkedWorker = WorkerRow & { readonly href: string };

const levelsOf = ({ levels }: WorkerRow) => (
  <span class="fh-flags">
    {levels.map(({ level, count }) => (
      <span class={`fh-badge fh-badge-${level ? levelTone(level) : 'neutral'}`}>
        {count} {level ? levelText(level) : 'not signed yet'}
      </span>
    ))}
  </span>
);

const workerColumns: readonly Column<LinkedWorker>[] = [
  {
    heading: 'Worker',
    cell: (worker) => (
      <>
        <a class="govuk-link" href={worker.href}>
          {worker.name}
        </a>{' '}
        <span class="fh-quiet">{worker.jobTitle}</span>
      </>
    ),
  },
  {
    heading: 'Children',
    cell: (worker) => (
      <>
        <Count worker={worker} part="#children" words="children">
          {worker.held}
        </Count>
        {worker.limit === null ? '' : ` of ${worker.limit}`}{' '}
        {worker.isOver ? <span class="fh-badge fh-badge-late">Over</span> : null}
      </>
    ),
  },
  {
    heading: 'Overdue',
    cell: (worker) => (
      <Count worker={worker} words="overdue" isLate>
        {worker.overdue}
      </Count>
    ),
  },
  {
    heading: 'In seven days',
    cell: (worker) => (
      <Count worker={worker} words="in seven days">
        {worker.week}
      </Count>
    ),
  },
  { heading: 'Highest level', cell: levelsOf },
  {
    heading: 'Missing contacts',
    cell: (worker) => (
      <Count worker={worker} part="#children" words="missing contacts">
        {worker.missed}
      </Count>
    ),
  },
];

/** A worker's number that opens to what it counts. */
function Count({
  worker,
  part = '',
  words,
  isLate = false,
  children,
}: {
  readonly worker: LinkedWorker;
  readonly part?: string;
  readonly words: string;
  readonly isLate?: boolean;
  readonly children?: number;
}): Html {
  if (!children) return <>0</>;
  return (
    <a
      class={isLate ? 'govuk-link fh-badge fh-badge-late' : 'govuk-link'}
      href={worker.href + part}
    >
      {children}
      <span class="govuk-visually-hidden">
        {' '}
        {words}, {worker.name}
      </span>
    </a>
  );
}

function TeamPicker({ teams, team }: Pick<Props, 'teams' | 'team'>): Html | null {
  if (teams.length < 2) return null;
  return (
    <form
      method="get"
      action={urls.oversight.team}
      class="fh-filter fh-no-print"
      aria-label="Choose a team"
    >
      <SelectField
        name="team"
        label="Team"
        errors={[]}
        typed={{ team: team?.id ?? 'all' }}
        empty="My team"
        choices={[{ value: 'all', text: 'All teams' }, ...choicesOf(teams)]}
      />
      <Button text="Show" classes="govuk-button--secondary" />
    </form>
  );
}
