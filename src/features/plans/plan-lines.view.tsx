import { type Day, formatShortDay } from '../../domain/calendar/day.ts';
import type { FormFault } from '../../domain/form-fault.ts';
import { WhoIsKeptSafe } from '../../record/kept-safe.tsx';
import type { Html } from '../../ui/html.ts';
import type { ChildBand } from '../../ui/layout/child-page.tsx';
import { urls } from '../../urls.ts';
import { type LineKind, lineKinds } from './line-kinds.ts';
import type { Line, Plan, PlanNeeds } from './plans.queries.ts';

type Props = {
  readonly plan: Pick<Plan, 'lines' | 'status'>;
  readonly child: ChildBand;
  readonly needs: Pick<PlanNeeds, 'victims' | 'keptSafe'>;
  readonly hints: readonly FormFault[];
  readonly agencyName: (code: string | null) => string;
  readonly riskName: (code: string | null) => string;
  readonly canWrite: boolean;
  readonly today: Day;
};

const abouts: Readonly<Record<string, string>> = {
  safety: 'The child’s safety',
  harm: 'The safety of others',
  exploitation: 'Exploitation',
};
const empty: Readonly<Record<LineKind, string>> = {
  goal: 'No goal yet. Write each as the child would say it: “I want to be back in school all day”.',
  step: 'No step yet.',
  safety:
    'No safety line yet. Each risk from the assessment needs one: what is done, by whom, looked at again when.',
  'victim-safety': 'No line yet. Each person already harmed needs one.',
  contingency:
    'Nothing yet. Needed where safety or risk to others is medium or above, or exploitation is suspected.',
  exit: 'No exit step yet. Say who or what carries on when this work ends.',
};

/** Every line of the plan, kind by kind. */
export function PlanLines(props: Props): Html {
  const { plan } = props;
  const goals = plan.lines.filter((line) => line.kind === 'goal');
  return (
    <>
      <Section kind="goal" {...props}>
        {goals.map((goal) => (
          <Goal goal={goal} index={goals.indexOf(goal)} {...props} />
        ))}
      </Section>
      {(['safety', 'victim-safety', 'contingency', 'exit'] as const)
        .filter(
          (kind) =>
            kind !== 'victim-safety' ||
            props.needs.victims.length > 0 ||
            plan.lines.some((line) => line.kind === kind),
        )
        .map((kind) => (
          <Section kind={kind} {...props}>
            {plan.lines
              .filter((line) => line.kind === kind)
              .map((line) => (
                <li class="fh-line">
                  <LineText line={line} {...props} />
                  <LineFoot line={line} {...props} />
                </li>
              ))}
          </Section>
        ))}
    </>
  );
}

function Section({
  kind,
  plan,
  child,
  canWrite,
  needs,
  children,
}: Props & { readonly kind: LineKind; readonly children: readonly Html[] }): Html {
  return (
    <section aria-labelledby={`kind-${kind}`}>
      <h2 class="govuk-heading-m" id={`kind-${kind}`}>
        {lineKinds[kind].title}
      </h2>
      {kind === 'victim-safety' ? <WhoIsKeptSafe people={needs.keptSafe} /> : null}
      {plan.lines.some((line) => line.kind === kind) ? (
        <ul class="fh-lines">{children}</ul>
      ) : (
        <p class="govuk-body">{empty[kind]}</p>
      )}
      {canWrite ? (
        <p class="govuk-body fh-no-print">
          <a class="govuk-link" href={urls.plans.addLine(child.id, kind)}>
            Add {lineKinds[kind].one}
          </a>
        </p>
      ) : null}
    </section>
  );
}

function Goal(props: Props & { readonly goal: Line; readonly index: number }): Html {
  const { goal, plan, child, hints, index, canWrite } = props;
  const steps = plan.lines.filter((line) => line.kind === 'step' && line.parent_id === goal.id);
  const hint = hints.filter(
    ({ field }) => field === `goal-${index}` || field.startsWith(`goal-${index}-`),
  );
  return (
    <li class="fh-line">
      <h3 class="govuk-heading-s">{goal.text}</h3>
      {hint.map(({ message }) => (
        <p class="govuk-hint fh-no-print">Plain words: {message}</p>
      ))}
      <ul class="fh-lines fh-lines--inner">
        {steps.map((step) => (
          <li class="fh-line">
            <p class="govuk-body">{step.text}</p>
            <LineFoot {...props} line={step} />
          </li>
        ))}
      </ul>
      <div class="fh-line__foot">
        <LineFoot {...props} line={goal} />
        {canWrite ? (
          <a
            class="govuk-link fh-no-print"
            href={urls.plans.addLine(child.id, 'step', { parent_id: goal.id })}
          >
            Add a step<span class="govuk-visually-hidden"> towards {goal.text}</span>
          </a>
        ) : null}
      </div>
    </li>
  );
}

function LineText({ line, riskName, needs }: Props & { readonly line: Line }): Html {
  if (line.kind === 'contingency')
    return (
      <p class="govuk-body">
        <span class="fh-quiet">{abouts[line.about ?? 'safety']}:</span> <strong>If</strong>{' '}
        {line.text} <strong>then</strong> {line.then_text} <strong>within</strong> {line.within},
        and <strong>tell</strong> {line.tell}
      </p>
    );
  const victim = needs.victims.find(({ id }) => id === line.victim_involvement_id)?.label;
  const heading =
    line.kind === 'victim-safety' ? (victim ?? 'Somebody harmed') : riskName(line.risk);
  return (
    <>
      {line.kind === 'exit' ? null : <h3 class="govuk-heading-s">{heading}</h3>}
      <p class="govuk-body">{line.text}</p>
    </>
  );
}

const exitWords = {
  accepted: 'Accepted',
  declined: 'Declined',
  waiting: 'Waiting for an answer',
} as const;

function LineFoot({
  line,
  plan,
  child,
  canWrite,
  agencyName,
  today,
}: Props & { readonly line: Line }): Html {
  const day = line.by_on
    ? `${line.kind === 'safety' ? 'look again by' : 'by'} ${formatShortDay(line.by_on)}`
    : null;
  const facts = [line.who, line.agency ? agencyName(line.agency) : null, day].filter(Boolean);
  const isLate =
    plan.status === 'agreed' && line.status === 'open' && line.by_on !== null && line.by_on < today;
  const marks = { done: 'Done', changed: 'Changed', stopped: 'Stopped' } as const;
  return (
    <p class="govuk-body fh-line__foot">
      {facts.length > 0 ? <span>{facts.join(', ')}</span> : null}
      {isLate ? <span class="fh-badge fh-badge-late">Overdue</span> : null}
      {line.kind === 'exit' ? (
        <span class={`fh-badge fh-badge-${line.accepted === 'accepted' ? 'good' : 'soon'}`}>
          {exitWords[line.accepted ?? 'waiting']}
        </span>
      ) : null}
      {line.status !== 'open' ? (
        <span class={`fh-badge fh-badge-${line.status === 'done' ? 'good' : 'neutral'}`}>
          {marks[line.status]}
          {line.status_on ? ` ${formatShortDay(line.status_on)}` : ''}
        </span>
      ) : null}
      {line.happened_on ? (
        <span class="fh-badge fh-badge-late">This happened {formatShortDay(line.happened_on)}</span>
      ) : null}
      {line.status_note ? <span class="fh-quiet">{line.status_note}</span> : null}
      {['safety', 'contingency'].includes(line.kind) && !line.on_child_page ? (
        <span class="fh-quiet">Not on the child’s own page</span>
      ) : null}
      {canWrite && line.kind === 'contingency' && line.status !== 'stopped' ? (
        <a class="govuk-link fh-no-print" href={urls.plans.happened(child.id, line.id)}>
          This has happened<span class="govuk-visually-hidden">: {line.text}</span>
        </a>
      ) : null}
      <a class="govuk-link fh-no-print" href={urls.plans.line(child.id, line.id)}>
        {canWrite ? `Change or mark${line.kind === 'goal' ? ' this goal' : ''}` : 'History'}
        <span class="govuk-visually-hidden">: {line.text}</span>
      </a>
    </p>
  );
}
