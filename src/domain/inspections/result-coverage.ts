import type { PublishedResult } from './published.ts';

/** How many youth justice services there are, so that a reader sees how many are missing. */
const services = {
  count: 154,
  source: 'The youth justice services of England and Wales that the data summary of 2024 ranks',
  confidence: 'confirmed',
} as const;

/** What a list of published results covers, and that it is not all of them. */
export function coverageWords(results: readonly PublishedResult[]): string {
  const named = new Set(results.map(({ service }) => service.trim().toLowerCase())).size;
  const years = results
    .flatMap(({ published }) => (published === null ? [] : [published.slice(0, 4)]))
    .sort();
  const span = years.length > 0 ? `, published from ${years[0]} to ${years.at(-1)}` : '';
  return `${results.length} results of ${named} services${span}: neither every inspection nor all of the ${services.count} youth justice services of England and Wales. What is not among them was not read here, and nothing follows from that about its rating.`;
}
