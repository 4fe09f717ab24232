import { addDays, type Day } from '../domain/calendar/day.ts';
import { demoRooms } from './people.ts';
import { demoId, type Random } from './random.ts';
import type { Journey, Story } from './story.ts';
import { fill, texts } from './texts.ts';
import { at, earlier, workingDaysOn } from './working-days.ts';

const placeOf: Record<string, string> = {
  'home-visit': 'Home',
  'school-visit': '{school}',
  parent: 'By telephone',
  phone: 'By telephone',
  mentoring: 'By telephone',
  activity: 'Boxing gym',
};
const types = [
  'supervision',
  'supervision',
  'home-visit',
  'school-visit',
  'phone',
  'parent',
  'activity',
  'mentoring',
] as const;
// Who hears the child: a call with a parent, or a mentor's report, has none of the child's words.
const withoutChild: readonly string[] = ['parent', 'mentoring'];
// Nobody is absent from a call.
const neverMissed: readonly string[] = ['parent', 'mentoring', 'phone'];

/** Meetings and calls: what each says, where it was and who was there belong together. */
export function tellContacts(story: Story, journey: Journey, involvementId: string | null): void {
  const { random, asOf, child } = story;
  const add = contactsOf(story, journey, involvementId);
  const parentToo = journey.parentMet === journey.childMet;
  if (journey.childMet <= asOf)
    add(journey.childMet, 'introduction', 'came', { parentMay: parentToo, parentMust: parentToo });
  if (!parentToo && journey.parentMet <= asOf) add(journey.parentMet, 'parent', 'came');
  const until = earlier(journey.ends, addDays(asOf, 10));
  const gap = child.need > 0.6 ? 5 : 8;
  for (
    let day = workingDaysOn(journey.childMet, 4);
    day <= until;
    day = workingDaysOn(day, random.between(gap - 2, gap + 2))
  )
    add(day, random.pick(types), random.chance(0.06 + child.need * 0.22) ? 'missed' : 'came');
}

type Parent = { readonly parentMay: boolean; readonly parentMust: boolean };

function contactsOf(story: Story, journey: Journey, involvementId: string | null) {
  const { random, rows, serviceId: service_id, child, worker, now, names } = story;
  const said = new Set<string>();
  return (
    day: Day,
    type: string,
    how: 'came' | 'missed',
    { parentMay, parentMust }: Parent = { parentMay: true, parentMust: type === 'parent' },
  ) => {
    const fitting = story
      .fitting(texts.contactNotes)
      .filter((each) => each.type === type && (parentMay || !each.parent));
    const unsaid = fitting.filter(({ text }) => !said.has(text));
    const note = random.pick(unsaid.length > 0 ? unsaid : fitting);
    said.add(note.text);
    const held = at(day, clockOf(random));
    const place =
      note.place ?? placeOf[type] ?? random.pick(['Wharf House', 'Marsh End youth centre']);
    const isMissed = how === 'missed' && !neverMissed.includes(type);
    const isHeld = new Date(held) <= now;
    rows.add('contact', {
      service_id,
      id: story.id(),
      child_id: child.id,
      involvement_id: involvementId && day >= journey.given ? involvementId : null,
      type,
      worker_id: worker.id,
      place: fill(isHeld ? place : (placeOf[type] ?? 'Wharf House'), names),
      planned_at: held,
      created_by: worker.id,
      ...(isHeld
        ? { status: 'recorded', held_at: held, created_at: at(day, '17:10') }
        : { status: 'planned', created_at: at(addDays(day, -12), '15:45') }),
      ...(isHeld || placeOf[type] ? {} : { room_id: demoId('room', roomOf(day)) }),
      ...(isHeld && isMissed
        ? {
            ...random.pick(absences),
            minutes: 0,
            child_seen: 'not-seen',
            notes: 'Did not come. Messaged, and called home the same day.',
          }
        : {}),
      ...(isHeld && !isMissed
        ? {
            attendance: 'attended',
            minutes: random.pick([20, 30, 45, 60]),
            child_seen: seenAt(type, random),
            parent_spoken_to: parentMust || note.parent === true,
            notes: fill(note.text, names),
            ...(!withoutChild.includes(type) && random.chance(0.35)
              ? { child_words: random.pick(story.fitting(texts.childWords)).text }
              : {}),
            lenses: [random.pick(['desistance', 'desistance', 'childs-safety', 'others-safety'])],
            safeguarding: random.chance(0.05),
          }
        : {}),
    });
  };
}

// A room by the day, so that now and then two want the same.
const roomOf = (day: Day) => demoRooms[Number(day.at(-1)) % demoRooms.length] ?? '';

function seenAt(type: string, random: Random): string {
  if (withoutChild.includes(type)) return 'not-applicable';
  if (type === 'phone') return 'not-seen';
  return random.pick(['alone', 'alone', 'with-others']);
}

const clockOf = (random: Random) =>
  `${String(random.between(9, 16)).padStart(2, '0')}:${random.pick(['00', '15', '30', '45'])}`;

const absences = [
  { attendance: 'acceptable-absence', absence_reason: 'ill' },
  { attendance: 'acceptable-absence', absence_reason: 'medical-appointment' },
  { attendance: 'unacceptable-absence', absence_reason: 'forgot' },
  { attendance: 'unacceptable-absence', absence_reason: 'no-answer' },
  { attendance: 'unacceptable-absence', absence_reason: 'refused' },
] as const;
