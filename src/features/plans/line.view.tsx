import { formatInstant } from '../../domain/calendar/british-time.ts';
import type { Day } from '../../domain/calendar/day.ts';
import type { ChildContext } from '../../platform/http/context.ts';
import { ActionBadge } from '../../record/action-badge.tsx';
import { ChildFrame } from '../../record/child-frame.tsx';
import type { FieldSet, TagsOf } from '../../record/field.ts';
import { FormBox } from '../../record/form-box.tsx';
import type { PageOf } from '../../record/form-page.ts';
import { WhoIsKeptSafe } from '../../record/kept-safe.tsx';
import { laidOut } from '../../record/rows-page.tsx';
import { Button } from '../../ui/govuk/components.tsx';
import type { Html } from '../../ui/html.ts';
import { ConflictNotice } from '../../ui/layout/conflict.tsx';
import { PostForm } from '../../ui/layout/post-form.tsx';
import { urls } from '../../urls.ts';
import type { OpenLine } from './line.routes.tsx';
import { keepsSafe, lineKinds } from './line-kinds.ts';
import type { Line } from './plans.queries.ts';

/** One line: its words, how it goes, taking it out of a draft, and its history. */
export function LinePage({
  context,
  subject,
  form: { F, conflict, ...view },
}: PageOf<ChildContext, OpenLine, FieldSet>): Html {
  const { line, words, progress, plan, history, keptSafe } = subject;
  const form = { ...view, conflict: null };
  const childId = context.child.id;
  const only = (fields: FieldSet) =>
    Object.fromEntries(Object.entries(F).filter(([name]) => name in fields)) as TagsOf<FieldSet>;
  return (
    <ChildFrame
      context={context}
      title={`${lineKinds[line.kind].title}: ${line.text}`}
      heading={line.text}
      faults={form.faults}
      back={{ href: urls.plans.current(childId), text: 'Back to the plan' }}
    >
      {keepsSafe.includes(line.kind) ? <WhoIsKeptSafe people={keptSafe} /> : null}
      {line.kind === 'contingency' ? (
        <Happened
          subject={subject}
          childId={childId}
          today={context.today}
          mayWrite={form.mayWrite && !form.closed}
        />
      ) : null}
      {conflict ? <ConflictNotice conflict={conflict} /> : null}
      {form.closed ? <FormBox form={form} /> : null}
      {form.mayWrite && !form.closed ? (
        <div class="fh-even">
          <section aria-labelledby="words-heading">
            <h2 class="govuk-heading-m" id="words-heading">
              Change the words
            </h2>
            <FormBox
              form={form}
              buttons={<Button text="Save the words" name="action" value="save" />}
            >
              {laidOut({}, only(words))}
            </FormBox>
          </section>
          <section aria-labelledby="progress-heading">
            <h2 class="govuk-heading-m" id="progress-heading">
              How it is going
            </h2>
            <FormBox
              form={form}
              buttons={
                <Button
                  text="Save how it is going"
                  classes="govuk-button--secondary"
                  name="action"
                  value="progress"
                />
              }
            >
              {laidOut({}, only(progress))}
            </FormBox>
            {plan === 'draft' ? <RemoveForm line={line} childId={childId} /> : null}
          </section>
        </div>
      ) : null}
      <History history={history} />
    </ChildFrame>
  );
}

function Happened(props: {
  readonly subject: Pick<OpenLine, 'line' | 'actions'>;
  readonly childId: string;
  readonly today: Day;
  readonly mayWrite: boolean;
}): Html {
  const { line, actions } = props.subject;
  return (
    <section aria-label="If it happens">
      {props.mayWrite && line.status !== 'stopped' ? (
        <Button text="This has happened" href={urls.plans.happened(props.childId, line.id)} />
      ) : null}
      {actions.length > 0 ? (
        <>
          <h2 class="govuk-heading-m" id="happened">
            What was set going
          </h2>
          <ul class="fh-lines">
            {actions.map((action) => (
              <li class="fh-line">
                <a class="govuk-link" href={urls.oversight.action(props.childId, action.id)}>
                  {action.what}
                </a>
                <p class="govuk-body fh-line__foot">
                  {action.owner_name} <ActionBadge action={action} today={props.today} />
                </p>
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </section>
  );
}

function RemoveForm({ line, childId }: { readonly line: Line; readonly childId: string }): Html {
  return (
    <PostForm action={urls.plans.takeOut(childId, line.id)}>
      <h2 class="govuk-heading-m">Take it out</h2>
      <p class="govuk-body">
        While the plan is a draft a line can be taken out
        {line.kind === 'goal' ? ', with its steps' : ''}. You can put it back from the plan’s page.
      </p>
      <Button text="Take it out of the plan" classes="govuk-button--warning" />
    </PostForm>
  );
}

function History({ history }: Pick<OpenLine, 'history'>): Html {
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
  happened_on: 'when it happened',
  happened_note: 'what happened',
};

function beforeText(before: unknown): string {
  if (typeof before !== 'object' || before === null) return '';
  const parts = Object.entries(before)
    .filter(([column]) => column in columns)
    .map(([column, value]) => `${columns[column]} “${value === null ? 'blank' : String(value)}”`);
  return parts.length > 0 ? parts.join(', ') : 'whether it is on the child’s page';
}
