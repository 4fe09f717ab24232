import { type Day, formatDay, formatShortDay } from '../../domain/calendar/day.ts';
import { Button, Details, WarningText } from '../../ui/govuk/components.tsx';
import type { Html } from '../../ui/html.ts';
import { type ChildBand, ChildPage } from '../../ui/layout/child-page.tsx';
import { type Choice, SelectField, type Typed, VersionField } from '../../ui/layout/fields.tsx';
import type { FieldError, PageShell } from '../../ui/layout/page.tsx';
import { PostForm } from '../../ui/layout/post-form.tsx';
import { WrittenList } from '../../ui/layout/written-list.tsx';
import { urls } from '../../urls.ts';
import { answerText, wishesSentence } from './victim-words.ts';
import type { LineRow, RightRow, VaultRow } from './victims.queries.ts';

export type ContactRow = {
  readonly id: string;
  readonly heldOn: Day;
  readonly method: string;
  readonly reached: boolean;
  readonly note: string;
  readonly writtenBy: string | null;
};

export type VaultModel = {
  readonly shell: PageShell;
  readonly child: ChildBand;
  readonly today: Day;
  readonly errors: readonly FieldError[];
  readonly typed: Typed;
  readonly line: LineRow;
  readonly vault: VaultRow | null;
  readonly contacts: readonly ContactRow[];
  readonly rights: readonly RightRow[];
  readonly endReasons: readonly Choice[];
};

/** The vault: who the victim is, how to reach them, what they said. The victim worker's page only. */
export function VaultPage(model: VaultModel): Html {
  const { shell, child, today, errors, line, vault } = model;
  const at = (page: 'details' | 'contact' | 'wishes' | 'share' | 'rights') =>
    urls.victims[page](child.id, line.id);
  return (
    <ChildPage
      title={`${line.label}: vault`}
      shell={shell}
      child={child}
      today={today}
      errors={errors}
      back={{ href: urls.victims.worklist, text: 'Back to your worklist' }}
    >
      <h1 class="govuk-heading-l">
        {line.label} <span class="fh-badge fh-badge-restricted">Vault</span>
      </h1>
      {vault?.knownChildId ? (
        <WarningText
          text={`Known to the service${vault.knownChildNumber ? ` (child no. ${vault.knownChildNumber})` : ''}: keep workers, appointments and records apart. Managers see only “known to the service”.`}
          iconFallbackText="Warning"
        />
      ) : null}
      <div class="fh-actions">
        <Button text="Log a contact" href={at('contact')} />
        <Button
          text="Record what they want"
          href={at('wishes')}
          classes="govuk-button--secondary"
        />
        <a class="govuk-link" href={at('details')}>
          {vault ? 'Change their details' : 'Add their details'}
        </a>
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
      <Sharing model={model} shareHref={at('share')} />
      <Rights rights={model.rights} today={today} href={at('rights')} />
      <Contacts contacts={model.contacts} />
      <Close model={model} />
    </ChildPage>
  );
}

function detailRows(line: LineRow, vault: VaultRow) {
  const rows: [string, string | null][] = [
    ['Name', vault.isChild ? `${vault.name} (a child)` : vault.name],
    ['How to reach them', vault.contactDetails],
    ['How and when they prefer', vault.preferredContact],
    ['What they need to take part', vault.accessNeeds],
    ['Agreed that police pass on their details', answerText(vault.policeConsent)],
    ['Details received', line.detailsReceivedOn ? formatDay(line.detailsReceivedOn) : null],
    ['Wishes', wishesSentence(line)],
    ['In their words', vault.words],
    ['Why there are no wishes', line.noWishesReason],
    ['What it did to them', vault.impact],
    ['Needs to be kept safe', answerText(line.safetyNeed)],
    ['What the child’s worker must do', line.safetyLine],
    ['Wants updates', answerText(line.updatesWanted)],
    ['Note', vault.note],
  ];
  return rows;
}

function Sharing({
  model: { child, line, vault },
  shareHref,
}: {
  readonly model: VaultModel;
  readonly shareHref: string;
}): Html {
  return (
    <section aria-labelledby="sharing">
      <h2 class="govuk-heading-m" id="sharing">
        Shared with the child’s worker
      </h2>
      {line.shared ? (
        <>
          <p class="govuk-inset-text fh-written">{line.shared}</p>
          <p class="govuk-body">
            They agreed on{' '}
            {line.shareConsentOn ? formatDay(line.shareConsentOn) : 'a day not given'}. May the
            child be told? {answerText(line.tellChild)}.
          </p>
          <div class="fh-actions">
            <a class="govuk-link" href={shareHref}>
              Change what is shared
            </a>
            <PostForm action={urls.victims.withdraw(child.id, line.id)}>
              <Button text="They took back their consent" classes="govuk-button--warning" />
            </PostForm>
          </div>
          <p class="govuk-body-s fh-quiet">
            Taking back consent removes the words from the record at once. A panel paper that holds
            them and waits for a decision is taken back too, and the child’s worker makes it again.
          </p>
        </>
      ) : (
        <p class="govuk-body">
          Nothing.{' '}
          {vault ? (
            <a class="govuk-link" href={shareHref}>
              Share words they agreed to
            </a>
          ) : (
            'Add their details before anything can be shared.'
          )}
        </p>
      )}
      {vault?.withdrawnWords ? (
        <Details
          summaryText={`Words taken back${vault.withdrawnOn ? ` on ${formatDay(vault.withdrawnOn)}` : ''}`}
        >
          <p class="govuk-body fh-written">{vault.withdrawnWords}</p>
        </Details>
      ) : null}
    </section>
  );
}

function Rights({
  rights,
  today,
  href,
}: {
  readonly rights: readonly RightRow[];
  readonly today: Day;
  readonly href: string;
}): Html {
  return (
    <section aria-labelledby="rights">
      <h2 class="govuk-heading-m" id="rights">
        Their rights
      </h2>
      <table class="govuk-table fh-stack-table">
        <thead class="govuk-table__head">
          <tr class="govuk-table__row">
            <th scope="col" class="govuk-table__header">
              Right
            </th>
            <th scope="col" class="govuk-table__header">
              Due
            </th>
            <th scope="col" class="govuk-table__header">
              Done
            </th>
          </tr>
        </thead>
        <tbody class="govuk-table__body">
          {rights.map((right) => (
            <tr class="govuk-table__row">
              <th scope="row" class="govuk-table__header">
                {right.label}
              </th>
              <td class="govuk-table__cell" data-label="Due">
                {right.dueOn ? `${formatShortDay(right.dueOn)}` : 'No day yet'}
              </td>
              <td class="govuk-table__cell" data-label="Done">
                <RightState right={right} today={today} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p class="govuk-body">
        <a class="govuk-link" href={href}>
          Record their rights
        </a>
      </p>
    </section>
  );
}

function RightState({ right, today }: { readonly right: RightRow; readonly today: Day }): Html {
  if (right.doneOn) return <>{formatShortDay(right.doneOn)}</>;
  if (right.notDoneReason) return <>Not done: {right.notDoneReason}</>;
  const late = right.dueOn !== null && right.dueOn < today;
  return (
    <span class={`fh-badge fh-badge-${late ? 'late' : 'neutral'}`}>
      {late ? 'Overdue' : 'Not yet'}
    </span>
  );
}

function Contacts({ contacts }: { readonly contacts: readonly ContactRow[] }): Html {
  return (
    <section aria-labelledby="contacts">
      <h2 class="govuk-heading-m" id="contacts">
        Contacts and tries
      </h2>
      {contacts.length === 0 ? (
        <p class="govuk-body">None yet. Log every try, reached or not.</p>
      ) : (
        <table class="govuk-table fh-stack-table">
          <thead class="govuk-table__head">
            <tr class="govuk-table__row">
              {['Day', 'How', 'Reached', 'Note'].map((heading) => (
                <th scope="col" class="govuk-table__header">
                  {heading}
                </th>
              ))}
            </tr>
          </thead>
          <tbody class="govuk-table__body">
            {contacts.map((contact) => (
              <tr class="govuk-table__row">
                <th scope="row" class="govuk-table__header">
                  {formatShortDay(contact.heldOn)}
                </th>
                <td class="govuk-table__cell">{contact.method}</td>
                <td class="govuk-table__cell" data-label="Reached">
                  {contact.reached ? 'Yes' : 'No'}
                </td>
                <td class="govuk-table__cell">
                  <span class="fh-written">{contact.note}</span>{' '}
                  <span class="fh-quiet">{contact.writtenBy}</span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function Close({ model }: { readonly model: VaultModel }): Html {
  const { child, line, errors, typed, endReasons } = model;
  if (line.endedOn)
    return (
      <p class="govuk-body">
        This line was closed on {formatDay(line.endedOn)}:{' '}
        {endReasons.find(({ value }) => value === line.endReason)?.text ?? line.endReason}.
      </p>
    );
  return (
    <Details summaryText="Close this line" open={errors.some(({ field }) => field === 'reason')}>
      <PostForm action={urls.victims.close(child.id, line.id)}>
        <VersionField version={line.version} />
        <SelectField
          name="reason"
          label="Why is it closed?"
          hint="Tell them first that the work has ended, if they wished to know."
          choices={endReasons}
          errors={errors}
          typed={typed}
        />
        <Button text="Close the line" classes="govuk-button--secondary" />
      </PostForm>
    </Details>
  );
}
