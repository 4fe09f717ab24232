import type { Answer } from '../../../domain/assessments/answers.ts';
import type { MergeRow } from '../../../domain/assessments/merge.ts';
import { namedParts, partWords } from '../../../domain/assessments/part-words.ts';
import { formatInstant } from '../../../domain/calendar/british-time.ts';
import type { FormFault } from '../../../domain/form-fault.ts';
import type { ChildContext } from '../../../platform/http/context.ts';
import { Button } from '../../../ui/govuk/components.tsx';
import type { Html } from '../../../ui/html.ts';
import { ChildPage } from '../../../ui/layout/child-page.tsx';
import { DiffText } from '../../../ui/layout/diff-text.tsx';
import { ChoiceField, LongText, type Typed, VersionField } from '../../../ui/layout/fields.tsx';
import { PostForm } from '../../../ui/layout/post-form.tsx';
import { urls } from '../../../urls.ts';
import type { OpenAssessment } from '../assessment.queries.ts';
import { mergeNames } from './merge-form.ts';

type Props = {
  readonly context: ChildContext;
  readonly open: OpenAssessment;
  readonly rows: readonly MergeRow[];
  readonly errors: readonly FormFault[];
  readonly typed: Typed;
};

export function MergePage({ context, open, rows, errors, typed }: Props): Html {
  const isSelf = open.savedBy === context.actor.name;
  const they = isSelf ? 'you, in another window' : (open.savedBy ?? 'a colleague');
  const saved = open.savedAt ? formatInstant(open.savedAt) : 'meanwhile';
  return (
    <ChildPage
      {...context}
      title="Put two people’s words together"
      errors={errors}
      back={{
        href: urls.assessments.one(context.child.id, open.id),
        text: 'All parts of the assessment',
      }}
    >
      <h1 class="govuk-heading-l">
        {isSelf
          ? 'You changed this in another window too'
          : `You and ${they} changed the same thing`}
      </h1>
      <p class="govuk-body">
        The other text was saved {saved}. Nothing of yours is lost: it is kept here until you
        choose. Everything else that you changed goes in as it is.
      </p>
      <PostForm>
        <VersionField version={open.version} />
        {rows.map((row, index) => (
          <Row open={open} row={row} index={index} errors={errors} typed={typed} they={they} />
        ))}
        <Button text="Save what I chose" preventDoubleClick={true} />
      </PostForm>
    </ChildPage>
  );
}

function Row(props: {
  readonly open: OpenAssessment;
  readonly row: MergeRow;
  readonly index: number;
  readonly errors: readonly FormFault[];
  readonly typed: Typed;
  readonly they: string;
}): Html {
  const { open, row, index, errors, typed, they } = props;
  const names = mergeNames(index);
  const [name] = namedParts(open.template, [row.question]);
  const words = (answer: Answer | undefined) => partWords(open.template, row.question, answer);
  const mine = words(row.mine);
  const theirs = words(row.theirs);
  const both = [...new Set([valueText(row.theirs), valueText(row.mine)])].filter(Boolean);
  const comments = [...new Set([row.theirs?.comment, row.mine?.comment])].filter(Boolean);
  return (
    <section aria-labelledby={`row-${index}`}>
      <h2 class="govuk-heading-m" id={`row-${index}`}>
        {name?.label ?? row.question}
      </h2>
      <input type="hidden" name={names.key} value={row.question} />
      <div class="fh-even">
        <div>
          <h3 class="govuk-heading-s">Yours, not saved yet</h3>
          <p class="govuk-body fh-written">{mine || 'You emptied it.'}</p>
        </div>
        <div>
          <h3 class="govuk-heading-s">The other, saved by {they}</h3>
          <p class="govuk-body fh-written">{theirs || 'It was emptied.'}</p>
        </div>
      </div>
      <h3 class="govuk-heading-s">From the other to yours</h3>
      <DiffText before={theirs} after={mine} />
      <ChoiceField
        name={names.choice}
        label="What should be kept?"
        choices={[
          { value: 'mine', text: 'Mine' },
          { value: 'theirs', text: 'The other' },
          ...(name?.isText ? [{ value: 'own', text: 'A text of both, as I edit it below' }] : []),
        ]}
        errors={errors}
        typed={typed}
      />
      {name?.isText ? (
        <LongText
          name={names.own}
          label="Both, to be edited"
          errors={errors}
          typed={typed}
          stored={both.join('\n\n')}
        />
      ) : null}
      {name?.isText && comments.length > 0 ? (
        <LongText
          name={names.ownComment}
          label="The comment of both"
          rows={3}
          errors={errors}
          typed={typed}
          stored={comments.join('\n\n')}
        />
      ) : null}
    </section>
  );
}

const valueText = (answer: Answer | undefined) =>
  answer?.state === 'answered' ? [answer.value].flat().join('\n') : (answer?.reason ?? '');
