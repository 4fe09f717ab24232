import { britishDay } from '../../domain/calendar/british-time.ts';
import { noteAtDoor } from '../../platform/auth/door-log.ts';
import type { PublicContext, Server } from '../../platform/http/context.ts';
import { linkByEmail, worksHere } from './sign-in.queries.ts';

type Arrival = {
  readonly authUserId: string;
  readonly token: string;
  readonly method: 'password' | 'single-sign-on';
};

/** The last step of every sign-in: only someone who works here now keeps the session; it is marked with how they came. */
export async function finishSignIn(
  server: Pick<Server, 'auth' | 'db' | 'env' | 'now'>,
  c: PublicContext['c'],
  { authUserId, token, method }: Arrival,
): Promise<'in' | 'no-access'> {
  if (method === 'single-sign-on') await linkByEmail(server.db, authUserId);
  if (!(await worksHere(server.db, authUserId, britishDay(server.now())))) {
    await server.db.deleteFrom('auth_session').where('token', '=', token).execute();
    return 'no-access';
  }
  await server.db
    .updateTable('auth_session')
    .set({ method })
    .where('token', '=', token)
    .where('userId', '=', authUserId)
    .execute();
  await noteAtDoor(server, c, authUserId, 'signed-in', method);
  await server.auth.rememberHere(c, authUserId);
  return 'in';
}

/** Unlocks a session whose owner has proved who they are; what was typed meanwhile is theirs again. */
export async function unlock(server: Pick<Server, 'db' | 'now'>, sessionId: string): Promise<void> {
  await server.db
    .updateTable('auth_session')
    .set({ locked_at: null, last_seen_at: server.now() })
    .where('id', '=', sessionId)
    .execute();
}
