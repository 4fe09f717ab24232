import { quorumRules } from '../../../domain/panels/quorum.data.ts';
import { code } from '../../../record/choice-fields.tsx';
import { clock } from '../../../record/clock-field.tsx';
import { day } from '../../../record/day-field.tsx';
import type { Field, TagsOf } from '../../../record/field.ts';
import { longText, text } from '../../../record/text-fields.tsx';
import type { UsualWindow } from './panel-when.ts';

/** What a panel is called, when and where it meets, and when its members may read. */
export const whenFields = {
  name: text({
    label: 'What the panel is called',
    says: 'Name',
    required: 'Enter what the panel is called',
    max: 120,
  }),
  day: day({
    label: 'Day of the panel',
    hint: 'For example, 27 3 2026',
    says: 'The day of the panel',
    required: 'Enter the day of the panel',
    within: 'future',
  }),
  time: clock({
    label: 'Time it starts',
    hint: 'For example, 2pm or 14:00',
    required: 'Enter the time it starts, such as 2pm',
  }),
  place: text({
    label: 'Where it meets',
    hint: 'A room, or that it is held by video',
    required: 'Enter where the panel meets',
    max: 200,
  }),
  opens: day({ label: 'First day for reading', says: 'The day members may begin to read' }),
  closes: day({ label: 'Last day for reading', says: 'The last day members may read' }),
};

type Seats = { readonly [seat: `seat-${string}`]: Field<string | null> };

/** The name of a seat's field, and of those who may take it. */
export const seatField = (seat: string) => `seat-${seat}` as const;

const seatFields: Seats = Object.fromEntries(
  quorumRules
    .flatMap(({ seats }) => seats)
    .map(({ id, label }) => [seatField(id), code(seatField(id), { label })]),
);

type PanelFields = typeof whenFields & { readonly note: Field<string | null> } & Seats;

/** A panel's day and window, who sits on it, and a note. */
export const panelFields: PanelFields = {
  ...whenFields,
  ...seatFields,
  note: longText({
    label: 'Note for those who run the panel (optional)',
    rows: 3,
    max: 2000,
  }),
};

/** The panel's name, day and window as its form lays them out. */
export const WhenFields = ({
  F,
  usual: { before, after },
}: {
  readonly F: TagsOf<typeof whenFields>;
  readonly usual: UsualWindow;
}) => (
  <>
    <F.name />
    <F.day />
    <F.time />
    <F.place />
    <h2 class="govuk-heading-m">When members may read papers</h2>
    <p class="govuk-body">
      Leave these blank for the service’s usual days: from {daysWords(before)} before the panel to{' '}
      {daysWords(after)} after it. Outside them members see nothing of any child on the list.
    </p>
    <F.opens />
    <F.closes />
  </>
);

const daysWords = (days: number) => `${days} working ${days === 1 ? 'day' : 'days'}`;
