import { addDays, ageOn } from '../domain/calendar/day.ts';
import type { Journey, Story } from './story.ts';
import { fill, pickWhere, texts } from './texts.ts';
import { at, workingDaysOn } from './working-days.ts';

export type Referral = {
  readonly id: string;
  readonly offences: readonly Offence[];
  readonly victims: readonly Victim[];
  readonly proposed: string;
  /** What the child said to it, in words. */
  readonly answer: string;
};
type Offence = { readonly id: string; readonly label: string; readonly gravity: number };
export type Victim = { readonly id: string; readonly label: string };

const answers = {
  yes: 'Accepts that it happened.',
  no: 'Says that it was otherwise.',
  'no-comment': 'Has said nothing about it to police.',
} as const;

// What cannot be done without somebody it is done to.
const harmsSomebody = ({ category = '', label = '' }: Readonly<Record<string, string>>): boolean =>
  /^(violence|robbery|domestic-burglary|sexual)/.test(category) && !/[Pp]ossession/.test(label);

const agencies = [
  {
    agency: 'police',
    record_class: 'RC7',
    question:
      'Is there anything about this child’s safety, or other people’s, that we should know before we visit?',
    answer:
      'No intelligence that changes how the child should be met. Two calls to the address this year, both about noise.',
  },
  {
    agency: 'education',
    record_class: 'RC9',
    question: 'Attendance, exclusions, support in place, and what the child is good at?',
    answer:
      'Attendance 71%. One suspension in the spring. On the support register for speech and language. Strong in art.',
  },
  {
    agency: 'health',
    record_class: 'RC8',
    question: 'Is the child known to you, and what would help us to work with them?',
    answer:
      'Known to the team. Short meetings with a break work best. Nothing that stops any activity.',
  },
  {
    agency: 'social-care',
    record_class: 'RC10',
    question: 'Is there an open plan, and who is the worker?',
    answer: 'Closed in the summer after a family assessment. No current plan.',
  },
] as const;

/** From the police's list to the worker's first days: referral, offences, triage, allocation, questions to partners, victims. */
export function tellReferral(story: Story, journey: Journey, number: number): Referral {
  const { random, rows, serviceId: service_id, child, worker, manager, asOf, names } = story;
  const id = story.id();
  const made = {
    service_id,
    child_id: child.id,
    created_by: manager.id,
    created_at: at(journey.referred, '10:05'),
  };
  const triaged = journey.triaged <= asOf;
  const allocated = journey.allocated <= asOf;
  const admission = random.pick<keyof typeof answers>(['yes', 'yes', 'yes', 'no', 'no-comment']);
  const knife = random.chance(0.12);
  const isYoung = ageOn(child.dateOfBirth, journey.referred) < 13;
  const directions = texts.oversight.filter(
    ({ kind, text }) =>
      kind === 'case-direction' &&
      /^Knife/.test(text) === knife &&
      (isYoung || !text.startsWith('A younger child')),
  );
  const direction = fill(random.pick(directions).text, names);
  const proposed = knife
    ? 'outcome-23'
    : random.pick([
        'community-resolution',
        'community-resolution',
        'outcome-22',
        'youth-caution',
        'youth-conditional-caution',
      ]);
  rows.add('referral', {
    ...made,
    id,
    source: 'police-list',
    agency: 'police',
    reference: `01EM/${1000 + number}/${journey.referred.slice(2, 4)}`,
    referred_on: journey.referred,
    received_on: journey.referred,
    officer: `PC ${random.between(4000, 4999)}`,
    proposed_outcome: proposed,
    admission,
    has_victim: child.hasVictim ? 'yes' : 'no',
    victim_consents: child.hasVictim
      ? random.pick(['yes', 'yes', 'no', 'unknown'])
      : 'not-applicable',
    state:
      journey.panel <= asOf
        ? 'decided'
        : allocated
          ? 'allocated'
          : triaged
            ? 'awaiting-allocation'
            : 'received',
    ...(triaged
      ? {
          pathway: 'out-of-court',
          urgency: knife ? 'soon' : 'routine',
          safeguarding: 'considered',
          triaged_on: journey.triaged,
          triaged_by: manager.id,
        }
      : {}),
    ...(allocated
      ? { allocated_on: journey.allocated, allocated_to: worker.id, case_direction: direction }
      : {}),
  });
  const offences = Array.from({ length: random.pick([1, 1, 1, 2, 3]) }, (_each, index) => {
    const offence = pickWhere(
      random,
      texts.offences,
      (each) =>
        (each.is_knife === 'true') === (knife && index === 0) &&
        Number(each.gravity) < 5 &&
        (child.hasVictim || !harmsSomebody(each)),
    );
    const offenceId = story.id();
    rows.add('offence', {
      ...made,
      id: offenceId,
      referral_id: id,
      code: offence.code ?? null,
      description: offence.label ?? 'Offence',
      offence_on: addDays(journey.referred, -random.between(2, 25)),
      is_knife: offence.is_knife === 'true',
    });
    return {
      id: offenceId,
      label: offence.label ?? 'Offence',
      gravity: Number(offence.gravity ?? 2),
    };
  });
  const victims = child.hasVictim ? tellVictims(story, journey, id, offences[0]?.id ?? null) : [];
  if (allocated) tellAllocation(story, journey, id, direction);
  return { id, offences, victims, proposed, answer: answers[admission] };
}

function tellAllocation(
  story: Story,
  journey: Journey,
  referralId: string,
  direction: string,
): void {
  const { random, rows, serviceId: service_id, child, worker, manager, asOf, people } = story;
  const made = {
    service_id,
    child_id: child.id,
    created_by: manager.id,
    created_at: at(journey.allocated, '11:30'),
  };
  rows.add('relationship', {
    ...made,
    id: story.id(),
    staff_id: worker.id,
    kind: 'allocated',
    starts_at: at(journey.allocated, '11:30'),
    ends_at: journey.ends <= asOf ? at(journey.ends, '16:00') : null,
    reason: 'Allocated after triage',
    conflict_check: 'none-known',
  });
  rows.add('oversight_entry', {
    ...made,
    id: story.id(),
    staff_id: worker.id,
    kind: 'case-direction',
    about_table: 'referral',
    about_id: referralId,
    text: direction,
    entered_on: journey.allocated,
  });
  const asked = workingDaysOn(journey.allocated, 1);
  if (asked > asOf) return;
  for (const { agency, record_class, question, answer } of agencies) {
    if (agency === 'social-care' && random.chance(0.4)) continue;
    const answeredOn = workingDaysOn(
      asked,
      random.chance(0.2) ? random.between(6, 12) : random.between(1, 5),
    );
    const answerer = people.staff.find((each) => each.agency === agency);
    // Old questions have all been answered; one asked lately may still be waiting, or late.
    const settled = asked < addDays(asOf, -30) || random.chance(0.8);
    const answered = answeredOn <= asOf && settled && answerer;
    const id = story.id();
    rows.add('information_request', {
      service_id,
      child_id: child.id,
      created_by: worker.id,
      created_at: at(asked, '09:40'),
      id,
      referral_id: referralId,
      agency,
      record_class,
      question,
      asked_on: asked,
      due_on: workingDaysOn(asked, 5),
      status: answered ? 'answered' : 'asked',
      ...(answered
        ? { answer_for_team: answer, answered_on: answeredOn, answered_by: answerer.id }
        : {}),
      ...(answered && journey.submitted <= asOf
        ? {
            use: random.pick(['used', 'used', 'used', 'not-relevant']),
            use_note: 'Taken into the assessment of home and school.',
            used_on: journey.submitted,
            used_by: worker.id,
          }
        : {}),
    });
    if (answered && record_class === 'RC8') {
      rows.add('partner_note', {
        service_id,
        child_id: child.id,
        created_by: answerer.id,
        created_at: at(answeredOn, '14:00'),
        id: story.id(),
        request_id: id,
        record_class,
        detail: 'Seen twice this year. Notes are in the clinic’s own system; nothing acute.',
      });
    }
    if (answerer && !answered) {
      rows.add('relationship', {
        ...made,
        id: story.id(),
        staff_id: answerer.id,
        kind: 'information-request',
        starts_at: at(asked, '09:40'),
        ends_at: null,
        reason: 'Asked for information',
      });
    }
  }
}

function tellVictims(
  story: Story,
  journey: Journey,
  referralId: string,
  offenceId: string | null,
): Victim[] {
  const { random, rows, serviceId: service_id, child, asOf, people } = story;
  const worker = people.staff.find(({ role }) => role === 'victim-worker');
  if (!worker) return [];
  const id = story.id();
  const contacted = workingDaysOn(journey.triaged, random.between(1, 7));
  const made = {
    service_id,
    child_id: child.id,
    created_by: worker.id,
    created_at: at(journey.triaged, '12:00'),
  };
  const wish = random.pick(texts.victimWishes);
  const asked = contacted <= asOf && random.chance(0.88);
  // Who never answered, or whose details police did not pass on, was not spoken to and said nothing.
  const reached = asked && ['given', 'declined'].includes(wish.wishes);
  const shared =
    reached && wish.wishes === 'given' && wish.shareable === 'yes' && random.chance(0.75);
  const noWish = asked && wish.wishes !== 'given';
  const ended = journey.ends <= asOf;
  const need = random.pick(['no', 'no', 'yes', 'unknown']);
  const updates = random.pick(['yes', 'no', 'not-asked']);
  const safety = reached
    ? {
        safety_need: need,
        ...(need === 'yes'
          ? { safety_line: 'No meetings near the bus station, and no message of any kind.' }
          : {}),
      }
    : {};
  rows.add('victim_involvement', {
    ...made,
    id,
    referral_id: referralId,
    offence_id: offenceId,
    label: 'Victim A',
    details_received_on: journey.triaged,
    wishes: asked ? wish.wishes : ended ? 'not-reached' : 'not-sought',
    ...(asked ? { wishes_on: contacted } : {}),
    ...(noWish ? { no_wishes_reason: wish.text } : {}),
    ...(ended && !asked ? { no_wishes_reason: 'Two letters and three calls, and no answer.' } : {}),
    ...(ended ? { ended_on: journey.ends, end_reason: reached ? 'finished' : 'not-reached' } : {}),
    ...(shared
      ? { shared_with_worker: wish.text, shared_on: contacted, share_consent_on: contacted }
      : {}),
    ...safety,
    updates_wanted: reached ? updates : 'not-asked',
  });
  const forename = random.pick(texts.forenames).forename;
  const surname = random.pick(texts.surnames).surname;
  rows.add('victim', {
    ...made,
    id: story.id(),
    victim_involvement_id: id,
    name: `${forename} ${surname}`,
    is_child: random.chance(0.4),
    contact_details: '07700 900000',
    preferred_contact: 'phone',
    police_consent: asked && wish.wishes === 'no-consent' ? 'no' : 'yes',
    ...(reached ? { wishes: wish.text } : {}),
  });
  const tries = reached
    ? [
        [
          contacted,
          true,
          'Explained who we are and what they can ask of us. Left a number.',
        ] as const,
      ]
    : asked && wish.wishes === 'not-reached'
      ? [0, 1].map((days) => [addDays(contacted, -days), false, 'Rang twice. No answer.'] as const)
      : [];
  for (const [held_on, wasReached, note] of tries)
    rows.add('victim_contact', {
      ...made,
      id: story.id(),
      victim_involvement_id: id,
      held_on,
      method: 'phone',
      reached: wasReached,
      note,
    });
  const given = reached
    ? [
        ...['information', 'support', 'restorative', 'updates'].map(
          (code) => [code, contacted] as const,
        ),
        ...(journey.planned <= asOf ? [['outcome', journey.planned] as const] : []),
      ]
    : [];
  for (const [code, done_on] of given)
    rows.add('victim_right', {
      ...made,
      id: story.id(),
      victim_involvement_id: id,
      code,
      done_on,
    });
  if (asked && !reached)
    for (const code of ['information', 'support', 'restorative', 'updates', 'outcome'])
      rows.add('victim_right', {
        ...made,
        id: story.id(),
        victim_involvement_id: id,
        code,
        not_done_reason: wish.text,
      });
  return [{ id, label: 'Victim A' }];
}
