import type { Permission } from '../domain/access/permissions.data.ts';
import { formatDay } from '../domain/calendar/day.ts';
import { orRefused } from '../platform/db/or-refused.ts';
import type { ChildContext } from '../platform/http/context.ts';
import type { Route } from '../platform/http/route.ts';
import { ChildFrame } from './child-frame.tsx';
import { choice } from './choice-fields.tsx';
import {
  type Anew,
  type CorrectedTable,
  type Correction,
  correctionsOf,
  moveTo,
  stillStands,
  withdraw,
} from './correction-rows.ts';
import { FormBox } from './form-box.tsx';
import { childForm, type Outcome } from './form-page.ts';
import { type Item, Items } from './items.tsx';
import type { Link } from './rows-page.tsx';
import { longText, text } from './text-fields.tsx';

const fields = {
  what: choice(
    [
      { value: 'move', text: 'It belongs on another child’s record', hint: 'It is moved there' },
      { value: 'withdraw', text: 'It belongs on no record', hint: 'It is withdrawn' },
    ],
    { label: 'What is wrong?', required: 'Choose what is wrong' },
  ),
  number: text({
    label: 'Number of the right child',
    hint: 'When it is moved. The number is at the top of their record.',
    max: 40,
    width: 'one-third',
  }),
  reason: longText({
    label: 'Why?',
    hint: 'Both records show this. Never name the other child here.',
    required: 'Say why',
    max: 2000,
    rows: 3,
  }),
};

type Row = {
  readonly id: string;
  readonly version: number;
  readonly created_at: Date;
  readonly created_by: string | null;
};

/** A row that can be taken off a child's record: whose it is, what it says, and what of it begins anew elsewhere. */
export type Correctable<R extends Row> = {
  readonly table: CorrectedTable;
  readonly path: string;
  readonly permission: Permission;
  /** The row in the address; undefined when it is not there, or not for this person to correct. */
  readonly row: (context: ChildContext) => Promise<R | undefined>;
  readonly item: (row: R) => Item;
  readonly anew: Anew;
  /** What goes with the row to the right child's record. */
  readonly follows?: (context: ChildContext, row: R, to: Moved) => Promise<void>;
  readonly words: {
    readonly title: string;
    /** Said when work has followed from it already. */
    readonly worked: string;
    /** Said when the right child's record has the same already. */
    readonly stands: string;
  };
  readonly back: (row: R, childId: string) => Link;
  readonly list: (childId: string) => string;
};

export type Moved = { readonly childId: string; readonly rowId: string };

/** The page that takes a row off the wrong child's record: moved to the right one, or withdrawn; with a reason, and kept as it was. */
export const correction = <R extends Row>(of: Correctable<R>): readonly Route[] =>
  childForm({
    path: of.path,
    reads: of.permission,
    fields,
    subject: (context) => standingOrOff(context, of),
    stored: ({ row }) => row && ({ version: row.version } as never),
    refuses: ({ off }) => (off ? [standsAlready(off)] : []),
    rules: ({ what, number }) =>
      what === 'move' && !number
        ? [{ field: 'number', message: 'Enter the number of the right child' }]
        : [],
    save: (context, { row }, { what, number, reason }) =>
      unlessRefused(context, of, async () => {
        const stands = row ? await stillStands(context.tx, of.table, row) : 'gone';
        if (!row || stands === 'gone')
          return [
            { field: 'what', message: 'Somebody took it off already: open the list of the record' },
          ];
        if (stands === 'changed') return { kind: 'moved-on' };
        const said = { table: of.table, row, reason };
        if (what === 'withdraw') {
          await withdraw(context, said);
          return { kind: 'saved' };
        }
        const childId = await otherChild(context, number ?? '');
        if (!childId)
          return [
            {
              field: 'number',
              message: 'You can open no other child’s record by this number: check it',
            },
          ];
        const rowId = await moveTo(context, childId, { ...said, anew: of.anew, page: of.path });
        await of.follows?.(context, row, { childId, rowId });
        return { kind: 'saved' };
      }),
    view: ({ subject: { row, off }, form: { F, ...form }, context }) =>
      !row ? (
        <ChildFrame
          context={context}
          title={of.words.title}
          faults={form.faults}
          back={{ href: of.list(context.child.id), text: 'Back to the list' }}
        >
          <p class="govuk-body">{off ? standsAlready(off).message : ''}</p>
        </ChildFrame>
      ) : (
        <ChildFrame
          context={context}
          title={of.words.title}
          faults={form.faults}
          back={of.back(row, context.child.id)}
        >
          <Items items={[of.item(row)]} />
          <p class="govuk-body">
            It stays here struck through, with who took it off and why, and it counts as done, due
            or met no more. What it says goes with it when it is moved, and stays here when it is
            withdrawn. Who has looked at it stays in this record’s log.
          </p>
          <FormBox form={form} button="Take it off this record">
            <F.what />
            <F.number />
            <F.reason />
          </FormBox>
        </ChildFrame>
      ),
    done: (_row, { what }, { child }) => ({
      to: of.list(child.id),
      message:
        what === 'move'
          ? 'Moved to the right child’s record with what it says'
          : 'Withdrawn. It stays here struck through',
    }),
  });

type Standing<R extends Row> = { readonly row: R | null; readonly off: Correction | null };

/** The row in the address, or who took it off when it stands no more. */
async function standingOrOff<R extends Row>(
  context: ChildContext,
  of: Correctable<R>,
): Promise<Standing<R> | undefined> {
  const row = await of.row(context);
  if (row) return { row, off: null };
  const { tx, child, c } = context;
  const off = (await correctionsOf(tx, child.id, of.table)).find(
    ({ kind, row_id }) =>
      (kind === 'withdrawn' || kind === 'moved-away') && c.req.path.includes(row_id),
  );
  return off && { row: null, off };
}

const standsAlready = ({ kind, corrected_on, by }: Correction) => ({
  field: 'what',
  message: `This stands already: it was ${kind === 'withdrawn' ? 'withdrawn' : 'moved to the right child’s record'} on ${formatDay(corrected_on)} by ${by ?? 'a person who has left'}. Nothing was done twice`,
});

/** Another child's record that this person can open, by the service's own number. */
async function otherChild({ tx, child }: ChildContext, number: string) {
  const found = await tx
    .selectFrom('child')
    .select('id')
    .where('number', '=', number.trim().toUpperCase())
    .where('merged_into', 'is', null)
    .where('id', '<>', child.id)
    .executeTakeFirst();
  return found?.id ?? null;
}

/** Does it, or says why the database does not let this person: each of its refusals is something to know before another try. */
async function unlessRefused<R extends Row>(
  { tx }: ChildContext,
  { words }: Correctable<R>,
  work: () => Promise<Outcome>,
): Promise<Outcome> {
  let outcome: Outcome = [];
  const refused = await orRefused(tx, ['42501', '23503', '23505'], async () => {
    outcome = await work();
  });
  if (!refused) return outcome;
  const faults = {
    '42501': {
      field: 'number',
      message:
        'You may not write this on that child’s record: ask somebody who works with them, or their manager, to move it',
    },
    '23503': { field: 'what', message: words.worked },
    '23505': { field: 'number', message: words.stands },
  };
  return [faults[refused]];
}

/** Why a row is put right, in the form that does it. */
export const correctionReason = longText({
  label: 'Why is it corrected?',
  hint: 'What it said before is kept beside this',
  required: 'Say why it is corrected',
  max: 2000,
  rows: 3,
});
