import { gzipSync } from 'node:zlib';
import type { Context } from 'hono';
import type { Actor } from '../../domain/access/can.ts';
import type { Tx } from '../db/as-actor.ts';
import { readDrafts } from '../db/drafts.ts';
import type { PageView, Server, Status } from './context.ts';
import { finishForms } from './drawn-forms.ts';
import { readForm } from './form.ts';
import type { Frame } from './frame.ts';
import { newToken } from './once-token.ts';
import type { Route } from './route.ts';
import { keepsForms, type RouteFinder } from './route-finder.ts';

/** For whom a page is drawn, and by which route; the transaction is open where drafts may be read. */
export type DrawnFor = {
  readonly server: Server;
  readonly frame: Frame;
  readonly routes: RouteFinder;
  readonly route: Route | null;
  readonly actor: Actor;
  /** The forms in which they typed what they have not saved. */
  readonly draftKeys: readonly string[];
  readonly tx: Tx | null;
};

/** Answers with a page. */
export async function draw(
  c: Context,
  view: PageView,
  status: Status,
  drawnFor: DrawnFor | null,
): Promise<Response> {
  const html = `<!DOCTYPE html>${await view.toString()}`;
  return answerWith(c, drawnFor ? await finished(html, c, drawnFor) : html, status);
}

const pages = new WeakMap<Response, string>();

/** The page in an answer, as it was drawn; undefined where it is none. */
export const pageIn = (response: Response): string | undefined => pages.get(response);

/** Says what a file names as a page would: it is a look at each child to whose record that page has a way. */
export function namesAs(response: Response, html: string): Response {
  pages.set(response, html);
  return response;
}

// Quick rather than tight: half the time of the usual level, for some hundredths more of bytes.
const level = 3;

// A page is whole when it is sent, and small: compressed here, in one piece, it takes a fraction of what a stream does.
function answerWith(c: Context, html: string, status: Status): Response {
  const isSmaller = html.length > 1024 && /\bgzip\b/.test(c.req.header('accept-encoding') ?? '');
  c.header('content-type', 'text/html; charset=UTF-8');
  c.header('vary', 'accept-encoding');
  if (isSmaller) c.header('content-encoding', 'gzip');
  const response = c.body(isSmaller ? new Uint8Array(gzipSync(html, { level })) : html, status);
  pages.set(response, html);
  return response;
}

async function finished(html: string, c: Context, drawnFor: DrawnFor): Promise<string> {
  const { server, frame, routes, route, actor, draftKeys, tx } = drawnFor;
  const isSent = c.req.method === 'POST';
  const { pathname, search } = new URL(c.req.url);
  const now = server.now();
  // A form that was just sent shows what was sent; one that a search leads to is drawn as if it were opened.
  const showsDrafts = tx && (!isSent || (route?.kind === 'page' && route.audit === 'view'));
  return finishForms(html, {
    path: pathname,
    address: pathname + search,
    newToken: (isTyped) => newToken(server.auth, actor.staffId, isTyped, now),
    keeps: (path) => keepsForms(routes('POST', path)),
    drafts: showsDrafts ? (formKeys) => readDrafts(tx, formKeys) : null,
    draftKeys,
    sentDraft: isSent ? (await readForm(c)).carried.draft : '',
    draftUrl: frame.draftPath,
    notice: async (draft, replaced) =>
      String(await frame.pages.draftNotice({ ...draft, replaced, back: pathname + search })),
  });
}
