import { z } from 'zod';
import type { FormFault } from '../../domain/form-fault.ts';
import { askLibrary, keepCookies, type LibraryAnswer } from '../../platform/auth/ask-library.ts';
import { noteAtDoor } from '../../platform/auth/door-log.ts';
import { useCode } from '../../platform/auth/tries.ts';
import type { PublicContext } from '../../platform/http/context.ts';
import { parseForm, requiredText } from '../../platform/http/parse-form.ts';
import { publicRoute, type Route } from '../../platform/http/route.ts';
import { safePath } from '../../platform/http/safe-path.ts';
import { urls } from '../../urls.ts';
import { atTheDoor, atTheSecondStep } from './at-the-door.ts';
import { choiceFault, identityOfLink } from './choose-password.ts';
import { CodePage } from './code.view.tsx';
import { finishSignIn } from './finish-sign-in.ts';
import { NoAccessPage } from './no-access.view.tsx';
import { LinkSpentPage, SetPasswordPage } from './set-password.view.tsx';
import { endSession, personas } from './sign-in.queries.ts';
import { SignInPage } from './sign-in.view.tsx';

const signInForm = z.object({
  email: requiredText('Enter your work e-mail'),
  password: z.string().min(1, 'Enter your password'),
});
const tooMany = 'There have been too many tries. Wait a minute, then try again';
const codeUsed = 'That code was used before. Sign in again, with the next code that your app shows';
const heldOff =
  'There have been too many wrong passwords for this e-mail. Wait a quarter of an hour, sign in on a computer where you have before, or ask your administrator for a sign-in link';
const codesHeldOff =
  'There have been too many wrong codes for this e-mail. Wait a quarter of an hour, or sign in on a computer where you have before. If you did not try them yourself, tell your administrator that somebody knows your password';
const wrongPassword =
  'That e-mail and password do not go together. Check both, or ask your administrator for a new sign-in link';

/** Draws the sign-in page again, with what was typed (never the password). */
export async function signInPage(
  { server, page }: PublicContext,
  model: { next: string; email?: string; errors?: FormFault[]; message?: string | undefined },
  status: 200 | 422 | 429 = 200,
): Promise<Response> {
  return page(
    SignInPage({
      personas: server.env.FOOTHOLD_DEMO ? await personas(server.db) : [],
      singleSignOn: server.env.OIDC_ISSUER ? server.env.OIDC_NAME : null,
      next: model.next,
      errors: model.errors ?? [],
      email: model.email ?? '',
      message: model.message,
    }),
    status,
  );
}

// The library gives the identity and the new session's token in the same words for each kind of proof.
async function comeIn(
  { c, server, page, redirect }: PublicContext,
  answer: LibraryAnswer,
  next: string,
): Promise<Response> {
  const { user } = z.object({ user: z.object({ id: z.string() }) }).parse(answer.body);
  const token = server.auth.tokenIn(answer.cookies) ?? '';
  const outcome = await finishSignIn(server, c, { authUserId: user.id, token, method: 'password' });
  if (outcome === 'no-access') return page(NoAccessPage(), 403);
  keepCookies(c, answer);
  return redirect(next);
}

function messageFor({ query }: PublicContext): string | undefined {
  if (query('password') === 'set') return 'Your password is set. Sign in with it now.';
  return query('then').startsWith(urls.signIn.held(''))
    ? 'Your session had ended. What you typed is kept: sign in and you get it back.'
    : undefined;
}

export const passwordRoutes: readonly Route[] = [
  publicRoute({
    method: 'get',
    path: urls.signIn.page,
    handle: (context) =>
      signInPage(context, {
        next: safePath(context.query('then'), urls.home),
        message: messageFor(context),
      }),
  }),
  publicRoute({
    method: 'post',
    path: urls.signIn.password,
    handle: async (context) => {
      const { c, server, redirect } = context;
      const form = await context.form();
      const next = safePath(form.text('next'), urls.home);
      const email = form.text('email');
      const again = (message: string, status: 422 | 429) =>
        signInPage(context, { next, email, errors: [{ field: 'email', message }] }, status);
      const given = parseForm(signInForm, form);
      if (!given.ok) return signInPage(context, { next, email, errors: [...given.errors] }, 422);
      const door = await atTheDoor(server, c, given.value.email);
      if (door.isHeldOff) return again(heldOff, 429);
      const answer = await askLibrary(server, c, {
        path: '/sign-in/email',
        body: { email: given.value.email.toLowerCase(), password: given.value.password },
        withCookies: false,
      });
      if (answer.status === 429) return again(tooMany, 429);
      if (answer.status !== 200) {
        await door.wrong();
        return again(wrongPassword, 422);
      }
      await door.right();
      if (!('twoFactorRedirect' in answer.body)) return comeIn(context, answer, next);
      keepCookies(c, answer);
      return redirect(urls.signIn.code(next));
    },
  }),
  publicRoute({
    method: 'get',
    path: urls.signIn.code(),
    handle: ({ page, query }) =>
      page(CodePage({ next: safePath(query('then'), urls.home), errors: [] })),
  }),
  publicRoute({
    method: 'post',
    path: urls.signIn.code(),
    handle: async (context) => {
      const form = await context.form();
      const next = safePath(form.text('next'), urls.home);
      const code = form.text('code').replace(/\s/g, '');
      const again = (message: string, status: 422 | 429) =>
        context.page(CodePage({ next, errors: [{ field: 'code', message }] }), status);
      const afresh = (message: string) =>
        signInPage(context, { next, errors: [{ field: 'email', message }] }, 422);
      if (!code) return again('Enter your code', 422);
      const isFromApp = /^\d{6}$/.test(code);
      const { server, c } = context;
      const whose = await server.auth.pendingOf(c);
      const step = whose ? await atTheSecondStep(server, c, whose) : null;
      if (step?.isHeldOff) return again(codesHeldOff, 429);
      const answer = await askLibrary(server, c, {
        path: isFromApp ? '/two-factor/verify-totp' : '/two-factor/verify-backup-code',
        body: { code },
      });
      if (answer.status === 200) {
        const { user } = z.object({ user: z.object({ id: z.string() }) }).parse(answer.body);
        if (await useCode(server.db, user.id, server.auth.digest(code))) {
          await step?.right();
          return comeIn(context, answer, next);
        }
        await endSession(server.db, server.auth.tokenIn(answer.cookies));
        await noteAtDoor(server, c, user.id, 'wrong-code');
        return afresh(codeUsed);
      }
      await step?.wrong();
      if (answer.status === 429) return again(tooMany, 429);
      if (/COOKIE|TOO_MANY/.test(String(answer.body.code)))
        return afresh('That took too long or too many tries. Sign in again');
      return again(
        isFromApp
          ? 'That code is wrong or no longer works. Enter the one your app shows now'
          : 'That is not one of your backup codes, or it has been used. Check it and try again',
        422,
      );
    },
  }),
  publicRoute({
    method: 'get',
    path: urls.signIn.setPassword(':token'),
    handle: ({ page, param }) => page(SetPasswordPage({ token: param('token'), errors: [] })),
  }),
  publicRoute({
    method: 'post',
    path: urls.signIn.setPassword(':token'),
    handle: async ({ c, server, param, form, page, redirect }) => {
      const newPassword = (await form()).values.password;
      const again = (message: string, status: 422 | 429) =>
        page(
          SetPasswordPage({
            token: param('token'),
            errors: [{ field: 'password', message }],
          }),
          status,
        );
      const whose = await identityOfLink(server.db, param('token'), server.now());
      if (!whose) return page(LinkSpentPage(), 404);
      const fault = await choiceFault(server, whose, String(newPassword ?? ''));
      if (fault !== null) return again(fault, 422);
      const answer = await askLibrary(server, c, {
        path: '/reset-password',
        body: { newPassword, token: param('token') },
        withCookies: false,
      });
      if (answer.status === 429) return again(tooMany, 429);
      if (answer.status !== 200) return page(LinkSpentPage(), 404);
      await noteAtDoor(server, c, whose, 'password-chosen');
      await server.auth.rememberHere(c, whose);
      return redirect(urls.signIn.passwordSet);
    },
  }),
];
