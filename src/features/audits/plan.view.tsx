import type { caseStandards } from '../../domain/audits/audit-questions.ts';
import type { Day } from '../../domain/calendar/day.ts';
import { Button } from '../../ui/govuk/components.tsx';
import type { Html } from '../../ui/html.ts';
import { ConflictNotice, type TwoVersions } from '../../ui/layout/conflict.tsx';
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
import { monthName } from './audit-table.view.tsx';
import { auditKinds } from './audit-words.ts';
import type { Audit } from './audits.queries.ts';
import type { Person } from './people.queries.ts';

type FrameworkChoice = {
  readonly id: string;
  readonly title: string;
  readonly standards: ReturnType<typeof caseStandards>;
};
type Props = {
  readonly shell: PageShell;
  readonly audit: Audit | null;
  readonly typed: Typed;
  readonly errors: readonly FieldError[];
  readonly conflict: readonly TwoVersions[];
  readonly months: readonly Day[];
  readonly usualDue: Day;
  readonly people: readonly Person[];
  readonly frameworks: readonly FrameworkChoice[];
};

/** Plans an audit: what it looks at, when, and who leads it. */
export function PlanPage(props: Props): Html {
  const { shell, audit, typed, errors, conflict, months, people } = props;
  const base = { typed, errors };
  const title = audit ? 'Change the plan' : 'Plan an audit';
  return (
    <Page
      title={title}
      shell={shell}
      errors={errors}
      back={
        audit
          ? { href: urls.audits.one(audit.id), text: audit.title }
          : { href: urls.audits.programme(), text: 'The year’s programme' }
      }
    >
      <h1 class="govuk-heading-l">{title}</h1>
      {conflict.length > 0 ? <ConflictNotice fields={conflict} /> : null}
      <PostForm class="fh-form">
        <VersionField version={audit?.version ?? 0} />
        <TextField
          {...base}
          name="title"
          label="What it is called"
          hint="For example, Assessing after out-of-court decisions"
          stored={audit?.title}
        />
        <ChoiceField
          {...base}
          name="kind"
          label="What kind of audit is it?"
          small
          choices={auditKinds}
          stored={audit?.kind}
        />
        <TextField
          {...base}
          name="theme"
          label="Theme, if it has one"
          hint="For example, exploitation, girls, children in care"
          stored={audit?.theme}
        />
        <SelectField
          {...base}
          name="month"
          label="Month of the programme"
          choices={months.map((month) => ({ value: month.slice(0, 7), text: monthName(month) }))}
          stored={(audit?.month ?? months[3] ?? '').slice(0, 7)}
        />
        <DayField
          {...base}
          name="dueOn"
          label="To be done by"
          hint="Readers see their cases until two weeks after this day"
          stored={audit?.dueOn ?? props.usualDue}
        />
        <SelectField
          {...base}
          name="lead"
          label="Who leads it"
          choices={people.map(({ id, name, job_title }) => ({
            value: id,
            text: `${name}, ${job_title}`,
          }))}
          stored={audit?.leadId}
        />
        <Standards {...props} />
        <Button text={audit ? 'Save the plan' : 'Put it in the programme'} />
      </PostForm>
    </Page>
  );
}

function Standards({ audit, frameworks, typed, errors }: Props): Html {
  if (audit && audit.status !== 'planned')
    return (
      <>
        <input
          type="hidden"
          name={`standards-${audit.frameworkId}`}
          value={audit.standards[0] ?? ''}
        />
        <p class="govuk-body">
          Standards {audit.standards.join(', ')}. They stand since the sample is drawn: what some
          cases were asked, all are asked.
        </p>
      </>
    );
  return (
    <>
      <h2 class="govuk-heading-m">Which standards</h2>
      <p class="govuk-body">
        Choose from one framework. Every case is asked each key question of the standards that fit
        its kind of work, and whether management oversight made the work better.
      </p>
      {frameworks.map(({ id, title, standards }) => (
        <TickField
          typed={typed}
          errors={errors}
          name={`standards-${id}`}
          label={title}
          small
          stored={audit?.frameworkId === id ? audit.standards : []}
          choices={standards.map(({ standard, cases }) => ({
            value: standard.id,
            text: `${standard.id} ${standard.title}`,
            hint: `${caseWords[cases]}${standard.provisional ? '. Provisional: not confirmed by a source' : ''}`,
          }))}
        />
      ))}
    </>
  );
}

const caseWords: Readonly<Record<ReturnType<typeof caseStandards>[number]['cases'], string>> = {
  court: 'Court cases',
  'out-of-court': 'Out-of-court cases',
  resettlement: 'Children in custody or on licence',
  children: 'All cases',
  victims: 'Cases with a victim',
};
