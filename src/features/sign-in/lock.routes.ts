import type { FormFault } from '../../domain/form-fault.ts';
import { askLibrary } from '../../platform/auth/ask-library.ts';
import { noteAtDoor } from '../../platform/auth/door-log.ts';
import { countTry, forgetTries, mostTries } from '../../platform/auth/tries.ts';
import type { AccountContext } from '../../platform/http/context.ts';
import { forgetAnswers } from '../../platform/http/may-go-back-to.ts';
import { accountRoute, type Route } from '../../platform/http/route.ts';
import { safePath } from '../../platform/http/safe-path.ts';
import { urls } from '../../urls.ts';
import { unlock } from './finish-sign-in.ts';
import { LockedPage } from './locked.view.tsx';
import { emailOf } from './sign-in.queries.ts';

const heldStem = urls.signIn.held('');

// Unlocking must never lead back to the lock; a form that was kept is the one page below it.
function afterwards(text: string): string {
  const path = safePath(text, urls.home);
  return path.startsWith(urls.signIn.locked()) && !path.startsWith(heldStem) ? urls.home : path;
}

function lockedPage(
  { actor, session, server, page }: AccountContext,
  next: string,
  errors: readonly FormFault[] = [],
  status: 200 | 422 | 429 = 200,
) {
  return page(
    LockedPage({
      name: actor.name,
      method: session.method,
      singleSignOn: server.env.OIDC_NAME,
      next,
      isFormKept: next.startsWith(heldStem),
      errors,
    }),
    status,
  );
}

export const lockRoutes: readonly Route[] = [
  accountRoute({
    method: 'get',
    path: urls.signIn.locked(),
    handle: async (context) => {
      const { c, session, query } = context;
      // Opening an address locks nothing: another site can have a browser open one.
      const next = afterwards(query('then'));
      if (!session.lockedAt) return context.redirect(next);
      forgetAnswers(c);
      return lockedPage(context, next);
    },
  }),
  accountRoute({
    method: 'post',
    path: urls.signIn.lock,
    handle: async ({ c, server, session, form, redirect }) => {
      const locked = await server.db
        .updateTable('auth_session')
        .set({ locked_at: server.now() })
        .where('id', '=', session.id)
        .where('locked_at', 'is', null)
        .executeTakeFirst();
      if (locked.numUpdatedRows > 0n) await noteAtDoor(server, c, session.authUserId, 'locked');
      return redirect(urls.signIn.locked(afterwards((await form()).text('next'))));
    },
  }),
  accountRoute({
    method: 'post',
    path: urls.signIn.locked(),
    handle: async (context) => {
      const { c, server, session, redirect } = context;
      const form = await context.form();
      const next = afterwards(form.text('next'));
      const again = (message: string, status: 422 | 429) =>
        lockedPage(context, next, [{ field: 'password', message }], status);
      const open = async () => {
        await unlock(server, session.id);
        await noteAtDoor(server, c, session.authUserId, 'unlocked');
      };
      if (session.method === 'persona') {
        await open();
        return redirect(next);
      }
      if (session.method !== 'password') return lockedPage(context, next);
      const password = form.values.password;
      if (typeof password !== 'string' || !password) return again('Enter your password', 422);
      // Whoever sits down at an empty desk is held off as a stranger at the door would be.
      const key = `unlock:${session.id}`;
      if ((await countTry(server.db, key, server.now())) > mostTries)
        return again(
          'There have been too many wrong tries here. Wait a quarter of an hour, or sign out and in again',
          429,
        );
      const answer = await askLibrary(server, c, {
        path: '/sign-in/email',
        body: { email: await emailOf(server.db, session.authUserId), password },
        withCookies: false,
      });
      if (answer.status === 429)
        return again('There have been too many tries. Wait a minute, then try again', 429);
      if (answer.status !== 200) {
        await noteAtDoor(server, c, session.authUserId, 'wrong-password');
        return again('That is not your password. Try again', 422);
      }
      await forgetTries(server.db, [key]);
      const extra = server.auth.tokenIn(answer.cookies);
      if (extra) await server.db.deleteFrom('auth_session').where('token', '=', extra).execute();
      await open();
      return redirect(next);
    },
  }),
];
