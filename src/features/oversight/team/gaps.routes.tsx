import { levels } from '../../../domain/assessments/levels.data.ts';
import { levelLabel } from '../../../domain/assessments/levels.ts';
import { addMonths, formatDay } from '../../../domain/calendar/day.ts';
import { highestLevel, oversightGap } from '../../../domain/oversight/gaps.ts';
import type { PageContext } from '../../../platform/http/context.ts';
import { DataTable } from '../../../ui/layout/data-table.tsx';
import { urls } from '../../../urls.ts';
import { fullName } from '../home/home-model.ts';
import { type OversightRow, oversightRows, silentCountersignatures } from './team.queries.ts';
import { teamList, type WaitingRow, waitingColumns } from './team-list.tsx';

/** Children whom no manager has written about for too long, and signatures that say nothing. */
export const gapRoutes = teamList({
  path: urls.oversight.gaps,
  tab: 'Oversight gaps',
  permission: 'oversight.write',
  title: 'Oversight gaps',
  lead: 'A child at a high level is written about by a manager every four weeks (local example), and every child within your service’s own time limit for oversight.',
  empty: 'Every child here has a recent entry.',
  file: 'oversight-gaps',
  headings: ['Worker', 'Last entry', 'Highest level'],
  around: async ({ tx, actor, today }: PageContext, teamId) => {
    const checked = await oversightRows(tx, actor.serviceId, teamId);
    const since = addMonths(today, -12);
    const silent = await silentCountersignatures(tx, actor.serviceId, teamId, since);
    const gaps = checked.flatMap((row) => gapRow(row, today));
    return {
      checked: checked.length,
      silent: silent.map(silentRow),
      gaps: [...gaps.filter(({ isLate }) => isLate), ...gaps.filter(({ isLate }) => !isLate)],
    };
  },
  rows: async (_context, { limit, offset }, { gaps }) => gaps.slice(offset, offset + limit),
  above: ({ gaps, checked }) => (
    <h2 class="govuk-heading-m">
      {gaps.length} of {checked} children without a recent manager’s entry
    </h2>
  ),
  beneath: ({ silent }) => (
    <>
      <h2 class="govuk-heading-m">Countersigned without a word</h2>
      {silent.length > 0 ? (
        <DataTable
          caption="Assessments countersigned without a comment in the last year"
          columns={waitingColumns(['Written by', 'Signed', 'Countersigned by'])}
          rows={silent}
        />
      ) : (
        <p class="govuk-body">In the last year every countersignature here came with a comment.</p>
      )}
    </>
  ),
});

function gapRow(row: OversightRow, today: string): WaitingRow[] {
  const highest = highestLevel([row.likelihood, row.safety, row.harm].map(levelOrNull));
  const gap = oversightGap({ ...row, highest }, today);
  if (!gap) return [];
  return [
    {
      text: 'Write an entry',
      href: urls.oversight.entries(row.id),
      child: fullName(row),
      who: row.worker,
      since: gap.hasEntry ? formatDay(gap.since) : `None since ${formatDay(gap.since)}`,
      note: highest ? levelLabel(highest) : 'Not signed yet',
      isLate: gap.kind === 'high',
    },
  ];
}

const silentRow = (
  row: Awaited<ReturnType<typeof silentCountersignatures>>[number],
): WaitingRow => ({
  text: 'Read the assessment',
  href: urls.assessments.one(row.child_id, row.id),
  child: fullName(row),
  who: row.writer,
  since: row.signed_on ? formatDay(row.signed_on) : '',
  note: row.signer,
});

const levelOrNull = (text: string | null) => levels.find(({ id }) => id === text)?.id ?? null;
