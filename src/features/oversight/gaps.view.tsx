import { formatDay } from '../../domain/calendar/day.ts';
import type { Html } from '../../ui/html.ts';
import type { PageShell } from '../../ui/layout/page.tsx';
import { urls } from '../../urls.ts';
import type { Team } from './pick-team.ts';
import { TeamFrame } from './team-nav.view.tsx';
import { WaitingTable } from './waiting.view.tsx';

export type GapRow = {
  readonly childId: string;
  readonly child: string;
  readonly worker: string;
  readonly isHigh: boolean;
  readonly level: string;
  readonly since: string;
  readonly hasEntry: boolean;
};

export type SilentRow = {
  readonly href: string;
  readonly child: string;
  readonly writer: string;
  readonly signer: string;
  readonly signedOn: string;
};

type Props = {
  readonly shell: PageShell;
  readonly teams: readonly Team[];
  readonly team: Team | null;
  readonly gaps: readonly GapRow[];
  readonly checked: number;
  readonly silent: readonly SilentRow[];
};

/** Children whom no manager has written about for too long, and signatures that say nothing. */
export function GapsPage({ shell, teams, team, gaps, checked, silent }: Props): Html {
  return (
    <TeamFrame
      title="Oversight gaps"
      lead="A child at a high level is written about by a manager every four weeks (local example), and every child within your service’s own time limit for oversight."
      shell={shell}
      teams={teams}
      team={team}
      path={urls.oversight.gaps}
    >
      <h2 class="govuk-heading-m">
        {gaps.length} of {checked} children without a recent manager’s entry
      </h2>
      {gaps.length > 0 ? (
        <WaitingTable
          title="Children without a recent manager’s entry"
          whoHeading="Worker"
          sinceHeading="Last entry"
          noteHeading="Highest level"
          rows={gaps.map((gap) => ({
            text: 'Write an entry',
            href: urls.oversight.entries(gap.childId),
            child: gap.child,
            who: gap.worker,
            since: gap.hasEntry ? formatDay(gap.since) : `None since ${formatDay(gap.since)}`,
            note: gap.level,
            isLate: gap.isHigh,
          }))}
        />
      ) : (
        <p class="govuk-body">Every child here has a recent entry.</p>
      )}
      <h2 class="govuk-heading-m">Countersigned without a word</h2>
      {silent.length > 0 ? (
        <WaitingTable
          title="Assessments countersigned without a comment in the last year"
          whoHeading="Written by"
          sinceHeading="Signed"
          noteHeading="Countersigned by"
          rows={silent.map((row) => ({
            text: 'Read the assessment',
            href: row.href,
            child: row.child,
            who: row.writer,
            since: formatDay(row.signedOn),
            note: row.signer,
            isLate: false,
          }))}
        />
      ) : (
        <p class="govuk-body">In the last year every countersignature here came with a comment.</p>
      )}
    </TeamFrame>
  );
}
