import { formatInstant } from '../../domain/calendar/british-time.ts';
import { askLibrary, keepCookies } from '../../platform/auth/ask-library.ts';
import { minPasswordLength } from '../../platform/auth/authentication.ts';
import { asActor } from '../../platform/db/as-actor.ts';
import { accountRoute, type Route } from '../../platform/http/route.ts';
import type { FieldError } from '../../ui/layout/page.tsx';
import { urls } from '../../urls.ts';
import { AccountPage } from './account.view.tsx';
import { browserName } from './browser-name.ts';
import { ChangePasswordPage } from './change-password.view.tsx';
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
    handle: async ({ server, session, form, redirect }) => {
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
          minLetters: minPasswordLength,
        }),
      ),
  }),
  accountRoute({
    method: 'post',
    path: urls.account.password,
    handle: async ({ c, server, session, shell, form, page, redirect }) => {
      const { values } = await form();
      const again = (errors: FieldError[], status: 422 | 429 = 422) =>
        page(
          ChangePasswordPage({ shell, hasPassword: true, errors, minLetters: minPasswordLength }),
          status,
        );
      const { current, password } = values;
      const errors: FieldError[] = [];
      if (typeof current !== 'string' || !current)
        errors.push({ field: 'current', message: 'Enter your password as it is now' });
      if (typeof password !== 'string' || password.length < minPasswordLength)
        errors.push({
          field: 'password',
          message: `Your new password must have at least ${minPasswordLength} letters`,
        });
      if (errors.length > 0) return again(errors);
      const answer = await askLibrary(server, c, {
        path: '/change-password',
        body: { currentPassword: current, newPassword: password, revokeOtherSessions: true },
      });
      if (answer.status === 429)
        return again(
          [{ field: 'current', message: 'There have been too many tries. Wait a minute' }],
          429,
        );
      if (answer.body.code === 'PASSWORD_TOO_LONG')
        return again([{ field: 'password', message: 'Use 128 letters or fewer' }]);
      if (answer.status !== 200)
        return again([{ field: 'current', message: 'That is not your password as it is now' }]);
      await server.db
        .updateTable('auth_session')
        .set({ method: session.method })
        .where('token', '=', server.auth.tokenIn(answer.cookies) ?? '')
        .execute();
      keepCookies(c, answer);
      return redirect(
        urls.account.page,
        'Saved: your new password. Everywhere else you have been signed out',
      );
    },
  }),
];
