import { randomUUID } from 'node:crypto';
import type { Authentication } from '../auth/authentication.ts';

const daysHeld = 3;

type Signs = Pick<Authentication, 'sign'>;

/** The mark of one drawing of a form: whose it is, when it was drawn and whether anything is typed in it, signed. */
export function newToken(auth: Signs, staffId: string, isTyped: boolean, now: Date): string {
  const said = [staffId, now.getTime().toString(36), isTyped ? 't' : 'b', randomUUID()].join('.');
  return `${said}.${auth.sign(said)}`;
}

/** What a mark says, when it is one that we gave. */
function readToken(auth: Signs, token: string) {
  const end = token.lastIndexOf('.');
  const said = token.slice(0, Math.max(0, end));
  if (!said || auth.sign(said) !== token.slice(end + 1)) return null;
  const [staffId = '', drawn = '', kind] = said.split('.');
  return { staffId, drawnAt: Number.parseInt(drawn, 36), isTyped: kind === 't' };
}

/** Whether something is typed in the form; a form that carries no mark of ours may be any. */
export const isTyped = (auth: Signs, token: string): boolean =>
  readToken(auth, token)?.isTyped ?? true;

/** Whose form it is, when it was drawn in the last days: for keeping what they typed, and for nothing else. */
export function whoseForm(auth: Signs, token: string, now: Date): string | null {
  const read = readToken(auth, token);
  return read && now.getTime() - read.drawnAt < daysHeld * 86_400_000 ? read.staffId : null;
}
