import { parseArgs } from 'node:util';
import type { Contradiction } from '../domain/statistics/plan-contradictions.ts';
import { type Recomputed, summaryOf } from '../domain/statistics/recomputed.ts';
import {
  contradictionsOfPlan,
  reproducedFigures,
} from '../features/statistics/methods/reproduced-figures.ts';
import type { Command } from './command.ts';

/** Works every shipped figure out again and says whether it agrees with what was printed. */
export const reproduce: Command = {
  help: `foothold reproduce [--json]

Works out again, from the public inputs that ship with Foothold, every published figure that can be:
the tables and the text of a youth justice plan, relative rates, reoffending cohorts, remand totals
and twelve-month means. Then, by rule, what the plan and its inspection report say against
themselves. Opens no database.

  --json   {"figures": [{"document", "table", "row", "figure", "inputs", "printed", "recomputed",
           "agrees", "reason"}], "summary": {"figures", "agree", "explained", "unexplained"},
           "contradictions": [{"rule", "about", "says": […]}]}

Exit status 0 when every figure that differs has its documented reason, 1 when one has not.`,
  run: async (args, io) => {
    const { values } = parseArgs({ args: [...args], options: { json: { type: 'boolean' } } });
    const figures = reproducedFigures();
    const summary = summaryOf(figures);
    const contradictions = contradictionsOfPlan();
    io.out(
      values.json
        ? JSON.stringify({ figures, summary, contradictions })
        : asText(figures, summary, contradictions),
    );
    return summary.unexplained === 0 ? 0 : 1;
  },
};

function asText(
  figures: readonly Recomputed[],
  summary: ReturnType<typeof summaryOf>,
  contradictions: readonly Contradiction[],
): string {
  const tables = Map.groupBy(figures, ({ document, table }) => `${document}: ${table}`);
  const parts = [...tables].map(([title, rows]) => `${title}\n${rows.map(line).join('\n')}\n`);
  return [
    ...parts,
    'What the documents say against themselves',
    ...contradictions.map(
      ({ rule, about, says }) => `  ${rule}: ${about}\n    ${says.join('\n    ')}`,
    ),
    '',
    `${summary.figures} figures: ${summary.agree} agree, ${summary.explained} differ for a documented reason, ${summary.unexplained} differ without one`,
  ].join('\n');
}

function line({ row, figure, printed, recomputed, agrees, reason }: Recomputed): string {
  const what = `  ${agrees ? 'agrees ' : 'differs'} ${`${row}: ${figure}`.padEnd(68)} printed ${printed.padStart(8)}  recomputed ${recomputed ?? 'not possible'}`;
  return agrees
    ? what
    : `${what}\n          ${reason ?? 'No reason is documented: this must be looked into.'}`;
}
