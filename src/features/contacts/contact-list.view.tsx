import { britishDay } from '../../domain/calendar/british-time.ts';
import { type Day, formatDay, MONTHS } from '../../domain/calendar/day.ts';
import { missedRun } from '../../domain/contacts/attendance.ts';
import type { ChildContext } from '../../platform/http/context.ts';
import { ChildFrame } from '../../record/child-frame.tsx';
import { code } from '../../record/choice-fields.tsx';
import type { Correction } from '../../record/correction-rows.ts';
import type { Options } from '../../record/field.ts';
import { tagsOf } from '../../record/fields.ts';
import { Struck } from '../../record/struck.tsx';
import { text } from '../../record/text-fields.tsx';
import { Button, InsetText } from '../../ui/govuk/components.tsx';
import type { Html } from '../../ui/html.ts';
import { Pager } from '../../ui/layout/pager.tsx';
import { urls } from '../../urls.ts';
import { ContactEntry } from './contact-entry.view.tsx';
import type { ContactFacts, ContactFilter, ListedContact } from './contact-list.queries.ts';
import { keptContact } from './contact-words.ts';

type Props = {
  readonly context: ChildContext;
  readonly contacts: readonly ListedContact[];
  readonly options: Options;
  readonly filter: ContactFilter;
  readonly facts: ContactFacts;
  readonly corrections: readonly Correction[];
  readonly page: number;
  readonly pages: number;
  readonly frequency: { readonly label: string; readonly expected: number } | null;
  /** The first days of this calendar month and of the last. */
  readonly months: { readonly this: Day; readonly last: Day };
  readonly mayWrite: boolean;
};

/** A child's contacts, newest first. */
export function ContactListPage(props: Props): Html {
  const { context, contacts, options, filter, page, pages, mayWrite } = props;
  const { child, now } = context;
  return (
    <ChildFrame context={context} title="Contacts">
      {mayWrite ? (
        <div class="fh-actions">
          <Button text="Record a contact" href={urls.contacts.record(child.id)} />
          <Button
            text="Plan a contact"
            href={urls.contacts.plan(child.id)}
            classes="govuk-button--secondary"
          />
        </div>
      ) : null}
      <Missed {...props} />
      <Expected {...props} />
      <Filter childId={child.id} filter={filter} options={options} />
      <p class="govuk-body" id="count">
        {countText(props)}
      </p>
      <ol class="fh-entries">
        {contacts.map((contact) => (
          <ContactEntry
            childId={child.id}
            contact={contact}
            options={options}
            now={now}
            mayWrite={mayWrite}
          />
        ))}
      </ol>
      <Pager
        pages={{
          number: page,
          hasNext: page < pages,
          href: (to) => urls.contacts.list(child.id, { ...filter, page: String(to) }),
        }}
      />
      <Struck corrections={props.corrections} said={(kept) => keptContact(kept, options)} />
    </ChildFrame>
  );
}

function Missed({ context: { child }, facts }: Props): Html | null {
  const { missed, since, isWarning } = missedRun(facts.latest);
  if (!isWarning) return null;
  return (
    <InsetText classes="fh-alert">
      <strong>
        {child.forename} has missed {missed} contacts in a row
      </strong>{' '}
      since {since ? formatDay(britishDay(since)) : ''}. Ask what gets in the way before asking them
      to try harder: time, place, travel, who they might meet, or whether they were told in a way
      they understand.
    </InsetText>
  );
}

function countText({ facts: { total }, filter, page, pages }: Props): string {
  const isNarrowed = Object.values(filter).some((value) => value !== '');
  if (total === 0)
    return isNarrowed
      ? 'No contact fits this filter. Clear it to see them all.'
      : 'No contact is recorded yet. Record the first meeting with the child, and the first talk with a parent or carer, as soon as they happen.';
  const many = total === 1 ? '1 contact' : `${total.toLocaleString('en-GB')} contacts`;
  return pages > 1 ? `${many}, newest first: page ${page} of ${pages}` : `${many}, newest first`;
}

const monthName = (day: Day) => MONTHS[Number(day.slice(5, 7)) - 1] ?? '';

function Expected({ frequency, facts, months }: Props): Html {
  const meetings = (count: number) => (count === 1 ? '1 meeting kept' : `${count} meetings kept`);
  return (
    <p class="govuk-body">
      {monthName(months.this)} so far: <strong>{meetings(facts.thisMonth)}</strong>
      {frequency ? ` of ${frequency.expected} expected` : ''}. {monthName(months.last)}:{' '}
      {meetings(facts.lastMonth)}.
      {frequency ? (
        <span class="fh-quiet">
          {' '}
          Expected by the level “{frequency.label}” (local example: check what your service has
          set).
        </span>
      ) : (
        <span class="fh-quiet">
          {' '}
          How many are expected follows from a signed assessment; there is none that you can see.
        </span>
      )}
    </p>
  );
}

const filterFields = {
  type: code('contact_type', { label: 'Kind' }),
  attendance: code('turned_out', { label: 'How it turned out' }),
  worker: code('workers', { label: 'Worker' }),
  words: text({ label: 'Words in it' }),
};

function Filter({
  childId,
  filter,
  options,
}: Pick<Props, 'filter' | 'options'> & { readonly childId: string }): Html {
  const F = tagsOf(filterFields, { faults: [], shown: filter, options });
  return (
    <form
      method="get"
      action={urls.contacts.list(childId)}
      class="fh-filter"
      aria-label="Narrow the list"
    >
      <F.type empty="All kinds" />
      <F.attendance empty="All" />
      <F.worker empty="All workers" />
      <F.words />
      <Button text="Show" classes="govuk-button--secondary" />
      <a class="govuk-link" href={urls.contacts.list(childId)}>
        Clear
      </a>
    </form>
  );
}
