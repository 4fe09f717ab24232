import type { Statement } from '../../src/platform/db/connect.ts';
import { replayAsOwner } from './as-owner.ts';
import { onCopy, usedBetween, usedByBackends } from './copies.ts';
import { type Load, underLoad } from './load.ts';
import type { BenchPage } from './pages.ts';
import { type Site, withSite } from './site.ts';

export type Shape = {
  readonly people: number;
  readonly connections: number;
  readonly seconds: number;
};
export type Measured = {
  readonly page: BenchPage;
  readonly thinking: Load;
  readonly full: Load;
  /** Processor time a request, in milliseconds: the server's at saturation, PostgreSQL's over one connection, and the owner's. */
  readonly app: number;
  readonly database: number | null;
  readonly owner: number | null;
  /** Shares of all the machine's cores at saturation, from 0 to 1. */
  readonly appShare: number;
  readonly databaseShare: number | null;
  readonly statements: number;
  readonly bytes: number;
};

const uncounted = 15;
const counted = 60;

/** One page on a fresh copy: one after another over one connection, by people who read, and as fast as it can. */
export async function measurePage(
  server: string,
  template: string,
  page: BenchPage,
  shape: Shape & { readonly cores: number },
): Promise<Measured> {
  const measured = await onCopy(server, template, (url) =>
    withSite(url, async (site) => {
      const ask = () => site.ask(page.visit(site.origin));
      const alone = await oneByOne(url, site, ask);
      const warm = { people: shape.connections, seconds: Math.min(3, shape.seconds) };
      await underLoad(ask, warm);
      const pause = () => 1000 + Math.random() * 2000;
      const thinking = await underLoad(ask, {
        people: shape.people,
        seconds: shape.seconds * 2,
        pause,
      });
      const [usedBefore, before] = [await site.used(), await usedByBackends(url)];
      const full = await underLoad(ask, { people: shape.connections, seconds: shape.seconds });
      const app = (await site.used()) - usedBefore;
      const database = usedBetween(before, await usedByBackends(url));
      const capacity = full.seconds * 1000 * shape.cores;
      return {
        ...alone,
        thinking,
        full,
        app: app / full.requests,
        appShare: app / capacity,
        databaseShare: database === null ? null : database / capacity,
      };
    }),
  );
  const { visits, ...rest } = measured;
  const owner = await onCopy(server, template, (url) => replayAsOwner(url, visits, uncounted));
  return { page, owner, ...rest };
}

async function oneByOne(url: string, site: Site, ask: () => Promise<{ readonly bytes: number }>) {
  const visits: (readonly Statement[])[] = [];
  const resting = await usedAtRest(url);
  let [bytes, before, began] = [0, await usedByBackends(url), performance.now()];
  await site.statements();
  for (let visit = 0; visit < uncounted + counted; visit += 1) {
    if (visit === uncounted) {
      before = await usedByBackends(url);
      began = performance.now();
    }
    bytes = Math.max(bytes, (await ask()).bytes);
    visits.push(await site.statements());
  }
  const used = usedBetween(before, await usedByBackends(url));
  const rest = (resting ?? 0) * (performance.now() - began);
  const last = visits.at(-1) ?? [];
  return {
    visits,
    bytes,
    database: used === null ? null : (used - rest) / counted,
    statements: last.filter(({ sql }) => !/^(begin|commit)\b/i.test(sql)).length,
  };
}

// Processor time a millisecond while nobody asks: the server looks for jobs all the time, which is no request's.
async function usedAtRest(url: string): Promise<number | null> {
  const before = await usedByBackends(url);
  const began = performance.now();
  await new Promise((resolve) => setTimeout(resolve, 2000));
  const used = usedBetween(before, await usedByBackends(url));
  return used === null ? null : used / (performance.now() - began);
}
