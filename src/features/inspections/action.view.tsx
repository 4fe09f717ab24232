import { formatDay } from '../../domain/calendar/day.ts';
import { Button } from '../../ui/govuk/components.tsx';
import type { Html } from '../../ui/html.ts';
import { ConflictNotice } from '../../ui/layout/conflict.tsx';
import {
  ChoiceField,
  DayField,
  LongText,
  type Typed,
  VersionField,
} from '../../ui/layout/fields.tsx';
import { type FieldError, Page, type PageShell } from '../../ui/layout/page.tsx';
import { PostForm } from '../../ui/layout/post-form.tsx';
import { WrittenList } from '../../ui/layout/written-list.tsx';
import { urls } from '../../urls.ts';
import { ActionBadge } from './recommendation-words.tsx';
import type { Recommendation, RecommendedAction } from './recommendations.queries.ts';

type Props = {
  readonly shell: PageShell;
  readonly recommendation: Recommendation;
  readonly action: RecommendedAction;
  readonly today: string;
  readonly mayReport: boolean;
  readonly mayFinish: boolean;
  readonly typed: Typed;
  readonly errors: readonly FieldError[];
  readonly movedOn: boolean;
};

/** One action of a recommendation, and what came of it. */
export function RecommendedActionPage(props: Props): Html {
  const { shell, recommendation, action, today, typed, errors } = props;
  const { id, inspectionId, number } = recommendation;
  const text = (name: string) => [typed[name] ?? ''].flat()[0] ?? '';
  return (
    <Page
      title={action.what}
      shell={shell}
      errors={errors}
      back={{
        href: urls.inspections.recommendation(inspectionId, id),
        text: `Back to recommendation ${number}`,
      }}
    >
      <h1 class="govuk-heading-l">{action.what}</h1>
      <p>
        <ActionBadge action={action} today={today} />
      </p>
      <WrittenList
        lines={[
          ['For', `Recommendation ${number}: ${recommendation.text}`],
          ['Who', `${action.owner} (${action.agency})`],
          ['First promised for', formatDay(action.originalDue)],
          ['What was reported', action.evidence ?? 'Nothing yet'],
          ['What it changed for children', action.impact ?? 'Nothing recorded'],
        ]}
      />
      {props.movedOn ? (
        <ConflictNotice
          fields={[
            { label: 'What was done', theirs: action.evidence, yours: text('evidence') },
            { label: 'What it changed', theirs: action.impact, yours: text('impact') },
          ]}
        />
      ) : null}
      {props.mayReport ? <ReportForm {...props} /> : null}
    </Page>
  );
}

function ReportForm({ recommendation, action, mayFinish, typed, errors }: Props): Html {
  const base = { typed, errors };
  return (
    <PostForm
      action={urls.inspections.action(recommendation.inspectionId, recommendation.id, action.id)}
    >
      <VersionField version={action.version} />
      <ChoiceField
        {...base}
        name="result"
        label="How does it stand?"
        hint={
          mayFinish
            ? undefined
            : 'Somebody else says that your own action, or one you added for somebody whose name you typed, is done'
        }
        choices={[
          { value: 'progress', text: 'Under way' },
          { value: 'moved', text: 'It needs another day' },
          ...(mayFinish ? [{ value: 'done', text: 'It is done' }] : []),
        ]}
      />
      <LongText
        {...base}
        name="evidence"
        label="What was done and where can it be seen, or why is it moved?"
        rows={4}
        stored={action.evidence}
      />
      <LongText
        {...base}
        name="impact"
        label="What did it change for children?"
        hint="Leave it blank if it is too early to say"
        rows={2}
        stored={action.impact}
      />
      <DayField {...base} name="move-to" label="New day, if it is moved" />
      <Button text="Save the report" preventDoubleClick={true} />
    </PostForm>
  );
}
