import type { Day } from '../../domain/calendar/day.ts';
import type { Html } from '../../ui/html.ts';
import { DayField, TextField, type Typed } from '../../ui/layout/fields.tsx';
import type { FieldError } from '../../ui/layout/page.tsx';

type Props = {
  readonly stored: {
    readonly name: string;
    readonly day?: Day;
    readonly time?: string;
    readonly place?: string;
    readonly opens?: Day;
    readonly closes?: Day;
  };
  readonly errors: readonly FieldError[];
  readonly typed: Typed;
};

/** What a panel is called, when and where it meets, and when its members may read. */
export function WhenFields({ stored, errors, typed }: Props): Html {
  const field = { errors, typed };
  return (
    <>
      <TextField name="name" label="What the panel is called" stored={stored.name} {...field} />
      <DayField
        name="day"
        label="Day of the panel"
        hint="For example, 27 3 2026"
        stored={stored.day}
        {...field}
      />
      <TextField
        name="time"
        label="Time it starts"
        hint="24 hours, such as 14:00"
        width="one-quarter"
        stored={stored.time}
        {...field}
      />
      <TextField
        name="place"
        label="Where it meets"
        hint="A room, or that it is held by video"
        stored={stored.place}
        {...field}
      />
      <h2 class="govuk-heading-m">When members may read papers</h2>
      <p class="govuk-body">
        Leave these blank for the service’s usual days: two working days before, and one after.
        Outside them members see nothing of any child on the list.
      </p>
      <DayField name="opens" label="First day for reading" stored={stored.opens} {...field} />
      <DayField name="closes" label="Last day for reading" stored={stored.closes} {...field} />
    </>
  );
}
