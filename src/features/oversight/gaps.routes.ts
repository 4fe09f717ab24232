import { levels } from '../../domain/assessments/levels.data.ts';
import { levelLabel } from '../../domain/assessments/levels.ts';
import { addMonths } from '../../domain/calendar/day.ts';
import { highestLevel, oversightGap } from '../../domain/oversight/gaps.ts';
import { pageRoute, type Route } from '../../platform/http/route.ts';
import { urls } from '../../urls.ts';
import { type GapRow, GapsPage } from './gaps.view.tsx';
import { fullName } from './home-model.ts';
import { pickTeam } from './pick-team.ts';
import {
  type OversightRow,
  oversightRows,
  silentCountersignatures,
  teamsOf,
} from './team.queries.ts';

export const gapRoutes: readonly Route[] = [
  pageRoute({
    method: 'get',
    path: urls.oversight.gaps,
    tab: { section: 'oversight', text: 'Oversight gaps', keeps: 'team' },
    permission: 'oversight.write',
    audit: 'view',
    handle: async ({ tx, actor, shell, today, query, page }) => {
      const teams = await teamsOf(tx, actor.serviceId);
      const team = pickTeam(actor, teams, query('team'));
      const rows = await oversightRows(tx, actor.serviceId, team?.id ?? null);
      const silent = await silentCountersignatures(
        tx,
        actor.serviceId,
        team?.id ?? null,
        addMonths(today, -12),
      );
      const gaps = rows.flatMap((row) => gapRow(row, today));
      return page(
        GapsPage({
          shell,
          teams,
          team,
          gaps: [
            ...gaps.filter(({ isHigh }) => isHigh),
            ...gaps.filter(({ isHigh }) => !isHigh),
          ].slice(0, 200),
          checked: rows.length,
          silent: silent.map((each) => ({
            href: urls.assessments.one(each.child_id, each.id),
            child: fullName(each),
            writer: each.writer,
            signer: each.signer,
            signedOn: each.signed_on ?? '',
          })),
        }),
      );
    },
  }),
];

function gapRow(row: OversightRow, today: string): GapRow[] {
  const highest = highestLevel([row.likelihood, row.safety, row.harm].map(levelOrNull));
  const gap = oversightGap({ ...row, highest }, today);
  if (!gap) return [];
  return [
    {
      childId: row.id,
      child: fullName(row),
      worker: row.worker,
      isHigh: gap.kind === 'high',
      level: highest ? levelLabel(highest) : 'Not signed yet',
      since: gap.since,
      hasEntry: gap.hasEntry,
    },
  ];
}

const levelOrNull = (text: string | null) => levels.find(({ id }) => id === text)?.id ?? null;
