import { type Day, formatDay, formatShortDay } from '../../domain/calendar/day.ts';
import type { ChildContext } from '../../platform/http/context.ts';
import { ChildFrame } from '../../record/child-frame.tsx';
import type { Option } from '../../record/field.ts';
import { FormBox, type FormView } from '../../record/form-box.tsx';
import { childForm } from '../../record/form-page.ts';
import { changeRow } from '../../record/rows.ts';
import { Button, Details, WarningText } from '../../ui/govuk/components.tsx';
import type { Html } from '../../ui/html.ts';
import { DataTable } from '../../ui/layout/data-table.tsx';
import { PostForm } from '../../ui/layout/post-form.tsx';
import { WrittenList } from '../../ui/layout/written-list.tsx';
import { urls } from '../../urls.ts';
import { closeFields } from './line-fields.ts';
import { Sharing } from './sharing.view.tsx';
import { answerText, mustBeSafe, safetyText, wishesSentence } from './victim-words.ts';
import {
  contactsOf,
  type LineRow,
  openVault,
  type RightRow,
  rightsOf,
  type VaultRow,
} from './victims.queries.ts';

async function subject(context: ChildContext) {
  const open = await openVault(context);
  if (!open) return undefined;
  return {
    ...open,
    contacts: await contactsOf(context.tx, open.line.id),
    rights: await rightsOf(context.tx, open.line.id),
  };
}

type Subject = NonNullable<Awaited<ReturnType<typeof subject>>>;

/** The vault: who the victim is, how to reach them, what they said, and the end of their line. The victim worker's page only. */
export const vaultRoutes = childForm({
  path: urls.victims.vault(':childId', ':victimId'),
  reads: 'victim.vault',
  fields: closeFields,
  lists: ['victim_contact_method'],
  subject,
  stored: ({ line }) => line,
  closed: ({ line }) => line.ended_on && 'This line was closed already: nothing was changed.',
  save: ({ tx, today }, { line }, { end_reason }) =>
    changeRow(tx, 'victim_involvement', line, { ended_on: today, end_reason }),
  view: ({ context, subject: open, form }) => {
    const { child, today } = context;
    const { line, vault } = open;
    const isOpen = line.ended_on === null;
    const at = (page: 'details' | 'contact' | 'wishes' | 'rights' | 'safetyOver') =>
      urls.victims[page](child.id, line.id);
    return (
      <ChildFrame
        context={context}
        title={`${line.label}: vault`}
        heading={
          <>
            {line.label} <span class="fh-badge fh-badge-restricted">Vault</span>
          </>
        }
        faults={form.faults}
        back={{ href: urls.victims.worklist, text: 'Back to your worklist' }}
      >
        {vault?.known_child_id ? (
          <WarningText
            text={`Known to the service${vault.known_number ? ` (child no. ${vault.known_number})` : ''}: keep workers, appointments and records apart. Managers see only “known to the service”.`}
            iconFallbackText="Warning"
          />
        ) : null}
        {line.ended_on ? <ClosedLine childId={child.id} line={line} form={form} /> : null}
        <div class="fh-actions">
          {isOpen ? (
            <>
              <Button text="Log a contact" href={at('contact')} />
              <Button
                text="Record what they want"
                href={at('wishes')}
                classes="govuk-button--secondary"
              />
              <a class="govuk-link" href={at('details')}>
                {vault ? 'Change their details' : 'Add their details'}
              </a>
              {vault ? (
                <a
                  class="govuk-link"
                  href={urls.letters.begin(child.id, { to: `victim:${line.id}` })}
                >
                  Write to them
                </a>
              ) : null}
            </>
          ) : null}
          {mustBeSafe(line) ? (
            <a class="govuk-link" href={at('safetyOver')}>
              Say that they need no longer be kept safe
            </a>
          ) : null}
          <a class="govuk-link" href={urls.victims.one(child.id, line.id)}>
            See what the child’s worker sees
          </a>
        </div>
        {vault ? (
          <WrittenList lines={detailRows(line, vault)} />
        ) : (
          <p class="govuk-body">
            No details have been received. Ask police for them unless the person objects, then add
            them here: the time for first contact starts on the day they arrive.
          </p>
        )}
        <Sharing childId={child.id} line={line} vault={vault} />
        <Rights rights={open.rights} today={today} href={isOpen ? at('rights') : null} />
        <Contacts contacts={open.contacts} methods={form.options.victim_contact_method ?? []} />
        {isOpen ? <Close line={line} form={form} /> : null}
      </ChildFrame>
    );
  },
  done: ({ line }) => ({
    to: mustBeSafe(line) ? urls.victims.worklistOf({ show: 'safe' }) : urls.victims.worklist,
    message: 'Saved: the line is closed',
  }),
});

function detailRows(line: LineRow, vault: VaultRow): readonly [string, string | null][] {
  return [
    ['Name', vault.is_child ? `${vault.name} (a child)` : vault.name],
    ['How to reach them', vault.contact_details],
    ['How and when they prefer', vault.preferred_contact],
    ['What they need to take part', vault.access_needs],
    ['Agreed that police pass on their details', answerText(vault.police_consent)],
    ['Details received', line.details_received_on && formatDay(line.details_received_on)],
    ['Wishes', wishesSentence(line)],
    ['In their words', vault.words],
    ['Why there are no wishes', line.no_wishes_reason],
    ['What it did to them', vault.impact],
    ['Needs to be kept safe', safetyText(line)],
    ['What the child’s worker must do', line.safety_line],
    ['Wants updates', answerText(line.updates_wanted)],
    ['Note', vault.note],
  ];
}

function Rights({
  rights,
  today,
  href,
}: {
  readonly rights: readonly RightRow[];
  readonly today: Day;
  readonly href: string | null;
}): Html {
  return (
    <section aria-labelledby="rights">
      <h2 class="govuk-heading-m" id="rights">
        Their rights
      </h2>
      <DataTable
        caption="Their rights"
        columns={[
          { heading: 'Right', cell: ({ label }) => label },
          {
            heading: 'Due',
            cell: ({ due_on }) => (due_on ? formatShortDay(due_on) : 'No day yet'),
          },
          { heading: 'Done', cell: (right) => <RightState right={right} today={today} /> },
        ]}
        rows={rights}
      />
      {href ? (
        <p class="govuk-body">
          <a class="govuk-link" href={href}>
            Record their rights
          </a>
        </p>
      ) : null}
    </section>
  );
}

function RightState({ right, today }: { readonly right: RightRow; readonly today: Day }): Html {
  if (right.done_on) return <>{formatShortDay(right.done_on)}</>;
  if (right.not_done_reason) return <>Not done: {right.not_done_reason}</>;
  const late = right.due_on !== null && right.due_on < today;
  return (
    <span class={`fh-badge fh-badge-${late ? 'late' : 'neutral'}`}>
      {late ? 'Overdue' : 'Not yet'}
    </span>
  );
}

function Contacts({
  contacts,
  methods,
}: Pick<Subject, 'contacts'> & { readonly methods: readonly Option[] }): Html {
  return (
    <section aria-labelledby="contacts">
      <h2 class="govuk-heading-m" id="contacts">
        Contacts and tries
      </h2>
      {contacts.length === 0 ? (
        <p class="govuk-body">None yet. Log every try, reached or not.</p>
      ) : (
        <DataTable
          caption="Contacts and tries"
          columns={[
            { heading: 'Day', cell: ({ held_on }) => formatShortDay(held_on) },
            {
              heading: 'How',
              cell: ({ method }) => methods.find(({ value }) => value === method)?.text ?? method,
            },
            { heading: 'Reached', cell: ({ reached }) => (reached ? 'Yes' : 'No') },
            {
              heading: 'Note',
              cell: ({ note, written_by }) => (
                <>
                  <span class="fh-written">{note}</span> <span class="fh-quiet">{written_by}</span>
                </>
              ),
            },
          ]}
          rows={contacts}
        />
      )}
    </section>
  );
}

type LineForm = { readonly line: LineRow; readonly form: FormView<typeof closeFields> };

/** That a line is closed, what of it still holds, and how to go on with it. */
function ClosedLine({
  childId,
  line,
  form: { F: _fields, ...form },
}: LineForm & { readonly childId: string }): Html {
  return (
    <div class="govuk-inset-text" id="closed">
      <p class="govuk-body">
        This line was closed on {formatDay(line.ended_on ?? '')}:{' '}
        {closeFields.end_reason.words(line.end_reason ?? '', form.options)}. Nothing more is written
        on it until it is reopened.{' '}
        {mustBeSafe(line)
          ? 'That they must be kept safe stays before the child’s worker until you say that it no longer holds.'
          : ''}
      </p>
      <PostForm action={urls.victims.reopen(childId, line.id)}>
        <Button text="Reopen this line" classes="govuk-button--secondary" />
      </PostForm>
    </div>
  );
}

function Close({ line, form: { F, ...form } }: LineForm): Html {
  return (
    <Details summaryText="Close this line" open={form.faults.length > 0 || form.conflict !== null}>
      {mustBeSafe(line) ? (
        <p class="govuk-body">
          That they must be kept safe stays before the child’s worker after the line is closed,
          until you say that it no longer holds.
        </p>
      ) : null}
      <FormBox form={form} button="Close the line">
        <F.end_reason />
      </FormBox>
    </Details>
  );
}
