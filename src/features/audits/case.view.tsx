import { formatDay } from '../../domain/calendar/day.ts';
import { Button, SummaryList } from '../../ui/govuk/components.tsx';
import type { Html } from '../../ui/html.ts';
import { LongText, SelectField, type Typed } from '../../ui/layout/fields.tsx';
import { type FieldError, Page, type PageShell } from '../../ui/layout/page.tsx';
import { PostForm } from '../../ui/layout/post-form.tsx';
import { urls } from '../../urls.ts';
import type { AuditCase } from './audit.queries.ts';
import type { Audit } from './audits.queries.ts';
import { riskWords } from './cases-table.view.tsx';
import type { Person } from './people.queries.ts';

type Props = {
  readonly shell: PageShell;
  readonly audit: Audit;
  readonly one: AuditCase;
  readonly typed: Typed;
  readonly errors: readonly FieldError[];
  readonly people: readonly Person[];
  /** Who may settle what its readers differ on. */
  readonly settlers: readonly string[];
  /** Why the person looking may change nothing here, if so. */
  readonly tied: string | null;
  readonly mayGoBack: boolean;
};

/** One case of a sample, as whoever runs the audit sees it: its readers, what is to settle, and giving it back. */
export function CasePage(props: Props): Html {
  const { shell, audit, one, errors } = props;
  const title = `Case ${one.position}`;
  const facts: [string, string | null][] = [
    ['Child', one.child ?? 'Not open to you: its readers see whose case it is until they finish'],
    ['Work', one.work],
    ['Risk to other people', riskWords(one.risk)],
    ['Worker', one.worker],
    ...one.readings.map(({ reading, reader, doneOn, hasBegun }): [string, string] => [
      reading === 'first' ? 'First reader' : 'Second reader',
      `${reader}: ${doneOn ? `finished ${formatDay(doneOn)}` : hasBegun ? 'begun' : 'not begun'}`,
    ]),
    ['To settle', one.toModerate > 0 ? settling(one.toModerate, props.settlers) : null],
    ['Given back', one.withdrawnReason],
  ];
  const isOpen = audit.status === 'reading' && !one.withdrawnOn;
  return (
    <Page
      title={`${title}, ${audit.title}`}
      shell={shell}
      errors={errors}
      back={{ href: urls.audits.one(audit.id), text: audit.title }}
    >
      <h1 class="govuk-heading-l">{title}</h1>
      <SummaryList
        rows={facts.flatMap(([key, value]) =>
          value ? [{ key: { text: key }, value: { text: value } }] : [],
        )}
      />
      {one.child && one.readings.every(({ doneOn }) => doneOn) ? (
        <p class="govuk-body">
          <a class="govuk-link" href={urls.audits.moderate(one.childId, one.id)}>
            {one.toModerate > 0
              ? `What the readers judged: they differ on ${one.toModerate}`
              : 'What the readers judged'}
          </a>
        </p>
      ) : null}
      {isOpen && props.tied ? <p class="govuk-body">{props.tied}</p> : null}
      {isOpen && !props.tied ? <Reader {...props} /> : null}
      {isOpen && !props.tied && props.mayGoBack ? <Replace {...props} /> : null}
    </Page>
  );
}

// Managers alone see the record once the readers' access has ended.
const settling = (differ: number, settlers: readonly string[]) =>
  settlers.length > 0
    ? `The readers differ on ${differ}. It is settled by a manager who read it neither time and has no part in the case: ${settlers.join(' or ')}. It stands on their list of audits.`
    : `The readers differ on ${differ}, and no manager is free to settle it: each read it or has a part in the case. It needs a manager who has none, such as one lent by another service.`;

function Reader({ one, people, typed, errors }: Props): Html | null {
  const free = one.readings.filter(({ hasBegun, doneOn }) => !hasBegun && !doneOn);
  if (free.length === 0) return null;
  const base = { typed, errors };
  return (
    <PostForm class="fh-form">
      <h2 class="govuk-heading-m">Change a reader</h2>
      <SelectField
        {...base}
        name="reading"
        label="Which reading"
        choices={free.map(({ id, reading, reader }) => ({
          value: id,
          text: `${reading === 'first' ? 'First' : 'Second'}, now ${reader}`,
        }))}
        stored={free[0]?.id}
      />
      <SelectField
        {...base}
        name="reader"
        label="Who reads it instead"
        hint="Whoever worked the case, countersigned it or oversees it is refused"
        choices={people.map(({ id, name, job_title }) => ({
          value: id,
          text: `${name}, ${job_title}`,
        }))}
      />
      <Button
        text="Change the reader"
        name="step"
        value="reader"
        classes="govuk-button--secondary"
      />
    </PostForm>
  );
}

function Replace({ typed, errors }: Props): Html {
  return (
    <PostForm class="fh-form">
      <h2 class="govuk-heading-m">Give the case back</h2>
      <LongText
        name="reason"
        label="Why it cannot be read"
        hint="For example, the child moved away in the second week. The next case of the same group is drawn by the same seed or, if none is left, of the group nearest to it."
        rows={2}
        typed={typed}
        errors={errors}
      />
      <Button
        text="Give it back and draw another"
        name="step"
        value="replace"
        classes="govuk-button--secondary"
      />
    </PostForm>
  );
}
