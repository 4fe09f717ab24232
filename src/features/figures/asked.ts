import type { Definition } from '../../domain/measures/measures.data.ts';
import {
  type Quarter,
  quarterBefore,
  quarterOf,
  quarterWords,
} from '../../domain/measures/quarter.ts';
import type { PageContext } from '../../platform/http/context.ts';
import { choice, code } from '../../record/choice-fields.tsx';

/** How far back a figure can be looked at: three years. */
const QUARTERS = 13;

/** The quarter that runs and those before it, the latest first. */
const quartersUntil = (today: string): readonly Quarter[] =>
  Array.from({ length: QUARTERS }, (_, count) => quarterBefore(quarterOf(today), count));

/** Those of them that have ended, the latest first. */
export const endedQuarters = (today: string): readonly Quarter[] => quartersUntil(today).slice(1);

/** The last quarter that has ended. */
const lastEnded = (today: string): Quarter => quarterBefore(quarterOf(today), 1);

/** Which quarter, by which definition: what every page of figures asks. */
export const askedFields = {
  quarter: code('quarters', { label: 'Quarter', as: 'select' }),
  definition: choice(
    [
      { value: 'newer', text: 'Newer (as returned now)' },
      { value: 'first', text: 'First (from April 2023)' },
    ],
    { label: 'Definition', as: 'select' },
  ),
};

/** A quarter to choose, by its first day. */
export const quarterOption = (quarter: Quarter) => ({
  value: quarter.from,
  text: quarterWords(quarter),
});

/** The quarters to choose from. */
export const quarterOptions = ({ today }: PageContext) => ({
  quarters: quartersUntil(today)
    .map(quarterOption)
    .map((option, count) => (count === 0 ? { ...option, text: `${option.text}, so far` } : option)),
});

/** The last quarter that has ended, by the newer definition. */
export const usualAsked = ({ today }: PageContext) => ({
  quarter: lastEnded(today).from,
  definition: 'newer',
});

export type Asked = { readonly quarter: Quarter; readonly definition: Definition };

/** What the address asks; what is not among the choices asks for what is usual. */
export function askedOf(context: PageContext): Asked {
  const { today, query } = context;
  const quarter =
    quartersUntil(today).find(({ from }) => from === query('quarter')) ?? lastEnded(today);
  return { quarter, definition: query('definition') === 'first' ? 'first' : 'newer' };
}

/** The same for the address of another page of figures. */
export const asAsked = ({ quarter, definition }: Asked) => ({ quarter: quarter.from, definition });
