import { type Day, formatDay } from '../../domain/calendar/day.ts';
import type { FormFault } from '../../domain/form-fault.ts';
import type { ChildContext } from '../../platform/http/context.ts';
import { ChildFrame } from '../../record/child-frame.tsx';
import type { Words } from '../../record/field.ts';
import { Button, WarningText } from '../../ui/govuk/components.tsx';
import type { Html } from '../../ui/html.ts';
import { type Choice, TickField } from '../../ui/layout/fields.tsx';
import { PostForm } from '../../ui/layout/post-form.tsx';
import { urls } from '../../urls.ts';

/** First page of asking: whom. */
export function ChooseAgenciesPage(props: {
  readonly context: ChildContext;
  readonly agencies: readonly Choice[];
  readonly suggested: readonly string[];
  readonly noneChosen: boolean;
}): Html {
  const { context, agencies, suggested, noneChosen } = props;
  const { id } = context.child;
  const faults = noneChosen
    ? [{ field: 'agency', message: 'Choose at least one agency to ask' }]
    : [];
  return (
    <ChildFrame
      context={context}
      title="Whom to ask"
      heading="Whom do you want to ask?"
      faults={faults}
      back={{ href: urls.information.list(id), text: 'Back to information from partners' }}
    >
      <p class="govuk-body">
        Those usually asked and not asked yet are ticked. Think of the child’s own circumstances
        too: who knows them, and who is worried about them.
      </p>
      <form method="get" action={urls.information.ask(id)}>
        <TickField
          name="agency"
          label="Agencies"
          choices={agencies}
          stored={suggested}
          errors={faults}
          typed={{}}
        />
        <input type="hidden" name="step" value="questions" />
        <Button text="Continue to the questions" />
      </form>
    </ChildFrame>
  );
}

type Tag = (words: Words) => Html;
type Props = {
  readonly context: ChildContext;
  readonly faults: readonly FormFault[];
  readonly agencies: readonly {
    readonly code: string;
    readonly Question: Tag | undefined;
    /** How many people of the agency answer here; with none, the asker writes down what they say. */
    readonly people: number;
  }[];
  readonly Needed: Tag;
  readonly due: {
    readonly due: Day;
    readonly number: number;
    readonly unit: string;
    readonly confidence: string;
  };
};

/** Second page: a question for each. */
export function QuestionsPage({ context, faults, agencies, Needed, due }: Props): Html {
  const { id, restricted } = context.child;
  const check = due.confidence === 'confirmed' ? '' : ' (check locally)';
  return (
    <ChildFrame
      context={context}
      title="Your questions"
      faults={faults}
      back={{ href: urls.information.ask(id), text: 'Back to whom to ask' }}
    >
      <p class="govuk-body">
        Make each question fit this child: say what you already know and what you need it for. Ask
        for what helps and what is going well, not for risk alone.
      </p>
      {restricted ? (
        <WarningText
          text="This record is restricted. Partners who are not on its named list will not see the question: ask them in person and write down what they say."
          iconFallbackText="Warning"
        />
      ) : null}
      <PostForm action={urls.information.ask(id)}>
        {agencies.map(({ code, Question, people }) => (
          <>
            <input type="hidden" name="agency" value={code} />
            {Question ? <Question hint={peopleHint(people)} /> : null}
          </>
        ))}
        <Needed
          hint={`Otherwise they are due by ${formatDay(due.due)}: ${due.number} ${due.unit}${check}`}
        />
        <Button text={agencies.length === 1 ? 'Send the question' : 'Send the questions'} />
      </PostForm>
    </ChildFrame>
  );
}

const peopleHint = (people: number) =>
  people > 0
    ? `${people === 1 ? 'One person' : `${people} people`} there can answer here. They will see this child’s record until they have.`
    : 'Nobody there signs in here: ask by telephone or secure e-mail, then write down their answer on the request’s page.';
