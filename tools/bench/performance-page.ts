import { directusVersion } from './directus.ts';
import { perSecond } from './load.ts';
import type { Rival } from './measure-directus.ts';
import type { Measured, Shape } from './measure-page.ts';

export type Run = {
  readonly size: number;
  readonly contacts: number;
  readonly measured: readonly Measured[];
  readonly rivals: readonly Rival[];
  /** What could not be measured, and why. */
  readonly failures: readonly string[];
};
type About = Shape & {
  readonly machine: string;
  /** Why Directus was not measured, when it was not. */
  readonly without: string | null;
};

const ownTime = 2;
const timesOwner = 1.8;

/** docs/performance.md, made from one run. */
export function performancePage(runs: readonly Run[], about: About): string {
  return `# Performance

Made by \`npm run bench\` on ${about.machine}. The server is a process of its own; it, those who ask and PostgreSQL share the machine. Each page is asked for over HTTP, by people who are signed in, over connections that stay open, on a fresh copy of the filled database.

- **At ${about.people} people**: each reads for one to three seconds between pages. The budget is for 95 of a hundred answers.
- **At saturation**: ${about.connections} ask again as soon as they are answered. “App” is the processor time of the server's process for one answer (bar ${ownTime} ms); the shares are of all cores, for the server and for PostgreSQL.
- **PostgreSQL**: the processor time of its processes for one request, as the system counts it (\`/proc\`), one request after another, less what the server's looking for jobs takes while nobody asks. “As the owner” is that of the page's own statements, with the same parameters, sent by the owner, whom no policy binds, over another fresh copy in the same run (bar ${timesOwner} times).
- “Statements” counts all of a page, with finding out who asks, the claims and the access log; KB is the page as it came over the wire.

Beside the service of so many children there is another in the same database, whose head's page is about 300. One worker holds 200 children, one child has 5,000 contacts, the list of staff has 500 people.

${runs.map((run) => tables(run, about)).join('\n')}`;
}

function tables({ size, contacts, measured, rivals, failures }: Run, about: About): string {
  return `## ${count(size)} children, ${count(contacts)} contacts

| page | p50 ms | p95 ms | p99 ms | budget | | a second | p95 ms full | app % | PostgreSQL % | app ms | | statements | KB |
|---|--:|--:|--:|--:|---|--:|--:|--:|--:|--:|---|--:|--:|
${measured.map(speed).join('\n')}

| page | PostgreSQL ms | as the owner ms | times | |
|---|--:|--:|--:|---|
${measured.map(burden).join('\n')}

${rivals.length > 0 ? beside(measured, rivals) : `Directus was not measured: ${about.without ?? 'it did not run'}.\n`}${failures.map((each) => `\n**Not measured** ${each}\n`).join('')}`;
}

const speed = ({ page, thinking, full, app, ...of }: Measured) =>
  row(
    page.name,
    ...[thinking.p50, thinking.p95, thinking.p99].map(tenth),
    page.budget,
    met(thinking.p95 <= page.budget),
    perSecond(full).toFixed(0),
    tenth(full.p95),
    percent(of.appShare),
    percent(of.databaseShare),
    app.toFixed(2),
    met(app <= ownTime),
    of.statements,
    tenth(of.bytes / 1024),
  );

const burden = ({ page, database, owner }: Measured) =>
  database === null || owner === null
    ? row(page.name, '-', '-', '-', 'not told by the system')
    : row(
        page.name,
        database.toFixed(2),
        owner.toFixed(2),
        (database / owner).toFixed(2),
        met(database <= timesOwner * owner),
      );

function beside(measured: readonly Measured[], rivals: readonly Rival[]): string {
  const lines = rivals.flatMap(({ name, like, bar, full }) =>
    measured
      .filter(({ page }) => page.like === like)
      .map((own) => {
        const times = perSecond(own.full) / perSecond(full);
        return row(
          name,
          perSecond(full).toFixed(0),
          tenth(full.p95),
          `${own.page.name}: ${perSecond(own.full).toFixed(0)}`,
          times.toFixed(1),
          bar,
          met(times >= bar),
        );
      }),
  );
  return `Beside it Directus ${directusVersion} from npm over the same tables, in the same run and at the same saturation. It connects as the owner, so that no policy is asked, writes no log of who looked, caches nothing, and has an index on every column that it looks up; its overview brings nine boxes of what the page tells and no duties.

| Directus | a second | p95 ms | Foothold a second | times | bar | |
|---|--:|--:|---|--:|--:|---|
${lines.join('\n')}
`;
}

const row = (...cells: readonly (string | number)[]) => `| ${cells.join(' | ')} |`;
const met = (is: boolean) => (is ? 'met' : '**missed**');
const tenth = (number: number) => number.toFixed(1);
const percent = (share: number | null) => (share === null ? '-' : (share * 100).toFixed(0));
const count = (number: number) => number.toLocaleString('en-GB');
