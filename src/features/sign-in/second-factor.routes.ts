import { z } from 'zod';
import type { FormFault } from '../../domain/form-fault.ts';
import { askLibrary, keepCookies } from '../../platform/auth/ask-library.ts';
import { noteAtDoor } from '../../platform/auth/door-log.ts';
import { useCode } from '../../platform/auth/tries.ts';
import type { AccountContext } from '../../platform/http/context.ts';
import { accountRoute, type Route } from '../../platform/http/route.ts';
import { urls } from '../../urls.ts';
import { BackupCodesPage, ConfirmCodePage, SecondFactorPage } from './second-factor.view.tsx';
import { hasPassword } from './sign-in.queries.ts';

const tooMany = 'There have been too many tries. Wait a minute, then try again';

async function firstPage(
  { server, session, shell, page }: AccountContext,
  errors: readonly FormFault[] = [],
  status: 200 | 422 | 429 = 200,
) {
  return page(
    SecondFactorPage({
      shell,
      isOn: session.hasSecondFactor,
      isForced: session.method === 'password' && !session.hasSecondFactor,
      hasPassword: await hasPassword(server.db, session.authUserId),
      errors,
    }),
    status,
  );
}

/** Asks the library for a new key, or for new backup codes when the second step is on already. */
async function begin(context: AccountContext, password: string) {
  const { c, server, session, shell, page } = context;
  const again = (message: string, status: 422 | 429 = 422) =>
    firstPage(context, [{ field: 'password', message }], status);
  if (!password) return again('Enter your password');
  const answer = await askLibrary(server, c, {
    path: session.hasSecondFactor ? '/two-factor/generate-backup-codes' : '/two-factor/enable',
    body: { password },
  });
  if (answer.status === 429) return again(tooMany, 429);
  if (answer.status !== 200) return again('That is not your password. Try again');
  if (session.hasSecondFactor) {
    const { backupCodes } = z.object({ backupCodes: z.array(z.string()) }).parse(answer.body);
    return page(BackupCodesPage({ shell, codes: backupCodes, isFirst: false }));
  }
  const { totpURI } = z.object({ totpURI: z.string() }).parse(answer.body);
  return page(ConfirmCodePage({ shell, uri: totpURI, errors: [] }));
}

/** Turns the second step on once a code shows that the app has the key. */
async function confirm(context: AccountContext, uri: string, typed: string) {
  const { c, server, session, shell, page } = context;
  const code = typed.replace(/\s/g, '');
  const again = (message: string, status: 422 | 429 = 422) =>
    page(ConfirmCodePage({ shell, uri, errors: [{ field: 'code', message }] }), status);
  if (!/^\d{6}$/.test(code)) return again('Enter the six figures that your app shows');
  const answer = await askLibrary(server, c, { path: '/two-factor/verify-totp', body: { code } });
  if (answer.status === 429) return again(tooMany, 429);
  if (answer.status !== 200)
    return again('That code is wrong or no longer works. Enter the one your app shows now');
  await useCode(server.db, session.authUserId, server.auth.digest(code));
  await noteAtDoor(server, c, session.authUserId, 'second-step-set');
  await server.db
    .updateTable('auth_session')
    .set({ method: session.method })
    .where('token', '=', server.auth.tokenIn(answer.cookies) ?? '')
    .execute();
  keepCookies(c, answer);
  const { backupCodes } = await server.auth.library.api.viewBackupCodes({
    body: { userId: session.authUserId },
  });
  return page(BackupCodesPage({ shell, codes: backupCodes, isFirst: true }));
}

export const secondFactorRoutes: readonly Route[] = [
  accountRoute({
    method: 'get',
    path: urls.account.secondFactor,
    handle: (context) => firstPage(context),
  }),
  accountRoute({
    method: 'post',
    path: urls.account.secondFactor,
    handle: async (context) => {
      const form = await context.form();
      const uri = form.text('uri');
      if (uri.startsWith('otpauth://') && !context.session.hasSecondFactor)
        return confirm(context, uri, form.text('code'));
      return begin(context, String(form.values.password ?? ''));
    },
  }),
];
