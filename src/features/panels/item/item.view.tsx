import { formatInstant } from '../../../domain/calendar/british-time.ts';
import { formatDay } from '../../../domain/calendar/day.ts';
import type { ChildContext } from '../../../platform/http/context.ts';
import { ChildFrame } from '../../../record/child-frame.tsx';
import type { PageOf } from '../../../record/form-page.ts';
import { Button } from '../../../ui/govuk/components.tsx';
import type { Html } from '../../../ui/html.ts';
import { urls } from '../../../urls.ts';
import { GateList } from './gate.view.tsx';
import type { ItemSubject } from './item.routes.tsx';
import type { ItemOne } from './items.queries.ts';
import { isOpen } from './open-item.ts';
import { GateBadge, stateWords } from './state-words.tsx';
import type { TakeOff } from './take-off.ts';
import { TakeOffForm } from './take-off-form.view.tsx';

type Props = PageOf<ChildContext, ItemSubject, TakeOff>;

/** One referral on one panel: what is alleged, its gravity, the gate, the paper and the decision. */
export function ItemPage(props: Props): Html {
  const { subject, shell, context, form } = props;
  const { item, gate, may } = subject;
  const { child } = context;
  return (
    <ChildFrame
      context={context}
      title={item.panel_name}
      heading={
        <>
          <span class="govuk-caption-l">{formatInstant(item.starts_at)}</span>
          {item.panel_name}
        </>
      }
      faults={form.faults}
      back={{ href: urls.panels.childItems(child.id), text: 'Panel and outcomes' }}
    >
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
        <GravityLine {...subject} />
        {may.prepare && isOpen(item) ? (
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
            mayExcept={may.except}
            isOpen={isOpen(item)}
          />
        </section>
      ) : null}
      <NextStep subject={subject} childId={child.id} />
      {may.prepare && (isOpen(item) || form.conflict) ? (
        <TakeOffForm item={item} form={form} />
      ) : null}
    </ChildFrame>
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

function GravityLine({ item, factors }: ItemSubject): Html {
  if (item.gravity === null) return <p class="govuk-body">Not scored yet.</p>;
  return (
    <>
      <p class="govuk-body">
        <strong>Gravity {item.gravity}</strong> (offence {item.gravity_base}
        {item.gravity === item.gravity_base ? '' : ', moved by the factors'}).
      </p>
      {factors.length > 0 ? (
        <ul class="govuk-list govuk-list--bullet">
          {factors.map((label) => (
            <li>{label}</li>
          ))}
        </ul>
      ) : null}
      {item.gravity_note ? <p class="govuk-body fh-written">{item.gravity_note}</p> : null}
    </>
  );
}

function NextStep({
  subject: { item, gate, may },
  childId,
}: {
  readonly subject: ItemSubject;
  readonly childId: string;
}): Html {
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
            href={urls.panels.paper(childId, item.id)}
            {...(item.state === 'listed' ? {} : { classes: 'govuk-button--secondary' })}
          />
        ) : null}
        {may.decide && item.state === 'ready' ? (
          <Button text="Record the decision" href={urls.panels.decide(childId, item.id)} />
        ) : null}
        {item.decision_id ? (
          <a class="govuk-link" href={urls.panels.decision(childId, item.decision_id)}>
            Read the decision
          </a>
        ) : null}
        {item.disposal_id ? (
          <a class="govuk-link" href={urls.panels.outcome(childId, item.disposal_id)}>
            See the outcome
          </a>
        ) : null}
        {may.conflict && item.state !== 'decided' ? (
          <a class="govuk-link" href={urls.panels.conflict(childId, item.id)}>
            Declare a conflict of interest
          </a>
        ) : null}
      </div>
    </section>
  );
}
