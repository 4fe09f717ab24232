import { formatInstant } from '../domain/calendar/british-time.ts';
import type { Tx } from '../platform/db/as-actor.ts';

/** A line of what happened at somebody's door. */
export type DoorLine = {
  readonly at: Date;
  readonly kind: string;
  readonly method: string | null;
  readonly address: string | null;
  readonly browser: string | null;
  readonly name: string;
  readonly doneBy: string | null;
};

const words: Readonly<Record<string, string>> = {
  'signed-in': 'Signed in',
  'wrong-password': 'Wrong password',
  'wrong-code': 'Wrong or used code',
  'held-off': 'Held off after too many wrong passwords',
  locked: 'Locked',
  unlocked: 'Unlocked',
  'signed-out': 'Signed out',
  'signed-out-elsewhere': 'Signed out elsewhere',
  'link-made': 'Sign-in link made',
  'password-chosen': 'Chose a password with a sign-in link',
  'password-changed': 'Changed the password',
  'second-step-set': 'Set up the second step',
  'second-step-reset': 'Second step started again',
};
const ways: Readonly<Record<string, string>> = {
  password: ', with a password',
  'single-sign-on': ', with single sign-on',
  persona: ', as a person of the demonstration',
};
/** Which kinds somebody did wrong, rather than as it should be. */
const troubleKinds = ['wrong-password', 'wrong-code', 'held-off'] as const;

type Asked = {
  readonly staffId?: string;
  readonly onlyTrouble?: boolean;
  readonly offset?: number;
  readonly limit?: number;
};

/** The latest lines that the reader may read. */
export async function doorLines(
  tx: Tx,
  { staffId, onlyTrouble, offset = 0, limit = 50 }: Asked,
): Promise<readonly DoorLine[]> {
  return tx
    .selectFrom('sign_in_event as e')
    .innerJoin('staff as s', (on) =>
      on.onRef('s.service_id', '=', 'e.service_id').onRef('s.id', '=', 'e.staff_id'),
    )
    .leftJoin('staff as by', (on) =>
      on.onRef('by.service_id', '=', 'e.service_id').onRef('by.id', '=', 'e.done_by'),
    )
    .select(['e.at', 'e.kind', 'e.method', 'e.address', 'e.browser', 's.name', 'by.name as doneBy'])
    .$if(staffId !== undefined, (query) => query.where('e.staff_id', '=', staffId ?? ''))
    .$if(onlyTrouble === true, (query) => query.where('e.kind', 'in', [...troubleKinds]))
    .orderBy('e.at', 'desc')
    .orderBy('e.id')
    .offset(offset)
    .limit(limit)
    .execute();
}

const said = ({ kind, method, doneBy }: DoorLine) =>
  `${words[kind] ?? kind}${ways[method ?? ''] ?? ''}${doneBy ? `, by ${doneBy}` : ''}`;
const whence = ({ browser, address }: DoorLine) =>
  [browser, address && `address ${address}`].filter(Boolean).join(', ') || '–';

/** What a line of the door says; `whose` names the person of each. */
export const doorColumns = (whose: boolean) => [
  { heading: 'When', text: ({ at }: DoorLine) => formatInstant(at) },
  ...(whose ? [{ heading: 'Whose door', text: ({ name }: DoorLine) => name }] : []),
  { heading: 'What', text: said },
  { heading: 'From', text: whence },
];
