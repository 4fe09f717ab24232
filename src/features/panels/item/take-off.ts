import { choice } from '../../../record/choice-fields.tsx';
import { longText } from '../../../record/text-fields.tsx';

/** Puts a child off to another panel, or takes them off. */
export const takeOff = {
  state: choice(
    [
      { value: 'deferred', text: 'Put off: it goes to a later panel' },
      { value: 'withdrawn', text: 'Taken off: the panel is not needed' },
    ],
    {
      label: 'What happens now?',
      required: 'Select whether it is put off or taken off',
      as: 'small-radios',
    },
  ),
  state_reason: longText({ label: 'Why?', required: 'Enter why', max: 2000, rows: 3 }),
};
export type TakeOff = typeof takeOff;
