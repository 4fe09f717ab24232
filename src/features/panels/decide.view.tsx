import { type Day, formatDay } from '../../domain/calendar/day.ts';
import type { GateProblem } from '../../domain/panels/gate.ts';
import { gravityScores } from '../../domain/panels/gravity.data.ts';
import type { Outcome } from '../../domain/panels/outcomes.ts';
import type { Quorum } from '../../domain/panels/quorum.ts';
import { mustCheckLocally } from '../../domain/provenance.ts';
import { Button } from '../../ui/govuk/components.tsx';
import type { Html } from '../../ui/html.ts';
import { type ChildBand, ChildPage } from '../../ui/layout/child-page.tsx';
import {
  ChoiceField,
  DayField,
  LongText,
  SelectField,
  TextField,
  TickField,
  type Typed,
  VersionField,
} from '../../ui/layout/fields.tsx';
import type { FieldError, PageShell } from '../../ui/layout/page.tsx';
import { PostForm } from '../../ui/layout/post-form.tsx';
import { urls } from '../../urls.ts';
import { answers } from './decide.ts';
import type { ItemOne } from './item/items.queries.ts';

type Props = {
  readonly shell: PageShell;
  readonly child: ChildBand;
  readonly today: Day;
  readonly item: ItemOne;
  readonly outcomes: readonly Outcome[];
  readonly quorum: Quorum;
  readonly consulted: readonly string[];
  /** Steps before the panel that are open again. */
  readonly missing: readonly GateProblem[];
  readonly mayDecide: boolean;
  readonly mayMark: boolean;
  readonly mayExcept: boolean;
  readonly movedOn: boolean;
  readonly errors: readonly FieldError[];
  readonly typed: Typed;
};

const answerOf = {
  yes: 'admits',
  no: 'denies',
  'no-comment': 'no-comment',
  unknown: 'unknown',
  'not-asked': 'unknown',
} as const;

/** Records what the panel decided, with what each agency thought. */
export function DecidePage(props: Props): Html {
  const { shell, child, today, item, quorum, errors, movedOn } = props;
  return (
    <ChildPage
      title="Record the decision"
      shell={shell}
      child={child}
      today={today}
      errors={errors}
      back={{ href: urls.panels.item(child.id, item.id), text: item.panel_name }}
    >
      <h1 class="govuk-heading-l">
        {item.decision_id
          ? 'Record the decision that replaces the earlier one'
          : 'Record the decision'}
      </h1>
      {movedOn ? (
        <p class="govuk-inset-text">
          Somebody else changed this item while you wrote
          {item.decision_id ? (
            <>
              :{' '}
              <a class="govuk-link" href={urls.panels.decision(child.id, item.decision_id)}>
                a decision is recorded
              </a>
            </>
          ) : (
            ''
          )}
          . Nothing of yours is lost: it stands below. Read theirs, then save again if yours is
          still needed.
        </p>
      ) : null}
      <div id="missing">
        {quorum.isQuorate ? null : <NotQuorate {...props} />}
        {props.missing.length > 0 ? <StepsMissing {...props} /> : null}
      </div>
      {props.mayDecide ? <DecisionFields {...props} /> : null}
    </ChildPage>
  );
}

function NotQuorate({ quorum, item, child, mayMark, mayExcept }: Props): Html {
  return (
    <div class="govuk-inset-text">
      <p class="govuk-body">
        <strong>The panel does not have everyone it needs to decide about this child.</strong>
      </p>
      <ul class="govuk-list govuk-list--bullet">
        {quorum.missing.map((line) => (
          <li>{line}</li>
        ))}
      </ul>
      <p class="govuk-body">
        {item.quorum_exception ? (
          `An exception is recorded: ${item.quorum_exception}`
        ) : (
          <ToQuorum item={item} child={child} mayMark={mayMark} mayExcept={mayExcept} />
        )}
      </p>
    </div>
  );
}

function ToQuorum({
  item,
  child,
  mayMark,
  mayExcept,
}: Pick<Props, 'item' | 'child' | 'mayMark' | 'mayExcept'>): Html {
  if (!mayMark || !mayExcept)
    return <>Ask a practice manager to mark who came, or to record an exception.</>;
  return (
    <>
      <a class="govuk-link" href={urls.panels.attendance(item.panel_id)}>
        Mark who came
      </a>{' '}
      or, if the decision cannot wait,{' '}
      <a class="govuk-link" href={urls.panels.gate(child.id, item.id, 'quorum')}>
        record an exception
      </a>
      . Then come back to record the decision.
    </>
  );
}

function StepsMissing({ missing, child, item }: Props): Html {
  return (
    <div class="govuk-inset-text">
      <p class="govuk-body">
        <strong>Steps before the panel are open again.</strong>
      </p>
      <ul class="govuk-list govuk-list--bullet">
        {missing.map(({ sentence }) => (
          <li>{sentence}</li>
        ))}
      </ul>
      <p class="govuk-body">
        <a class="govuk-link" href={urls.panels.item(child.id, item.id)}>
          See to each, or record why it is passed
        </a>
      </p>
    </div>
  );
}

function DecisionFields({ child, item, outcomes, consulted, today, errors, typed }: Props): Html {
  const usual = gravityScores.find(({ score }) => score === item.gravity);
  const wanted = [...outcomes].map(({ code, label }) => ({ value: code, text: label }));
  const long = { errors, typed };
  const field = { errors, typed };
  return (
    <PostForm class="fh-form">
      <VersionField version={item.version} />
      <p class="govuk-body">
        Heard by: {consulted.length > 0 ? consulted.join('; ') : 'nobody marked as present'}.
      </p>
      <LongText
        name="question"
        label="The question"
        rows={2}
        stored={`What should follow for ${child.forename} from the matter referred on ${formatDay(item.referred_on)}?`}
        {...long}
      />
      <ChoiceField
        name="answer"
        label="How does the child answer the allegation now?"
        hint="What the panel may offer follows from this."
        small
        choices={answers}
        stored={answerOf[item.admission]}
        {...field}
      />
      <TickField
        name="options"
        label="Options that were considered"
        hint="At least two, with the lightest that could work among them."
        small
        choices={wanted}
        {...field}
      />
      <h2 class="govuk-heading-m">What each agency thought</h2>
      <Position agency="police" title="Police" wanted={wanted} long={long} />
      <Position agency="youth-justice" title="Youth justice service" wanted={wanted} long={long} />
      <LongText
        name="position-others"
        label="Other agencies and members (optional)"
        hint="Who said what: health, education, social care, the community member."
        rows={3}
        {...long}
      />
      <h2 class="govuk-heading-m">What the decision rests on</h2>
      <LongText
        name="information"
        label="Information relied on"
        hint="The assessment, partners’ answers, the wishes of the person harmed, what the child and parents said."
        rows={4}
        {...long}
      />
      <LongText
        name="diversity"
        label="Identity and fairness"
        hint="How ethnicity, disability, care, sex, faith or being treated unfairly were weighed. Would another child have been offered the same?"
        rows={4}
        {...long}
      />
      <h2 class="govuk-heading-m">The decision</h2>
      <p class="govuk-body">
        {item.gravity === null
          ? 'The gravity is not scored.'
          : `Gravity ${item.gravity}. ${usual?.usual ?? ''}.`}
      </p>
      <ChoiceField
        name="outcome"
        label="Outcome"
        small
        choices={outcomes.map((outcome) => ({
          value: outcome.code,
          text: `${outcome.label}${mustCheckLocally(outcome) ? ' (check locally)' : ''}`,
          hint: outcome.admissionNeeded
            ? 'Only for a child who admits it.'
            : outcome.responsibilityNeeded
              ? 'Only for a child who accepts responsibility.'
              : undefined,
        }))}
        {...field}
      />
      <LongText name="rationale" label="Why this outcome?" rows={5} {...long} />
      <LongText
        name="departure-reason"
        label="Why it departs from what the gravity usually leads to"
        hint="Only if it does. A lighter or heavier outcome is allowed, and needs its reason."
        rows={3}
        {...long}
      />
      <LongText
        name="dissent"
        label="What those who disagreed said"
        hint="Only if somebody wanted another outcome."
        rows={3}
        {...long}
      />
      <DayField name="decided-on" label="Date of the decision" stored={today} {...field} />
      <DayField
        name="review-on"
        label="When will the decision be looked at again?"
        hint="To see whether it was right for this child."
        {...field}
      />
      <Button text="Record the decision" />
      <p class="govuk-body fh-quiet">
        The police lead then confirms it, before the outcome is given.
      </p>
    </PostForm>
  );
}

function Position({
  agency,
  title,
  wanted,
  long,
}: {
  readonly agency: 'police' | 'youth-justice';
  readonly title: string;
  readonly wanted: readonly { readonly value: string; readonly text: string }[];
  readonly long: {
    readonly errors: readonly FieldError[];
    readonly typed: Typed;
  };
}): Html {
  return (
    <fieldset class="govuk-fieldset">
      <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">{title}</legend>
      <LongText
        name={`position-${agency}`}
        label="Their position, in their words"
        rows={3}
        {...long}
      />
      <TextField
        name={`position-${agency}-by`}
        label="Who spoke for them"
        width="one-half"
        errors={long.errors}
        typed={long.typed}
      />
      <SelectField
        name={`position-${agency}-outcome`}
        label="The outcome they wanted"
        empty="No view, or the same as decided"
        choices={wanted}
        errors={long.errors}
        typed={long.typed}
      />
    </fieldset>
  );
}
