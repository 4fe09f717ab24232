import type { Options } from '../../record/field.ts';
import type { Html } from '../../ui/html.ts';
import { urls } from '../../urls.ts';
import type { ListedContact } from './contact-list.queries.ts';
import { attendanceBadge, excerptLetters, seenText, typeText, whenOf } from './contact-words.ts';

/** One contact in the list of a child's contacts. */
export function ContactEntry({
  childId,
  contact,
  options,
  now,
  mayWrite,
}: {
  readonly childId: string;
  readonly contact: ListedContact;
  readonly options: Options;
  readonly now: Date;
  readonly mayWrite: boolean;
}): Html {
  const badge = attendanceBadge(contact, options, now);
  const one = urls.contacts.one(childId, contact.id);
  const seen = [
    seenText(contact.status === 'planned' ? '' : contact.child_seen),
    contact.parent_spoken_to ? 'Parent or carer spoken with' : '',
    contact.with_whom ? `Also there: ${contact.with_whom}` : '',
  ].filter(Boolean);
  return (
    <li class="fh-entry">
      <h2 class="govuk-heading-s fh-entry__title">
        <a class="govuk-link" href={one}>
          {typeText(contact.type, options)}, {whenOf(contact)}
        </a>{' '}
        <span class={`fh-badge fh-badge-${badge.tone}`}>{badge.text}</span>{' '}
        {contact.safeguarding ? (
          <span class="fh-badge fh-badge-late">Worried about safety</span>
        ) : null}
      </h2>
      <p class="fh-quiet fh-entry__facts">
        {[contact.worker, contact.place, contact.minutes && `${contact.minutes} minutes`]
          .filter(Boolean)
          .join(', ')}
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
      {contact.status === 'planned' && mayWrite ? (
        <p class="govuk-body">
          <a class="govuk-link" href={urls.contacts.outcome(childId, contact.id)}>
            Record what happened
            <span class="govuk-visually-hidden"> on {whenOf(contact)}</span>
          </a>
        </p>
      ) : null}
    </li>
  );
}
