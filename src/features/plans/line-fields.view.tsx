import type { Html } from '../../ui/html.ts';
import type { ChildBand } from '../../ui/layout/child-page.tsx';
import {
  type Choice,
  ChoiceField,
  DayField,
  LongText,
  SelectField,
  TextField,
  TickField,
  type Typed,
} from '../../ui/layout/fields.tsx';
import type { FieldError } from '../../ui/layout/page.tsx';
import type { LineKind } from './line-form.ts';
import type { Line } from './plans.queries.ts';

export type FieldChoices = {
  readonly goals: readonly Choice[];
  readonly victims: readonly Choice[];
  readonly agencies: readonly Choice[];
  /** Risks of the assessment that have no line yet. */
  readonly risks: readonly string[];
};

type Props = {
  readonly kind: LineKind;
  readonly errors: readonly FieldError[];
  readonly typed: Typed;
  readonly stored?: Line;
  readonly choices: FieldChoices;
  readonly child: ChildBand;
};

/** The boxes of one kind of line. */
export function LineFields(props: Props): Html {
  switch (props.kind) {
    case 'goal':
      return <GoalFields {...props} />;
    case 'step':
      return <StepFields {...props} />;
    case 'safety':
      return <SafetyFields {...props} />;
    case 'victim-safety':
      return <VictimFields {...props} />;
    case 'contingency':
      return <ContingencyFields {...props} />;
    case 'exit':
      return <ExitFields {...props} />;
  }
}

function GoalFields({ errors, typed, stored, child }: Props): Html {
  return (
    <TextField
      name="text"
      label="The goal"
      hint={`As ${child.forename} would say it, in short words: “I want to be back in school all day”.`}
      errors={errors}
      typed={typed}
      stored={stored?.text}
    />
  );
}

function StepFields({ errors, typed, stored, choices, child }: Props): Html {
  return (
    <>
      {stored ? (
        <input type="hidden" name="parent_id" value={stored.parent_id ?? ''} />
      ) : (
        <SelectField
          name="parent_id"
          label="Which goal it is for"
          errors={errors}
          typed={typed}
          choices={choices.goals}
        />
      )}
      <TextField
        name="text"
        label="What will be done"
        hint="One small thing that anybody could see had been done."
        errors={errors}
        typed={typed}
        stored={stored?.text}
      />
      <TextField
        name="who"
        label="Who will do it"
        hint={`A name, not a service. ${child.forename}’s own steps go under “What I will do” on the printed page.`}
        width="one-half"
        errors={errors}
        typed={typed}
        stored={stored?.who}
      />
      <DayField name="by_on" label="By when" errors={errors} typed={typed} stored={stored?.by_on} />
    </>
  );
}

function SafetyFields(props: Props): Html {
  const { errors, typed, stored, choices } = props;
  return (
    <>
      <TextField
        name="risk"
        label="The risk"
        hint={
          choices.risks.length > 0
            ? `Without a line so far: ${choices.risks.join('; ')}. Use the same words.`
            : 'In the same words as the assessment.'
        }
        errors={errors}
        typed={typed}
        stored={stored?.risk}
      />
      <LongText
        name="text"
        label="What keeps people safe from it"
        rows={3}
        errors={errors}
        typed={typed}
        stored={stored?.text}
      />
      <TextField
        name="who"
        label="Who will act on it"
        width="one-half"
        errors={errors}
        typed={typed}
        stored={stored?.who}
      />
      <SelectField
        name="agency"
        label="Which agency owns it (optional)"
        empty="No agency, family or friends"
        errors={errors}
        typed={typed}
        stored={stored?.agency}
        choices={choices.agencies}
      />
      <DayField
        name="by_on"
        label="When it is looked at again"
        errors={errors}
        typed={typed}
        stored={stored?.by_on}
      />
      <OnChildPage {...props} />
    </>
  );
}

function VictimFields({ errors, typed, stored, choices }: Props): Html {
  return (
    <>
      <SelectField
        name="victim_involvement_id"
        label="Who it keeps safe"
        hint="By label only. Never write a victim’s name or address here."
        errors={errors}
        typed={typed}
        stored={stored?.victim_involvement_id}
        choices={choices.victims}
      />
      <LongText
        name="text"
        label="What keeps them safe"
        hint="It is never on the child’s printed page; the victim worker can read it."
        rows={3}
        errors={errors}
        typed={typed}
        stored={stored?.text}
      />
      <TextField
        name="who"
        label="Who sees to it"
        width="one-half"
        errors={errors}
        typed={typed}
        stored={stored?.who}
      />
    </>
  );
}

function ContingencyFields(props: Props): Html {
  const { errors, typed, stored } = props;
  const field = (name: 'who' | 'within' | 'tell' | 'then_text', label: string, hint: string) => (
    <TextField
      name={name}
      label={label}
      hint={hint}
      errors={errors}
      typed={typed}
      stored={stored?.[name]}
    />
  );
  return (
    <>
      <ChoiceField
        name="about"
        label="What it is about"
        small
        errors={errors}
        typed={typed}
        stored={stored?.about}
        choices={[
          { value: 'safety', text: 'The child’s own safety' },
          { value: 'harm', text: 'The safety of other people' },
          { value: 'exploitation', text: 'Exploitation' },
        ]}
      />
      <TextField
        name="text"
        label="If this happens"
        hint="What would be seen first. For example: not home by ten."
        errors={errors}
        typed={typed}
        stored={stored?.text}
      />
      {field('then_text', 'Then this is done', 'For example: ring Kit, then Nan, then 101.')}
      {field('who', 'Who does it', 'A name, not a service.')}
      {field('within', 'Within', 'For example: one hour, or the same day.')}
      {field('tell', 'And these people are told', 'Names and how to reach them.')}
      <OnChildPage {...props} />
    </>
  );
}

function ExitFields({ errors, typed, stored }: Props): Html {
  return (
    <>
      <TextField
        name="text"
        label="Who or what carries on when this work ends"
        hint="For example: a boxing club on Tuesdays, or the early help worker."
        errors={errors}
        typed={typed}
        stored={stored?.text}
      />
      <TextField
        name="who"
        label="Who will make it happen"
        width="one-half"
        errors={errors}
        typed={typed}
        stored={stored?.who}
      />
    </>
  );
}

function OnChildPage({ typed, stored, child }: Props): Html {
  return (
    <TickField
      name="on_child_page"
      label={`${child.forename}’s own page`}
      hint={`${child.forename} takes this page home, and others there may read it. The words above are printed as they stand.`}
      small
      errors={[]}
      typed={typed}
      stored={stored?.on_child_page && !('text' in typed) ? ['yes'] : []}
      choices={[
        {
          value: 'yes',
          text: 'Print this line on it',
          hint: `Only when it is written to ${child.forename}: what ${child.forename} can do and whom to tell. Leave it off when it is for workers, names somebody harmed, or could put anybody in danger.`,
        },
      ]}
    />
  );
}
