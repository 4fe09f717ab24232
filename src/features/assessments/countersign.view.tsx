import type { Balance } from '../../domain/assessments/balance.ts';
import { Button } from '../../ui/govuk/components.tsx';
import type { Html } from '../../ui/html.ts';
import { ChildPage } from '../../ui/layout/child-page.tsx';
import { ChoiceField, LongText, type Typed, VersionField } from '../../ui/layout/fields.tsx';
import type { FieldError } from '../../ui/layout/page.tsx';
import { PostForm } from '../../ui/layout/post-form.tsx';
import { urls } from '../../urls.ts';
import type { OpenAssessment } from './assessment.queries.ts';
import { BalanceView } from './balance.view.tsx';
import type { Frame } from './frame.view.tsx';
import { WholeAssessment } from './whole.view.tsx';
import { Signatures } from './whole-page.view.tsx';

type Props = Frame & {
  readonly open: OpenAssessment;
  readonly balance: Balance;
  readonly isOwn: boolean;
  readonly errors: readonly FieldError[];
  readonly typed: Typed;
};

const prompts = [
  'Do the answers say who told us, and did we ask everyone we should have?',
  'Is the safety of other people analysed as fully as what helps the child?',
  'Do the levels follow from what is written, and is every risk covered by a line?',
  'Is it clear what happens if things change, and who does it?',
  'Can you hear the child and the parents in it?',
];

export function CountersignPage({ open, balance, isOwn, errors, typed, ...frame }: Props): Html {
  return (
    <ChildPage
      title="Countersign"
      {...frame}
      errors={errors}
      back={{ href: urls.assessments.list(frame.child.id), text: 'Assessments' }}
    >
      <h1 class="govuk-heading-l">Countersign</h1>
      <div class="fh-two">
        <div>
          <Signatures open={open} />
          {isOwn ? (
            <p class="govuk-inset-text">
              You cannot countersign your own assessment. Ask another manager.
            </p>
          ) : (
            <PostForm>
              <VersionField version={open.version} />
              <p class="govuk-body govuk-!-margin-bottom-1">Before you decide:</p>
              <ul class="govuk-list govuk-list--bullet">
                {prompts.map((prompt) => (
                  <li>{prompt}</li>
                ))}
              </ul>
              <ChoiceField
                name="decision"
                label="What do you decide?"
                choices={[
                  { value: 'sign', text: 'Countersign it' },
                  { value: 'return', text: 'Return it to be changed' },
                ]}
                errors={errors}
                typed={typed}
              />
              <LongText
                name="comment"
                label="Your comment"
                hint="What you checked, what is strong, and what must change. It is kept on the child’s record as your oversight."
                errors={errors}
                typed={typed}
              />
              <Button text="Save your decision" preventDoubleClick={true} />
            </PostForm>
          )}
        </div>
        <BalanceView balance={balance} />
      </div>
      <WholeAssessment open={open} />
    </ChildPage>
  );
}
