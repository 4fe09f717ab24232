import { measures } from '../measures/measures.data.ts';

/** The figures that a gap lowers: a child without it stays in what is divided by, and not in what is counted. */
const lowers: Readonly<Record<string, string>> = {
  address: 'kpi1',
  education: 'kpi2',
  send: 'kpi3',
  care: 'kpi7',
};
const groups: readonly string[] = ['ethnicity', 'sex'];

/** What a gap in a record does to the service's figures, in words; nothing where it touches none. */
export function figureOfGap(gap: string): string {
  const kind = gap.replace(/-disagree$/, '');
  if (kind === 'date-of-birth') return 'Leaves the child out of every figure that asks an age';
  if (groups.includes(kind)) return 'Makes “not known” larger in every figure by group';
  const title = measures.find(({ id }) => id === lowers[kind])?.title;
  return title ? `May lower: ${title}` : '';
}
