import { addDays, addMonths, type Day } from '../domain/calendar/day.ts';
import type { Referral } from './referral-story.ts';
import type { StoryRisk } from './risks.ts';
import type { Journey, Story } from './story.ts';
import { fill, texts } from './texts.ts';
import { at } from './working-days.ts';

/** A line of a plan as a review finds it: made when, and changed when last. */
export type ToldPlan = {
  readonly id: string;
  readonly lines: readonly { readonly madeOn: Day; readonly changedOn: Day | null }[];
};

/** The plan: goals and steps, the risks of the assessment for workers, and the child's own words for the page they take home. */
export function tellPlan(
  story: Story,
  journey: Journey,
  risks: readonly StoryRisk[],
  referral: Referral,
): ToldPlan {
  const { random, rows, serviceId: service_id, child, worker, asOf, names } = story;
  const made = {
    service_id,
    child_id: child.id,
    created_by: worker.id,
    created_at: at(journey.planned, '15:30'),
  };
  const planId = story.id();
  const ended = journey.ends <= asOf;
  const review_on = addMonths(journey.planned, 3);
  rows.add('plan', {
    ...made,
    id: planId,
    referral_id: referral.id,
    status: ended ? 'ended' : 'agreed',
    child_agrees: random.pick(['yes', 'yes', 'yes', 'could-not-answer']),
    parent_agrees: random.pick(['yes', 'yes', 'no', 'could-not-answer']),
    child_words: random.pick(story.fitting(texts.childWords)).text,
    parent_words: fill(random.pick(story.fitting(texts.parentWords)).text, names),
    child_agrees_note: 'We went through it together, twice.',
    parent_agrees_note: 'Talked through at home.',
    adaptations: 'Short meetings, pictures for each step, a reminder the night before.',
    started_on: journey.planned,
    agreed_on: journey.planned,
    review_on,
    ...(ended ? { ended_on: journey.ends } : {}),
  });
  let position = 0;
  const lines: ToldPlan['lines'][number][] = [];
  const line = (
    kind: string,
    on_child_page: boolean,
    more: { readonly status_on?: Day } & Readonly<Record<string, unknown>>,
  ) => {
    position += 1;
    const id = story.id();
    const standing = { status: ended ? 'done' : 'open', status_on: ended ? journey.ends : null };
    const row = { ...standing, ...more };
    rows.add('plan_line', {
      ...made,
      id,
      plan_id: planId,
      kind,
      position,
      on_child_page,
      ...row,
    });
    lines.push({ madeOn: journey.planned, changedOn: row.status_on });
    return id;
  };
  const goals = story.fitting(texts.goals);
  const first = random.pick(goals);
  const second = random.pick(goals.filter(({ topic }) => topic !== first.topic));
  for (const goal of [first, second]) {
    const parent_id = line('goal', true, { text: fill(goal.goal, names) });
    for (const step of goal.steps) {
      const by_on = addDays(journey.planned, step.within_weeks * 7);
      line('step', true, {
        parent_id,
        text: fill(step.text, names),
        who: fill(step.who, names),
        by_on,
        // What is long past its day was done by it; a step of the last weeks may be late.
        ...(!ended && by_on < addDays(asOf, position % 3 === 0 ? -21 : 0)
          ? { status: 'done', status_on: by_on }
          : {}),
      });
    }
  }
  for (const { label, about, code, line: safety, change } of risks) {
    line('safety', false, {
      risk: label,
      text: fill(safety.control, names),
      who: fill(safety.who, names),
      by_on: review_on,
    });
    line('contingency', false, {
      about,
      text: fill(change.trigger, names),
      then_text: fill(change.action, names),
      who: fill(change.who, names),
      within: change.within,
      tell: fill(change.tell, names),
    });
    const own = texts.childsOwnLines.find(({ risk }) => risk === code);
    if (!own) continue;
    line('safety', true, { risk: label, text: own.safe, who: child.forename, by_on: review_on });
    line('contingency', true, {
      about,
      text: capital(own.if),
      then_text: `I ${own.action}`,
      who: child.forename,
      within: 'At once',
      tell: fill(own.tell, names),
    });
  }
  for (const victim of referral.victims)
    line('victim-safety', false, {
      text: `${child.forename} stays away from the street where it happened, and takes the other bus.`,
      who: names.worker,
      victim_involvement_id: victim.id,
    });
  line('exit', true, {
    text: 'The early help worker meets us before we finish',
    who: 'Early help',
    by_on: addDays(journey.ends, -14),
    accepted: ended ? 'accepted' : 'waiting',
  });
  return { id: planId, lines };
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
