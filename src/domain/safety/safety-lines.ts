import type { Day } from '../calendar/day.ts';
import type { FormFault } from '../form-fault.ts';

/** A named risk and what is done about it. */
export type SafetyLine = {
  risk: string;
  control: string;
  who: string;
  /** Agency that owns the control, such as children's social care. */
  agency: string;
  /** When it is looked at again; null while nobody has said. */
  reviewOn: Day | null;
};

/** A risk without a line, and the empty parts of each line (anchors `safety-<line>-<part>`, lines from 0). */
export function safetyLineProblems(
  risks: readonly string[],
  lines: readonly SafetyLine[],
): FormFault[] {
  const covered = new Set(lines.map((line) => folded(line.risk)));
  const bare = risks
    .filter((risk) => !covered.has(folded(risk)))
    .map((risk) => ({
      field: 'safety',
      message: `Add what will be done about the risk “${risk.trim()}”`,
    }));
  return [...bare, ...lines.flatMap(lineProblems)];
}

function lineProblems(line: SafetyLine, index: number): FormFault[] {
  const name = line.risk.trim() === '' ? 'this risk' : `“${line.risk.trim()}”`;
  const problems: FormFault[] = [];
  const add = (part: string, message: string) =>
    problems.push({ field: `safety-${index}-${part}`, message });
  if (line.risk.trim() === '') add('risk', 'Enter the risk');
  if (line.control.trim() === '') add('control', `Enter what keeps people safe from ${name}`);
  if (line.who.trim() === '') add('who', `Enter who will act on ${name}`);
  if (line.reviewOn === null) add('review-on', `Enter when ${name} will be looked at again`);
  return problems;
}

/** Two people may type one risk with other capitals or spaces. */
function folded(text: string): string {
  return text.trim().toLowerCase().replace(/\s+/g, ' ');
}
