import { formatInstant } from '../../domain/calendar/british-time.ts';
import { type Day, formatDay } from '../../domain/calendar/day.ts';
import { Button } from '../../ui/govuk/components.tsx';
import type { Html } from '../../ui/html.ts';
import { type ChildBand, ChildPage } from '../../ui/layout/child-page.tsx';
import { ChoiceField, LongText, type Typed, VersionField } from '../../ui/layout/fields.tsx';
import type { FieldError, PageShell } from '../../ui/layout/page.tsx';
import { PostForm } from '../../ui/layout/post-form.tsx';
import { urls } from '../../urls.ts';
import type { ItemWithGate } from './gate.queries.ts';
import { GateList } from './gate.view.tsx';
import type { ItemOne } from './items.queries.ts';
import { GateBadge, stateWords } from './state-words.tsx';

type Props = {
  readonly shell: PageShell;
  readonly child: ChildBand;
  readonly today: Day;
  readonly item: ItemOne;
  /** Null for those who may not read what the gate turns on. */
  readonly gate: ItemWithGate | null;
  readonly factorLabels: readonly string[];
  readonly may: {
    readonly prepare: boolean;
    readonly except: boolean;
    readonly paper: boolean;
    readonly decide: boolean;
    readonly conflict: boolean;
  };
  readonly errors: readonly FieldError[];
  readonly typed: Typed;
};

/** One referral on one panel: what is alleged, its gravity, the gate, the paper and the decision. */
export function ItemPage(props: Props): Html {
  const { shell, child, today, item, gate, may, errors } = props;
  const isOpen = item.state === 'listed' || item.state === 'ready';
  return (
    <ChildPage
      title={item.panel_name}
      shell={shell}
      child={child}
      today={today}
      errors={errors}
      back={{ href: urls.panels.childItems(child.id), text: 'Panel and outcomes' }}
    >
      <h1 class="govuk-heading-l">
        <span class="govuk-caption-l">{formatInstant(item.starts_at)}</span>
        {item.panel_name}
      </h1>
      <p class="govuk-body">
        <span class="fh-badge fh-badge-neutral">{stateWords[item.state]}</span>
        {item.state_reason ? ` ${item.state_reason}` : ''}{' '}
        <a class="govuk-link" href={urls.panels.one(item.panel_id)}>
          See the whole panel
        </a>
      </p>
      {child.restricted ? (
        <p class="govuk-inset-text">
          This record is restricted. A panel member reads the paper only if they are on its named
          list.
        </p>
      ) : null}
      <Alleged item={item} />
      <section>
        <h2 class="govuk-heading-m">Gravity</h2>
        <GravityLine {...props} />
        {may.prepare && isOpen ? (
          <Button
            text={item.gravity === null ? 'Score the gravity' : 'Change the score'}
            href={urls.panels.gravity(child.id, item.id)}
            classes="govuk-button--secondary"
          />
        ) : null}
      </section>
      {gate ? (
        <section>
          <h2 class="govuk-heading-m">
            Before the panel <GateBadge gate={gate.gate} />
          </h2>
          <GateList
            item={gate}
            actor={shell.actor}
            child={child}
            mayExcept={may.except && isOpen}
            isOpen={isOpen}
          />
        </section>
      ) : null}
      <NextStep {...props} />
      {may.prepare && isOpen ? <TakeOff {...props} /> : null}
    </ChildPage>
  );
}

const answers = {
  yes: 'Admits it',
  no: 'Denies it',
  'no-comment': 'Made no comment',
  unknown: 'Not known',
  'not-asked': 'Not asked',
} as const;

function Alleged({ item }: { readonly item: ItemOne }): Html {
  return (
    <section>
      <h2 class="govuk-heading-m">What is alleged</h2>
      {item.offences.length === 0 ? (
        <p class="govuk-body">No offence is recorded on this referral.</p>
      ) : (
        <ul class="govuk-list govuk-list--bullet">
          {item.offences.map((offence) => (
            <li>
              {offence.description}
              {offence.offence_on ? `, ${formatDay(offence.offence_on)}` : ''}
            </li>
          ))}
        </ul>
      )}
      <p class="govuk-body">
        The child’s answer: {answers[item.admission].toLowerCase()}. Referred{' '}
        {formatDay(item.referred_on)}
        {item.reference ? `, ${item.reference}` : ''}.
      </p>
    </section>
  );
}

function GravityLine({ item, factorLabels }: Props): Html {
  if (item.gravity === null) return <p class="govuk-body">Not scored yet.</p>;
  return (
    <>
      <p class="govuk-body">
        <strong>Gravity {item.gravity}</strong> (offence {item.gravity_base}
        {item.gravity === item.gravity_base ? '' : ', moved by the factors'}).
      </p>
      {factorLabels.length > 0 ? (
        <ul class="govuk-list govuk-list--bullet">
          {factorLabels.map((label) => (
            <li>{label}</li>
          ))}
        </ul>
      ) : null}
      {item.gravity_note ? <p class="govuk-body fh-written">{item.gravity_note}</p> : null}
    </>
  );
}

function NextStep({ item, child, gate, may }: Props): Html {
  const isShut = gate?.gate.kind === 'shut';
  return (
    <section>
      <h2 class="govuk-heading-m">Paper and decision</h2>
      {item.state === 'listed' && may.prepare ? (
        <p class="govuk-body">
          {isShut
            ? 'The paper can be made when each step above is in place or passed by an exception.'
            : item.gravity === null
              ? 'Score the gravity, then make the paper.'
              : 'Everything is in place: read the paper through, then make it.'}
        </p>
      ) : null}
      <div class="fh-actions">
        {may.paper ? (
          <Button
            text={item.state === 'listed' ? 'Prepare the paper' : 'Read the paper'}
            href={urls.panels.paper(child.id, item.id)}
            {...(item.state === 'listed' ? {} : { classes: 'govuk-button--secondary' })}
          />
        ) : null}
        {may.decide && item.state === 'ready' ? (
          <Button text="Record the decision" href={urls.panels.decide(child.id, item.id)} />
        ) : null}
        {item.decision_id ? (
          <a class="govuk-link" href={urls.panels.decision(child.id, item.decision_id)}>
            Read the decision
          </a>
        ) : null}
        {item.disposal_id ? (
          <a class="govuk-link" href={urls.panels.outcome(child.id, item.disposal_id)}>
            See the outcome
          </a>
        ) : null}
        {may.conflict && item.state !== 'decided' ? (
          <a class="govuk-link" href={urls.panels.conflict(child.id, item.id)}>
            Declare a conflict of interest
          </a>
        ) : null}
      </div>
    </section>
  );
}

function TakeOff({ item, child, errors, typed }: Props): Html {
  return (
    <details class="govuk-details" open={errors.length > 0}>
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text">Put off or take off this panel</span>
      </summary>
      <PostForm action={urls.panels.item(child.id, item.id)} class="govuk-details__text">
        <VersionField version={item.version} />
        <ChoiceField
          name="state"
          label="What happens now?"
          small
          choices={[
            { value: 'deferred', text: 'Put off: it goes to a later panel' },
            { value: 'withdrawn', text: 'Taken off: the panel is not needed' },
          ]}
          errors={errors}
          typed={typed}
        />
        <LongText name="state-reason" label="Why?" rows={3} errors={errors} typed={typed} />
        <Button text="Save" classes="govuk-button--secondary" />
      </PostForm>
    </details>
  );
}
