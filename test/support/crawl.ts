import type { Route } from '../../src/platform/http/route.ts';
import { urls } from '../../src/urls.ts';

/** A page found by following links, and the route that answered it. */
export type Found = {
  readonly path: string;
  readonly pattern: string;
  readonly status: number;
  readonly html: string;
};

// On other days than the usual one each kind is opened once: `npm run test:days` asks whether it is there on that day.
const aVisitor = process.env.TEST_CLOCK ? 1 : 2;
// Of a kind that so many pages were opened of, by whomever, each further person opens one.
const enough = 6;

/** Finds the route whose page an address is; undefined when there is none. */
export function patternIn(routes: readonly Route[]): (path: string) => string | undefined {
  const patterns = routes
    .filter(({ method }) => method === 'get')
    .map(({ path }) => ({
      path,
      regex: new RegExp(`^${path.replaceAll(/\*/g, '.*').replaceAll(/:[A-Za-z]+/g, '[^/]+')}$`),
    }))
    // A fixed address answers before a pattern that would also take it.
    .sort((a, b) => Number(a.path.includes(':')) - Number(b.path.includes(':')));
  return (path) => patterns.find(({ regex }) => regex.test(path.split('?')[0] ?? ''))?.path;
}

const purposePattern = urls.child.purpose(':childId');

/** Answers the question why a record is opened, so that what lies behind it can be visited; its page comes back then. */
async function sayWhy(origin: string, cookie: string, path: string): Promise<void> {
  const headers = { cookie, origin, 'content-type': 'application/x-www-form-urlencoded' };
  const body = new URLSearchParams({ purpose: 'quality' });
  const [address = ''] = path.split('?');
  await fetch(origin + address, { method: 'POST', headers, body, redirect: 'manual' });
}

/**
 * Follows every link a person can see from a page, a few of each kind, as a patient visitor would; gives the pages. Asked
 * again for patterns that are looked for, it goes on from there through so many more, or until no link is left. Those who
 * walk one after the other share `byAll`, the visits to each pattern.
 */
export function crawler(
  origin: string,
  cookie: string,
  from: readonly string[],
  routes: readonly Route[],
  byAll: Map<string, number> = new Map(),
): (lookedFor?: ReadonlySet<string>, atMost?: number) => Promise<Found[]> {
  const missing = new Set<string>();
  const passedBy: { readonly path: string; readonly pattern: string }[] = [];
  const patternOf = patternIn(routes);
  const seen = new Map<string, number>();
  const waiting = [...from];
  const known = new Set(waiting);
  let found: Found[] = [];
  const isSeen = (pattern: string) => {
    const most = (byAll.get(pattern) ?? 0) < enough ? aVisitor : 1;
    return (seen.get(pattern) ?? 0) >= most;
  };
  // What an address that is looked for begins with is opened before anything else.
  const stepsNear = (pattern: string) =>
    [...missing].some((sought) => sought.startsWith(`${pattern}/`)) ? pattern.split('/').length : 0;
  const nearest = () => {
    const [next] = passedBy
      .map(({ pattern }, place) => ({
        place,
        near: stepsNear(pattern),
        visits: seen.get(pattern) ?? 0,
      }))
      .sort((a, b) => b.near - a.near || a.visits - b.visits || a.place - b.place);
    return next && passedBy.splice(next.place, 1)[0]?.path;
  };
  const visit = async (path: string, pattern: string) => {
    for (const visits of [seen, byAll]) visits.set(pattern, (visits.get(pattern) ?? 0) + 1);
    missing.delete(pattern);
    const answer = await fetch(origin + path, { headers: { cookie }, redirect: 'manual' });
    const target = answer.headers.get('location');
    const html = answer.headers.get('content-type')?.includes('html') ? await answer.text() : '';
    found.push({ path, pattern, status: answer.status, html });
    if (pattern === purposePattern) await sayWhy(origin, cookie, path);
    for (const next of [...(target ? [target] : []), ...linksIn(html)]) {
      if (known.has(next)) continue;
      known.add(next);
      waiting.push(next);
    }
  };
  return async (lookedFor = new Set(), atMost = Number.POSITIVE_INFINITY) => {
    found = [];
    for (const pattern of lookedFor) missing.add(pattern);
    for (;;) {
      const path = waiting.shift();
      const more = path ?? (missing.size > 0 && found.length < atMost ? nearest() : undefined);
      if (more === undefined) return found;
      const pattern = patternOf(more) ?? 'no route';
      if (pattern.startsWith('/assets') || pattern.startsWith('/api') || pattern === '/locked')
        continue;
      if (path && isSeen(pattern)) passedBy.push({ path, pattern });
      else await visit(more, pattern);
    }
  };
}

const linksIn = (html: string) =>
  [...html.matchAll(/<a\b[^>]*\bhref="(\/[^"#]*)/g)].map((match) =>
    (match[1] ?? '').replaceAll('&amp;', '&'),
  );

/** What a page is made of without its words: each kind of element, with its classes and what other attributes it has. */
const kindsIn = (html: string): ReadonlySet<string> =>
  new Set(
    (html.match(/<[a-z][^>]*>/g) ?? []).map((tag) =>
      tag.replaceAll(/ (?!class|type|role)([a-z-]+)="[^"]+"/g, ' $1'),
    ),
  );

/** Says of each page whether it holds a kind of element that none before it at the same address pattern held. */
export function newKinds(): (pattern: string, html: string) => boolean {
  const known = new Map<string, Set<string>>();
  return (pattern, html) => {
    const before = known.get(pattern) ?? new Set();
    known.set(pattern, before);
    const size = before.size;
    for (const kind of kindsIn(html)) before.add(kind);
    return before.size > size;
  };
}

/** Of many pages those worth a close look: the richest of each pattern, then whatever holds a kind of element that none of them does. */
export function worthALook<T extends Found>(pages: readonly T[]): T[] {
  const byRichness = pages
    .map((page) => ({ page, kinds: kindsIn(page.html) }))
    .sort((a, b) => b.kinds.size - a.kinds.size);
  const richest = new Map(byRichness.toReversed().map((each) => [each.page.pattern, each]));
  const known = new Set([...richest.values()].flatMap(({ kinds }) => [...kinds]));
  const more = byRichness.filter(({ kinds }) => {
    const size = known.size;
    for (const kind of kinds) known.add(kind);
    return known.size > size;
  });
  return [...richest.values(), ...more].map(({ page }) => page);
}
