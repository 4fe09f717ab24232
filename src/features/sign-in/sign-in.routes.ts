import { setCookie } from 'hono/cookie';
import { pageRoute, publicRoute, type Route } from '../../platform/http/route.ts';
import { safePath } from '../../platform/http/safe-path.ts';
import { urls } from '../../urls.ts';
import { personas } from './sign-in.queries.ts';
import { SignInPage } from './sign-in.view.tsx';

export const signInRoutes: readonly Route[] = [
  publicRoute({
    method: 'get',
    path: urls.signIn.page,
    handle: async ({ server, page, query }) =>
      page(
        SignInPage({
          personas: server.env.FOOTHOLD_DEMO ? await personas(server.db) : [],
          singleSignOn: server.env.OIDC_ISSUER ? server.env.OIDC_NAME : null,
          then: safePath(query('then'), urls.home),
          errors: [],
          email: '',
        }),
      ),
  }),
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
        .set({ method: 'persona' })
        .where('token', '=', token)
        .execute();
      return redirect(safePath(fields.text('then'), urls.home));
    },
  }),
  pageRoute({
    method: 'post',
    path: urls.signIn.out,
    permission: 'signed-in',
    audit: 'none',
    handle: async ({ c, server, session, redirect }) => {
      await server.db.deleteFrom('auth_session').where('id', '=', session.id).execute();
      setCookie(c, 'foothold-message', '', { path: '/', maxAge: 0 });
      return redirect(urls.signIn.page);
    },
  }),
];
