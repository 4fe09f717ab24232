import type { Context } from 'hono';
import { can } from '../../domain/access/can.ts';
import { logLook, logPage } from '../audit/access-log.ts';
import type { Asking } from '../auth/who-is-asking.ts';
import { asActor, type Tx } from '../db/as-actor.ts';
import { dropDraft, saveDraft } from '../db/drafts.ts';
import { openChild } from '../db/open-child.ts';
import { childrenNamed } from './children-named.ts';
import type { PageContext, PostedForm, Shell } from './context.ts';
import { childAskedFor, pageContext, publicContext, shellOf } from './contexts.ts';
import { type DrawnFor, draw } from './draw.ts';
import { readForm } from './form.ts';
import { afterSignIn, here, isLocked, lock } from './idle.ts';
import { MovedOn } from './moved-on.ts';
import { isClash, isNoId, refusalOf } from './refusals.ts';
import type { Audit, Route } from './route.ts';
import { keepsForms, pageAbove, pageOfForm } from './route-finder.ts';
import { readSent, type Sent, settleForm, takeForm } from './sent-once.ts';
import { standsAlready } from './stands-already.ts';

type Serving = Pick<DrawnFor, 'server' | 'frame' | 'routes'>;
type Visit = Omit<DrawnFor, 'route' | 'tx'> & {
  readonly c: Context;
  readonly route: Exclude<Route, { kind: 'public' | 'account' }>;
  readonly asking: Asking;
  readonly shell: Shell;
  /** The form that was sent, where its route changes the record. */
  readonly form: PostedForm | null;
  readonly sent: Sent | null;
};

/** Answers one request by its route: finds who asks, whether they may, and does it as one transaction. */
export async function answerRoute(
  serving: Serving,
  route: Route,
  asking: Asking | null,
  c: Context,
): Promise<Response> {
  const { server, frame } = serving;
  const base = publicContext(server, c);
  // What may be kept by a browser says so itself: style sheets and pictures.
  c.header('cache-control', 'no-store');
  if (route.kind === 'public') return route.handle(base);
  if (!asking) {
    const then = await afterSignIn(c, { ...serving, route });
    return base.redirect(frame.signInPath(then));
  }
  const { actor, session } = asking;
  const shell = shellOf(server, frame, c, asking);
  const mayGoOn = frame.accountPaths.includes(route.path);
  if (!mayGoOn && session.method === 'password' && !session.hasSecondFactor)
    return base.redirect(frame.secondFactorPath);
  const drawnFor = { ...serving, actor, draftKeys: asking.draftKeys };
  if (!mayGoOn && isLocked(asking, server)) return lock(c, asking, shell, { ...drawnFor, route });
  if (route.kind === 'account') {
    const context = publicContext(server, c, { ...drawnFor, route, tx: null });
    return route.handle({ ...context, actor, session, now: server.now(), shell });
  }
  if (route.permission !== 'signed-in' && !can(actor, route.permission)) {
    const page = route.path;
    await asActor(server.db, actor, (tx) =>
      logLook(tx, actor, { kind: 'denied', page, childId: childAskedFor(c) }),
    );
    return draw(c, frame.pages.forbidden(shell), 403, { ...drawnFor, route, tx: null });
  }
  const form = route.method === 'post' && keepsForms(route) ? await readForm(c) : null;
  const sent = form ? await readSent(server.auth, here(c), form) : null;
  const visit = { ...drawnFor, c, route, asking, shell, form, sent };
  return tryOnce(visit).catch((error: unknown) => {
    // Two that met: the one that had to give way is tried again, once.
    if (isClash(error)) return tryOnce(visit).catch((again) => refused(visit, again));
    return refused(visit, error);
  });
}

function tryOnce(visit: Visit): Promise<Response> {
  const { server, actor, route, asking, shell, c } = visit;
  return asActor(server.db, actor, async (tx) => {
    const context = pageContext(c, asking, shell, { ...visit, tx });
    if (route.kind === 'page') {
      const response = await handle(visit, context, async () => route.handle(context));
      return logged(visit, tx, { kind: route.audit === 'none' ? null : route.audit }, response);
    }
    const id = childAskedFor(c);
    const child = id ? await openChild(tx, actor, id) : null;
    if (!child || !id) return context.notFound();
    if (child.mergedInto && !route.ofMergedRecord)
      return context.redirect(
        visit.frame.childPath(child.mergedInto),
        `Record ${child.number} was merged into this one`,
      );
    if (!child.purposeGiven && !route.withoutPurpose) {
      const then =
        (c.req.method === 'GET' ? here(c) : await visit.frame.holdForm(context)) ??
        pageOfForm(visit.routes, c.req.path);
      return context.redirect(visit.frame.purposePath(id, then));
    }
    await logLook(tx, actor, { kind: route.audit, page: route.path, childId: id, via: child.via });
    const response = await handle(visit, context, async () => route.handle({ ...context, child }));
    return logged(visit, tx, { kind: null, about: id }, response);
  });
}

// A page that gives the names of children is a look at each, whatever it is about.
async function logged(
  { actor, route, frame }: Visit,
  tx: Tx,
  { kind, about }: { readonly kind: Exclude<Audit, 'none'> | null; readonly about?: string },
  response: Response,
): Promise<Response> {
  const children = childrenNamed(response, frame.childPath);
  const named = children.filter((each) => each !== about);
  await logPage(tx, actor, route.path, { kind, named });
  return response;
}

/** Carries a refused form's answer out of the transaction it undoes, and what becomes of its draft. */
class Undone extends Error {
  readonly response: Response;
  readonly keeps: boolean;
  constructor(response: Response, keeps: boolean) {
    super('undone');
    this.response = response;
    this.keeps = keeps;
  }
}

// A form is taken for its own before it changes anything; one that is answered with its own errors, or a conflict, leaves
// nothing half done behind it.
async function handle(
  visit: Visit,
  context: PageContext,
  then: () => Promise<Response>,
): Promise<Response> {
  const { form, sent, routes, c } = visit;
  const { tx, actor, now, redirect } = context;
  if (form?.carried.isLater) {
    await saveDraft(tx, actor, form.carried.draft || c.req.path, form.values, now);
    return redirect(
      pageAbove(routes, c.req.path) ?? '/',
      'Kept: what you typed is in the form when you come back',
    );
  }
  const taken = sent ? await takeForm(tx, actor, sent, now) : '';
  if (form && sent && typeof taken !== 'string') {
    const response = await standsAlready(context, visit, { standing: taken, sent, form });
    if (response.status === 409) throw new Undone(response, !taken.isSameWords);
    return response;
  }
  const response = await then();
  if (visit.route.method === 'post' && [409, 422].includes(response.status))
    throw new Undone(response, true);
  if (form && typeof taken === 'string' && taken)
    await settleForm(tx, taken, form.carried.draft, ledTo(visit, response), now);
  return response;
}

// A page that answers a form without leading on has saved nothing, such as a preview, unless its route says that it has.
function ledTo({ route, routes, c }: Visit, response: Response): string | null {
  const isShown = route.kind === 'page' && route.showsOnce && response.status === 200;
  return isShown ? pageOfForm(routes, c.req.path) : response.headers.get('location');
}

// Its words, and neither its choices nor its days.
const wordsTyped = ({ values }: PostedForm): string[] =>
  Object.values(values)
    .flat()
    .filter((text) => /\S\s+\S/.test(text));

// What a refused form would have changed is undone; that they looked is not, nor what they typed.
async function refused(visit: Visit, error: unknown): Promise<Response> {
  const { server, frame, routes, route, actor, c, form, shell } = visit;
  const method = c.req.method;
  const answered = error instanceof Undone || error instanceof MovedOn;
  const why = answered || isNoId(error) ? null : refusalOf(error, method);
  if (!why && !answered) throw error;
  await asActor(server.db, actor, async (tx) => {
    const childId = route.kind === 'child' ? childAskedFor(c) : undefined;
    await logLook(tx, actor, { kind: 'view', page: route.path, childId });
    const key = form?.carried.draft;
    if (!form || !key) return;
    if (error instanceof Undone && !error.keeps) await dropDraft(tx, key);
    else await saveDraft(tx, actor, key, form.values, server.now());
  });
  if (error instanceof Undone) return error.response;
  if (error instanceof MovedOn) {
    const typed = form ? wordsTyped(form) : [];
    const gone = { why: error.message, on: error.on, typed, isSent: method !== 'GET' };
    return draw(c, frame.pages.movedOn(shell, gone), 409, { ...visit, tx: null });
  }
  if (!why) throw error;
  // The app let them send what the database does not let them save: theirs to read about, ours to mend.
  if (why.status === 403)
    frame.reportFailure(error, crypto.randomUUID().slice(0, 8), `${method} ${route.path}`);
  const back = method === 'GET' ? '/' : pageOfForm(routes, c.req.path);
  return draw(c, frame.pages.refused(shell, why, back), why.status, { ...visit, tx: null });
}
