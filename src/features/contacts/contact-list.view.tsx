import type { MissedRun } from '../../domain/contacts/attendance.ts';
import { Button, InsetText, Pagination } from '../../ui/govuk/components.tsx';
import type { Html } from '../../ui/html.ts';
import { type ChildBand, ChildPage } from '../../ui/layout/child-page.tsx';
import { SelectField } from '../../ui/layout/fields.tsx';
import type { PageShell } from '../../ui/layout/page.tsx';
import { urls } from '../../urls.ts';
import type { ContactFilter, ListedContact } from './contact-list.queries.ts';
import {
  attendanceBadge,
  type ContactLists,
  excerptLetters,
  filterChoices,
  seenText,
  typeText,
  whenOf,
} from './contact-words.ts';

export type ContactListModel = {
  readonly shell: PageShell;
  readonly child: ChildBand;
  readonly today: string;
  readonly now: Date;
  readonly contacts: readonly ListedContact[];
  readonly lists: ContactLists;
  readonly filter: ContactFilter;
  readonly workers: readonly { readonly id: string; readonly name: string }[];
  readonly total: number;
  readonly page: number;
  readonly pages: number;
  readonly missed: MissedRun & { readonly sinceText: string };
  readonly frequency: FrequencyModel | null;
  readonly kept: {
    readonly thisMonth: number;
    readonly lastMonth: number;
    readonly thisMonthName: string;
    readonly lastMonthName: string;
  };
  readonly mayWrite: boolean;
};

export type FrequencyModel = {
  readonly label: string;
  readonly expected: number;
  readonly source: string;
};

/** A child's contacts, newest first. */
export function ContactListPage(model: ContactListModel): Html {
  const { shell, child, today } = model;
  const isNarrowed = Object.values(model.filter).some((value) => value !== '');
  return (
    <ChildPage title="Contacts" shell={shell} child={child} today={today}>
      <h1 class="govuk-heading-l">Contacts</h1>
      {model.mayWrite ? (
        <div class="fh-actions">
          <Button text="Record a contact" href={urls.contacts.record(child.id)} />
          <Button
            text="Plan a contact"
            href={urls.contacts.plan(child.id)}
            classes="govuk-button--secondary"
          />
        </div>
      ) : null}
      {model.missed.isWarning ? (
        <InsetText
          classes="fh-alert"
          html={
            <>
              <strong>
                {child.forename} has missed {model.missed.missed} contacts in a row
              </strong>{' '}
              since {model.missed.sinceText}. Ask what gets in the way before asking them to try
              harder: time, place, travel, who they might meet, or whether they were told in a way
              they understand.
            </>
          }
        />
      ) : null}
      <Expected model={model} />
      <Filter model={model} />
      <p class="govuk-body" id="count">
        {countText(model, isNarrowed)}
      </p>
      <ol class="fh-entries">
        {model.contacts.map((contact) => (
          <Entry contact={contact} model={model} />
        ))}
      </ol>
      {model.pages > 1 ? <Pages model={model} /> : null}
    </ChildPage>
  );
}

function countText({ total, page, pages }: ContactListModel, isNarrowed: boolean): string {
  if (total === 0)
    return isNarrowed
      ? 'No contact fits this filter. Clear it to see them all.'
      : 'No contact is recorded yet. Record the first meeting with the child, and the first talk with a parent or carer, as soon as they happen.';
  const many = total === 1 ? '1 contact' : `${total.toLocaleString('en-GB')} contacts`;
  return pages > 1 ? `${many}, newest first: page ${page} of ${pages}` : `${many}, newest first`;
}

function Expected({ model }: { readonly model: ContactListModel }): Html {
  const { frequency, kept } = model;
  const meetings = (count: number) => (count === 1 ? '1 meeting kept' : `${count} meetings kept`);
  return (
    <p class="govuk-body">
      {kept.thisMonthName} so far: <strong>{meetings(kept.thisMonth)}</strong>
      {frequency ? ` of ${frequency.expected} expected` : ''}. {kept.lastMonthName}:{' '}
      {meetings(kept.lastMonth)}.
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

function Filter({ model }: { readonly model: ContactListModel }): Html {
  const base = { errors: [], typed: model.filter };
  return (
    <form
      method="get"
      action={urls.contacts.list(model.child.id)}
      class="fh-filter"
      aria-label="Narrow the list"
    >
      <SelectField
        {...base}
        name="type"
        label="Kind"
        empty="All kinds"
        choices={filterChoices(model.lists).types}
      />
      <SelectField
        {...base}
        name="attendance"
        label="How it turned out"
        empty="All"
        choices={filterChoices(model.lists).attendance}
      />
      <SelectField
        {...base}
        name="worker"
        label="Worker"
        empty="All workers"
        choices={model.workers.map(({ id, name }) => ({ value: id, text: name }))}
      />
      <Button text="Show" classes="govuk-button--secondary" />
      <a class="govuk-link" href={urls.contacts.list(model.child.id)}>
        Clear
      </a>
    </form>
  );
}

function Entry({
  contact,
  model,
}: {
  readonly contact: ListedContact;
  readonly model: ContactListModel;
}): Html {
  const badge = attendanceBadge(contact, model.lists, model.now);
  const one = urls.contacts.one(model.child.id, contact.id);
  const seen = [
    seenText(contact.status === 'planned' ? '' : contact.child_seen),
    contact.parent_spoken_to ? 'Parent or carer spoken with' : '',
    contact.with_whom ? `Also there: ${contact.with_whom}` : '',
  ].filter(Boolean);
  return (
    <li class="fh-entry">
      <h2 class="govuk-heading-s fh-entry__title">
        <a class="govuk-link" href={one}>
          {typeText(model.lists, contact.type)}, {whenOf(contact)}
        </a>{' '}
        <span class={`fh-badge fh-badge-${badge.tone}`}>{badge.text}</span>{' '}
        {contact.safeguarding ? (
          <span class="fh-badge fh-badge-late">Worried about safety</span>
        ) : null}
      </h2>
      <p class="fh-quiet fh-entry__facts">
        {contact.worker}, {contact.place}
        {contact.minutes ? `, ${contact.minutes} minutes` : ''}
        {seen.length > 0 ? `. ${seen.join('. ')}` : ''}
      </p>
      {contact.notes ? (
        <p class="govuk-body fh-written">
          {contact.notes}
          {contact.letters > excerptLetters ? '…' : ''}
        </p>
      ) : null}
      {contact.letters > excerptLetters ? (
        <p class="govuk-body">
          <a class="govuk-link" href={one}>
            Read the whole note<span class="govuk-visually-hidden"> of {whenOf(contact)}</span>
          </a>
        </p>
      ) : null}
      {contact.child_words ? (
        <p class="govuk-body">
          <span class="fh-badge fh-badge-voice">In the child’s words</span>{' '}
          <q class="fh-written">{contact.child_words}</q>
        </p>
      ) : null}
      {contact.next_step ? <p class="govuk-body">Next: {contact.next_step}</p> : null}
      {contact.status === 'planned' && model.mayWrite ? (
        <p class="govuk-body">
          <a class="govuk-link" href={urls.contacts.outcome(model.child.id, contact.id)}>
            Record what happened
            <span class="govuk-visually-hidden"> on {whenOf(contact)}</span>
          </a>
        </p>
      ) : null}
    </li>
  );
}

function Pages({ model }: { readonly model: ContactListModel }): Html {
  const { child, filter, page, pages } = model;
  const link = (to: number) => urls.contacts.list(child.id, { ...filter, page: String(to) });
  const near = [...new Set([1, page - 1, page, page + 1, pages])].filter(
    (each) => each >= 1 && each <= pages,
  );
  const items = near.flatMap((each, index) => [
    ...(index > 0 && each - (near[index - 1] ?? each) > 1 ? [{ ellipsis: true }] : []),
    { number: String(each), href: link(each), current: each === page },
  ]);
  return (
    <Pagination
      landmarkLabel="Pages of contacts"
      items={items}
      {...(page > 1 ? { previous: { href: link(page - 1), text: 'Newer' } } : {})}
      {...(page < pages ? { next: { href: link(page + 1), text: 'Older' } } : {})}
    />
  );
}
