import { noteAtDoor } from '../../platform/auth/door-log.ts';
import { countTry, forgetTries, mostTries } from '../../platform/auth/tries.ts';
import type { PublicContext, Server } from '../../platform/http/context.ts';

type Wrong = 'wrong-password' | 'wrong-code';

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
  const key = `account:${server.auth.digest(email.toLowerCase())}`;
  return counted(server, c, { key, whose: found?.id ?? null, wrong: 'wrong-password' });
}

/** The same of the second step: the right password begins no new count of codes, or whoever has it could guess on. */
export const atTheSecondStep = (server: Server, c: PublicContext['c'], whose: string) =>
  counted(server, c, { key: `code:${whose}`, whose, wrong: 'wrong-code' });

async function counted(
  server: Server,
  c: PublicContext['c'],
  { key, whose, wrong }: { readonly key: string; readonly whose: string | null; wrong: Wrong },
) {
  const isKnown = whose !== null && (await server.auth.isKnownHere(c, whose));
  const keys = { stranger: key, known: `${key}:known` };
  const tries = await countTry(server.db, isKnown ? keys.known : keys.stranger, server.now());
  const note = async (kind: Wrong | 'held-off') => {
    if (whose) await noteAtDoor(server, c, whose, kind);
  };
  // Said once in a quarter of an hour: whoever tries on fills no table.
  if (tries === mostTries + 1) await note('held-off');
  return {
    isHeldOff: tries > mostTries,
    wrong: () => note(wrong),
    right: () => forgetTries(server.db, [keys.stranger, keys.known]),
  };
}
