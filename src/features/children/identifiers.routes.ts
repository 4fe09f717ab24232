import { readIdentifier } from '../../domain/people/read-identifier.ts';
import { identifierKey } from '../../domain/people/search-keys.ts';
import { code } from '../../record/choice-fields.tsx';
import { source } from '../../record/episode.tsx';
import { unlessTaken } from '../../record/episode-rows.ts';
import { wordsOf } from '../../record/fields.ts';
import { addRow } from '../../record/rows.ts';
import { rowsPage } from '../../record/rows-page.tsx';
import { text } from '../../record/text-fields.tsx';
import { urls } from '../../urls.ts';

const fields = {
  kind: code('identifier_type', {
    label: 'Whose number is it?',
    required: 'Choose whose number it is',
  }),
  value: text({
    label: 'Number',
    hint: 'As it is written in their papers',
    required: 'Enter the number',
    max: 60,
    width: 'one-third',
  }),
  source,
};

/** The numbers other agencies know the child by. */
export const identifierRoutes = rowsPage({
  address: urls.child.identifiers,
  tab: { under: urls.child.details(':childId') },
  writes: { permission: 'child.edit', recordClass: 'RC1' },
  words: {
    title: 'Numbers',
    intro:
      'What other agencies call the child in their own records. A shared number is the surest way to know that two records are of one child.',
    empty: 'No number is recorded. Ask police for the reference, and school for the pupil number.',
    addTitle: 'Add a number',
    add: 'Add the number',
    saved: 'Saved: the number',
  },
  rows: ({ tx, child }) =>
    tx
      .selectFrom('child_identifier')
      .select(['id', 'kind', 'value', 'source'])
      .where('child_id', '=', child.id)
      .orderBy('kind')
      .orderBy('value')
      .execute(),
  item: (row, { options }) => {
    const said = wordsOf(fields, row, options);
    return { title: row.value, lines: [said.kind, `Source: ${said.source}`] };
  },
  fields,
  save: async ({ tx, actor, child }, _known, columns) => {
    const read = readIdentifier(columns.kind, columns.value);
    if (read.kind === 'faulty') return [{ field: 'value', message: read.reason }];
    if (read.kind === 'none')
      return [
        {
          field: 'value',
          message: `“${columns.value}” is no number: leave it out until you know it`,
        },
      ];
    const { value } = read;
    const row = { child_id: child.id, ...columns, value, value_search: identifierKey(value) };
    const isAdded = await unlessTaken(tx, () => addRow(tx, actor, 'child_identifier', row));
    if (isAdded) return { kind: 'saved' };
    return [{ field: 'value', message: 'The child’s record has this number already' }];
  },
});
