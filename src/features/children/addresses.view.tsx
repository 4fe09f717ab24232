import { formatDay } from '../../domain/calendar/day.ts';
import { type Code, choicesOf, labelOf } from '../../domain/reference/codes.ts';
import type { Html } from '../../ui/html.ts';
import {
  ChoiceField,
  DayField,
  LongText,
  SelectField,
  TextField,
  TickField,
} from '../../ui/layout/fields.tsx';
import { urls } from '../../urls.ts';
import type { Address } from './addresses.queries.ts';
import { yesNoChoices, yesNoText } from './choices.ts';
import type { Drawn } from './section.ts';
import { EndPage, type Frame, type Item, SectionPage, spell } from './section.view.tsx';

type Lists = { readonly accommodation: readonly Code[]; readonly sources: readonly Code[] };
type Props = Frame & Lists & { readonly drawn: Drawn; readonly addresses: readonly Address[] };

const hide = {
  value: 'non-disclosure',
  text: 'This address must not be disclosed',
  hint: 'Only the child’s own workers and managers will see it. Add the warning “Address must not be disclosed” too, so that everyone knows not to ask or tell.',
};
const verify = {
  value: 'verified',
  text: 'I have checked it',
  hint: 'By visiting, or by a letter, tenancy or another agency’s record',
};

export function AddressesPage({ addresses, accommodation, sources, ...page }: Props): Html {
  const { drawn, child } = page;
  const field = { errors: drawn.errors, typed: drawn.typed };
  const items = (rows: readonly Address[]) =>
    rows.map((row) => ({
      ...addressItem(row, { accommodation, sources }),
      action: drawn.mayWrite
        ? { href: urls.child.endAddress(child.id, row.id), text: `Change or check ${row.lines}` }
        : undefined,
    }));
  return (
    <SectionPage
      {...page}
      title="Addresses"
      intro="Where the child lives and lived. A new address ends the one before it on the day of the move. Sofa-surfing and “nowhere” are answers too: say where the child sleeps."
      empty="No address that you may see is recorded. Ask the child where they slept last night, and who else lives there."
      now={items(addresses.filter(({ valid_to }) => valid_to === null))}
      before={items(addresses.filter(({ valid_to }) => valid_to !== null))}
      addTitle="The child has moved, or the address is not here"
      addButton="Add the address"
    >
      <LongText name="lines" label="Address" hint="Without the postcode" rows={3} {...field} />
      <TextField
        name="postcode"
        label="Postcode (if there is one)"
        width="one-quarter"
        {...field}
      />
      <SelectField
        name="accommodation"
        label="What kind of home is it?"
        choices={choicesOf(accommodation)}
        {...field}
      />
      <ChoiceField
        name="suitable"
        label="Is it a suitable home for this child?"
        choices={yesNoChoices}
        small
        {...field}
      />
      <DayField name="from" label="When did the child move in?" {...field} />
      <SelectField name="source" label="Who told us?" choices={choicesOf(sources)} {...field} />
      <TickField
        name="flags"
        label="About this address"
        choices={[hide, verify]}
        small
        {...field}
      />
    </SectionPage>
  );
}

export function AddressPage({
  row,
  accommodation,
  sources,
  ...page
}: Frame & Lists & { readonly drawn: Drawn; readonly row: Address }): Html {
  const field = { errors: page.drawn.errors, typed: page.drawn.typed };
  return (
    <EndPage
      {...page}
      title="Change or check the address"
      item={addressItem(row, { accommodation, sources })}
      version={row.version}
      question="When did the child leave? (leave blank if they live there)"
      stored={row.valid_to}
      back={{ href: urls.child.addresses(page.child.id), text: 'Back to addresses' }}
    >
      <ChoiceField
        name="suitable"
        label="Is it a suitable home for this child?"
        choices={yesNoChoices}
        stored={row.suitable}
        small
        {...field}
      />
      <TickField
        name="flags"
        label="About this address"
        choices={[hide, verify]}
        stored={row.non_disclosure ? ['non-disclosure'] : []}
        small
        {...field}
      />
    </EndPage>
  );
}

function addressItem(row: Address, { accommodation, sources }: Lists): Item {
  return {
    title: [row.lines.replaceAll('\n', ', '), row.postcode].filter(Boolean).join(', '),
    badges: [
      ...(row.non_disclosure
        ? [{ text: 'Must not be disclosed', tone: 'restricted' as const }]
        : []),
      ...(row.verified_on ? [{ text: 'Checked', tone: 'good' as const }] : []),
      ...(row.suitable === 'no' ? [{ text: 'Not suitable', tone: 'late' as const }] : []),
    ],
    lines: [
      `${labelOf(accommodation, row.accommodation_type)}. ${spell(row.valid_from, row.valid_to)}`,
      `Suitable: ${yesNoText(row.suitable)}. Source: ${labelOf(sources, row.source)}`,
      row.verified_on
        ? `Checked on ${formatDay(row.verified_on)}${row.verified_by ? ` by ${row.verified_by}` : ''}`
        : '',
    ],
  };
}
