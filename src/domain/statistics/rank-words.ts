import { capitalised } from '../text/capitalised.ts';
import { isCovered } from './rank-coverage.data.ts';

/** A place among others that have a figure: 1 is the lowest. */
export type Rank = {
  readonly rank: number | null;
  readonly of: number;
  /** How many areas there are, with or without a figure. */
  readonly among: number;
  /** How many have the same figure, itself among them. */
  readonly alike: number;
};

/** As a table has it, counted from the lowest: “45th”, or “Joint 45th” where others have the same figure. */
export function rankWords({ rank, alike }: Pick<Rank, 'rank' | 'alike'>): string {
  if (rank === null) return 'Not ranked';
  return `${alike > 1 ? 'Joint ' : ''}${ordinal(rank)}`;
}

/** As a sentence has it, counted from the nearer end: “2nd highest”, “Joint lowest”. */
export function placeWords({ rank, of, alike }: Omit<Rank, 'among'>): string {
  if (rank === null) return 'Not ranked';
  const fromHighest = of - rank - alike + 2;
  const [place, end] = rank <= fromHighest ? [rank, 'lowest'] : [fromHighest, 'highest'];
  const words = [alike > 1 ? 'joint' : '', place === 1 ? '' : ordinal(place), end];
  return capitalised(words.filter(Boolean).join(' '));
}

/** The place and the coverage that it is of, or why there is none. */
export function rankSentence(found: Rank): string {
  const { rank, of, among } = found;
  if (!isCovered(of, among))
    return `Not ranked: only ${of} of ${among} local authorities have a figure`;
  if (rank === null) return `Not ranked: no figure; ${of} local authorities have one`;
  const place = placeWords(found);
  const counted = place.endsWith('highest') ? ` (${rankWords(found)} from the lowest)` : '';
  return `${place} of the ${of} local authorities with a figure, of ${among} in all${counted}`;
}

function ordinal(number: number): string {
  const teen = number % 100 >= 11 && number % 100 <= 13;
  const end = teen ? 'th' : (['th', 'st', 'nd', 'rd'][number % 10] ?? 'th');
  return `${number}${end}`;
}
