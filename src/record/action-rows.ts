import { type Actor, can } from '../domain/access/can.ts';
import { canWriteFor } from '../domain/access/can-write-for.ts';
import type { Permission } from '../domain/access/permissions.data.ts';
import type { Day } from '../domain/calendar/day.ts';
import type { Tx } from '../platform/db/as-actor.ts';
import type { OpenChild } from '../platform/db/open-child.ts';
import { addRow } from './rows.ts';

export type Action = NonNullable<Awaited<ReturnType<typeof actionOf>>>;

/** One action, with the rule of what it is about. */
export const actionOf = (tx: Tx, id: string) =>
  tx
    .selectFrom('action')
    .innerJoin('action_rule', 'action_rule.about_table', 'action.about_table')
    .selectAll('action')
    .select(['action_rule.add_permission', 'action_rule.owner_may_close'])
    .where('action.id', '=', id)
    .executeTakeFirst();

type Promised = {
  readonly about: { readonly table: string; readonly id: string };
  readonly childId?: string;
  readonly what: string;
  /** Who does it: somebody of the service, or somebody without a sign-in who is only named. */
  readonly owner: { readonly id: string | null; readonly name: string; readonly agency: string };
  readonly dueOn: Day;
};

/** Promises an action; the day first promised is kept for good. */
export const promiseAction = (tx: Tx, actor: Actor, { about, owner, ...promised }: Promised) =>
  addRow(tx, actor, 'action', {
    child_id: promised.childId ?? null,
    about_table: about.table,
    about_id: about.id,
    what: promised.what,
    owner_id: owner.id,
    owner_name: owner.name,
    agency: owner.agency,
    original_due: promised.dueOn,
    due_on: promised.dueOn,
  });

type Standing = Pick<Action, 'owner_id' | 'created_by' | 'done_on' | 'owner_may_close'> & {
  readonly add_permission: string;
};
type Child = Pick<OpenChild, 'via'> | null;

/** Whoever owns an action reports on it, and so do those who give actions of its kind. */
export const mayReport = (actor: Actor, action: Standing, child: Child): boolean =>
  action.done_on === null && (action.owner_id === actor.staffId || gives(actor, action, child));

/** Whether this person says that it is done: never of their own where its rule asks for somebody else. */
export const mayClose = (actor: Actor, action: Standing, child: Child): boolean =>
  action.owner_may_close ||
  (gives(actor, action, child) && (action.owner_id ?? action.created_by) !== actor.staffId);

const gives = (actor: Actor, { add_permission }: Standing, child: Child) =>
  child === null
    ? can(actor, add_permission as Permission)
    : can(actor, 'action.add') &&
      (can(actor, 'oversight.write') || canWriteFor(actor, 'RC5', child));
