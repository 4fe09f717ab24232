import { setCookie } from 'hono/cookie';
import { addressOf } from '../../platform/auth/ask-library.ts';
import { noteAtDoor } from '../../platform/auth/door-log.ts';
import { forgetAnswers } from '../../platform/http/may-go-back-to.ts';
import { accountRoute, publicRoute, type Route } from '../../platform/http/route.ts';
import { safePath } from '../../platform/http/safe-path.ts';
import { urls } from '../../urls.ts';
import { accountRoutes } from './account.routes.ts';
import { heldRoutes } from './held.routes.ts';
import { lockRoutes } from './lock.routes.ts';
import { passwordRoutes } from './password.routes.ts';
import { secondFactorRoutes } from './second-factor.routes.ts';
import { personas } from './sign-in.queries.ts';
import { singleSignOnRoutes } from './single-sign-on.routes.ts';

export const signInRoutes: readonly Route[] = [
  ...passwordRoutes,
  ...singleSignOnRoutes,
  ...lockRoutes,
  ...heldRoutes,
  ...accountRoutes,
  ...secondFactorRoutes,
  publicRoute({
    method: 'post',
    path: urls.signIn.persona,
    handle: async ({ c, server, form, redirect }) => {
      const fields = await form();
      const chosen = server.env.FOOTHOLD_DEMO
        ? (await personas(server.db)).find(({ authUserId }) => authUserId === fields.text('person'))
        : undefined;
      if (!chosen) return redirect(urls.signIn.page);
      const token = await server.auth.startSession(c, chosen.authUserId);
      await server.db
        .updateTable('auth_session')
        .set({
          method: 'persona',
          ipAddress: addressOf(c, server.env.FOOTHOLD_BEHIND_PROXY),
          userAgent: c.req.header('user-agent') ?? '',
        })
        .where('token', '=', token)
        .execute();
      await noteAtDoor(server, c, chosen.authUserId, 'signed-in', 'persona');
      return redirect(safePath(fields.text('next'), urls.home));
    },
  }),
  accountRoute({
    method: 'post',
    path: urls.signIn.out,
    handle: async ({ c, server, session, redirect }) => {
      await server.db.deleteFrom('auth_session').where('id', '=', session.id).execute();
      await noteAtDoor(server, c, session.authUserId, 'signed-out');
      server.auth.forget(c);
      forgetAnswers(c);
      setCookie(c, 'foothold-message', '', { path: '/', maxAge: 0 });
      return redirect(urls.signIn.page);
    },
  }),
];
