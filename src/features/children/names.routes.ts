import { choice } from '../../record/choice-fields.tsx';
import { day } from '../../record/day-field.tsx';
import { source } from '../../record/episode.tsx';
import { wordsOf } from '../../record/fields.ts';
import { spell } from '../../record/items.tsx';
import { addRow } from '../../record/rows.ts';
import { rowsPage } from '../../record/rows-page.tsx';
import { text } from '../../record/text-fields.tsx';
import { urls } from '../../urls.ts';
import { nameKinds } from './kinds.ts';
import { refreshSearchNames } from './search-names.ts';

const fields = {
  forename: text({ label: 'Forename', required: 'Enter the forename', max: 100 }),
  surname: text({ label: 'Surname', required: 'Enter the surname', max: 100 }),
  kind: choice(nameKinds, {
    label: 'What kind of name is it?',
    required: 'Choose what kind of name it is',
    as: 'select',
  }),
  source,
  valid_from: day({ label: 'From (optional)', says: 'The first day', within: 'past' }),
  valid_to: day({ label: 'Until (optional)', says: 'The last day', within: 'past' }),
};

/** Other names of the child, by which the search finds them. */
export const nameRoutes = rowsPage({
  address: urls.child.names,
  tab: { under: urls.child.details(':childId') },
  writes: { permission: 'child.edit', recordClass: 'RC1' },
  words: {
    title: 'Other names',
    intro:
      'Names the child had or has beside the one on the record. The search finds the child by each of them.',
    empty:
      'No other name is recorded. Add a name found in papers from school, police or court, so that the child is found by it.',
    addTitle: 'Add another name',
    add: 'Add the name',
    saved: 'Saved: the name',
  },
  rows: ({ tx, child }) =>
    tx
      .selectFrom('child_name')
      .select(['id', 'forename', 'surname', 'kind', 'source', 'valid_from', 'valid_to'])
      .where('child_id', '=', child.id)
      .orderBy('id', 'desc')
      .execute(),
  item: (name, { options }) => {
    const said = wordsOf(fields, name, options);
    return {
      title: `${name.forename} ${name.surname}`,
      lines: [
        [said.kind, spell(name.valid_from, name.valid_to)].filter(Boolean).join('. '),
        `Source: ${said.source}`,
      ],
    };
  },
  fields,
  rules: ({ valid_from, valid_to }) =>
    valid_from && valid_to && valid_to < valid_from
      ? [{ field: 'valid_to-day', message: 'The last day must be the first day or later' }]
      : [],
  save: async ({ tx, actor, child }, _names, columns) => {
    await addRow(tx, actor, 'child_name', { child_id: child.id, ...columns });
    await refreshSearchNames(tx, child.id);
    return { kind: 'saved' };
  },
});
