import { addDays } from '../domain/calendar/day.ts';
import { tellContacts } from './contact-story.ts';
import { tellPlan } from './plan-story.ts';
import type { Referral } from './referral-story.ts';
import type { StoryRisk } from './risks.ts';
import type { Journey, Story } from './story.ts';
import { fill, texts } from './texts.ts';
import { at, earlier, workingDaysOn } from './working-days.ts';

/** The work itself: contacts, plan, changes and their reviews, supervision, closure. */
export function tellDelivery(
  story: Story,
  journey: Journey,
  risks: readonly StoryRisk[],
  referral: Referral,
  involvementId: string | null,
): void {
  tellContacts(story, journey, involvementId);
  if (journey.planned <= story.asOf && involvementId) tellPlan(story, journey, risks, referral);
  tellChanges(story, journey);
  tellSupervision(story, journey);
  if (involvementId && journey.ends <= story.asOf)
    tellClosure(story, journey, involvementId, referral);
}

function tellChanges(story: Story, journey: Journey): void {
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
  const result = random.pick(['plan-changed', 'plan-changed', 'levels-changed', 'nothing-changed']);
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
            'Met {child} and called the family. The plan’s safety line was looked at word by word.',
            names,
          ),
          result,
          ...(result === 'nothing-changed'
            ? { no_change_reason: 'What is in the plan already answers this, and it held.' }
            : {}),
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
