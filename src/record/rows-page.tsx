import { can } from '../domain/access/can.ts';
import { canWriteFor } from '../domain/access/can-write-for.ts';
import type { Permission } from '../domain/access/permissions.data.ts';
import type { RecordClass } from '../domain/access/record-classes.data.ts';
import type { FormFault } from '../domain/form-fault.ts';
import type { Tab } from '../domain/navigation/menu.ts';
import type { ChildContext } from '../platform/http/context.ts';
import type { Route } from '../platform/http/route.ts';
import type { Html } from '../ui/html.ts';
import { urls } from '../urls.ts';
import { ChildFrame } from './child-frame.tsx';
import type { FieldSet, Options, TagsOf, ValuesOf } from './field.ts';
import { FormBox } from './form-box.tsx';
import { childForm, type Outcome } from './form-page.ts';
import { type Item, Items, ItemsBefore } from './items.tsx';

/** Who writes these rows. Left out, `recordClass` means that the permission alone decides, as for allocation. */
export type Writes = { readonly permission: Permission; readonly recordClass?: RecordClass };
export type Link = { readonly href: string; readonly text: string };
/** What an item's words are made from beside its row. */
export type Around = {
  readonly context: ChildContext;
  readonly options: Options;
  readonly mayWrite: boolean;
};

/** Rows of a child's record on one page: those of now, the form that adds one, and those of before. */
export type RowsPage<R, F extends FieldSet> = {
  readonly address: (childId: string) => string;
  readonly tab?: Tab | undefined;
  readonly writes: Writes;
  /** Undefined when the page is not for this person. */
  readonly rows: (context: ChildContext) => Promise<readonly R[] | undefined>;
  /** Left out, all rows are of now. */
  readonly isPast?: (row: R) => boolean;
  /** One row in words, and where it is changed. */
  readonly item: (row: R, around: Around) => Item;
  readonly words: {
    readonly title: string;
    readonly intro: string | ((rows: readonly R[]) => string);
    readonly empty: string;
    readonly addTitle: string;
    readonly add: string;
    readonly saved: string;
  };
  readonly fields: F;
  /** Code lists that the items read beside those of the fields. */
  readonly lists?: readonly string[];
  readonly options?: (context: ChildContext) => Promise<Options> | Options;
  /** The fields in the page's own order and grouping; left out, as they are defined. */
  readonly layout?: (F: TagsOf<F>) => Html;
  /** What else to know or do about what stands now. */
  readonly beneath?: (context: ChildContext) => Promise<Html | null>;
  readonly back?: (childId: string) => Link;
  readonly rules?: (value: ValuesOf<F>, rows: readonly R[]) => readonly FormFault[];
  readonly save: (
    context: ChildContext,
    rows: readonly R[],
    value: ValuesOf<F>,
  ) => Promise<Outcome>;
};

/** Whether this person may write such rows of this child. */
export const mayWrite = (
  { permission, recordClass }: Writes,
  { actor, child }: Pick<ChildContext, 'actor' | 'child'>,
): boolean =>
  can(actor, permission) && (recordClass === undefined || canWriteFor(actor, recordClass, child));

/** The page of rows: read, added to, refused with what was typed. */
export const rowsPage = <R, F extends FieldSet>(of: RowsPage<R, F>): readonly Route[] =>
  childForm({
    path: of.address(':childId'),
    tab: of.tab,
    reads: 'child.view',
    writes: of.writes.permission,
    mayWrite: (context) => mayWrite(of.writes, context),
    fields: of.fields,
    ...(of.lists ? { lists: of.lists } : {}),
    options: (context) => of.options?.(context) ?? {},
    subject: async (context: ChildContext) => {
      const rows = await of.rows(context);
      return rows && { rows, beneath: (await of.beneath?.(context)) ?? null };
    },
    rules: (value, { rows }) => of.rules?.(value, rows) ?? [],
    save: (context, { rows }, value) => of.save(context, rows, value),
    view: ({ subject: { rows, beneath }, form, context }) => {
      const { title, intro, empty, addTitle, add } = of.words;
      const around = { context, options: form.options, mayWrite: form.mayWrite };
      const isPast = of.isPast ?? (() => false);
      const now = rows.filter((row) => !isPast(row)).map((row) => of.item(row, around));
      const before = rows.filter(isPast).map((row) => of.item(row, around));
      const { child } = context;
      return (
        <ChildFrame
          context={context}
          title={title}
          faults={form.faults}
          back={of.back?.(child.id) ?? backTo('Details', urls.child.details(child.id))}
        >
          <p class="govuk-body">{typeof intro === 'string' ? intro : intro(rows)}</p>
          {now.length > 0 ? <Items items={now} /> : <p class="govuk-body">{empty}</p>}
          {beneath}
          {form.mayWrite ? (
            <section aria-labelledby="add" class="fh-no-print">
              <h2 class="govuk-heading-m" id="add">
                {addTitle}
              </h2>
              <FormBox form={form} button={add}>
                {laidOut(of, form.F)}
              </FormBox>
            </section>
          ) : null}
          <ItemsBefore items={before} />
        </ChildFrame>
      );
    },
    done: (_subject, _value, { child }) => ({ to: of.address(child.id), message: of.words.saved }),
  });

/** The way back to a page by its title. */
export const backTo = (title: string, href: string): Link => ({
  href,
  text: `Back to ${title.charAt(0).toLowerCase()}${title.slice(1)}`,
});

/** The fields as the page lays them out, or else in their own order. */
export const laidOut = <F extends FieldSet>(
  { layout }: { readonly layout?: (F: TagsOf<F>) => Html },
  F: TagsOf<F>,
) => layout?.(F) ?? Object.values(F).map((Field) => <Field />);
