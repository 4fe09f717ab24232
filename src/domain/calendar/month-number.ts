import { MONTHS } from './day.ts';

const WELSH = [
  'Ionawr',
  'Chwefror',
  'Mawrth',
  'Ebrill',
  'Mai',
  'Mehefin',
  'Gorffennaf',
  'Awst',
  'Medi',
  'Hydref',
  'Tachwedd',
  'Rhagfyr',
] as const;

const FEWEST_LETTERS = 3;

/** The month that a figure or a name means, English or Welsh, whole or cut short (11, Nov, Tachwedd); 0 when there is none. */
export function monthNumber(text: string): number {
  if (/^\d{1,2}$/.test(text)) return Number(text) <= 12 ? Number(text) : 0;
  const wanted = text
    .toLowerCase()
    .replace(/\.$/, '')
    .replace(/^sept$/, 'sep');
  if (wanted.length < FEWEST_LETTERS) return 0;
  const begins = (month: string) => month.toLowerCase().startsWith(wanted);
  return MONTHS.findIndex(begins) + 1 || WELSH.findIndex(begins) + 1;
}
