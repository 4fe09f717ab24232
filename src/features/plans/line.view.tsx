import { formatInstant } from '../../domain/calendar/british-time.ts';
import type { Day } from '../../domain/calendar/day.ts';
import { Button } from '../../ui/govuk/components.tsx';
import type { Html } from '../../ui/html.ts';
import { type ChildBand, ChildPage } from '../../ui/layout/child-page.tsx';
import {
  ChoiceField,
  DayField,
  LongText,
  type Typed,
  VersionField,
} from '../../ui/layout/fields.tsx';
import type { FieldError, PageShell } from '../../ui/layout/page.tsx';
import { PostForm } from '../../ui/layout/post-form.tsx';
import { urls } from '../../urls.ts';
import { type FieldChoices, LineFields } from './line-fields.view.tsx';
import { type LineKind, lineKinds } from './line-form.ts';
import type { Line, lineHistory } from './plans.queries.ts';

type Frame = {
  readonly shell: PageShell;
  readonly child: ChildBand;
  readonly today: Day;
  readonly errors: readonly FieldError[];
  readonly typed: Typed;
};

/** Adds one line to the plan. */
export function AddLinePage({
  kind,
  choices,
  errors,
  typed,
  ...frame
}: Frame & { readonly kind: LineKind; readonly choices: FieldChoices }): Html {
  return (
    <ChildPage
      title={`Add ${lineKinds[kind].one}`}
      errors={errors}
      back={{ href: urls.plans.current(frame.child.id), text: 'Back to the plan' }}
      {...frame}
    >
      <h1 class="govuk-heading-l">Add {lineKinds[kind].one}</h1>
      <PostForm class="fh-form">
        <LineFields
          kind={kind}
          errors={errors}
          typed={typed}
          choices={choices}
          child={frame.child}
        />
        <div class="fh-actions">
          <Button text="Add to the plan" />
          <Button
            text="Add, then another"
            classes="govuk-button--secondary"
            name="then"
            value="another"
          />
        </div>
      </PostForm>
    </ChildPage>
  );
}

type LineProps = Frame & {
  readonly line: Line;
  readonly choices: FieldChoices;
  readonly history: Awaited<ReturnType<typeof lineHistory>>;
  readonly isAgreed: boolean;
  readonly isDraft: boolean;
  readonly canWrite: boolean;
  /** What somebody else saved meanwhile: shown beside what was typed. */
  readonly movedOn?: { readonly name: string; readonly at: Date } | null;
};

/** One line: its words, how it goes, taking it out of a draft, and its history. */
export function LinePage(props: LineProps): Html {
  const { line, child, errors, typed, canWrite, isAgreed, isDraft, movedOn, choices } = props;
  return (
    <ChildPage
      title={`${lineKinds[line.kind].title}: ${line.text}`}
      shell={props.shell}
      child={child}
      today={props.today}
      errors={errors}
      back={{ href: urls.plans.current(child.id), text: 'Back to the plan' }}
    >
      <h1 class="govuk-heading-l">{line.text}</h1>
      {movedOn ? <MovedOn line={line} movedOn={movedOn} /> : null}
      {canWrite ? (
        <div class="fh-even">
          <section aria-labelledby="words-heading">
            <h2 class="govuk-heading-m" id="words-heading">
              Change the words
            </h2>
            <PostForm>
              <VersionField version={line.version} />
              <LineFields
                kind={line.kind}
                errors={errors}
                typed={typed}
                stored={line}
                choices={choices}
                child={child}
              />
              {isAgreed ? (
                <LongText
                  name="why"
                  label="Why it changes"
                  hint="The plan was agreed, so the child and the reader of it should be able to see why."
                  rows={2}
                  errors={errors}
                  typed={typed}
                />
              ) : null}
              <Button text="Save the words" name="action" value="save" />
            </PostForm>
          </section>
          <section aria-labelledby="progress-heading">
            <h2 class="govuk-heading-m" id="progress-heading">
              How it is going
            </h2>
            <ProgressForm {...props} />
            {isDraft ? <RemoveForm line={line} /> : null}
          </section>
        </div>
      ) : null}
      <History history={props.history} />
    </ChildPage>
  );
}

function MovedOn({
  line,
  movedOn,
}: {
  readonly line: Line;
  readonly movedOn: { readonly name: string; readonly at: Date };
}): Html {
  const theirs = [
    line.risk,
    line.text,
    line.then_text,
    line.who,
    line.within,
    line.tell,
    line.status_note,
  ].filter(Boolean);
  return (
    <section class="fh-card govuk-!-margin-bottom-6" aria-labelledby="theirs">
      <h2 class="govuk-heading-m" id="theirs">
        {movedOn.name} saved this line on {formatInstant(movedOn.at)}, while you were writing
      </h2>
      <p class="govuk-body">What it says now:</p>
      <p class="govuk-body fh-written">{theirs.join('\n')}</p>
      <p class="govuk-body">
        What you wrote is in the form below. Save again to use yours, or go back to the plan to keep
        theirs.
      </p>
    </section>
  );
}

function ProgressForm({ line, errors, typed, today }: LineProps): Html {
  const stored = line.status === 'done' || line.status === 'stopped' ? line.status : 'open';
  return (
    <PostForm>
      <VersionField version={line.version} />
      <ChoiceField
        name="status"
        label="Where it stands"
        small
        errors={errors}
        typed={typed}
        stored={stored}
        choices={[
          { value: 'open', text: 'Still going' },
          { value: 'done', text: 'Done' },
          { value: 'stopped', text: 'Stopped' },
        ]}
      />
      {line.kind === 'exit' ? (
        <ChoiceField
          name="accepted"
          label="What they said to the offer"
          small
          errors={errors}
          typed={typed}
          stored={line.accepted ?? 'waiting'}
          choices={[
            { value: 'waiting', text: 'Waiting for an answer' },
            { value: 'accepted', text: 'Accepted' },
            { value: 'declined', text: 'Declined', hint: 'Say below who declined and why.' },
          ]}
        />
      ) : null}
      <LongText
        name="status_note"
        label="What happened"
        hint="Needed when it is stopped or declined."
        rows={3}
        errors={errors}
        typed={typed}
        stored={line.status_note}
      />
      <DayField
        name="status_on"
        label="When"
        errors={errors}
        typed={typed}
        stored={line.status_on ?? today}
      />
      <Button
        text="Save how it is going"
        classes="govuk-button--secondary"
        name="action"
        value="progress"
      />
    </PostForm>
  );
}

function RemoveForm({ line }: { readonly line: Line }): Html {
  return (
    <PostForm>
      <h2 class="govuk-heading-m">Take it out</h2>
      <p class="govuk-body">
        While the plan is a draft a line can be taken out
        {line.kind === 'goal' ? ', with its steps' : ''}. You can put it back from the plan’s page.
      </p>
      <Button
        text="Take it out of the plan"
        classes="govuk-button--warning"
        name="action"
        value="remove"
      />
    </PostForm>
  );
}

function History({ history }: Pick<LineProps, 'history'>): Html {
  const did = { insert: 'Written', update: 'Changed', delete: 'Taken out' } as const;
  return (
    <section aria-labelledby="history">
      <h2 class="govuk-heading-m" id="history">
        History of this line
      </h2>
      <ul class="govuk-list govuk-list--bullet">
        {history.map(({ operation, before, changed_at, name }) => (
          <li>
            {did[operation as keyof typeof did]} by {name ?? 'somebody'},{' '}
            {formatInstant(changed_at)}
            {operation === 'update' ? `. Before: ${beforeText(before)}` : ''}
          </li>
        ))}
      </ul>
    </section>
  );
}

const columns: Readonly<Record<string, string>> = {
  text: 'words',
  who: 'who',
  by_on: 'by when',
  risk: 'risk',
  agency: 'agency',
  then_text: 'then',
  within: 'within',
  tell: 'tell',
  status: 'where it stood',
  status_note: 'note',
  accepted: 'answer to the offer',
};

function beforeText(before: unknown): string {
  if (typeof before !== 'object' || before === null) return '';
  const parts = Object.entries(before)
    .filter(([column]) => column in columns)
    .map(([column, value]) => `${columns[column]} “${value === null ? 'blank' : String(value)}”`);
  return parts.length > 0 ? parts.join(', ') : 'whether it is on the child’s page';
}
