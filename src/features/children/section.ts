import type { z } from 'zod';
import { type Actor, can } from '../../domain/access/can.ts';
import { canWriteFor } from '../../domain/access/can-write-for.ts';
import type { Permission } from '../../domain/access/permissions.data.ts';
import type { RecordClass } from '../../domain/access/record-classes.data.ts';
import type { Day } from '../../domain/calendar/day.ts';
import type { Tab } from '../../domain/navigation/menu.ts';
import type { OpenChild } from '../../platform/db/open-child.ts';
import type { ChildContext, Form } from '../../platform/http/context.ts';
import { type FormError, parseForm } from '../../platform/http/parse-form.ts';
import { childRoute, type Route } from '../../platform/http/route.ts';
import type { Html } from '../../ui/html.ts';
import type { Typed } from '../../ui/layout/fields.tsx';

/** How a page of the record is drawn: fresh, or again with what was typed and what was wrong with it. */
export type Drawn = {
  readonly errors: readonly FormError[];
  readonly typed: Typed;
  readonly mayWrite: boolean;
};

/** Left out, `recordClass` means that the permission alone decides, as for allocation. */
type Writes = {
  readonly permission: Permission;
  readonly recordClass?: RecordClass;
};
/** Null when it was saved; otherwise the faults to show, or the page that lays two people's words side by side. */
type Refusal = readonly FormError[] | { readonly conflict: Html } | null;

type Section<T> = {
  readonly path: (childId: string) => string;
  readonly tab?: Tab | undefined;
  readonly writes: Writes;
  /** Null when the row that the page is about is not there. */
  draw(context: ChildContext, drawn: Drawn): Promise<Html | null>;
  schema(today: Day): z.ZodType<T>;
  save(context: ChildContext, input: T, form: Form): Promise<Refusal>;
  readonly done: { readonly to: (childId: string) => string; readonly message: string };
};

/** One page of a child's record with one form on it: read, drawn again with its faults, or saved. */
export function sectionRoutes<T>(section: Section<T>): readonly Route[] {
  const { path, tab, writes, draw } = section;
  return [
    childRoute({
      method: 'get',
      path: path(':childId'),
      tab,
      permission: 'child.view',
      audit: 'view',
      handle: async (context) => {
        const mayWrite = mayWriteHere(context.actor, context.child, writes);
        const html = await draw(context, { errors: [], typed: {}, mayWrite });
        return html ? context.page(html) : context.notFound();
      },
    }),
    childRoute({
      method: 'post',
      path: path(':childId'),
      permission: writes.permission,
      audit: 'change',
      handle: async (context) => {
        // Who may write only for children they work with is told nothing is there, as everywhere else.
        if (!mayWriteHere(context.actor, context.child, writes)) return context.notFound();
        // A row of another child under this child's address has no page here, so no form of it is taken either.
        if (!(await draw(context, { errors: [], typed: {}, mayWrite: true })))
          return context.notFound();
        const form = await context.form();
        const parsed = parseForm(section.schema(context.today), form);
        const refusal = parsed.ok ? await section.save(context, parsed.value, form) : parsed.errors;
        if (!refusal)
          return context.redirect(section.done.to(context.child.id), section.done.message);
        if ('conflict' in refusal) return context.page(refusal.conflict, 409);
        const html = await draw(context, { errors: refusal, typed: form.values, mayWrite: true });
        return html ? context.page(html, refusal === movedOn ? 409 : 422) : context.notFound();
      },
    }),
  ];
}

/** A row's id out of the address; something that is no id finds nothing. */
export const idOf = (text: string): string =>
  /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)
    ? text
    : '00000000-0000-0000-0000-000000000000';

/** Said on a short form when its row changed in between: what stands now is drawn above the form, with what was typed. */
export const movedOn: readonly FormError[] = [
  {
    field: 'version',
    message:
      'Somebody changed this while you had it open. What stands now is shown: check it, then save again',
  },
];

/** May this person change this part of this child's record? */
export const mayWriteHere = (
  actor: Actor,
  child: Pick<OpenChild, 'via'>,
  { permission, recordClass }: Writes,
): boolean =>
  can(actor, permission) && (recordClass === undefined || canWriteFor(actor, recordClass, child));
