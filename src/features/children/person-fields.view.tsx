import type { Html } from '../../ui/html.ts';
import {
  type Choice,
  ChoiceField,
  LongText,
  SelectField,
  TextField,
  TickField,
} from '../../ui/layout/fields.tsx';
import { yesNoChoices } from './choices.ts';
import type { NetworkPerson } from './family.queries.ts';
import type { Drawn } from './section.ts';

const flags = [
  { value: 'lives-with', text: 'Lives with the child' },
  { value: 'emergency', text: 'Call in an emergency' },
];

/** The fields of a person in the child's family or network, for adding and for changing. */
export function PersonFields({
  drawn,
  relationships,
  stored,
}: {
  readonly drawn: Drawn;
  readonly relationships: readonly Choice[];
  readonly stored?: NetworkPerson;
}): Html {
  const field = { errors: drawn.errors, typed: drawn.typed };
  return (
    <>
      <TextField name="name" label="Name" stored={stored?.name} {...field} />
      <SelectField
        name="relationship"
        label="Who are they to the child?"
        choices={relationships}
        stored={stored?.relationship}
        {...field}
      />
      <TextField
        name="agency"
        label="Agency (for professionals)"
        width="one-half"
        stored={stored?.agency}
        {...field}
      />
      <TextField
        name="telephone"
        label="Telephone (optional)"
        width="one-third"
        stored={stored?.telephone}
        {...field}
      />
      <TextField
        name="email"
        label="E-mail (optional)"
        width="one-half"
        stored={stored?.email}
        {...field}
      />
      <ChoiceField
        name="parental"
        label="Do they have parental responsibility?"
        hint="In law, not who does the caring"
        choices={[...yesNoChoices, { value: 'not-applicable', text: 'Does not apply' }]}
        stored={stored?.parental_responsibility}
        small
        {...field}
      />
      <ChoiceField
        name="contactable"
        label="May we contact them?"
        hint="“No” when it would put the child or anyone else in danger, or a court forbids it"
        choices={yesNoChoices}
        stored={stored?.may_be_contacted}
        small
        {...field}
      />
      <TickField
        name="flags"
        label="And"
        choices={
          stored ? [...flags, { value: 'gone', text: 'Is no longer in the child’s life' }] : flags
        }
        stored={
          stored
            ? [
                ...(stored.lives_with_child ? ['lives-with'] : []),
                ...(stored.emergency_contact ? ['emergency'] : []),
                ...(stored.valid_to ? ['gone'] : []),
              ]
            : []
        }
        small
        {...field}
      />
      <LongText
        name="note"
        label="What matters about them to the child? (optional)"
        hint="Their own health, money or safety does not belong here: there is a private place for it"
        rows={3}
        stored={stored?.note}
        {...field}
      />
    </>
  );
}
