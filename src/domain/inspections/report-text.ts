import type { ReportFigure } from './report-figures.ts';

const REFERENCE = /\{([^{}\n]*)\}/g;
const NUMBER = /(?<![\w.])\d[\d,]*(?:\.\d+)*\s?%?/g;
const YEAR = /^(?:19|20)\d\d$/;

export type ReferenceProblem = {
  readonly reference: string;
  /** Nothing has this name, or what has it is not known yet. */
  readonly problem: 'unknown' | 'not-yet';
};

export type ReadText = {
  /** With every known figure in its place. */
  readonly text: string;
  readonly problems: readonly ReferenceProblem[];
  /** Numbers typed beside the references, years and standards aside: they stay when the figures change. */
  readonly typedNumbers: readonly string[];
};

/** Puts an inspection's figures in the places a text refers to them. */
export function readReportText(text: string, figures: readonly ReportFigure[]): ReadText {
  const byName = new Map(figures.map((one) => [one.reference.toLowerCase(), one]));
  const problems: ReferenceProblem[] = [];
  const resolved = text.replace(REFERENCE, (whole, name: string) => {
    const found = byName.get(name.trim().toLowerCase());
    if (found?.value != null) return found.value;
    problems.push({ reference: whole, problem: found ? 'not-yet' : 'unknown' });
    return found ? `[${found.what}: not known yet]` : `[${name.trim()}: no such figure]`;
  });
  const standards = new Set(figures.map(({ reference }) => reference.replace(/\.\w+$/, '')));
  const typedNumbers = (text.replace(REFERENCE, ' ').match(NUMBER) ?? [])
    .map((number) => number.replace(/,+$/, '').trim())
    .filter((number) => !YEAR.test(number) && !standards.has(number));
  return { text: resolved, problems, typedNumbers };
}
