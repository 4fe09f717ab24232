import { noAnswerStates, yesNoUnknown } from '../../../domain/assessments/answer-states.data.ts';
import { isSameAnswer } from '../../../domain/assessments/answers.ts';
import type { Content } from '../../../domain/assessments/content.ts';
import { answerWords } from '../../../domain/assessments/part-words.ts';
import type { Question } from '../../../domain/assessments/template.ts';
import type { FormFault } from '../../../domain/form-fault.ts';
import { Details, Radios, Textarea } from '../../../ui/govuk/components.tsx';
import type { Html } from '../../../ui/html.ts';
import { DiffText } from '../../../ui/layout/diff-text.tsx';
import { errorOf, SelectField, TextField, type Typed } from '../../../ui/layout/fields.tsx';
import { namesOf } from './section-form.ts';

type Props = {
  readonly question: Question;
  /** Text of each box: what was typed where something was typed, else what is stored. */
  readonly text: Typed;
  readonly errors: readonly FormFault[];
  /** For a review: the answer that was last signed, to say whether it has changed. */
  readonly before: Content | null;
  readonly now: Content;
};

export function QuestionView({ question, text, errors, before, now }: Props): Html {
  const names = namesOf(question.id);
  const isChoice = question.type === 'choice' || question.type === 'yes-no-unknown';
  const stated = one(text, names.state) !== '';
  return (
    <div class="fh-question">
      {before ? <SinceLast question={question} before={before} now={now} /> : null}
      {isChoice ? (
        <Choice question={question} text={text} errors={errors} />
      ) : (
        <Box
          name={names.value}
          label={question.label}
          question={question}
          rows={question.type === 'list' ? 4 : 6}
          counted={question.commentRequired !== true}
          text={text}
          errors={errors}
        />
      )}
      {isChoice || question.commentRequired ? (
        <Box
          name={names.comment}
          label={
            question.commentRequired ? 'Your comment: what it means' : 'How do you know? (optional)'
          }
          question={question}
          isComment={true}
          rows={question.commentRequired ? 5 : 2}
          counted={true}
          text={text}
          errors={errors}
        />
      ) : null}
      {isChoice || question.commentRequired ? null : (
        <Details summaryText="There is no answer" open={stated}>
          <SelectField
            name={names.state}
            label="Why is there none?"
            choices={noAnswerStates.map(({ id, label }) => ({ value: id, text: label }))}
            empty="There is an answer"
            errors={errors}
            typed={text}
          />
          <TextField
            name={names.reason}
            label="Say more"
            hint="Who was asked, when, and what will be done about it."
            errors={errors}
            typed={text}
          />
        </Details>
      )}
    </div>
  );
}

function Box(props: {
  readonly name: string;
  readonly label: string;
  readonly question: Question;
  readonly isComment?: boolean;
  readonly rows: number;
  /** Whether its words count in the balance view. */
  readonly counted: boolean;
  readonly text: Typed;
  readonly errors: readonly FormFault[];
}): Html {
  const { name, label, question, isComment = false, rows, counted, text, errors } = props;
  return (
    <Textarea
      id={name}
      name={name}
      rows={String(rows)}
      value={one(text, name)}
      label={{ text: label, classes: isComment ? 'govuk-label--s' : 'govuk-label--m' }}
      {...(isComment ? {} : promptsOf(question))}
      {...(counted ? { attributes: { 'data-lenses': question.lenses.join(' ') } } : {})}
      {...errorOf(errors, name)}
    />
  );
}

function Choice({ question, text, errors }: Pick<Props, 'question' | 'text' | 'errors'>): Html {
  const names = namesOf(question.id);
  const chosen = one(text, names.value);
  const choices = question.type === 'choice' ? (question.choices ?? []) : yesNoUnknown;
  return (
    <Radios
      idPrefix={names.value}
      name={names.value}
      fieldset={{ legend: { text: question.label, classes: 'govuk-fieldset__legend--m' } }}
      classes={choices.length < 4 ? 'govuk-radios--inline' : ''}
      {...promptsOf(question)}
      items={choices.map(({ value, label }) => ({ value, text: label, checked: value === chosen }))}
      {...errorOf(errors, names.value)}
    />
  );
}

// One prompt reads as a hint; several as a list.
function promptsOf({ prompts, hint }: Question) {
  const lines = [...(hint ? [hint] : []), ...prompts];
  if (lines.length === 0) return {};
  if (lines.length === 1) return { hint: { text: lines[0] } };
  const list = (
    <ul class="fh-prompts">
      {lines.map((line) => (
        <li>{line}</li>
      ))}
    </ul>
  );
  return { hint: { html: list } };
}

function SinceLast({
  question,
  before,
  now,
}: Pick<Props, 'question' | 'now'> & { readonly before: Content }): Html {
  const old = before.answers[question.id];
  const current = now.answers[question.id];
  if (isSameAnswer(old, current)) {
    return <span class="fh-badge fh-badge-neutral">As last signed</span>;
  }
  const words = (answer: typeof old) => (answer ? answerWords(question, answer) : '');
  return (
    <>
      <span class="fh-badge fh-badge-soon">Changed since last signed</span>
      <Details summaryText="Show the change">
        <DiffText before={words(old)} after={words(current)} />
      </Details>
    </>
  );
}

const one = (text: Typed, name: string) => [text[name] ?? ''].flat()[0] ?? '';
