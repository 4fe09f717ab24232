import { formatDay } from '../../../domain/calendar/day.ts';
import { isRung, type Rung, rungs } from '../../../domain/needs/ladder.ts';
import type { ChildContext } from '../../../platform/http/context.ts';
import { ChildFrame } from '../../../record/child-frame.tsx';
import { type Item, Items, ItemsBefore } from '../../../record/items.tsx';
import { backTo } from '../../../record/rows-page.tsx';
import type { Html } from '../../../ui/html.ts';
import { urls } from '../../../urls.ts';
import type { Shortfall, Step } from './shortfall.queries.ts';

type Props = {
  readonly context: ChildContext;
  readonly shortfalls: readonly Shortfall[];
  readonly steps: readonly Step[];
  /** The rung that this person asks next. */
  readonly next: Rung | undefined;
  readonly mayAnswer: (step: Step) => boolean;
  readonly mayAgree: boolean;
};

/** The ladder of a child: what fell short since when, who was asked, and what they answered. */
export function LadderPage(props: Props): Html {
  const { context, shortfalls, steps, next, mayAnswer, mayAgree } = props;
  const { child } = context;
  const open = shortfalls.find(({ ended_on }) => ended_on === null);
  const past = shortfalls.filter((each) => each !== open);
  const stepItem = (step: Step): Item => ({
    title: isRung(step.rung) ? rungs[step.rung].asked : step.rung,
    badges: step.answer === null ? [{ text: 'No answer yet', tone: 'soon' }] : [],
    lines: [
      `Asked on ${formatDay(step.asked_on)}: ${step.asked_who}${step.by ? `, by ${step.by}` : ''}`,
      step.asked_what,
      step.answered_on ? `Answered on ${formatDay(step.answered_on)}: ${step.answer}` : '',
    ],
    action:
      open?.id === step.shortfall_id && step.answer === null && mayAnswer(step)
        ? { href: urls.needs.rung(child.id, step.rung), text: 'Write down the answer' }
        : undefined,
  });
  const stepsIn = (of: Shortfall) => steps.filter(({ shortfall_id }) => shortfall_id === of.id);
  return (
    <ChildFrame
      context={context}
      title="Education below what is expected"
      back={backTo('Education, training and work', urls.child.education(child.id))}
    >
      {open ? (
        <>
          <p class="govuk-body">
            Since the week of {formatDay(open.began_week)} this child is offered or gets fewer hours
            than are expected. Somebody is asked to put it right, one after the other, until a week
            is whole again or fewer hours are agreed.{' '}
            <a class="govuk-link" href={urls.needs.weeks(child.id)}>
              See the weeks
            </a>
          </p>
          {stepsIn(open).length > 0 ? (
            <Items items={stepsIn(open).map(stepItem)} />
          ) : (
            <p class="govuk-body">Nobody was asked yet.</p>
          )}
          <p class="govuk-body fh-actions fh-no-print">
            {next ? (
              <a class="govuk-link" href={urls.needs.rung(child.id, next)}>
                {rungs[next].asks}
              </a>
            ) : null}
            {mayAgree ? (
              <a class="govuk-link" href={urls.needs.agreed(child.id)}>
                Fewer hours are agreed for a time
              </a>
            ) : null}
          </p>
        </>
      ) : (
        <p class="govuk-body">
          Nothing that you may see falls short now.{' '}
          <a class="govuk-link" href={urls.needs.weeks(child.id)}>
            See the weeks
          </a>
        </p>
      )}
      <ItemsBefore
        items={past.map((each) => ({
          title: `From the week of ${formatDay(each.began_week)} to ${formatDay(each.ended_on ?? each.opened_on)}`,
          lines: [endWords(each), ...stepsIn(each).flatMap((step) => stepItem(step).lines)],
        }))}
      />
    </ChildFrame>
  );
}

function endWords({ end_reason, end_note, agreed_until }: Shortfall): string {
  if (end_reason === 'agreed')
    return `Fewer hours are agreed until ${formatDay(agreed_until ?? '')}: ${end_note}`;
  return end_reason === 'merged' ? 'Two records became one' : 'A week was whole again';
}
