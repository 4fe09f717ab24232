import { askLibrary, keepCookies } from '../../platform/auth/ask-library.ts';
import { publicRoute, type Route } from '../../platform/http/route.ts';
import { safePath } from '../../platform/http/safe-path.ts';
import { urls } from '../../urls.ts';
import { finishSignIn } from './finish-sign-in.ts';
import { NoAccessPage } from './no-access.view.tsx';
import { signInPage } from './password.routes.ts';
import { identityOf } from './sign-in.queries.ts';

const notEntered = [
  'signup_disabled',
  'unable_to_create_user',
  'account_not_linked',
  'email_not_verified',
  'email_not_found',
];

/** OpenID Connect: out to the organisation's own sign-in and back, with the library keeping state, nonce and PKCE. */
export const singleSignOnRoutes: readonly Route[] = [
  publicRoute({
    method: 'post',
    path: urls.signIn.singleSignOn,
    handle: async (context) => {
      const { c, server, redirect } = context;
      const next = safePath((await context.form()).text('next'), urls.home);
      const answer = await askLibrary(server, c, {
        path: '/sign-in/social',
        body: {
          provider: 'single-sign-on',
          callbackURL: `${server.auth.origin}${next}`,
          errorCallbackURL: `${server.auth.origin}${urls.signIn.page}`,
          disableRedirect: true,
        },
        withCookies: false,
      });
      const { url } = answer.body;
      if (answer.status !== 200 || typeof url !== 'string')
        return signInPage(context, {
          next,
          message: `We could not reach ${server.env.OIDC_NAME}. Try again in a minute.`,
        });
      keepCookies(c, answer);
      return redirect(url);
    },
  }),
  publicRoute({
    method: 'get',
    path: urls.signIn.callback,
    handle: async (context) => {
      const { c, server, page, redirect } = context;
      const answer = await askLibrary(server, c, {
        method: 'GET',
        path: `${urls.signIn.callback.replace('/api/auth', '')}${new URL(c.req.url).search}`,
      });
      const token = server.auth.tokenIn(answer.cookies);
      const to = new URL(answer.location ?? urls.signIn.page, server.auth.origin);
      if (!token) {
        const fault = to.searchParams.get('error') ?? '';
        if (notEntered.includes(fault)) return page(NoAccessPage(), 403);
        return signInPage(context, {
          next: urls.home,
          message: `Signing in with ${server.env.OIDC_NAME} did not finish. Try again.`,
        });
      }
      const before = server.auth.tokenOf(c);
      const authUserId = (await identityOf(server.db, token)) ?? '';
      const outcome = await finishSignIn(server, c, {
        authUserId,
        token,
        method: 'single-sign-on',
      });
      if (outcome === 'no-access') return page(NoAccessPage(), 403);
      if (before) await server.db.deleteFrom('auth_session').where('token', '=', before).execute();
      keepCookies(c, answer);
      return redirect(safePath(`${to.pathname}${to.search}`, urls.home));
    },
  }),
];
