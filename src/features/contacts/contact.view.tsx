import { can } from '../../domain/access/can.ts';
import { formatInstant } from '../../domain/calendar/british-time.ts';
import { formatDay } from '../../domain/calendar/day.ts';
import type { ChildContext } from '../../platform/http/context.ts';
import { ChildFrame } from '../../record/child-frame.tsx';
import type { Correction } from '../../record/correction-rows.ts';
import type { Options } from '../../record/field.ts';
import { PutRight } from '../../record/struck.tsx';
import { Button, Details, SummaryList } from '../../ui/govuk/components.tsx';
import type { Html } from '../../ui/html.ts';
import { urls } from '../../urls.ts';
import type { Contact } from './contact.queries.ts';
import type { EditModel } from './contact-edits.ts';
import { contactFields } from './contact-fields.ts';
import { isAbsence } from './contact-rules.ts';
import { attendanceBadge, keptContact, seenText, typeText, whenOf } from './contact-words.ts';

type Props = {
  readonly context: ChildContext;
  readonly contact: Contact;
  readonly options: Options;
  /** What it clashes with, in words. */
  readonly clashes: readonly string[];
  readonly edits: readonly EditModel[];
  readonly corrections: readonly Correction[];
  readonly mayWrite: boolean;
};

/** One contact, whole, with who changed it and what it said before. */
export function ContactPage(props: Props): Html {
  const { context, contact, options, mayWrite } = props;
  const { child, now } = context;
  const title = typeText(contact.type, options);
  const badge = attendanceBadge(contact, options, now);
  return (
    <ChildFrame
      context={context}
      title={title}
      heading={`${title}, ${whenOf(contact)}`}
      back={{ href: urls.contacts.list(child.id), text: 'Back to contacts' }}
    >
      <p class="govuk-body">
        <span class={`fh-badge fh-badge-${badge.tone}`}>{badge.text}</span>{' '}
        {contact.safeguarding ? (
          <span class="fh-badge fh-badge-late">Worried about safety</span>
        ) : null}
      </p>
      <PutRight
        corrections={props.corrections}
        rowId={contact.id}
        said={(kept) => keptContact(kept, options)}
      />
      {props.clashes.length > 0 ? <Clashes {...props} /> : null}
      {contact.follow_up_by ? <FollowUp {...props} by={contact.follow_up_by} /> : null}
      {contact.under_order && isAbsence(contact.attendance ?? '') ? (
        <p class="govuk-body">
          An order asked for this appointment: what got in the way, and whether there was a good
          reason, stands under{' '}
          <a class="govuk-link" href={urls.compliance.list(child.id)}>
            Compliance
          </a>
          .
        </p>
      ) : null}
      {mayWrite && contact.status !== 'cancelled' ? (
        <Actions
          child={child}
          contact={contact}
          writesLetters={can(context.actor, 'letter.write')}
        />
      ) : null}
      <SummaryList rows={factsOf(props)} />
      {contact.status !== 'recorded' ? null : (
        <>
          <Written title="What happened" text={contact.notes} />
          <Written title="What the child said" text={contact.child_words} />
          <Written title="What happens next" text={contact.next_step} />
        </>
      )}
      <p class="govuk-body fh-quiet">
        {contact.status === 'recorded' ? 'Recorded' : 'Planned'} by{' '}
        {contact.author_name ?? 'a person who has left'} on {formatInstant(contact.created_at)}
        {props.edits.length === 0 ? '. Not changed since.' : '.'}
      </p>
      {props.edits.map((edit) => (
        <Edit edit={edit} />
      ))}
    </ChildFrame>
  );
}

/** Nothing is refused for it: two may be meant to meet, and a hearing is listed after the appointment was made. */
function Clashes({ clashes }: Props): Html {
  return (
    <div class="govuk-inset-text fh-alert">
      <p class="govuk-body">It clashes. Move it, or leave it if it is meant:</p>
      <ul class="govuk-list govuk-list--bullet">
        {clashes.map((clash) => (
          <li>{clash}</li>
        ))}
      </ul>
    </div>
  );
}

/** A missed appointment is not mended on its own page: the next contact that reaches somebody does it. */
function FollowUp({
  context: { child, today },
  mayWrite,
  by,
}: Props & { readonly by: string }): Html {
  return (
    <div class="govuk-inset-text">
      <p class="govuk-body">
        Follow up by {formatDay(by)}{' '}
        {by < today ? <span class="fh-badge fh-badge-late">Overdue</span> : null}. It is followed up
        when a later contact is recorded at which {child.forename} came, or a parent or carer was
        spoken to.
      </p>
      {mayWrite ? <Button text="Record a contact" href={urls.contacts.record(child.id)} /> : null}
    </div>
  );
}

function Actions({
  child,
  contact,
  writesLetters,
}: {
  readonly child: { readonly id: string };
  readonly contact: Contact;
  readonly writesLetters: boolean;
}): Html {
  const isPlanned = contact.status === 'planned';
  return (
    <div class="fh-actions">
      {isPlanned ? (
        <Button text="Record what happened" href={urls.contacts.outcome(child.id, contact.id)} />
      ) : null}
      <Button
        text={isPlanned ? 'Move it' : 'Change this contact'}
        href={urls.contacts.edit(child.id, contact.id)}
        classes="govuk-button--secondary"
      />
      {isPlanned && writesLetters ? (
        <a
          class="govuk-link"
          href={urls.letters.begin(child.id, {
            kind: 'appointment',
            to: 'child:',
            about: `contact:${contact.id}`,
          })}
        >
          Write to the child about it
        </a>
      ) : null}
      {isPlanned ? (
        <a class="govuk-link" href={urls.contacts.callOff(child.id, contact.id)}>
          Call it off
        </a>
      ) : null}
      <a class="govuk-link" href={urls.contacts.takeOff(child.id, contact.id)}>
        It is on the wrong record
      </a>
    </div>
  );
}

function factsOf({ contact, options }: Props) {
  const facts: [string, string][] = [
    ['Worker', contact.worker_name],
    ['Where', contact.place || 'No place: a call, a message or a letter'],
    ['How long', contact.minutes ? `${contact.minutes} minutes` : 'Not recorded'],
  ];
  if (contact.room_name && contact.room_name !== contact.place)
    facts.push(['Room', contact.room_name]);
  if (contact.change_reason)
    facts.push([
      contact.status === 'cancelled' ? 'Why it was called off' : 'Why it was moved',
      contact.change_reason,
    ]);
  if (contact.status === 'recorded') {
    facts.push(
      ['Child', seenText(contact.child_seen) || 'Not asked of this contact'],
      ['Parent or carer', contact.parent_spoken_to ? 'Spoken with' : 'Not spoken with'],
      ['Who else', contact.with_whom ?? 'Nobody recorded'],
      ['About', contactFields.lenses.words(contact.lenses, options) || 'Not marked'],
    );
    if (contact.planned_at) facts.push(['Planned for', formatInstant(contact.planned_at)]);
  }
  const work = options.involvement_type?.find(({ value }) => value === contact.involvement_type);
  if (work) facts.push(['Part of', work.text]);
  return facts.map(([key, value]) => ({ key: { text: key }, value: { text: value } }));
}

function Written({ title, text }: { readonly title: string; readonly text: string | null }): Html {
  return (
    <section>
      <h2 class="govuk-heading-m">{title}</h2>
      <p class={text ? 'govuk-body fh-written' : 'govuk-body fh-quiet'}>
        {text || 'Nothing recorded.'}
      </p>
    </section>
  );
}

function Edit({ edit }: { readonly edit: EditModel }): Html {
  return (
    <Details
      summaryText={`Edited by ${edit.who} on ${edit.when}`}
      html={
        <dl class="fh-edit">
          {edit.rows.map((row) => (
            <>
              <dt>{row.label}</dt>
              <dd class="fh-written">
                <del>{row.before || 'Nothing'}</del>
              </dd>
              <dd class="fh-written">
                <ins>{row.after || 'Nothing'}</ins>
              </dd>
            </>
          ))}
        </dl>
      }
    />
  );
}
