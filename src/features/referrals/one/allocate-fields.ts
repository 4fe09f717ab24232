import { code } from '../../../record/choice-fields.tsx';
import { conflictFields } from '../../../record/conflict-fields.ts';
import { longText } from '../../../record/text-fields.tsx';

/** Who works with the child, and what was asked and said before they do. */
export const allocateFields = {
  staff_id: code('workers', {
    label: 'Who works with the child?',
    says: 'Worker',
    required: 'Choose who works with the child',
    as: 'radios',
  }),
  reason: longText({
    label: 'Why this worker',
    hint: 'Needed when they are full already. For example: worked with the child’s brother, speaks Somali.',
    max: 2000,
    rows: 2,
  }),
  ...conflictFields(
    'Ask the worker: do they know the child, the family, the victim or a co-suspect, in work or outside it?',
  ),
  case_direction: longText({
    label: 'First direction',
    hint: 'What to do first and by when, what to look out for, whom to ask, and when you will talk about it. It stays on the record and is followed up in supervision.',
    required: 'Write the first direction for the worker',
    rows: 6,
  }),
};
