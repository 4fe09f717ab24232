import { betterAuth } from 'better-auth';
import { genericOAuth, twoFactor } from 'better-auth/plugins';
import type { Context } from 'hono';
import { getSignedCookie, setSignedCookie } from 'hono/cookie';
import type { Kysely } from 'kysely';
import { newId } from '../db/new-id.ts';
import type { DB } from '../db/tables.generated.ts';
import type { Env } from '../env.ts';

const sessionHours = 12;

/** The sign-in library with our tables, and the two things the server asks of it. */
export type Authentication = {
  /** The library's own endpoints; give it a request whose address is known (see `askLibrary`). */
  readonly library: ReturnType<typeof makeLibrary>;
  /** The session token of this browser, when its signature holds. */
  tokenOf(c: Context): Promise<string | null>;
  /** Signs a browser in as an identity without a password: demonstration personas only. */
  startSession(c: Context, authUserId: string): Promise<string>;
};

/** Sets up sign-in over the app's connection. `origin` is the address people type. */
export async function createAuthentication(
  db: Kysely<DB>,
  env: Env,
  secret: string,
  origin: string,
): Promise<Authentication> {
  const library = makeLibrary(db, env, secret, origin);
  const settings = await library.$context;
  const cookie = settings.authCookies.sessionToken;
  return {
    library,
    tokenOf: async (c) => (await getSignedCookie(c, secret, cookie.name)) || null,
    startSession: async (c, authUserId) => {
      const session = await settings.internalAdapter.createSession(authUserId);
      await setSignedCookie(c, cookie.name, session.token, secret, {
        path: '/',
        httpOnly: true,
        sameSite: 'Lax',
        secure: origin.startsWith('https:'),
        maxAge: sessionHours * 3600,
      });
      return session.token;
    },
  };
}

function makeLibrary(db: Kysely<DB>, env: Env, secret: string, origin: string) {
  return betterAuth({
    appName: 'Foothold',
    baseURL: origin,
    secret,
    database: { db, type: 'postgres' },
    telemetry: { enabled: false },
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 12 },
    session: {
      modelName: 'auth_session',
      expiresIn: sessionHours * 3600,
      disableSessionRefresh: true,
    },
    user: { modelName: 'auth_user' },
    account: {
      modelName: 'auth_account',
      accountLinking: { enabled: true, trustedProviders: ['single-sign-on'] },
    },
    verification: { modelName: 'auth_verification' },
    rateLimit: {
      enabled: true,
      storage: 'database',
      modelName: 'auth_rate_limit',
      window: 60,
      max: 30,
    },
    advanced: {
      ipAddress: { ipAddressHeaders: ['x-foothold-address'] },
      database: { generateId: () => newId() },
    },
    plugins: [
      twoFactor({ issuer: 'Foothold', schema: { twoFactor: { modelName: 'auth_two_factor' } } }),
      genericOAuth({ config: singleSignOn(env) }),
    ],
  });
}

function singleSignOn(env: Env) {
  if (!env.OIDC_ISSUER || !env.OIDC_CLIENT_ID) return [];
  return [
    {
      providerId: 'single-sign-on',
      discoveryUrl: `${env.OIDC_ISSUER.replace(/\/$/, '')}/.well-known/openid-configuration`,
      clientId: env.OIDC_CLIENT_ID,
      ...(env.OIDC_CLIENT_SECRET ? { clientSecret: env.OIDC_CLIENT_SECRET } : {}),
      scopes: ['openid', 'email', 'profile'],
      pkce: true,
      // Only people an administrator has entered may come in.
      disableImplicitSignUp: true,
    },
  ];
}
