import { formatInstant } from '../../domain/calendar/british-time.ts';
import type { FormFault } from '../../domain/form-fault.ts';
import { askLibrary, keepCookies } from '../../platform/auth/ask-library.ts';
import { browserName } from '../../platform/auth/browser-name.ts';
import { noteAtDoor } from '../../platform/auth/door-log.ts';
import { asActor } from '../../platform/db/as-actor.ts';
import { accountRoute, type Route } from '../../platform/http/route.ts';
import { doorLines } from '../../record/door.tsx';
import { urls } from '../../urls.ts';
import { AccountPage } from './account.view.tsx';
import { ChangePasswordPage } from './change-password.view.tsx';
import { choiceFault } from './choose-password.ts';
import { waitingForms } from './held-form.ts';
import { hasPassword, liveSessions } from './sign-in.queries.ts';

const methodWords: Readonly<Record<string, string>> = {
  password: 'Password',
  'single-sign-on': 'Single sign-on',
  persona: 'Demonstration person',
};

export const accountRoutes: readonly Route[] = [
  accountRoute({
    method: 'get',
    path: urls.account.page,
    tab: { section: 'account', text: 'Your account', place: 1 },
    handle: async ({ server, actor, session, shell, now, page }) => {
      const sessions = await liveSessions(server.db, session.authUserId, now);
      const forms = await asActor(server.db, actor, (tx) => waitingForms(tx, actor.staffId));
      return page(
        AccountPage({
          shell,
          hasPassword: await hasPassword(server.db, session.authUserId),
          hasSecondFactor: session.hasSecondFactor,
          keptForms: forms.map(({ id, held_at }) => ({ id, heldAt: formatInstant(held_at) })),
          door: await asActor(server.db, actor, (tx) => doorLines(tx, { staffId: actor.staffId })),
          sessions: sessions.map((row) => ({
            id: row.id,
            isThis: row.id === session.id,
            browser: browserName(row.userAgent),
            address: row.ipAddress || 'not known',
            method: methodWords[row.method ?? ''] ?? 'Not finished',
            isLocked: row.locked_at !== null,
            startedAt: formatInstant(row.createdAt),
            lastSeenAt: formatInstant(row.last_seen_at),
          })),
        }),
      );
    },
  }),
  accountRoute({
    method: 'post',
    path: urls.account.endSession,
    handle: async ({ c, server, session, form, redirect }) => {
      const which = (await form()).text('session');
      const others = server.db
        .deleteFrom('auth_session')
        .where('userId', '=', session.authUserId)
        .where('id', '<>', session.id);
      const ended = await (which === 'others'
        ? others
        : others.where('id', '=', which)
      ).executeTakeFirst();
      const count = Number(ended.numDeletedRows);
      if (count > 0) await noteAtDoor(server, c, session.authUserId, 'signed-out-elsewhere');
      return redirect(
        urls.account.page,
        count === 1 ? 'Signed out there' : `Signed out in ${count} other places`,
      );
    },
  }),
  accountRoute({
    method: 'get',
    path: urls.account.password,
    handle: async ({ server, session, shell, page }) =>
      page(
        ChangePasswordPage({
          shell,
          hasPassword: await hasPassword(server.db, session.authUserId),
          errors: [],
        }),
      ),
  }),
  accountRoute({
    method: 'post',
    path: urls.account.password,
    handle: async ({ c, server, session, shell, form, page, redirect }) => {
      const { values } = await form();
      const again = (errors: FormFault[], status: 422 | 429 = 422) =>
        page(ChangePasswordPage({ shell, hasPassword: true, errors }), status);
      const { current, password } = values;
      const errors: FormFault[] = [];
      if (typeof current !== 'string' || !current)
        errors.push({ field: 'current', message: 'Enter your password as it is now' });
      const chosen = typeof password === 'string' ? password : '';
      const fault = await choiceFault(server, session.authUserId, chosen);
      if (fault !== null) errors.push({ field: 'password', message: fault });
      if (errors.length > 0) return again(errors);
      const answer = await askLibrary(server, c, {
        path: '/change-password',
        body: { currentPassword: current, newPassword: chosen, revokeOtherSessions: true },
      });
      if (answer.status === 429)
        return again(
          [{ field: 'current', message: 'There have been too many tries. Wait a minute' }],
          429,
        );
      if (answer.status !== 200)
        return again([{ field: 'current', message: 'That is not your password as it is now' }]);
      await server.db
        .updateTable('auth_session')
        .set({ method: session.method })
        .where('token', '=', server.auth.tokenIn(answer.cookies) ?? '')
        .execute();
      await noteAtDoor(server, c, session.authUserId, 'password-changed');
      keepCookies(c, answer);
      return redirect(
        urls.account.page,
        'Saved: your new password. Everywhere else you have been signed out',
      );
    },
  }),
];
