import type { Measured } from './measure-pages.ts';

/** docs/performance.md, made from one run. */
export function performancePage(
  results: readonly Measured[],
  machine: string,
  people: number,
): string {
  const rows = results.map(
    ({ page, size, contacts, p50, p95, p99, rawP50, rawP95, budget, statements, bytes }) =>
      `| ${page} | ${size.toLocaleString('en-GB')} | ${contacts.toLocaleString('en-GB')} | ${p50} | ${p95} | ${p99} | ${rawP50} | ${rawP95} | ${ratio(p95, rawP95)} | ${budget} | ${p95 <= budget ? 'met' : '**missed**'} | ${statements} | ${(bytes / 1024).toFixed(1)} |`,
  );
  return `# Performance

Made by \`npm run bench\`. ${people} people at once, each reading for one to three seconds between pages; ${machine}. The server, the people and PostgreSQL share the machine.

“Raw” is the page’s own statements with their parameters, in one transaction, sent straight through \`pg\` in the same run: the least that any page over these tables could take. “Statements” counts every statement of a page, with finding out who asks, the claims and the access log.

| page | children | contacts | p50 ms | p95 ms | p99 ms | raw p50 | raw p95 | p95 ÷ raw | budget p95 | | statements | KB (brotli) |
|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|---|--:|--:|
${rows.join('\n')}
`;
}

const ratio = (page: number, raw: number) => (raw > 0 ? (page / raw).toFixed(1) : '-');
