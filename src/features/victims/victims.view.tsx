import { type Day, formatDay } from '../../domain/calendar/day.ts';
import { Button, Details, InsetText, WarningText } from '../../ui/govuk/components.tsx';
import type { Html } from '../../ui/html.ts';
import { type ChildBand, ChildPage } from '../../ui/layout/child-page.tsx';
import { SelectField } from '../../ui/layout/fields.tsx';
import type { FieldError, PageShell } from '../../ui/layout/page.tsx';
import { PostForm } from '../../ui/layout/post-form.tsx';
import { WrittenList } from '../../ui/layout/written-list.tsx';
import { urls } from '../../urls.ts';
import { answerText, wishesBadge, wishesSentence } from './victim-words.ts';
import type { LineRow, Offence } from './victims.queries.ts';

type Frame = { readonly shell: PageShell; readonly child: ChildBand; readonly today: Day };

/** The people harmed, as the child's own record knows them: by a label and what they agreed to share. */
export function VictimsPage({
  shell,
  child,
  today,
  lines,
  offences,
  errors,
}: Frame & {
  readonly lines: readonly LineRow[];
  /** What a victim may have been harmed by; null for whoever may not add one. */
  readonly offences: readonly Offence[] | null;
  readonly errors: readonly FieldError[];
}): Html {
  return (
    <ChildPage title="Victims" shell={shell} child={child} today={today} errors={errors}>
      <h1 class="govuk-heading-l">Victims</h1>
      <p class="govuk-body">
        People harmed are shown by a label, never a name. The victim worker asks what they want
        before the panel meets, and shares only what they agree to.
      </p>
      {lines.length === 0 ? (
        <p class="govuk-body">
          No victim has been added. If somebody was harmed, add a line and the victim worker will
          see it.
        </p>
      ) : (
        <ul class="fh-cards">
          {lines.map((line) => (
            <LineCard childId={child.id} line={line} />
          ))}
        </ul>
      )}
      {offences ? (
        <Details
          summaryText={lines.length === 0 ? 'Add a victim' : 'Add another victim'}
          open={errors.length > 0}
          html={<Adding childId={child.id} offences={offences} errors={errors} />}
        />
      ) : null}
    </ChildPage>
  );
}

/** In place of an offence, while it is not known which it was. */
export const notKnown = 'not-known';

function Adding({
  childId,
  offences,
  errors,
}: {
  readonly childId: string;
  readonly offences: readonly Offence[];
  readonly errors: readonly FieldError[];
}): Html {
  return (
    <PostForm action={urls.victims.list(childId)}>
      <p class="govuk-body">
        The victim worker is told at once, and the plan will ask what keeps this person safe. A line
        opened in error is closed by the victim worker, who says so.
      </p>
      <SelectField
        name="offence"
        label="What were they harmed by?"
        errors={errors}
        typed={{}}
        choices={[
          ...offences.map(({ id, description, offence_on }) => ({
            value: id,
            text: offence_on ? `${description}, ${formatDay(offence_on)}` : description,
          })),
          { value: notKnown, text: 'Not known yet' },
        ]}
      />
      <Button text="Add this victim" classes="govuk-button--secondary" preventDoubleClick={true} />
    </PostForm>
  );
}

function LineCard({ childId, line }: { readonly childId: string; readonly line: LineRow }): Html {
  return (
    <li class="fh-card">
      <h2 class="govuk-heading-s">
        <a class="govuk-link" href={urls.victims.one(childId, line.id)}>
          {line.label}
        </a>
      </h2>
      <p class="govuk-body">
        <span class={`fh-badge fh-badge-${wishesBadge(line.wishes)}`}>{wishesSentence(line)}</span>
      </p>
      {line.safetyNeed === 'yes' ? (
        <p class="govuk-body">
          <span class="fh-badge fh-badge-late">Needs to be kept safe</span>
        </p>
      ) : null}
      {line.knownToService ? (
        <p class="govuk-body">
          <span class="fh-badge fh-badge-restricted">Known to the service</span>
        </p>
      ) : null}
      {line.endedOn ? <p class="govuk-body fh-quiet">Closed {formatDay(line.endedOn)}</p> : null}
    </li>
  );
}

/** One victim, as the child's worker may know them. */
export function VictimPage({
  shell,
  child,
  today,
  line,
  mayOpenVault,
}: Frame & { readonly line: LineRow; readonly mayOpenVault: boolean }): Html {
  return (
    <ChildPage
      title={line.label}
      shell={shell}
      child={child}
      today={today}
      back={{ href: urls.victims.list(child.id), text: 'Back to victims' }}
    >
      <h1 class="govuk-heading-l">{line.label}</h1>
      {line.knownToService ? (
        <WarningText
          text="Known to the service: keep workers, appointments and records of the two apart. Speak to the victim worker."
          iconFallbackText="Warning"
        />
      ) : null}
      {line.shared ? <Shared line={line} /> : null}
      <WrittenList lines={rowsOf(line)} />
      {line.shared ? null : (
        <p class="govuk-body">
          Nothing may be shared with you yet. Speak to the victim worker before you say anything
          about this person to the child or the panel.
        </p>
      )}
      {mayOpenVault ? (
        <Button text="Open the vault" href={urls.victims.vault(child.id, line.id)} />
      ) : null}
    </ChildPage>
  );
}

function Shared({ line }: { readonly line: LineRow }): Html {
  return (
    <section aria-labelledby="shared">
      <h2 class="govuk-heading-m" id="shared">
        What they agreed you may know
      </h2>
      <InsetText>
        <span class="fh-written">{line.shared}</span>
      </InsetText>
      <p class="govuk-body">
        {line.shareConsentOn ? `They agreed on ${formatDay(line.shareConsentOn)}. ` : ''}
        {tellChild[line.tellChild] ?? ''}
      </p>
    </section>
  );
}

const tellChild: Readonly<Record<string, string>> = {
  yes: 'You may tell the child these words.',
  no: 'Do not tell the child these words.',
  'not-asked': 'They have not been asked whether the child may be told: do not tell the child.',
};

function rowsOf(line: LineRow) {
  const rows: [string, string | null][] = [
    ['About', line.offence],
    ['What they want', wishesSentence(line)],
    ['Why there are no wishes', line.noWishesReason],
    ['Do they need to be kept safe?', answerText(line.safetyNeed)],
    ['What you must do to keep them safe', line.safetyLine],
    ['Do they want updates?', answerText(line.updatesWanted)],
    ['Line closed', line.endedOn ? formatDay(line.endedOn) : null],
  ];
  return rows;
}
