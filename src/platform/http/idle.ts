import type { Context } from 'hono';
import { britishDay } from '../../domain/calendar/british-time.ts';
import { noteAtDoor } from '../auth/door-log.ts';
import type { Asking } from '../auth/who-is-asking.ts';
import { whoseSessionWas, whoWorksHere } from '../auth/whose-session-was.ts';
import { asActor } from '../db/as-actor.ts';
import type { Server, Shell } from './context.ts';
import { pageContext, publicContext } from './contexts.ts';
import type { DrawnFor } from './draw.ts';
import { readForm } from './form.ts';
import { whoseForm } from './once-token.ts';
import type { Route } from './route.ts';
import { pageOfForm } from './route-finder.ts';

/** Whether a session was locked, or left alone for so long that it must be. */
export function isLocked(asking: Asking, server: Server): boolean {
  if (asking.session.lockedAt) return true;
  return (
    server.now().getTime() - asking.session.lastSeenAt.getTime() >
    server.env.FOOTHOLD_IDLE_MINUTES * 60_000 + 60_000
  );
}

/** Locks a session that was left alone, keeps the form that came, and leads to the page that unlocks. */
export async function lock(
  c: Context,
  asking: Asking,
  shell: Shell,
  drawnFor: Omit<DrawnFor, 'tx' | 'route'> & { readonly route: Route },
): Promise<Response> {
  const { server, frame, routes, route } = drawnFor;
  const base = publicContext(server, c);
  const locked = await server.db
    .updateTable('auth_session')
    .set({ locked_at: server.now() })
    .where('id', '=', asking.session.id)
    .where('locked_at', 'is', null)
    .executeTakeFirst();
  if (locked.numUpdatedRows > 0n) await noteAtDoor(server, c, asking.session.authUserId, 'locked');
  if (c.req.method === 'GET') return base.redirect(frame.lockedPath(here(c)));
  if (!mayHold(route)) return base.redirect(frame.lockedPath(pageOfForm(routes, c.req.path)));
  const then = await asActor(server.db, asking.actor, (tx) =>
    frame.holdForm(pageContext(c, asking, shell, { ...drawnFor, tx })),
  );
  return base.redirect(frame.lockedPath(then ?? pageOfForm(routes, c.req.path)));
}

/**
 * Where somebody who must sign in goes afterwards: where they were going, or the form they sent as their session ended.
 * Whose form it is, their session's cookie says or, where that is gone, the mark that the form carries.
 */
export async function afterSignIn(
  c: Context,
  { server, frame, route }: Pick<DrawnFor, 'server' | 'frame'> & { readonly route: Route },
): Promise<string> {
  if (c.req.method === 'GET') return here(c);
  if (!mayHold(route)) return '/';
  const now = server.now();
  const today = britishDay(now);
  const token = server.auth.tokenOf(c);
  const form = await readForm(c);
  const staffId = token ? null : whoseForm(server.auth, form.carried.once, now);
  const actor = token
    ? await whoseSessionWas(server.db, token, today)
    : staffId && (await whoWorksHere(server.db, staffId, today));
  if (!actor) return '/';
  const held = await asActor(server.db, actor, (tx) =>
    frame.holdForm({ c, form: async () => form, actor, tx, now }),
  );
  return held ?? '/';
}

// A form about signing in holds passwords, and some say that nothing is kept: those are typed again.
const mayHold = (route: Route) =>
  route.kind !== 'account' && !(route.kind === 'page' && route.keepsNothing);

/** The address that was asked for. */
export const here = (c: Context) => new URL(c.req.url).pathname + new URL(c.req.url).search;
