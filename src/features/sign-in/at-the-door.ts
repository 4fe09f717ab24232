import { noteAtDoor } from '../../platform/auth/door-log.ts';
import { countTry, forgetTries, mostTries } from '../../platform/auth/tries.ts';
import type { PublicContext, Server } from '../../platform/http/context.ts';

/**
 * Counts a try to sign in with a password before it is looked at. The count is of the e-mail, whether anybody has it or not, and
 * apart for browsers on which its owner has signed in before: a stranger who tries on shuts out strangers.
 */
export async function atTheDoor(server: Server, c: PublicContext['c'], email: string) {
  const found = await server.db
    .selectFrom('auth_user')
    .select('id')
    .where('email', '=', email.toLowerCase())
    .executeTakeFirst();
  const isKnown = found !== undefined && (await server.auth.isKnownHere(c, found.id));
  const account = `account:${server.auth.digest(email.toLowerCase())}`;
  const keys = { stranger: account, known: `${account}:known` };
  const tries = await countTry(server.db, isKnown ? keys.known : keys.stranger, server.now());
  const note = async (kind: 'wrong-password' | 'held-off') => {
    if (found) await noteAtDoor(server, c, found.id, kind);
  };
  // Said once in a quarter of an hour: whoever tries on fills no table.
  if (tries === mostTries + 1) await note('held-off');
  return {
    isHeldOff: tries > mostTries,
    wrong: () => note('wrong-password'),
    right: () => forgetTries(server.db, [keys.stranger, keys.known]),
  };
}
