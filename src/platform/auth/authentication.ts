import { createHmac, timingSafeEqual } from 'node:crypto';
import { betterAuth } from 'better-auth';
import { genericOAuth, twoFactor } from 'better-auth/plugins';
import type { Context } from 'hono';
import { deleteCookie, getCookie, getSignedCookie, setSignedCookie } from 'hono/cookie';
import type { Kysely } from 'kysely';
import { minPasswordLength } from '../../domain/access/password-fault.ts';
import { newId } from '../db/new-id.ts';
import type { DB } from '../db/tables.generated.ts';
import type { Env } from '../env.ts';

const sessionHours = 12;
// The cookie outlasts the session, so that a form sent the next morning is known to be its sender's and is kept for them.
const cookieSeconds = 72 * 3600;
const knownCookie = 'foothold-known';
const knownSeconds = 180 * 24 * 3600;

/** The sign-in library with our tables, and the two things the server asks of it. */
export type Authentication = {
  /** The library's own endpoints; give it a request whose address is known (see `askLibrary`). */
  readonly library: ReturnType<typeof makeLibrary>;
  /** The address people type, without a path. */
  readonly origin: string;
  /** The session token of this browser, when its signature holds. */
  tokenOf(c: Context): string | null;
  /** Signs a browser in as an identity without a password: demonstration personas only. */
  startSession(c: Context, authUserId: string): Promise<string>;
  /** The session token among cookies that the library has set. */
  tokenIn(setCookies: readonly string[]): string | null;
  /** A cookie of the library as the browser is given it: the session's own outlasts the session. */
  outlasting(setCookie: string): string;
  /** A signature of ours under a text, for what a page hands out and gets back. */
  sign(text: string): string;
  /** The identity that has given its password here and not yet its code. */
  pendingOf(c: Context): Promise<string | null>;
  /** Whether an identity has signed in on this browser before: a stranger's wrong tries do not keep it out. */
  isKnownHere(c: Context, authUserId: string): Promise<boolean>;
  rememberHere(c: Context, authUserId: string): Promise<void>;
  /** A text that only this service can make of another. */
  digest(text: string): string;
  /** Takes the session's cookie away from this browser. */
  forget(c: Context): void;
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
  const pending = settings.createAuthCookie('two_factor').name;
  const knownHere = async (c: Context) =>
    ((await getSignedCookie(c, secret, knownCookie)) || '').split('.').filter(Boolean);
  return {
    library,
    origin,
    tokenOf: (c) => signedValue(getCookie(c, cookie.name) ?? '', secret),
    startSession: async (c, authUserId) => {
      const session = await settings.internalAdapter.createSession(authUserId);
      await setSignedCookie(c, cookie.name, session.token, secret, {
        path: '/',
        httpOnly: true,
        sameSite: 'Lax',
        secure: origin.startsWith('https:'),
        maxAge: cookieSeconds,
      });
      return session.token;
    },
    tokenIn: (setCookies) => {
      const ours = setCookies.find((text) => text.startsWith(`${cookie.name}=`));
      const value = decodeURIComponent(
        (ours ?? '').slice(cookie.name.length + 1).split(';')[0] ?? '',
      );
      return value.slice(0, value.lastIndexOf('.')) || null;
    },
    outlasting: (text) =>
      text.startsWith(`${cookie.name}=`)
        ? text.replace(/max-age=[1-9]\d*/i, `Max-Age=${cookieSeconds}`)
        : text,
    sign: (text) =>
      createHmac('sha256', secret).update(`form:${text}`).digest('base64url').slice(0, 22),
    pendingOf: async (c) => {
      const token = await getSignedCookie(c, secret, pending);
      const found = token ? await settings.internalAdapter.findVerificationValue(token) : null;
      return found?.value ?? null;
    },
    isKnownHere: async (c, id) => (await knownHere(c)).includes(id),
    rememberHere: async (c, id) => {
      const others = (await knownHere(c)).filter((each) => each !== id);
      await setSignedCookie(c, knownCookie, [id, ...others].slice(0, 5).join('.'), secret, {
        path: '/sign-in',
        httpOnly: true,
        sameSite: 'Lax',
        secure: origin.startsWith('https:'),
        maxAge: knownSeconds,
      });
    },
    digest: (text) => createHmac('sha256', secret).update(text).digest('base64url'),
    forget: (c) => void deleteCookie(c, cookie.name, { path: '/' }),
  };
}

// As `getSignedCookie` reads it, at once: it is asked of every request.
function signedValue(cookie: string, secret: string): string | null {
  const end = cookie.lastIndexOf('.');
  const value = cookie.slice(0, Math.max(0, end));
  const given = Buffer.from(cookie.slice(end + 1), 'base64');
  const ours = createHmac('sha256', secret).update(value).digest();
  return value && given.length === ours.length && timingSafeEqual(given, ours) ? value : null;
}

function makeLibrary(db: Kysely<DB>, env: Env, secret: string, origin: string) {
  return betterAuth({
    appName: 'Foothold',
    baseURL: origin,
    secret,
    database: { db, type: 'postgres' },
    telemetry: { enabled: false },
    logger: { disabled: env.LOG_LEVEL === 'silent', level: 'error' },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength,
      revokeSessionsOnPasswordReset: true,
    },
    session: {
      modelName: 'auth_session',
      expiresIn: sessionHours * 3600,
      disableSessionRefresh: true,
      // A session that was ended or locked must be so at once.
      cookieCache: { enabled: false },
    },
    user: {
      modelName: 'auth_user',
      validateUserInfo: ({ user, source }) =>
        source.method === 'oauth' && !user.emailVerified
          ? { error: 'email_not_verified' }
          : undefined,
    },
    databaseHooks: {
      // Only people an administrator has entered may come in.
      user: { create: { before: async (user) => awaitsIdentity(db, user.email) } },
    },
    account: {
      modelName: 'auth_account',
      accountLinking: { enabled: true },
    },
    verification: { modelName: 'auth_verification' },
    rateLimit: {
      enabled: true,
      storage: 'database',
      modelName: 'auth_rate_limit',
      window: 60,
      max: 30,
      // A whole office may share one address, so more than a few tries a minute are honest ones.
      customRules: {
        '/sign-in/email': { window: 60, max: 20 },
        '/sign-in/social': { window: 60, max: 60 },
      },
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
      ...(env.OIDC_TRUST_EMAIL ? { mapProfileToUser: () => ({ emailVerified: true }) } : {}),
    },
  ];
}

async function awaitsIdentity(db: Kysely<DB>, email: string): Promise<boolean> {
  const found = await db
    .selectFrom('staff')
    .select('id')
    .where((eb) => eb(eb.fn('lower', ['email']), '=', email.toLowerCase()))
    .where('auth_user_id', 'is', null)
    .executeTakeFirst();
  return found !== undefined;
}
