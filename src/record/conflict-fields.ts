import type { FormFault } from '../domain/form-fault.ts';
import { choice } from './choice-fields.tsx';
import { longText } from './text-fields.tsx';

/** The check for conflicts of interest before somebody works with a child; `hint` says who is asked what. */
export const conflictFields = (hint: string) => ({
  conflict_check: choice(
    [
      { value: 'none-known', text: 'Asked: none known' },
      { value: 'declared-and-managed', text: 'Declared, and managed as follows' },
    ],
    {
      label: 'Is there a conflict of interest?',
      hint,
      says: 'Conflict of interest',
      required: 'Say what came of the check for conflicts of interest',
      as: 'small-radios',
    },
  ),
  conflict_note: longText({
    label: 'What the conflict is, and how it is managed',
    max: 2000,
    rows: 2,
  }),
});

/** A conflict that is declared is said with how it is managed. */
export const conflictFaults = (typed: {
  readonly conflict_check: string;
  readonly conflict_note: string | null;
}): readonly FormFault[] =>
  typed.conflict_check === 'declared-and-managed' && !typed.conflict_note
    ? [{ field: 'conflict_note', message: 'Say what the conflict is and how it is managed' }]
    : [];
