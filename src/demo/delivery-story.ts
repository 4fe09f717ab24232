import { addDays, addMonths, type Day } from '../domain/calendar/day.ts';
import type { Referral } from './referral-story.ts';
import type { Journey, Levels, Story } from './story.ts';
import { fill, pickWhere, texts } from './texts.ts';
import { at, earlier, workingDaysOn } from './working-days.ts';

/** The work itself: contacts, plan, changes and their reviews, supervision, closure. */
export function tellDelivery(
  story: Story,
  journey: Journey,
  levels: Levels,
  referral: Referral,
  involvementId: string | null,
): void {
  tellContacts(story, journey, involvementId);
  if (journey.planned <= story.asOf && involvementId) tellPlan(story, journey, levels, referral);
  tellChanges(story, journey);
  tellSupervision(story, journey);
  if (involvementId && journey.ends <= story.asOf)
    tellClosure(story, journey, involvementId, referral);
}

function tellContacts(story: Story, journey: Journey, involvementId: string | null): void {
  const { random, rows, serviceId: service_id, child, worker, asOf, names } = story;
  const add = (day: Day, type: string, more: object) => {
    const clock = `${String(random.between(9, 16)).padStart(2, '0')}:${random.pick(['00', '15', '30', '45'])}`;
    rows.add('contact', {
      service_id,
      id: story.id(),
      child_id: child.id,
      involvement_id: involvementId && day >= journey.given ? involvementId : null,
      type,
      worker_id: worker.id,
      place: random.pick(['Wharf House', 'Home', names.school, 'Marsh End youth centre']),
      created_by: worker.id,
      created_at: at(day <= asOf ? day : asOf, '17:10'),
      ...(day <= asOf
        ? {
            status: 'recorded',
            planned_at: at(day, clock),
            held_at: at(day, clock),
            minutes: random.pick([20, 30, 45, 60]),
          }
        : { status: 'planned', planned_at: at(day, clock) }),
      ...more,
    });
  };
  const note = (type: string) =>
    fill(pickWhere(random, texts.contactNotes, (each) => each.type === type).text, names);
  if (journey.childMet <= asOf) {
    add(journey.childMet, 'introduction', {
      attendance: 'attended',
      child_seen: 'alone',
      parent_spoken_to: journey.parentMet === journey.childMet,
      notes: note('introduction'),
      child_words: random.pick(texts.childWords).text,
      lenses: ['desistance'],
    });
  }
  if (journey.parentMet !== journey.childMet && journey.parentMet <= asOf) {
    add(journey.parentMet, 'parent', {
      attendance: 'attended',
      child_seen: 'not-applicable',
      parent_spoken_to: true,
      notes: note('parent'),
    });
  }
  const until = earlier(journey.ends, addDays(asOf, 10));
  const gap = story.child.need > 0.6 ? 5 : 8;
  for (
    let day = workingDaysOn(journey.childMet, 4);
    day <= until;
    day = workingDaysOn(day, random.between(gap - 2, gap + 2))
  ) {
    const type = random.pick([
      'supervision',
      'supervision',
      'home-visit',
      'school-visit',
      'phone',
      'parent',
      'activity',
      'mentoring',
    ]);
    if (day > asOf) {
      add(day, type, {});
      continue;
    }
    const missed = random.chance(0.06 + story.child.need * 0.22);
    add(
      day,
      type,
      missed
        ? {
            ...random.pick(absences),
            child_seen: 'not-seen',
            notes: 'Did not come. Messaged, and called home the same day.',
          }
        : {
            attendance: 'attended',
            child_seen:
              type === 'parent' ? 'not-applicable' : random.pick(['alone', 'alone', 'with-others']),
            parent_spoken_to: type === 'parent' || random.chance(0.3),
            notes: note(type),
            ...(random.chance(0.35) ? { child_words: random.pick(texts.childWords).text } : {}),
            lenses: [random.pick(['desistance', 'desistance', 'childs-safety', 'others-safety'])],
            safeguarding: random.chance(0.05),
          },
    );
  }
}

function tellPlan(story: Story, journey: Journey, levels: Levels, referral: Referral): void {
  const { random, rows, serviceId: service_id, child, worker, asOf, names } = story;
  const made = {
    service_id,
    child_id: child.id,
    created_by: worker.id,
    created_at: at(journey.planned, '15:30'),
  };
  const planId = story.id();
  const ended = journey.ends <= asOf;
  rows.add('plan', {
    ...made,
    id: planId,
    referral_id: referral.id,
    status: ended ? 'ended' : 'agreed',
    child_agrees: random.pick(['yes', 'yes', 'yes', 'could-not-answer']),
    parent_agrees: random.pick(['yes', 'yes', 'no', 'could-not-answer']),
    child_words: random.pick(texts.childWords).text,
    parent_words: fill(random.pick(texts.parentWords).text, names),
    child_agrees_note: 'We went through it together, twice.',
    parent_agrees_note: 'Talked through at home.',
    adaptations: 'Short meetings, pictures for each step, a reminder the night before.',
    started_on: journey.planned,
    agreed_on: journey.planned,
    review_on: addMonths(journey.planned, 3),
    ...(ended ? { ended_on: journey.ends } : {}),
  });
  let position = 0;
  const line = (kind: string, more: object) => {
    position += 1;
    const id = story.id();
    rows.add('plan_line', {
      ...made,
      id,
      plan_id: planId,
      kind,
      position,
      status: ended ? 'done' : 'open',
      ...(ended ? { status_on: journey.ends } : {}),
      ...more,
    });
    return id;
  };
  for (let index = 0; index < 2; index += 1) {
    const goal = random.pick(texts.goals);
    const parent_id = line('goal', { text: fill(goal.goal, names) });
    for (const step of goal.steps)
      line('step', {
        parent_id,
        text: fill(step.text, names),
        who: fill(step.who, names),
        by_on: addDays(journey.planned, step.within_weeks * 7),
      });
  }
  for (const level of [levels.safety, levels.harm]) {
    const safety = pickWhere(random, texts.safety, ({ severity }) => severity === level);
    line('safety', {
      risk: inWords(safety.risk),
      text: fill(safety.control, names),
      who: fill(safety.who, names),
    });
  }
  for (const victim of referral.victims)
    line('victim-safety', {
      text: 'Stays away from the street where it happened, and takes the other bus.',
      who: names.child,
      victim_involvement_id: victim.id,
    });
  if (levels.safety !== 'low' || levels.harm !== 'low') {
    const row = random.pick(texts.contingency);
    line('contingency', {
      text: fill(row.trigger, names),
      then_text: fill(row.action, names),
      who: fill(row.who, names),
      within: row.within,
      tell: fill(row.tell, names),
    });
  }
  line('exit', {
    text: 'Early help worker meets the family before we leave',
    who: 'Early help',
    by_on: addDays(journey.ends, -14),
    accepted: ended ? 'accepted' : 'waiting',
  });
}

function tellChanges(story: Story, journey: Journey): void {
  const { random, rows, serviceId: service_id, child, worker, manager, asOf, names } = story;
  if (!random.chance(0.15 + child.need * 0.5)) return;
  const change = random.pick(texts.changes);
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
          ...(random.chance(0.5)
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
        random.pick(texts.oversight.filter(({ kind }) => kind === 'supervision')).text,
        names,
      ),
      entered_on: day,
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
    child_feedback: random.pick(texts.childWords).text,
    parent_feedback: random.pick(texts.parentWords).text.replaceAll('{child}', child.forename),
    victims_told: referral.victims.length > 0 ? 'done' : 'no-victim',
    opened_on: addDays(journey.ends, -7),
    submitted_on: addDays(journey.ends, -1),
    submitted_by: worker.id,
    approved_on: journey.ends,
    approved_by: manager.id,
    manager_note: 'Checked against the checklist; hand-over confirmed by telephone.',
  });
}

const inWords = (code: string) => code.charAt(0).toUpperCase() + code.slice(1).replaceAll('-', ' ');

const absences = [
  { attendance: 'acceptable-absence', absence_reason: 'ill' },
  { attendance: 'acceptable-absence', absence_reason: 'medical-appointment' },
  { attendance: 'unacceptable-absence', absence_reason: 'forgot' },
  { attendance: 'unacceptable-absence', absence_reason: 'no-answer' },
  { attendance: 'unacceptable-absence', absence_reason: 'refused' },
] as const;
