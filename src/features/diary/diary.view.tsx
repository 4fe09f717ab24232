import { addDays, type Day, formatDay, WEEKDAYS, weekdayOf } from '../../domain/calendar/day.ts';
import { choice, code } from '../../record/choice-fields.tsx';
import { boxesOf } from '../../record/day-asked.ts';
import { day } from '../../record/day-field.tsx';
import type { Options } from '../../record/field.ts';
import { tagsOf } from '../../record/fields.ts';
import { Button } from '../../ui/govuk/components.tsx';
import type { Html } from '../../ui/html.ts';
import { Page, type PageShell } from '../../ui/layout/page.tsx';
import { urls } from '../../urls.ts';
import type { Entry } from './diary.queries.ts';
import { badgeOf, factsOf, whatOf, whenOf } from './entry-words.ts';

export type Span = 'day' | 'week';

/** An entry with the pages of it that the reader may open. */
export type LinkedEntry = Entry & {
  readonly href: string | null;
  readonly writeUp: string | null;
  /** Whether something else in this diary wants the same time. */
  readonly clashes: boolean;
};

export type DiaryModel = {
  readonly shell: PageShell;
  readonly now: Date;
  readonly today: Day;
  readonly of: { readonly id: string; readonly name: string; readonly isMany: boolean };
  readonly span: Span;
  readonly days: readonly Day[];
  readonly on: Day;
  readonly entries: readonly LinkedEntry[];
  /** More stands in it than is shown. */
  readonly isCut: boolean;
  readonly options: Options;
};

const filters = {
  of: code('diaries', { label: 'Whose diary' }),
  span: choice([{ value: 'day', text: 'A day' }], { label: 'How much', as: 'select' }),
  on: day({ label: 'Of which day', says: 'The day' }),
};

/** A day or a week of a worker, a team or a room: all that the record knows of it. */
export function DiaryPage(model: DiaryModel): Html {
  const { shell, of, days, isCut } = model;
  const shown = { of: of.id, span: model.span, ...boxesOf('on', model.on) };
  const F = tagsOf(filters, { faults: [], shown, options: model.options });
  return (
    <Page title={`Diary: ${of.name}`} shell={shell}>
      <h1 class="govuk-heading-l">
        Diary <span class="fh-quiet">{of.name}</span>
      </h1>
      <Steps {...model} />
      <form method="get" action={urls.diary.page} class="fh-filter fh-no-print">
        <F.of empty="Mine" />
        <F.span empty="A week" />
        <F.on />
        <Button text="Show" classes="govuk-button--secondary" />
      </form>
      {isCut ? (
        <p class="govuk-inset-text">
          There is more than is shown here: choose one day, or one person.
        </p>
      ) : null}
      {days.map((each) => (
        <OneDay model={model} day={each} />
      ))}
      <p class="govuk-body fh-no-print">
        <a class="govuk-link" href={urls.diary.feedPage}>
          Your diary in your own calendar
        </a>
      </p>
    </Page>
  );
}

/** The day or week before and after, and today. */
function Steps({ of, span, days, on, today }: DiaryModel): Html {
  const step = span === 'day' ? 1 : 7;
  const to = (day: Day) => urls.diary.of({ of: of.id, span, ...boxesOf('on', day) });
  return (
    <p class="fh-actions">
      <strong>{span === 'day' ? titleOf(on) : `Week of ${formatDay(days[0] ?? on)}`}</strong>
      <a class="govuk-link fh-no-print" href={to(addDays(on, -step))}>
        {span === 'day' ? 'Day before' : 'Week before'}
      </a>
      {days.includes(today) ? null : (
        <a class="govuk-link fh-no-print" href={to(today)}>
          {span === 'day' ? 'Today' : 'This week'}
        </a>
      )}
      <a class="govuk-link fh-no-print" href={to(addDays(on, step))}>
        {span === 'day' ? 'Day after' : 'Week after'}
      </a>
    </p>
  );
}

const titleOf = (day: Day) => `${WEEKDAYS[weekdayOf(day) - 1]} ${formatDay(day)}`;

/** One day with what stands on it; a Saturday or Sunday without anything is left out of a week. */
function OneDay({ model, day }: { readonly model: DiaryModel; readonly day: Day }): Html | null {
  const entries = model.entries.filter((entry) => entry.day === day);
  if (entries.length === 0 && model.span === 'week' && weekdayOf(day) > 5) return null;
  return (
    <section class="fh-day">
      <h2 class="govuk-heading-s">
        {titleOf(day)} {day === model.today ? <span class="fh-badge">Today</span> : null}
      </h2>
      {entries.length === 0 ? (
        <p class="govuk-body fh-quiet">Nothing in the diary.</p>
      ) : (
        <ul class="govuk-list">
          {entries.map((entry) => (
            <OneEntry entry={entry} model={model} />
          ))}
        </ul>
      )}
    </section>
  );
}

function OneEntry({
  entry,
  model: { now, of },
}: {
  readonly entry: LinkedEntry;
  readonly model: DiaryModel;
}): Html {
  const badge = badgeOf(entry, now);
  const words = [entry.child, whatOf(entry)].filter(Boolean).join(': ');
  return (
    <li>
      <strong>{whenOf(entry)}</strong>{' '}
      {entry.href ? (
        <a class="govuk-link" href={entry.href}>
          {words}
        </a>
      ) : (
        words
      )}{' '}
      {badge ? <span class={`fh-badge fh-badge-${badge.tone}`}>{badge.text}</span> : null}
      {entry.clashes ? <span class="fh-badge fh-badge-late">Clashes</span> : null}
      <div class="fh-quiet">{factsOf(entry, of.isMany).join('. ')}</div>
      {entry.writeUp ? (
        <a class="govuk-link fh-no-print" href={entry.writeUp}>
          Record what happened
          <span class="govuk-visually-hidden">
            {' '}
            with {entry.child}, {whenOf(entry)}
          </span>
        </a>
      ) : null}
    </li>
  );
}
