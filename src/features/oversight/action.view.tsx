import { formatInstant } from '../../domain/calendar/british-time.ts';
import { formatDay } from '../../domain/calendar/day.ts';
import { Button, SummaryList } from '../../ui/govuk/components.tsx';
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
import type { Action } from './entries.queries.ts';
import { ActionBadge } from './entries.view.tsx';

type Props = {
  readonly shell: PageShell;
  readonly child: ChildBand;
  readonly today: string;
  readonly action: Action;
  readonly mayReport: boolean;
  readonly typed: Typed;
  readonly errors: readonly FieldError[];
};

/** One promise: who, by when, and what came of it. */
export function ActionPage(props: Props): Html {
  const { shell, child, today, action, errors } = props;
  const moved =
    action.due_on === action.original_due
      ? ''
      : `, first promised for ${formatDay(action.original_due)}`;
  const facts: [string, string][] = [
    ['Who', `${action.owner_name} (${action.agency})`],
    ['By', `${formatDay(action.due_on)}${moved}`],
    ['Asked', formatInstant(action.created_at)],
    ['What was reported', action.evidence ?? 'Nothing yet'],
    ['What it changed for the child', action.impact ?? 'Nothing recorded'],
  ];
  return (
    <ChildPage title={action.what} shell={shell} child={child} today={today} errors={errors}>
      <h1 class="govuk-heading-l">{action.what}</h1>
      <p class="govuk-body">
        <ActionBadge action={action} today={today} />
      </p>
      <SummaryList
        rows={facts.map(([key, value]) => ({ key: { text: key }, value: { text: value } }))}
      />
      {props.mayReport ? <ReportForm {...props} /> : null}
      {action.about_table === 'audit_case' && !action.done_on && !props.mayReport ? (
        <p class="govuk-body">
          An audit asked for this. When it is done, show your manager: somebody else than who was to
          do it records that it is done.
        </p>
      ) : null}
    </ChildPage>
  );
}

function ReportForm({ child, action, typed, errors }: Props): Html {
  const base = { typed, errors };
  return (
    <PostForm action={urls.oversight.action(child.id, action.id)}>
      <VersionField version={action.version} />
      <ChoiceField
        {...base}
        name="result"
        label="Is it done?"
        choices={[
          { value: 'done', text: 'Yes, it is done' },
          { value: 'moved', text: 'No, it needs another day' },
        ]}
      />
      <LongText
        {...base}
        name="evidence"
        label="What was done and how can it be seen, or why is it moved?"
        rows={4}
      />
      <LongText
        {...base}
        name="impact"
        label="What did it change for the child?"
        hint="Leave blank if it is too early to say"
        rows={2}
      />
      <DayField {...base} name="moveTo" label="New day, if it is moved" />
      <Button text="Save" preventDoubleClick={true} />
    </PostForm>
  );
}
