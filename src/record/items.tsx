import { type Day, formatDay } from '../domain/calendar/day.ts';
import type { Html } from '../ui/html.ts';

/** One row of the record: what it says, what to know about it, and where it is changed. */
export type Item = {
  readonly title: string;
  readonly lines: readonly string[];
  readonly badges?: readonly {
    readonly text: string;
    readonly tone: 'neutral' | 'good' | 'soon' | 'late' | 'restricted';
  }[];
  readonly action?: { readonly href: string; readonly text: string } | undefined;
};

/** Rows of the record as a list. */
export function Items({ items }: { readonly items: readonly Item[] }): Html {
  return (
    <ul class="govuk-list fh-results">
      {items.map((item) => (
        <li class="fh-result">
          <strong>{item.title}</strong>
          {(item.badges ?? []).map(({ text, tone }) => (
            <span class={`fh-badge fh-badge-${tone}`}>{text}</span>
          ))}
          {item.lines.filter(Boolean).map((line) => (
            <div class="fh-quiet">{line}</div>
          ))}
          {item.action ? (
            <div class="fh-no-print">
              <a class="govuk-link" href={item.action.href}>
                {item.action.text}
              </a>
            </div>
          ) : null}
        </li>
      ))}
    </ul>
  );
}

/** From when to when, in words. */
export const spell = (from: Day | null, to: Day | null): string => {
  if (!from && !to) return '';
  if (!from) return `Until ${formatDay(to ?? '')}`;
  return to ? `${formatDay(from)} to ${formatDay(to)}` : `Since ${formatDay(from)}`;
};

type Checked = { readonly verified_on: Day | null; readonly checked_by: string | null };

/** Who said it, and when it was checked by whom, in words. */
export const toldBy = (source: string, { verified_on, checked_by }: Checked): string =>
  `Source: ${source}${verified_on ? `, checked on ${formatDay(verified_on)}` : ''}${verified_on && checked_by ? ` by ${checked_by}` : ''}`;

/** The badge of what was checked. */
export const checkedBadge = ({ verified_on }: Pick<Checked, 'verified_on'>) =>
  verified_on ? [{ text: 'Checked', tone: 'good' as const }] : [];

/** What was, beneath what is: nothing where nothing was. */
export const ItemsBefore = ({ items }: { readonly items: readonly Item[] }): Html | null =>
  items.length > 0 ? (
    <section aria-labelledby="before">
      <h2 class="govuk-heading-m" id="before">
        Before
      </h2>
      <Items items={items} />
    </section>
  ) : null;
