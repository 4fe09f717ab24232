import { z } from 'zod';
import { formatInstant } from '../../domain/calendar/british-time.ts';
import type { Field, Options } from '../../record/field.ts';
import type { ContactEdit } from './contact.queries.ts';
import { contactFields } from './contact-fields.ts';

/** One change to a contact as people read it. */
export type EditModel = {
  readonly who: string;
  readonly when: string;
  readonly rows: readonly {
    readonly label: string;
    readonly before: string;
    readonly after: string;
  }[];
};

const columns = z.record(z.string(), z.unknown()).nullable();
const instant = (label: string) => ({
  label,
  words: (value: unknown) => formatInstant(String(value)),
});
const {
  on: _on,
  at: _at,
  involvement_id: _work,
  room_id: _room,
  reason: _why,
  ...byColumn
} = contactFields;
const said: Readonly<Record<string, Pick<Field<never>, 'label' | 'words'>>> = {
  planned_at: instant('Planned for'),
  held_at: instant('When'),
  change_reason: { label: 'Why it was moved or called off', words: String },
  ...byColumn,
};

/** Each change to a contact: only the fields that changed, before and after. */
export function editsOf(edits: readonly ContactEdit[], options: Options): EditModel[] {
  return edits.map((edit) => {
    const before = columns.parse(edit.before) ?? {};
    const after = columns.parse(edit.after) ?? {};
    return {
      who: edit.name ?? 'a person who has left',
      when: formatInstant(edit.changed_at),
      rows: Object.entries(said)
        .filter(([name]) => name in after)
        .map(([name, { label, words }]) => {
          const text = (value: unknown) =>
            value === null || value === undefined ? '' : words(value as never, options);
          return { label, before: text(before[name]), after: text(after[name]) };
        }),
    };
  });
}
