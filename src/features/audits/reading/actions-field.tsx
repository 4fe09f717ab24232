import type { Day } from '../../../domain/calendar/day.ts';
import { code } from '../../../record/choice-fields.tsx';
import { day } from '../../../record/day-field.tsx';
import type { Field } from '../../../record/field.ts';
import { readFields, tagsOf } from '../../../record/fields.ts';
import { text } from '../../../record/text-fields.tsx';

export type AskedAction = { readonly what: string; readonly ownerId: string; readonly by: Day };

/** How many actions one reading may ask for: more than this and none is done. */
const numbers = [1, 2, 3] as const;

const partsOf = (number: number): Readonly<Record<string, Field<string | null>>> => ({
  [`what${number}`]: text({ label: `What is action ${number}?`, max: 500 }),
  [`owner${number}`]: code('owners', { label: `Who does action ${number}` }),
  [`by${number}`]: day({
    label: `By what day, action ${number}`,
    says: `The day of action ${number}`,
    within: 'future',
  }),
});

/** Up to three actions, each with who does it and by when. */
export const actionsField: Field<readonly AskedAction[]> = {
  label: 'Actions',
  anchor: () => 'what1',
  read: (form, _name, asked) => {
    const actions: AskedAction[] = [];
    const faults = numbers.flatMap((number) => {
      const read = readFields(partsOf(number), form, asked);
      if (!read.ok) return read.faults;
      const what = read.value[`what${number}`];
      const ownerId = read.value[`owner${number}`];
      const by = read.value[`by${number}`];
      if (!what) return [];
      if (!ownerId)
        return [{ field: `owner${number}`, message: `Choose who does action ${number}` }];
      if (!by)
        return [{ field: `by${number}-day`, message: `Enter by when action ${number} is done` }];
      actions.push({ what, ownerId, by });
      return [];
    });
    return faults.length > 0 ? { faults } : { value: actions };
  },
  shown: () => ({}),
  words: (actions) => actions.map(({ what }) => what).join('\n'),
  draw: ({ faults, shown, options }) => (
    <>
      {numbers.map((number) => {
        const [What, Owner, By] = Object.values(
          tagsOf(partsOf(number), { faults, shown, options }),
        );
        return (
          <fieldset class="govuk-fieldset">
            <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">
              Action {number}
            </legend>
            {What ? <What /> : null}
            <div class="fh-even">
              {Owner ? <Owner empty="Nobody named" /> : null}
              {By ? <By /> : null}
            </div>
          </fieldset>
        );
      })}
    </>
  ),
};
