import type { Actor } from '../../domain/access/can.ts';
import { questionFor } from '../../domain/information/agencies.data.ts';
import type { Tx } from '../../platform/db/as-actor.ts';
import { code } from '../../record/choice-fields.tsx';
import { addRow } from '../../record/rows.ts';

type Note = {
  readonly child_id: string;
  readonly request_id?: string;
  readonly detail: string;
  readonly handling_code?: string | null;
};

/** A partner's own note about a child, with or without a question, in the class of their agency. */
export const addNote = (tx: Tx, actor: Actor, note: Note): Promise<string> =>
  addRow(tx, actor, 'partner_note', {
    ...note,
    record_class: questionFor(actor.agency).recordClass,
  });

/** Whether this agency's notes are police intelligence, which says how it may be handled. */
export const keepsIntelligence = ({ agency }: Pick<Actor, 'agency'>) =>
  questionFor(agency).recordClass === 'RC7';

/** How intelligence may be handled. */
export const handlingCode = code('handling_code', {
  label: 'How may the detail be handled?',
  hint: 'Write any conditions in the detail itself. These codes: check locally.',
  says: 'How it may be handled',
  as: 'radios',
});
