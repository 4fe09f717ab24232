import { type Outcome, questionResult } from '../../../domain/audits/results.ts';
import { LineChart } from '../../../ui/charts/line-chart.tsx';
import type { Html } from '../../../ui/html.ts';
import { monthName } from '../audit-table.view.tsx';
import { shareWords } from '../audit-words.ts';
import type { AuditLine } from '../audits.queries.ts';
import { type Asked, isAskedIn } from './asked.ts';
import type { TeamName } from './results.queries.ts';

type Props = {
  readonly asked: Asked;
  /** In order of time. */
  readonly audits: readonly AuditLine[];
  readonly outcomes: readonly Outcome[];
  readonly teams: readonly TeamName[];
};

/** One question's answers over time, of the service and of each team; nothing until two audits have asked it. */
export function TrendChart({ asked, audits, outcomes, teams }: Props): Html | null {
  const resultOf = (audit: AuditLine, team: TeamName | null) =>
    questionResult(
      outcomes.filter(
        ({ audit_id, team_id }) => audit_id === audit.id && (team === null || team_id === team.id),
      ),
      asked.question.id,
    );
  const those = audits.filter(
    (audit) => isAskedIn(asked, audit) && resultOf(audit, null).percent !== null,
  );
  if (those.length < 2) return null;
  const lineOf = (team: TeamName | null) =>
    those.map((audit) => {
      const { yes, of } = resultOf(audit, team);
      return of === 0 ? null : (100 * yes) / of;
    });
  const service = those
    .map((audit) => `${monthName(audit.month)} ${shareWords(resultOf(audit, null))}`)
    .join(', ');
  return (
    <LineChart
      title={`${asked.question.question} Yes, per cent of all cases`}
      description={`All teams: ${service}.`}
      unit="%"
      periods={namesOf(those)}
      series={[
        { name: 'All teams', values: lineOf(null), isHighlighted: true },
        ...teams.map((team) => ({ name: team.name, values: lineOf(team) })),
      ]}
    />
  );
}

// Two audits of one month stand side by side, so each needs a name of its own.
const namesOf = (audits: readonly AuditLine[]): string[] =>
  audits.map(({ month }, index) => {
    const earlier = audits.slice(0, index).filter((each) => each.month === month).length;
    return earlier === 0 ? monthName(month) : `${monthName(month)} (${earlier + 1})`;
  });
