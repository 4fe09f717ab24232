import { sql } from 'kysely';
import { type Day, formatDay } from '../../domain/calendar/day.ts';
import type { Tx } from '../../platform/db/as-actor.ts';
import type { Route } from '../../platform/http/route.ts';
import { code, tick, ticks, yesNo } from '../../record/choice-fields.tsx';
import { day } from '../../record/day-field.tsx';
import { source } from '../../record/episode.tsx';
import { addEpisode, type EpisodeOf, episodesOf, unlessTaken } from '../../record/episode-rows.ts';
import { wordsOf } from '../../record/fields.ts';
import type { Outcome } from '../../record/form-page.ts';
import { checkedBadge, type Item, spell, toldBy } from '../../record/items.tsx';
import { rowPage } from '../../record/row-page.tsx';
import { changeRow } from '../../record/rows.ts';
import { type Around, backTo, rowsPage } from '../../record/rows-page.tsx';
import { longText } from '../../record/text-fields.tsx';
import { urls } from '../../urls.ts';
import { postcode } from './contact-fields.tsx';

const fields = {
  lines: longText({
    label: 'Address',
    hint: 'Without the postcode',
    required: 'Enter the address, or say in words where the child stays',
    max: 300,
    rows: 3,
  }),
  postcode,
  accommodation_type: code('accommodation_type', {
    label: 'What kind of home is it?',
    required: 'Choose what kind of home it is',
  }),
  suitable: yesNo({
    label: 'Is it a suitable home for this child?',
    says: 'Suitable',
    required: 'Choose whether the home is suitable for the child',
  }),
  valid_from: day({
    label: 'When did the child move in?',
    says: 'The day the child moved in',
    required: 'Enter the day the child moved in',
    within: 'past',
  }),
  source,
  non_disclosure: tick({
    label: 'May others learn of it?',
    text: 'This address must not be disclosed',
    hint: 'Only the child’s own workers and managers will see it. Add the warning “Address must not be disclosed” too, so that everyone knows not to ask or tell.',
  }),
  about: ticks(
    [
      {
        value: 'verified',
        text: 'I have checked it',
        hint: 'By visiting, or by a letter, tenancy or another agency’s record',
      },
    ],
    { label: 'Has it been checked?' },
  ),
};

const changes = {
  suitable: fields.suitable,
  non_disclosure: fields.non_disclosure,
  about: fields.about,
  valid_to: day({
    label: 'When did the child leave? (leave blank if they live there)',
    says: 'The day the child left',
    within: 'past',
  }),
};

type Address = EpisodeOf<typeof fields>;

const writes = { permission: 'child.edit', recordClass: 'RC1' } as const;
const saved = 'Saved: the address';
const addressesOf = (tx: Tx, childId: string) =>
  episodesOf<typeof fields>(tx, 'child_address', childId);

/** Where the child lives and lived: one home at a time. */
export const addressRoutes: readonly Route[] = [
  ...rowsPage({
    address: urls.child.addresses,
    tab: { under: urls.child.details(':childId') },
    writes,
    words: {
      title: 'Addresses',
      intro:
        'Where the child lives and lived. A new address ends the one before it on the day of the move. Sofa-surfing and “nowhere” are answers too: say where the child sleeps.',
      empty:
        'No address that you may see is recorded. Ask the child where they slept last night, and who else lives there.',
      addTitle: 'The child has moved, or the address is not here',
      add: 'Add the address',
      saved,
    },
    rows: ({ tx, child }) => addressesOf(tx, child.id),
    isPast: ({ valid_to }) => valid_to !== null,
    item: (row, around) => ({
      ...addressItem(row, around),
      action: around.mayWrite
        ? {
            href: urls.child.endAddress(around.context.child.id, row.id),
            text: `Change or check ${row.lines}`,
          }
        : undefined,
    }),
    fields,
    rules: ({ valid_from }, known) => notOver(known, valid_from),
    save: async ({ tx, actor, child, today }, _known, { about, ...address }) => {
      const columns = { ...address, postcode_search: address.postcode?.replace(' ', '') ?? null };
      const verified = about.includes('verified');
      const isAdded = await unlessTaken(tx, () =>
        addEpisode(tx, actor, 'child_address', {
          childId: child.id,
          columns,
          replaces: true,
          verified,
          today,
        }),
      );
      return isAdded ? { kind: 'saved' } : unseen;
    },
  }),
  ...rowPage<Address, typeof changes>({
    path: urls.child.endAddress(':childId', ':addressId'),
    writes,
    row: async ({ tx, child, param }) =>
      (await addressesOf(tx, child.id)).find(({ id }) => id === param('addressId')),
    item: addressItem,
    words: { title: 'Change or check the address', saved },
    back: (_row, childId) => backTo('Addresses', urls.child.addresses(childId)),
    fields: changes,
    lists: ['accommodation_type', 'information_source'],
    stored: ({ suitable, non_disclosure, valid_to }) => ({ suitable, non_disclosure, valid_to }),
    rules: ({ valid_to }, { valid_from }) =>
      valid_to && valid_to < valid_from
        ? [
            {
              field: 'valid_to-day',
              message: 'The day the child left must be after they moved in',
            },
          ]
        : [],
    save: async ({ tx, actor, today }, row, { about, non_disclosure, ...others }) => {
      // Who hides an address may not read it afterwards, and so hides it last.
      const hides = non_disclosure && !row.non_disclosure;
      const columns = hides ? others : { ...others, non_disclosure };
      const checked = about.includes('verified')
        ? { verified_on: today, verified_by: actor.staffId }
        : {};
      let outcome: Outcome = taken;
      await unlessTaken(tx, async () => {
        outcome = await changeRow(tx, 'child_address', row, { ...columns, ...checked });
        if (hides && outcome.kind === 'saved')
          await sql`select hide_address(${row.id})`.execute(tx);
      });
      return outcome;
    },
  }),
];

/** A home that is known already at or after the day of the move, in words. */
function notOver(known: readonly Address[], from: Day) {
  const later = known.find(({ valid_from, valid_to }) =>
    valid_to ? valid_to > from : valid_from >= from,
  );
  if (!later) return [];
  const { lines, valid_from, valid_to } = later;
  const when = valid_to ? `until ${formatDay(valid_to)}` : `from ${formatDay(valid_from)}`;
  const message = `The child is recorded at ${lines} ${when}: enter a later day, or mend that address first`;
  return [{ field: 'valid_from-day', message }];
}

const unseen = [
  {
    field: 'valid_from-day',
    message:
      'Another address is recorded for these days. It may be one that you may not see: ask the child’s worker or a manager',
  },
];
const taken = [
  {
    field: 'valid_to-day',
    message: 'Another address is recorded for those days: end that one first',
  },
];

function addressItem(row: Address, { options }: Around): Item {
  const said = wordsOf(fields, row, options);
  return {
    title: [row.lines.replaceAll('\n', ', '), row.postcode].filter(Boolean).join(', '),
    badges: [
      ...(row.non_disclosure
        ? [{ text: 'Must not be disclosed', tone: 'restricted' as const }]
        : []),
      ...checkedBadge(row),
      ...(row.suitable === 'no' ? [{ text: 'Not suitable', tone: 'late' as const }] : []),
    ],
    lines: [
      `${said.accommodation_type}. ${spell(row.valid_from, row.valid_to)}`,
      `Suitable: ${said.suitable}. ${toldBy(said.source, row)}`,
    ],
  };
}
