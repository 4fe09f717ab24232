import { formatDay } from '../../domain/calendar/day.ts';
import {
  type CharacteristicKind,
  characteristicKinds,
} from '../../domain/people/characteristic-kinds.data.ts';
import { inQuotes } from '../../domain/text/in-quotes.ts';
import { code } from '../../record/choice-fields.tsx';
import { source } from '../../record/episode.tsx';
import type { Options } from '../../record/field.ts';
import { listsOf, wordsOf } from '../../record/fields.ts';
import { checkedBadge, type Item, toldBy } from '../../record/items.tsx';
import type { Told } from './characteristics.queries.ts';

const fieldsOf = (kind: CharacteristicKind) => ({
  code: code(characteristicKinds[kind].list, { label: 'Answer' }),
  not_known: code('not_known_reason', { label: 'Why it is not known' }),
  source,
});

/** The code lists that an answer of this kind is said from. */
export const listsOfTold = (kind: CharacteristicKind) => listsOf(fieldsOf(kind));

/** What one source said, in words. */
export function toldItem(row: Told, kind: CharacteristicKind, options: Options): Item {
  const said = wordsOf(fieldsOf(kind), row, options);
  return {
    title: said.code || said.not_known,
    badges: checkedBadge(row),
    lines: [
      row.detail ? inQuotes(row.detail) : '',
      `Told on ${formatDay(row.recorded_on)}. ${toldBy(said.source, row)}${row.ended_on ? `; ended on ${formatDay(row.ended_on)}` : ''}`,
    ],
  };
}
