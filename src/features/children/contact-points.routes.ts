import { readPhone } from '../../domain/people/contact-points.ts';
import type { Tx } from '../../platform/db/as-actor.ts';
import type { Route } from '../../platform/http/route.ts';
import { yesNo } from '../../record/choice-fields.tsx';
import { day } from '../../record/day-field.tsx';
import { endsAfterItBegan } from '../../record/episode.tsx';
import { type Item, spell } from '../../record/items.tsx';
import { rowPage } from '../../record/row-page.tsx';
import { addRow, changeRow } from '../../record/rows.ts';
import { backTo, rowsPage } from '../../record/rows-page.tsx';
import { longText, text } from '../../record/text-fields.tsx';
import { urls } from '../../urls.ts';

const fields = {
  value: text({
    label: 'Telephone number or e-mail',
    required: 'Enter the telephone number or e-mail',
    max: 200,
    width: 'one-half',
  }),
  whose: text({
    label: 'Whose is it?',
    hint: 'For example, the child’s own, or Mum’s',
    required: 'Say whose it is',
    max: 100,
    width: 'one-half',
  }),
  safe_to_use: yesNo({
    label: 'Is it safe to use?',
    required: 'Choose whether it is safe to use',
  }),
  note: longText({
    label: 'Anything to know before using it (optional)',
    hint: 'For example: text only, after 4pm',
    max: 500,
    rows: 2,
  }),
};

const lastUsed = {
  valid_to: day({
    label: 'When was it last used?',
    says: 'The last day',
    required: 'Enter the last day',
    within: 'past',
  }),
};

const writes = { permission: 'child.edit', recordClass: 'RC1' } as const;
const title = 'Telephone and e-mail';
const saved = 'Saved: telephone and e-mail';

type Point = Awaited<ReturnType<typeof pointsOf>>[number];

/** Telephones and e-mail of the child and their carers, those in use first. */
const pointsOf = (tx: Tx, childId: string) =>
  tx
    .selectFrom('child_contact_point')
    .select(['id', 'value', 'whose', 'safe_to_use', 'note', 'valid_from', 'valid_to', 'version'])
    .where('child_id', '=', childId)
    .orderBy('valid_to', (order) => order.desc().nullsFirst())
    .orderBy('id')
    .execute();

/** Telephone and e-mail, and whether each is safe to use. */
export const contactPointRoutes: readonly Route[] = [
  ...rowsPage({
    address: urls.child.contactPoints,
    tab: { under: urls.child.details(':childId') },
    writes,
    words: {
      title,
      intro:
        'Ask who else can hear, read or answer before you use one. “Safe” means that the child or carer says so, lately.',
      empty:
        'No telephone or e-mail is recorded. Ask the child how they want to be reached, and ask the same of a parent.',
      addTitle: 'Add a telephone or e-mail',
      add: 'Add it',
      saved,
    },
    rows: ({ tx, child }) => pointsOf(tx, child.id),
    isPast: ({ valid_to }) => valid_to !== null,
    item: (point, { mayWrite, context: { child } }) => ({
      ...pointItem(point),
      action:
        mayWrite && point.valid_to === null
          ? {
              href: urls.child.endContactPoint(child.id, point.id),
              text: `${point.value} is no longer used`,
            }
          : undefined,
    }),
    fields,
    save: async ({ tx, actor, child, today }, _points, { value: typed, ...columns }) => {
      const known = readPoint(typed);
      if (!known) return unreadable;
      await addRow(tx, actor, 'child_contact_point', {
        ...columns,
        ...known,
        child_id: child.id,
        value_search: known.value.toLowerCase(),
        valid_from: today,
      });
      return { kind: 'saved' };
    },
  }),
  ...rowPage({
    path: urls.child.endContactPoint(':childId', ':pointId'),
    writes,
    row: async ({ tx, child, param }) =>
      (await pointsOf(tx, child.id)).find(({ id }) => id === param('pointId')),
    item: pointItem,
    words: { title: 'No longer used', saved },
    back: (_point, childId) => backTo(title, urls.child.contactPoints(childId)),
    fields: lastUsed,
    rules: endsAfterItBegan,
    save: ({ tx }, point, columns) => changeRow(tx, 'child_contact_point', point, columns),
  }),
];

const unreadable = [
  { field: 'value', message: 'Enter a telephone number like 07700 900123, or an e-mail' },
];

/** What was typed is a telephone, an e-mail or neither; a telephone is kept with its country. */
function readPoint(typed: string) {
  if (/^\S+@\S+\.\S+$/.test(typed)) return { kind: 'email', value: typed };
  const read = readPhone(typed);
  if (read.kind !== 'read') return null;
  return { kind: read.value.startsWith('+447') ? 'mobile' : 'telephone', value: read.value };
}

const safety = {
  yes: { text: 'Safe to use', tone: 'good' },
  no: { text: 'Not safe to use', tone: 'late' },
  unknown: { text: 'Not known whether safe', tone: 'soon' },
  'not-asked': { text: 'Not asked whether safe', tone: 'soon' },
} as const;

function pointItem(point: Point): Item {
  const safe = Object.entries(safety).find(([value]) => value === point.safe_to_use)?.[1];
  return {
    title: point.value,
    badges: safe ? [safe] : [],
    lines: [`${point.whose}. ${spell(point.valid_from, point.valid_to)}`, point.note ?? ''],
  };
}
