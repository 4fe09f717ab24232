import { britishInstant } from '../domain/calendar/british-time.ts';
import { addDays, type Day } from '../domain/calendar/day.ts';
import { type Home, homesOf } from './home.ts';
import type { DemoPeople } from './people.ts';
import { demoId } from './random.ts';
import type { Referral } from './referral-story.ts';
import type { Rows } from './rows.ts';
import type { Journey, Levels, Story } from './story.ts';
import { fill, texts } from './texts.ts';
import { at, thursdayFrom, workingDaysOn } from './working-days.ts';

const panelId = (day: Day) => demoId('panel', day);
const seats = [
  'police-officer',
  'health-clinician',
  'education-worker',
  'social-care-worker',
  'practice-manager',
  'panel-member',
];

/** Members have the weekend for reading: the service's own figure, so that a panel's papers are open on any day. */
const daysForPapers = 4;

const midnightOf = (day: Day) => {
  const found = britishInstant(day, '00:00');
  if (found.kind !== 'instant') throw new Error(`There is no midnight on ${day}`);
  return found.instant.toISOString();
};

/** A panel every Thursday, from the first story to four weeks ahead. */
export function tellPanels(rows: Rows, people: DemoPeople, from: Day, asOf: Day): void {
  const chair = people.staff.find(({ role }) => role === 'practice-manager');
  rows.add('time_limit_override', {
    service_id: people.serviceId,
    time_limit_id: 'panel-papers',
    number: daysForPapers,
    unit: 'working days',
    reason: 'Members asked for the weekend to read: agreed by the management board',
    created_by: people.staff.find(({ role }) => role === 'administrator')?.id,
  });
  for (let day = thursdayFrom(from); day <= addDays(asOf, 28); day = addDays(day, 7)) {
    const made = {
      service_id: people.serviceId,
      created_by: chair?.id,
      created_at: at(addDays(day, -30), '09:00'),
    };
    rows.add('panel', {
      ...made,
      id: panelId(day),
      name: 'Joint decision panel',
      starts_at: at(day, '10:00'),
      place: 'Wharf House, room 2',
      window_opens: midnightOf(workingDaysOn(day, -daysForPapers)),
      window_closes: midnightOf(addDays(workingDaysOn(day, 1), 1)),
      status: day < asOf ? 'held' : 'planned',
      chair_id: chair?.id,
    });
    for (const role of seats) {
      const member = people.staff.find((each) => each.role === role);
      if (!member) continue;
      rows.add('panel_attendee', {
        ...made,
        id: demoId('attendee', day, role),
        panel_id: panelId(day),
        staff_id: member.id,
        name: member.name,
        agency: member.agency,
        attended: day < asOf ? 'attended' : 'expected',
      });
    }
  }
}

const involvementTypes: Record<string, string> = {
  'community-resolution': 'community-resolution',
  'outcome-22': 'outcome-22',
  'outcome-23': 'outcome-23',
  'youth-caution': 'youth-caution',
  'youth-conditional-caution': 'youth-conditional-caution',
};

/** The child before the panel, what was decided, and the outcome given. Gives the involvement that follows, if the story has come so far. */
export function tellPanel(
  story: Story,
  journey: Journey,
  levels: Levels,
  referral: Referral,
): string | null {
  const {
    random,
    rows,
    serviceId: service_id,
    child,
    worker,
    manager,
    asOf,
    names,
    people,
  } = story;
  const shownFrom = addDays(journey.panel, -6);
  if (journey.signed > asOf || shownFrom > asOf) return null;
  const itemId = story.id();
  const decided = journey.panel < asOf;
  const gravity = Math.max(1, ...referral.offences.map((offence) => offence.gravity));
  const made = {
    service_id,
    child_id: child.id,
    created_by: worker.id,
    created_at: at(addDays(journey.panel, -6), '15:10'),
  };
  rows.add('panel_item', {
    ...made,
    id: itemId,
    panel_id: panelId(journey.panel),
    referral_id: referral.id,
    gravity_base: gravity,
    gravity,
    gravity_factors: [],
    state: decided ? 'decided' : 'ready',
    paper_summary: 'Prepared from the signed assessment.',
  });
  tellPaper(story, made, itemId, levels, referral, gravity);
  if (!decided && addDays(journey.panel, -5) <= asOf) {
    for (const member of people.staff.filter(
      ({ role }) => seats.includes(role) && role !== 'practice-manager',
    )) {
      rows.add('relationship', {
        ...made,
        id: story.id(),
        staff_id: member.id,
        kind: 'panel',
        starts_at: at(addDays(journey.panel, -5), '09:00'),
        ends_at: at(addDays(journey.panel, 1), '17:00'),
        reason: 'Panel papers',
      });
    }
  }
  if (!decided) return null;
  if (story.has(0.08)) {
    const pass = random.pick(story.fitting(passes));
    rows.add('gate_exception', {
      ...made,
      id: story.id(),
      gate: 'panel',
      requirement: pass.requirement,
      reason: pass.reason,
      about_table: 'panel_item',
      about_id: itemId,
      recorded_on: addDays(journey.panel, -1),
      ...(addDays(journey.panel, 120) < asOf
        ? {
            reviewed_on: workingDaysOn(journey.panel, 4),
            reviewed_by: manager.id,
            review_note: 'The reason holds. What was passed was done within the month.',
          }
        : {}),
    });
  }
  const outcome = referral.proposed;
  const decisionId = story.id();
  const rationale = fill(random.pick(texts.rationales[outcome] ?? ['Both agencies agree.']), names);
  const police = people.staff.find(({ role }) => role === 'police-officer');
  rows.add('decision', {
    ...made,
    created_by: manager.id,
    created_at: at(journey.panel, '11:00'),
    id: decisionId,
    about_table: 'panel_item',
    about_id: itemId,
    question: `What outcome is right for ${child.forename}?`,
    options: ['Community resolution', 'Outcome 22', 'Youth caution', 'Charge'],
    consulted: ['Police', 'Youth justice', 'Health', 'Education'],
    positions: [
      { agency: 'youth-justice', position: 'Supports the outcome', by: manager.name },
      {
        agency: 'police',
        position: random.chance(0.9) ? 'Supports the outcome' : 'Would have preferred a caution',
        by: police?.name ?? 'Police',
      },
    ],
    information:
      'Signed assessment, answers from partners, the victim’s wishes as far as they agreed.',
    diversity: 'Meetings kept short, and held at a place that feels safe to the child.',
    outcome,
    rationale,
    decided_on: journey.panel,
    decided_by: manager.id,
    // Police confirm before an outcome is given.
    ...((random.chance(0.85) || journey.given <= asOf) && police
      ? { confirmed_by: police.id, confirmed_on: workingDaysOn(journey.panel, 1), status: 'final' }
      : { status: 'made' }),
  });
  return tellOutcome(story, journey, referral, decisionId, outcome);
}

function tellPaper(
  story: Story,
  made: object,
  itemId: string,
  levels: Levels,
  referral: Referral,
  gravity: number,
): void {
  const { random, rows } = story;
  rows.add('panel_paper', {
    ...made,
    id: story.id(),
    panel_item_id: itemId,
    content: {
      offences: referral.offences.map(({ label }) => label),
      answer: referral.answer,
      adaptations: 'Short meetings, pictures for each step.',
      summary: 'A difficult summer. What helps is known, and people are in place to do it.',
      levels: [
        {
          judgement: 'Likelihood of further offending',
          level: levels.likelihood,
          reason: 'First referral; friends matter most.',
        },
        {
          judgement: 'The child’s safety and wellbeing',
          level: levels.safety,
          reason: 'Home is under strain.',
        },
        { judgement: 'Risk to other people', level: levels.harm, reason: 'Only when frightened.' },
      ],
      childWords: random.pick(story.fitting(texts.childWords)).text,
      parentWords: fill(random.pick(story.fitting(texts.parentWords)).text, story.names),
      strengths: 'Good with younger children; keeps a promise.',
      information: [{ agency: 'Education', line: 'Attendance has fallen since the summer.' }],
      victims: referral.victims.map(({ label }) => ({ label, wishes: 'Given', shared: null })),
      gravity,
      exceptions: [],
    },
  });
}

const conditions = ['Attend four sessions', 'Write to the shop'];

function tellOutcome(
  story: Story,
  journey: Journey,
  referral: Referral,
  decisionId: string,
  outcome: string,
): string | null {
  const { rows, serviceId: service_id, child, worker, asOf, random } = story;
  const given = journey.given <= asOf;
  const type = involvementTypes[outcome];
  const involvementId = given && type ? story.id() : null;
  const done = journey.ends <= asOf;
  const completed = random.chance(0.8);
  const base = {
    service_id,
    child_id: child.id,
    created_by: worker.id,
    created_at: at(given ? journey.given : journey.panel, '14:00'),
  };
  if (involvementId && type) {
    rows.add('involvement', {
      ...base,
      id: involvementId,
      referral_id: referral.id,
      type,
      legal_basis: null,
      started_on: journey.given,
      expected_end: journey.ends,
      ...(done
        ? { ended_on: journey.ends, end_reason: completed ? 'completed' : 'not-engaged' }
        : {}),
    });
  }
  const disposalId = story.id();
  rows.add('disposal', {
    ...base,
    id: disposalId,
    referral_id: referral.id,
    decision_id: decisionId,
    involvement_id: involvementId,
    outcome,
    decided_on: journey.panel,
    ...(given
      ? {
          given_on: journey.given,
          given_by: 'PC 4287',
          appropriate_adult: homesOf[child.home].source,
        }
      : {}),
    ...(done && given
      ? { completed_on: journey.ends, completion: completed ? 'completed' : 'not-completed' }
      : {}),
    ...(outcome === 'youth-conditional-caution'
      ? {
          conditions: conditions.join('\n'),
          due_by: addDays(journey.given, 112),
        }
      : {}),
  });
  if (given && outcome === 'youth-conditional-caution')
    for (const [index, text] of conditions.entries())
      rows.add('outcome_condition', {
        ...base,
        id: story.id(),
        disposal_id: disposalId,
        position: index + 1,
        text,
        due_on: addDays(journey.given, 112),
        ...(done
          ? {
              standing: completed ? 'kept' : 'not-kept',
              standing_on: journey.ends,
              standing_note: completed ? null : 'Came twice, then stopped answering.',
            }
          : {}),
      });
  if (
    addDays(journey.ends, 3) <= asOf &&
    given &&
    (outcome === 'outcome-23' || outcome === 'youth-conditional-caution') &&
    random.chance(0.8)
  ) {
    rows.add('police_notice', {
      ...base,
      created_at: at(journey.ends, '15:00'),
      id: story.id(),
      disposal_id: disposalId,
      kind: completed ? 'completed' : 'not-complied',
      evidence: 'Record of sessions and the worker’s summary.',
      sent_on: addDays(journey.ends, 1),
      sent_to: 'Eastmarsh youth justice sergeant',
      sent_how: 'Secure e-mail',
      proof: 'Delivery receipt kept with the outcome',
      acknowledged_on: addDays(journey.ends, 3),
    });
  }
  return involvementId;
}

const passes: readonly {
  readonly requirement: string;
  readonly reason: string;
  readonly homes?: readonly Home[];
}[] = [
  {
    requirement: 'parent-met',
    reason:
      'Working away until next month; spoken to by telephone and content for the panel to go on.',
  },
  {
    requirement: 'parent-met',
    homes: ['grandmother'],
    reason:
      'Grandmother, who has care, was met. The parent has not answered three calls and a letter.',
  },
  {
    requirement: 'victim-wishes',
    reason:
      'The shop’s head office takes six weeks to answer; the manager said she would not object.',
  },
  {
    requirement: 'information-weighed',
    reason:
      'Health’s answer came this morning and changes nothing in the levels; it goes into the plan.',
  },
];
