import { formatDay } from '../../../domain/calendar/day.ts';
import type { PageContext } from '../../../platform/http/context.ts';
import type { Route } from '../../../platform/http/route.ts';
import { choice } from '../../../record/choice-fields.tsx';
import { day } from '../../../record/day-field.tsx';
import { FormBox } from '../../../record/form-box.tsx';
import { serviceForm } from '../../../record/form-page.ts';
import { addRow, changeRow } from '../../../record/rows.ts';
import { text } from '../../../record/text-fields.tsx';
import { Page } from '../../../ui/layout/page.tsx';
import { urls } from '../../../urls.ts';
import { type BoardSeat, boardSeat } from './shortfall.queries.ts';

const holds = [
  { value: 'held', text: 'Somebody holds it' },
  { value: 'vacant', text: 'It is vacant' },
] as const;

/** How the seat stands, in a sentence. */
export const seatWords = (seat: BoardSeat | null | undefined): string =>
  seat?.holder
    ? `${seat.holder} holds the board’s education seat.`
    : seat?.vacant_since
      ? `The board’s education seat is vacant since ${formatDay(seat.vacant_since)}.`
      : 'Nobody has said who holds the board’s education seat.';

/** Who holds the education seat of the management board, kept by the head of service. */
export const boardSeatRoutes: readonly Route[] = serviceForm({
  path: urls.needs.boardSeat,
  tab: { section: 'board', text: 'Education seat' },
  reads: 'board.seat',
  fields: {
    state: choice(holds, {
      label: 'Who holds the education seat?',
      as: 'small-radios',
      required: 'Choose whether somebody holds it or it is vacant',
    }),
    holder: text({ label: 'Their name and post, if somebody holds it', says: 'Holder', max: 200 }),
    since: day({
      label: 'Since when?',
      says: 'The day',
      required: 'Enter since when that is so',
      within: 'past',
    }),
  },
  subject: async ({ tx }: PageContext) => ({ seat: (await boardSeat(tx)) ?? null }),
  stored: ({ seat }) =>
    seat && {
      id: seat.id,
      version: seat.version,
      state: seat.holder ? 'held' : 'vacant',
      holder: seat.holder,
    },
  rules: ({ state, holder }) =>
    state === 'held' && holder === null
      ? [{ field: 'holder', message: 'Enter the name and post of whoever holds it' }]
      : [],
  save: async ({ tx, actor }, { seat }, { state, holder, since }) => {
    const isHeld = state === 'held';
    const columns = {
      holder: isHeld ? holder : null,
      filled_on: isHeld ? since : null,
      vacant_since: isHeld ? (seat?.vacant_since ?? null) : since,
    };
    if (seat) return changeRow(tx, 'board_seat', seat, columns);
    const id = await addRow(tx, actor, 'board_seat', { seat: 'education', ...columns });
    return { kind: 'saved', id };
  },
  view: ({ shell, subject: { seat }, form }) => (
    <Page title="Education seat" shell={shell} errors={form.faults}>
      <h1 class="govuk-heading-l">The board’s education seat</h1>
      <p class={seat?.holder ? 'govuk-body' : 'govuk-inset-text'}>{seatWords(seat)}</p>
      <p class="govuk-body">
        One seat of the management board is education’s. A child whose hours stay below what is
        expected comes to it last: while it is empty, nobody there can answer.
      </p>
      <FormBox form={form}>
        <form.F.state />
        <form.F.holder />
        <form.F.since />
      </FormBox>
    </Page>
  ),
  done: () => ({ to: urls.needs.boardSeat, message: 'Saved: the board’s education seat' }),
});
