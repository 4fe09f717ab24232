import { can } from '../../domain/access/can.ts';
import { isRole } from '../../domain/access/roles.data.ts';
import type { SampleFrame, SamplePlan } from '../../domain/audits/sample-plan.ts';
import { confidences, sampleSizeRule } from '../../domain/audits/sample-size.data.ts';
import { sampleThemes } from '../../domain/audits/sample-themes.data.ts';
import { stratumKinds } from '../../domain/audits/strata.ts';
import type { Day } from '../../domain/calendar/day.ts';
import { type Code, choicesOf } from '../../domain/reference/codes.ts';
import { Button, Details } from '../../ui/govuk/components.tsx';
import type { Html } from '../../ui/html.ts';
import {
  ChoiceField,
  DayField,
  SelectField,
  TextField,
  TickField,
  type Typed,
  VersionField,
} from '../../ui/layout/fields.tsx';
import { type FieldError, Page, type PageShell } from '../../ui/layout/page.tsx';
import { PostForm } from '../../ui/layout/post-form.tsx';
import { urls } from '../../urls.ts';
import type { Audit } from './audits.queries.ts';
import { FrameTable } from './frame-table.view.tsx';
import type { Person } from './people.queries.ts';

type Props = {
  readonly shell: PageShell;
  readonly audit: Audit;
  readonly typed: Typed;
  readonly errors: readonly FieldError[];
  readonly preview: { readonly frame: SampleFrame; readonly plan: SamplePlan } | null;
  readonly types: readonly Code[];
  /** Types of work that the audit's standards ask something of. */
  readonly fitting: readonly Code[];
  readonly people: readonly Person[];
  readonly usual: {
    readonly opens: Day;
    readonly closes: Day;
    readonly confidence: string;
    readonly margin: string;
    readonly sizeKind: string;
    readonly seed: string;
  };
};

/** Draws the sample: from which cases, how many, matched on what, read by whom. */
export function SamplePage(props: Props): Html {
  const { shell, audit, errors, preview } = props;
  return (
    <Page
      title="Draw the sample"
      shell={shell}
      errors={errors}
      back={{ href: urls.audits.one(audit.id), text: audit.title }}
    >
      <h1 class="govuk-heading-l">Draw the sample</h1>
      <p class="govuk-body">
        Chance decides which cases are read, not the reader. Every case has the same chance, and the
        sample keeps close to the population in what you tick below. Count first and look whether
        the totals are what you expect, then draw.
      </p>
      {preview ? (
        <section class="fh-card" aria-labelledby="preview">
          <h2 class="govuk-heading-m" id="preview">
            {preview.frame.size} of {preview.frame.population} cases would be drawn
          </h2>
          <FrameTable {...preview} types={props.types} />
        </section>
      ) : null}
      <PostForm class="fh-form">
        <VersionField version={audit.version} />
        <Cases {...props} />
        <Size {...props} />
        <Readers {...props} />
        <div class="govuk-button-group">
          <Button
            text="Count the cases"
            name="step"
            value="count"
            classes="govuk-button--secondary"
          />
          <Button text="Draw the sample" name="step" value="draw" preventDoubleClick={true} />
        </div>
      </PostForm>
    </Page>
  );
}

function Cases({ typed, errors, usual, fitting }: Props): Html {
  const base = { typed, errors };
  return (
    <>
      <h2 class="govuk-heading-m">From which cases</h2>
      <DayField
        {...base}
        name="opens"
        label="Work begun on or after"
        hint="The inspectorate looks at the twelve months before it comes, but not at the last weeks: there must be work to read"
        stored={usual.opens}
      />
      <DayField {...base} name="closes" label="and on or before" stored={usual.closes} />
      <TickField
        {...base}
        name="types"
        label="Types of work"
        small
        choices={choicesOf(fitting)}
        stored={fitting.map(({ code }) => code)}
      />
      <TickField
        {...base}
        name="themes"
        label="Only these children"
        hint="For a themed audit. Leave blank for all children. A child must belong to each theme that you tick; a child about whom it is not recorded does not."
        small
        choices={Object.entries(sampleThemes).map(([value, text]) => ({ value, text }))}
      />
      <TextField
        {...base}
        name="leastDays"
        label="Leave out work that has lasted fewer days than"
        width="one-quarter"
        stored="28"
      />
      <TextField
        {...base}
        name="notSinceMonths"
        label="Leave out children read in the last so many months"
        hint="0 leaves nobody out for it"
        width="one-quarter"
        stored="6"
      />
      <p class="govuk-hint">
        Records sealed from you are not in the frame: they are neither drawn nor counted. Cases that
        every reader has a part in are left out.
      </p>
    </>
  );
}

function Size({ typed, errors, usual }: Props): Html {
  const base = { typed, errors };
  return (
    <>
      <h2 class="govuk-heading-m">How many</h2>
      <ChoiceField
        {...base}
        name="sizeKind"
        label="How many cases?"
        stored={usual.sizeKind}
        choices={[
          { value: 'number', text: 'So many as I say' },
          {
            value: 'confidence',
            text: 'As many as make the percentages this sure',
            hint: 'The fewer cases there are and the surer you want to be, the larger the share that is read',
          },
        ]}
      />
      <Details
        summaryText="How that number is worked out"
        html={
          <p class="govuk-body">
            {sampleSizeRule.title}. {sampleSizeRule.words}
          </p>
        }
      />
      <TextField
        {...base}
        name="number"
        label="Number of cases, if you say it"
        width="one-quarter"
        stored={usual.sizeKind === 'number' ? '8' : ''}
      />
      <div class="fh-even">
        <SelectField
          {...base}
          name="confidence"
          label="How sure, if counted"
          choices={confidences.map(({ percent }) => ({
            value: String(percent),
            text: `${percent} percent`,
          }))}
          stored={usual.confidence}
        />
        <TextField
          {...base}
          name="margin"
          label="Give or take so many points"
          width="one-half"
          stored={usual.margin}
        />
      </div>
      <TickField
        {...base}
        name="strata"
        label="The sample mirrors the population in"
        small
        choices={stratumKinds.map(({ id, label }) => ({ value: id, text: label }))}
        stored={stratumKinds.map(({ id }) => id)}
      />
      <TextField
        {...base}
        name="seed"
        label="Seed"
        hint="The same seed draws the same sample from the same cases, so that anyone can check that nobody chose"
        width="one-third"
        stored={usual.seed}
      />
    </>
  );
}

function Readers({ typed, errors, people }: Props): Html {
  const base = { typed, errors };
  return (
    <>
      <h2 class="govuk-heading-m">Who reads</h2>
      <TickField
        {...base}
        name="readers"
        label="Readers"
        hint="Nobody is given a case that they worked, countersigned or oversee, or whose worker they manage. Each reader sees their own case until they finish reading it, and at the latest until two weeks after the audit is due."
        small
        choices={people.map(({ id, name, job_title }) => ({
          value: id,
          text: `${name}, ${job_title}`,
        }))}
        stored={people
          .filter(({ role }) => isRole(role) && can({ role }, 'audit.manage'))
          .map(({ id }) => id)}
      />
      <TextField
        {...base}
        name="secondPercent"
        label="Cases in a hundred that two people read"
        hint="The second reads blind. It shows how far two readers judge alike."
        width="one-quarter"
        stored="20"
      />
    </>
  );
}
