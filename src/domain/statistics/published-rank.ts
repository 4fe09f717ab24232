import { periodWords } from './period.ts';

/** A place that a document prints of an area, as texts; what it does not say is empty. */
export type PublishedRank = {
  readonly measure: string;
  readonly area: string;
  readonly period: string;
  readonly rank: string;
  readonly of: string;
  readonly year_before: string;
  readonly among: string;
  readonly source: string;
};

/** "98 of 154 (youth justice services of England and Wales), year to March 2024; 112 the year before. …", as it was printed. */
export function publishedRankWords(printed: PublishedRank): string {
  const { rank, of, among, period, year_before, source } = printed;
  const whole = of ? ` of ${of}${among ? ` (${among})` : ''}` : ', of how many it does not say';
  const before = year_before ? `; ${year_before} the year before` : '';
  return `${periodWords(period)}: ${rank}${whole}${before}. As printed in: ${source}`;
}
