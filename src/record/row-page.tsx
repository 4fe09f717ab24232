import type { FormFault } from '../domain/form-fault.ts';
import type { ChildContext } from '../platform/http/context.ts';
import type { Route } from '../platform/http/route.ts';
import type { Html } from '../ui/html.ts';
import { ChildFrame } from './child-frame.tsx';
import type { FieldSet, Options, RowOf, TagsOf, ValuesOf } from './field.ts';
import { FormBox, type FormView } from './form-box.tsx';
import { childForm, type Outcome } from './form-page.ts';
import { type Item, Items } from './items.tsx';
import { type Around, type Link, laidOut, mayWrite, type Writes } from './rows-page.tsx';

type Row = { readonly id: string; readonly version: number };

/** One row of a child's record on a page of its own: to end it, check it, or say what has changed. */
export type RowPage<R extends Row, F extends FieldSet> = {
  readonly path: string;
  readonly writes: Writes;
  /** Undefined when it is not there, or not for this person. */
  readonly row: (context: ChildContext) => Promise<R | undefined>;
  readonly item: (row: R, around: Around) => Item;
  readonly words: {
    readonly title: string | ((row: R, around: Around) => string);
    readonly saved: string;
    readonly button?: string;
  };
  readonly fields: F;
  readonly lists?: readonly string[];
  readonly options?: (context: ChildContext, row: R) => Promise<Options> | Options;
  /** The row as the fields hold it, when its columns are not theirs already; null when the form adds to it. */
  readonly stored?: (row: R) => RowOf<F> | null;
  readonly layout?: (F: TagsOf<F>) => Html;
  /** Drawn in place of the fields' form, when there is more to say about the row. */
  readonly body?: (row: R, form: FormView<F>, context: ChildContext) => Html | null;
  readonly back: (row: R, childId: string) => Link;
  /** Where it leads when it is saved; left out, back. */
  readonly to?: (childId: string) => string;
  /** Why the row takes no form any more; what was typed stays before its author. */
  readonly refuses?: (row: R) => readonly FormFault[];
  readonly rules?: (value: ValuesOf<F>, row: R) => readonly FormFault[];
  readonly save: (context: ChildContext, row: R, value: ValuesOf<F>) => Promise<Outcome>;
};

/** The page of one row: read, changed, laid beside what somebody else saved. */
export const rowPage = <R extends Row, F extends FieldSet>(of: RowPage<R, F>): readonly Route[] =>
  childForm({
    path: of.path,
    reads: 'child.view',
    writes: of.writes.permission,
    mayWrite: (context) => mayWrite(of.writes, context),
    fields: of.fields,
    ...(of.lists ? { lists: of.lists } : {}),
    options: (context, row) => of.options?.(context, row) ?? {},
    subject: of.row,
    stored: (row) => {
      const stored = of.stored ? of.stored(row) : (row as RowOf<F>);
      return stored && { ...stored, id: row.id, version: row.version };
    },
    refuses: (row) => of.refuses?.(row) ?? [],
    rules: (value, row) => of.rules?.(value, row) ?? [],
    save: of.save,
    view: ({ subject: row, form, context }) => {
      const around = { context, options: form.options, mayWrite: form.mayWrite };
      const title =
        typeof of.words.title === 'string' ? of.words.title : of.words.title(row, around);
      return (
        <ChildFrame
          context={context}
          title={title}
          faults={form.faults}
          back={of.back(row, context.child.id)}
        >
          <Items items={[of.item(row, around)]} />
          {of.body ? of.body(row, form, context) : <Change of={of} form={form} />}
        </ChildFrame>
      );
    },
    done: (row, _value, { child }) => ({
      to: of.to?.(child.id) ?? of.back(row, child.id).href,
      message: of.words.saved,
    }),
  });

const Change = <R extends Row, F extends FieldSet>({
  of,
  form,
}: {
  readonly of: RowPage<R, F>;
  readonly form: FormView<F>;
}) =>
  form.mayWrite ? (
    <FormBox form={form} button={of.words.button ?? 'Save'}>
      {laidOut(of, form.F)}
    </FormBox>
  ) : (
    <p class="govuk-body">Only people who work with the child change this.</p>
  );
