import { addDays, type Day } from '../domain/calendar/day.ts';
import type { ReviewResult } from '../domain/reviews/review-outcome.ts';
import type { SignedAssessment } from './assessment-story.ts';
import { tellContacts } from './contact-story.ts';
import { type ToldPlan, tellPlan } from './plan-story.ts';
import type { Referral } from './referral-story.ts';
import type { StoryRisk } from './risks.ts';
import type { Journey, Story } from './story.ts';
import { fill, texts } from './texts.ts';
import { at, earlier, workingDaysOn } from './working-days.ts';

/** The work itself: contacts, plan, changes and their reviews, supervision, closure. */
export function tellDelivery(
  story: Story,
  journey: Journey,
  so: {
    readonly risks: readonly StoryRisk[];
    readonly referral: Referral;
    readonly involvementId: string | null;
    readonly signed: SignedAssessment | null;
  },
): void {
  const { risks, referral, involvementId, signed } = so;
  tellContacts(story, journey, involvementId);
  const hasPlan = journey.planned <= story.asOf && involvementId !== null;
  const plan = hasPlan ? tellPlan(story, journey, risks, referral) : null;
  tellChanges(story, journey, plan, signed);
  tellSupervision(story, journey);
  if (involvementId && journey.ends <= story.asOf)
    tellClosure(story, journey, involvementId, referral);
}

type Open = { readonly from: Day; readonly to: Day };

/** What the record shows to have changed while a review was open. */
const linesChanged = ({ lines }: ToldPlan, { from, to }: Open) =>
  lines.some(
    ({ madeOn, changedOn }) =>
      (from <= madeOn && madeOn <= to) ||
      (changedOn !== null && from < changedOn && changedOn <= to),
  );
const isWithin = ({ from, to }: Open, day: Day) => from <= day && day <= to;

const resultOf = (hasLevels: boolean, hasPlan: boolean): ReviewResult => {
  if (hasLevels) return hasPlan ? 'levels-and-plan-changed' : 'levels-changed';
  return hasPlan ? 'plan-changed' : 'nothing-changed';
};

function tellChanges(
  story: Story,
  journey: Journey,
  plan: ToldPlan | null,
  signed: SignedAssessment | null,
): void {
  const { random, rows, serviceId: service_id, child, worker, manager, asOf, names } = story;
  if (!story.has(0.15 + child.need * 0.5)) return;
  const change = random.pick(story.fitting(texts.changes));
  const happened = addDays(journey.childMet, random.between(5, 60));
  const known = workingDaysOn(happened, 1);
  if (known > asOf || known > journey.ends) return;
  const within = Number(
    texts.changeTypes.find((each) => each.code === change.type)?.review_within ?? 5,
  );
  const due = workingDaysOn(known, within);
  const id = story.id();
  const made = {
    service_id,
    child_id: child.id,
    created_by: worker.id,
    created_at: at(known, '12:20'),
  };
  rows.add('change_event', {
    ...made,
    id,
    type: change.type,
    happened_on: happened,
    known_on: known,
    detail: fill(change.text, names),
    source: random.pick(['Parent', 'School', 'Police', 'The child']),
    review_due_on: due,
  });
  const held = workingDaysOn(
    known,
    random.chance(0.75) ? random.between(1, within) : within + random.between(2, 9),
  );
  const open = { from: known, to: held };
  const stands = plan !== null && journey.planned < known && held <= journey.ends;
  const wasChanged = plan !== null && linesChanged(plan, open);
  // Most reviews of a plan add to it. What the others say is what the record shows of their days.
  const adds = random.chance(0.75) && stands && !wasChanged && held <= asOf;
  if (adds && plan) addToPlan(story, journey, plan, held);
  const levels = signed !== null && isWithin(open, signed.signedOn);
  const result = resultOf(levels, wasChanged || adds);
  rows.add('review', {
    ...made,
    id: story.id(),
    change_event_id: id,
    reason: 'change-event',
    opened_on: known,
    due_on: due,
    ...(held <= asOf
      ? {
          held_on: held,
          held_by: worker.id,
          findings: fill(
            `Met {child} and called the family. What keeps {child} safe ${stands ? 'in the plan ' : ''}was looked at word by word.`,
            names,
          ),
          result,
          ...(result === 'nothing-changed'
            ? { no_change_reason: 'What is done already answers this, and it held.' }
            : {}),
          ...(levels ? { assessment_id: signed.id } : {}),
          ...(workingDaysOn(held, 2) <= asOf && (random.chance(0.5) || addDays(held, 120) < asOf)
            ? {
                manager_checked_on: workingDaysOn(held, 2),
                manager_checked_by: manager.id,
                manager_note: random.pick(
                  texts.oversight.filter(({ kind }) => kind === 'review-check'),
                ).text,
              }
            : {}),
        }
      : {}),
  });
}

/** What a review adds to the plan, on the day it is held. */
function addToPlan(story: Story, journey: Journey, plan: ToldPlan, held: Day): void {
  const { rows, serviceId: service_id, child, worker, asOf, names } = story;
  const by_on = addDays(held, 28);
  const done = earlier(by_on, journey.ends);
  rows.add('plan_line', {
    service_id,
    child_id: child.id,
    id: story.id(),
    created_by: worker.id,
    created_at: at(held, '11:10'),
    plan_id: plan.id,
    kind: 'safety',
    position: plan.lines.length + 1,
    on_child_page: false,
    risk: 'What happened may happen again',
    text: fill('{worker} rings {child} every Friday, and asks how the week was.', names),
    who: names.worker,
    by_on,
    ...(done < asOf ? { status: 'done', status_on: done } : { status: 'open' }),
  });
}

function tellSupervision(story: Story, journey: Journey): void {
  const { random, rows, serviceId: service_id, child, worker, manager, asOf, names } = story;
  const last = earlier(journey.ends, asOf);
  for (
    let day = addDays(journey.allocated, 28);
    day <= last;
    day = addDays(day, random.between(25, 60))
  ) {
    rows.add('oversight_entry', {
      service_id,
      child_id: child.id,
      id: story.id(),
      created_by: manager.id,
      created_at: at(day, '10:00'),
      staff_id: worker.id,
      kind: 'supervision',
      text: fill(
        random.pick(
          texts.oversight.filter(
            ({ kind, text }) =>
              kind === 'supervision' &&
              (child.hasVictim || !text.includes('Victim worker')) &&
              (day > journey.planned || !/^Plan|^Exit/.test(text)),
          ),
        ).text,
        names,
      ),
      entered_on: day,
      looked_at: story.toLookAt(day),
      // Managers think well of their own oversight oftener than readers of the case do.
      ...(child.need < 0.8 ? { self_view: 'effective' } : {}),
    });
  }
}

function tellClosure(
  story: Story,
  journey: Journey,
  involvementId: string,
  referral: Referral,
): void {
  const { random, rows, serviceId: service_id, child, worker, manager } = story;
  rows.add('closure', {
    service_id,
    child_id: child.id,
    id: story.id(),
    created_by: worker.id,
    created_at: at(journey.ends, '13:00'),
    involvement_id: involvementId,
    status: 'approved',
    summary:
      'The plan’s steps were done, later than hoped for one of them. What helped most was one adult who kept turning up.',
    handover: random.pick(['accepted', 'accepted', 'declined', 'not-needed']),
    handover_to: 'Early help',
    handover_on: journey.ends,
    handover_reason: 'Family’s own choice',
    child_feedback: random.pick(story.fitting(texts.childWords)).text,
    parent_feedback: fill(random.pick(story.fitting(texts.parentWords)).text, story.names),
    victims_told: referral.victims.length > 0 ? 'done' : 'no-victim',
    opened_on: addDays(journey.ends, -7),
    submitted_on: addDays(journey.ends, -1),
    submitted_by: worker.id,
    approved_on: journey.ends,
    approved_by: manager.id,
    manager_note: 'Checked against the checklist; hand-over confirmed by telephone.',
  });
}
