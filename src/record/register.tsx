import type { Day } from '../domain/calendar/day.ts';
import type { FormFault } from '../domain/form-fault.ts';
import type { Tab } from '../domain/navigation/menu.ts';
import type { DB } from '../platform/db/tables.generated.ts';
import type { ChildContext } from '../platform/http/context.ts';
import type { Route } from '../platform/http/route.ts';
import type { FieldSet, Options, ValuesOf } from './field.ts';
import { listsOf } from './fields.ts';
import { FormBox, type FormView } from './form-box.tsx';
import type { Item } from './items.tsx';
import { rowPage } from './row-page.tsx';
import { addRow, changeRow, type RecordTable } from './rows.ts';
import { type Around, backTo, type Link, laidOut, rowsPage, type Writes } from './rows-page.tsx';

/** A table of rows that somebody looks at again by a day, until they are ended. */
export type RegisterTable = {
  [T in RecordTable]: DB[T] extends { child_id: unknown; review_on: unknown; ended_on: unknown }
    ? T
    : never;
}[RecordTable];

type Kept = {
  readonly id: string;
  readonly version: number;
  readonly review_on: Day;
  readonly ended_on: Day | null;
};

export type Register<R extends Kept, A extends FieldSet, L extends FieldSet, E extends FieldSet> = {
  readonly table: RegisterTable;
  readonly tab?: Tab | undefined;
  readonly writes: Writes;
  /** The addresses of the list, of one row and of the page that ends it. */
  readonly address: (childId: string) => string;
  readonly one: (childId: string, rowId: string) => string;
  readonly end: (childId: string, rowId: string) => string;
  readonly back: (childId: string) => Link;
  readonly rows: (context: ChildContext) => Promise<readonly R[]>;
  readonly item: (row: R, around: Around) => Item;
  readonly fields: A;
  /** What is said when it is looked at again, and when it is ended. */
  readonly looks: L;
  readonly ends: E;
  readonly options?: (context: ChildContext) => Promise<Options>;
  /** A new row's columns from its form. */
  readonly columns: (
    context: ChildContext,
    value: ValuesOf<A>,
  ) => Promise<Readonly<Record<string, unknown>>>;
  readonly words: {
    readonly title: string;
    readonly intro: string;
    readonly empty: string;
    readonly addTitle: string;
    readonly add: string;
    readonly saved: string;
    /** The link to one row, for who writes and for who reads. */
    readonly lookAgain: string;
    readonly open: string;
    readonly keep: string;
    /** The link to the page that ends it, that page, and its button. */
    readonly endThis: string;
    readonly ended: string;
    /** Said when somebody else ended it meanwhile. */
    readonly endedMeanwhile: string;
  };
};

/** Rows with an owner and a day to look at each again: the list, one, raised, looked at again, and ended with a reason. */
export const register = <
  R extends Kept,
  A extends FieldSet,
  L extends FieldSet,
  E extends FieldSet,
>(
  of: Register<R, A, L, E>,
): readonly Route[] => [...listPage(of), ...lookPage(of), ...endPage(of)];

function listPage<R extends Kept, A extends FieldSet, L extends FieldSet, E extends FieldSet>(
  of: Register<R, A, L, E>,
) {
  return rowsPage<R, A>({
    address: of.address,
    tab: of.tab,
    writes: of.writes,
    back: of.back,
    words: of.words,
    rows: of.rows,
    isPast,
    item: (row, around) => {
      const { context, mayWrite } = around;
      const text = mayWrite ? of.words.lookAgain : of.words.open;
      const action = { href: of.one(context.child.id, row.id), text };
      return isPast(row) ? of.item(row, around) : { ...of.item(row, around), action };
    },
    fields: of.fields,
    ...(of.options ? { options: of.options } : {}),
    save: async (context, _rows, value) => {
      const columns = { child_id: context.child.id, ...(await of.columns(context, value)) };
      await addRow(context.tx, context.actor, of.table, columns as never);
      return { kind: 'saved' };
    },
  });
}

function lookPage<R extends Kept, A extends FieldSet, L extends FieldSet, E extends FieldSet>(
  of: Register<R, A, L, E>,
) {
  return rowPage<R, L>({
    ...oneOf(of),
    path: of.one(':childId', ':rowId'),
    words: { title: (row, around) => of.item(row, around).title, saved: of.words.saved },
    back: (_row, childId) => backTo(of.words.title, of.address(childId)),
    fields: of.looks,
    body: (row, form, { child }) =>
      isOpen(row, form) ? (
        <>
          <h2 class="govuk-heading-m">Look at it again</h2>
          <FormBox form={form} button={of.words.keep}>
            {laidOut({}, form.F)}
          </FormBox>
          <p class="govuk-body fh-no-print">
            <a class="govuk-link" href={of.end(child.id, row.id)}>
              {of.words.endThis}
            </a>
          </p>
        </>
      ) : null,
    save: ({ tx }, row, columns) => changeRow(tx, of.table, row, columns as never),
  });
}

function endPage<R extends Kept, A extends FieldSet, L extends FieldSet, E extends FieldSet>(
  of: Register<R, A, L, E>,
) {
  return rowPage<R, E>({
    ...oneOf(of),
    path: of.end(':childId', ':rowId'),
    words: { title: of.words.ended, saved: of.words.saved },
    back: (row, childId) => ({ href: of.one(childId, row.id), text: 'Back' }),
    to: of.address,
    fields: of.ends,
    body: (row, form) =>
      isOpen(row, form) ? (
        <FormBox form={form} button={of.words.ended}>
          {laidOut({}, form.F)}
        </FormBox>
      ) : null,
    save: ({ tx, today }, row, columns) =>
      changeRow(tx, of.table, row, { ...columns, ended_on: today } as never),
  });
}

/** What the two pages of one row have in common: an ended row is read, and takes no form. */
const oneOf = <R extends Kept>(
  of: Pick<
    Register<R, FieldSet, FieldSet, FieldSet>,
    'writes' | 'address' | 'rows' | 'item' | 'options' | 'fields' | 'words'
  >,
) => ({
  writes: of.writes,
  to: of.address,
  row: async (context: ChildContext) =>
    (await of.rows(context)).find(({ id }) => id === context.param('rowId')),
  item: of.item,
  lists: listsOf(of.fields),
  ...(of.options ? { options: of.options } : {}),
  refuses: (row: R): readonly FormFault[] =>
    isPast(row) ? [{ field: 'version', message: of.words.endedMeanwhile }] : [],
});

const isPast = ({ ended_on }: Kept) => ended_on !== null;

// What was typed while somebody else ended it stays before its author.
const isOpen = (row: Kept, form: Pick<FormView, 'mayWrite' | 'faults'>) =>
  form.mayWrite && (!isPast(row) || form.faults.length > 0);
