import { formatDay } from '../../domain/calendar/day.ts';
import { Button } from '../../ui/govuk/components.tsx';
import type { Html } from '../../ui/html.ts';
import { ChildPage } from '../../ui/layout/child-page.tsx';
import { ChoiceField } from '../../ui/layout/fields.tsx';
import { PostForm } from '../../ui/layout/post-form.tsx';
import { urls } from '../../urls.ts';
import type { Frame, Redisplay } from './frame.view.tsx';
import { kindNames } from './names.ts';

type Props = Frame &
  Redisplay & {
    readonly lastSignedOn: string | null;
    readonly templates: readonly { id: string; version: number; title: string }[];
  };

export function StartPage(props: Props): Html {
  const { lastSignedOn, templates, errors = [], typed = {}, ...frame } = props;
  const signed = lastSignedOn
    ? `Begins with everything signed on ${formatDay(lastSignedOn)}; you change what has changed.`
    : '';
  const kinds = lastSignedOn
    ? [
        { value: 'review', text: kindNames.review, hint: signed },
        { value: 'final', text: kindNames.final, hint: `${signed} For when the work ends.` },
        { value: 'initial', text: kindNames.initial, hint: 'Begins empty.' },
      ]
    : [
        {
          value: 'initial',
          text: kindNames.initial,
          hint: 'What came before is filled in from the record.',
        },
      ];
  return (
    <ChildPage
      title="Start an assessment"
      {...frame}
      errors={errors}
      back={{ href: urls.assessments.list(frame.child.id), text: 'Assessments' }}
    >
      <h1 class="govuk-heading-l">Start an assessment</h1>
      <PostForm>
        <ChoiceField
          name="kind"
          label="What kind of assessment is it?"
          hint="A good assessment says as much about safety as about what helps, and says who told you."
          choices={kinds}
          stored={kinds[0]?.value}
          errors={errors}
          typed={typed}
        />
        {templates.length > 1 ? (
          <ChoiceField
            name="template"
            label="Which tool?"
            choices={templates.map(({ id, title }) => ({ value: id, text: title }))}
            stored={templates[0]?.id}
            errors={errors}
            typed={typed}
          />
        ) : (
          <input type="hidden" name="template" value={templates[0]?.id ?? ''} />
        )}
        <Button text="Start" preventDoubleClick={true} />
      </PostForm>
    </ChildPage>
  );
}
