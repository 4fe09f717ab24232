import { type ReadContact, readPhone, readPostcode } from '../../domain/people/contact-points.ts';
import type { Field } from '../../record/field.ts';
import { text } from '../../record/text-fields.tsx';

// What was typed in any of its usual forms, kept in one.
const keptAs = (
  field: Field<string | null>,
  reader: (typed: string) => ReadContact,
): Field<string | null> => ({
  ...field,
  read: (form, name, asked) => {
    const typed = field.read(form, name, asked);
    if (!('value' in typed)) return typed;
    const found = reader(typed.value ?? '');
    if (found.kind === 'invalid') return { fault: found.reason };
    return { value: found.kind === 'read' ? found.value : null };
  },
});

/** A UK postcode or nothing. */
export const postcode = keptAs(
  text({
    label: 'Postcode (if there is one)',
    says: 'Postcode',
    max: 10,
    width: 'one-quarter',
  }),
  readPostcode,
);

/** A telephone number or nothing, kept with its country. */
export const telephone = keptAs(
  text({ label: 'Telephone (optional)', says: 'Telephone', max: 30, width: 'one-third' }),
  readPhone,
);
