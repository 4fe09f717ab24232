import type { Balance } from '../../../domain/assessments/balance.ts';
import type { Question, Section } from '../../../domain/assessments/template.ts';
import type { FormFault } from '../../../domain/form-fault.ts';
import type { ChildContext } from '../../../platform/http/context.ts';
import { Button, Details } from '../../../ui/govuk/components.tsx';
import type { Html } from '../../../ui/html.ts';
import { ChildPage } from '../../../ui/layout/child-page.tsx';
import { type Typed, VersionField } from '../../../ui/layout/fields.tsx';
import { PostForm } from '../../../ui/layout/post-form.tsx';
import { urls } from '../../../urls.ts';
import type { OpenAssessment } from '../assessment.queries.ts';
import { BalanceView } from './balance.view.tsx';
import { BesideView, ChangesView } from './beside.view.tsx';
import { QuestionView } from './question.view.tsx';
import type { RecordBeside } from './record.queries.ts';
import { Returned } from './tasks.view.tsx';

type Props = {
  readonly context: ChildContext;
  readonly open: OpenAssessment;
  readonly section: Section;
  readonly questions: readonly Question[];
  readonly place: { readonly number: number; readonly of: number };
  readonly text: Typed;
  /** The version that what is in the boxes was written on. */
  readonly version: number;
  readonly errors: readonly FormFault[];
  readonly balance: Balance;
  readonly record: RecordBeside;
  /** Lines of the record that the list of antecedents does not have yet. */
  readonly newLines: readonly string[];
};

export function SectionPage(props: Props): Html {
  const { open, section, questions, place, text, version, errors } = props;
  const { balance, record, newLines, context } = props;
  const { child } = context;
  return (
    <ChildPage
      {...context}
      title={section.title}
      errors={errors}
      back={{ href: urls.assessments.one(child.id, open.id), text: 'All parts of the assessment' }}
    >
      <span class="govuk-caption-l">
        Part {place.number} of {place.of}
      </span>
      <h1 class="govuk-heading-l">{section.title}</h1>
      {section.intro ? <p class="govuk-body-l">{section.intro}</p> : null}
      {open.status === 'returned' ? <Returned comment={open.returnedComment ?? ''} /> : null}
      <div class="fh-two">
        <PostForm>
          <VersionField version={version} />
          {newLines.length > 0 ? <NewLines lines={newLines} /> : null}
          {questions.map((question) => (
            <QuestionView
              question={question}
              text={text}
              errors={errors}
              before={open.kind === 'initial' ? null : open.begunWith}
              now={open.content}
            />
          ))}
          <div class="fh-actions">
            <Button text="Save and continue" name="do" value="next" preventDoubleClick={true} />
            <Button
              text="Save and go to all parts"
              name="do"
              value="list"
              classes="govuk-button--secondary"
            />
          </div>
        </PostForm>
        <div>
          <BalanceView balance={balance} />
          {open.kind === 'initial' ? null : <ChangesView changes={record.changes} />}
          <BesideView
            childId={child.id}
            record={record}
            showVictims={section.questions.some((q) => q.prefill === 'victims-wishes')}
            mayMark={true}
          />
        </div>
      </div>
    </ChildPage>
  );
}

function NewLines({ lines }: { readonly lines: readonly string[] }): Html {
  return (
    <Details
      summaryText={`The record has ${lines.length} more since the list was made`}
      open={true}
    >
      <ul class="govuk-list govuk-list--bullet">
        {lines.map((line) => (
          <li>{line}</li>
        ))}
      </ul>
      <button type="submit" name="do" value="add-lines" class="fh-link-button">
        Save the page and add these to the list
      </button>
    </Details>
  );
}
