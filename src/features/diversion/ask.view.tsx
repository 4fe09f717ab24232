import { type Day, formatDay } from '../../domain/calendar/day.ts';
import { Button, WarningText } from '../../ui/govuk/components.tsx';
import type { Html } from '../../ui/html.ts';
import { type ChildBand, ChildPage } from '../../ui/layout/child-page.tsx';
import { DayField, LongText, TickField, type Typed } from '../../ui/layout/fields.tsx';
import type { FieldError, PageShell } from '../../ui/layout/page.tsx';
import { PostForm } from '../../ui/layout/post-form.tsx';
import { urls } from '../../urls.ts';

type Frame = {
  readonly shell: PageShell;
  readonly child: ChildBand;
  readonly today: Day;
  readonly errors: readonly FieldError[];
};
export type AgencyChoice = {
  readonly value: string;
  readonly text: string;
  readonly hint?: string | undefined;
};

/** First page of asking: whom. */
export function ChooseAgenciesPage({
  shell,
  child,
  today,
  errors,
  agencies,
  suggested,
}: Frame & {
  readonly agencies: readonly AgencyChoice[];
  readonly suggested: readonly string[];
}): Html {
  return (
    <ChildPage
      title="Whom to ask"
      shell={shell}
      child={child}
      today={today}
      errors={errors}
      back={{ href: urls.information.list(child.id), text: 'Back to information from partners' }}
    >
      <h1 class="govuk-heading-l">Whom do you want to ask?</h1>
      <p class="govuk-body">
        Those usually asked and not asked yet are ticked. Think of the child’s own circumstances
        too: who knows them, and who is worried about them.
      </p>
      <form method="get" action={urls.information.ask(child.id)}>
        <TickField
          name="agency"
          label="Agencies"
          choices={agencies}
          stored={suggested}
          errors={errors}
          typed={{}}
        />
        <input type="hidden" name="step" value="questions" />
        <Button text="Continue to the questions" />
      </form>
    </ChildPage>
  );
}

export type AgencyToAsk = {
  readonly code: string;
  readonly label: string;
  readonly starter: string;
  /** How many people of the agency answer here; with none, the asker writes down what they say. */
  readonly people: number;
};

/** Second page: a question for each. */
export function QuestionsPage({
  shell,
  child,
  today,
  errors,
  typed,
  agencies,
  due,
}: Frame & {
  readonly typed: Typed;
  readonly agencies: readonly AgencyToAsk[];
  readonly due: { readonly day: Day; readonly rule: string };
}): Html {
  return (
    <ChildPage
      title="Your questions"
      shell={shell}
      child={child}
      today={today}
      errors={errors}
      back={{ href: urls.information.ask(child.id), text: 'Back to whom to ask' }}
    >
      <h1 class="govuk-heading-l">Your questions</h1>
      <p class="govuk-body">
        Make each question fit this child: say what you already know and what you need it for. Ask
        for what helps and what is going well, not for risk alone.
      </p>
      {child.restricted ? (
        <WarningText
          text="This record is restricted. Partners who are not on its named list will not see the question: ask them in person and write down what they say."
          iconFallbackText="Warning"
        />
      ) : null}
      <PostForm action={urls.information.ask(child.id)}>
        {agencies.map((agency) => (
          <>
            <input type="hidden" name="agency" value={agency.code} />
            <LongText
              name={`question-${agency.code}`}
              label={agency.label}
              hint={peopleHint(agency.people)}
              rows={4}
              errors={errors}
              typed={typed}
              stored={agency.starter}
            />
          </>
        ))}
        <DayField
          name="needed"
          label="Do you need the answers sooner? (optional)"
          hint={`Otherwise they are due by ${formatDay(due.day)}: ${due.rule}`}
          errors={errors}
          typed={typed}
        />
        <Button text={agencies.length === 1 ? 'Send the question' : 'Send the questions'} />
      </PostForm>
    </ChildPage>
  );
}

const peopleHint = (people: number) =>
  people > 0
    ? `${people === 1 ? 'One person' : `${people} people`} there can answer here. They will see this child’s record until they have.`
    : 'Nobody there signs in here: ask by telephone or secure e-mail, then write down their answer on the request’s page.';
