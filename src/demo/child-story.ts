import { addDays, addMonths, type Day } from '../domain/calendar/day.ts';
import { pupilLetter } from '../domain/people/check-letters.ts';
import { searchKeys } from '../domain/people/search-keys.ts';
import { type Home, homesOf } from './home.ts';
import type { Story } from './story.ts';
import { fill, pickWhere, texts } from './texts.ts';
import { at } from './working-days.ts';

/** The child, their home, school, characteristics, family and warnings, as the record knows them when work begins. */
export function tellChild(story: Story, number: number, since: Day): void {
  const { random, rows, serviceId: service_id, child, worker } = story;
  const made = {
    service_id,
    child_id: child.id,
    created_by: worker.id,
    created_at: at(since, '09:15'),
  };
  const knownAs = random.chance(0.15) ? child.forename.slice(0, 3) : null;
  const postcode = random.pick(texts.postcodes);
  const keys = searchKeys({
    forename: child.forename,
    surname: child.surname,
    ...(knownAs ? { alsoKnownAs: [knownAs] } : {}),
    dateOfBirth: child.dateOfBirth,
    sex: 'unknown',
  });
  rows.add('child', {
    service_id,
    id: child.id,
    number: `EM-${String(number).padStart(6, '0')}`,
    forename: child.forename,
    surname: child.surname,
    known_as: knownAs,
    date_of_birth: child.dateOfBirth,
    date_of_birth_status: 'known',
    sex: child.sex,
    name_search: keys.nameSearch,
    name_sounds: [...keys.nameSounds, ...keys.nicknames],
    created_by: worker.id,
    created_at: at(since, '09:15'),
  });
  tellHome(story, made, since, postcode);
  tellSchool(story, made, since);
  tellCharacteristics(story, made, since);
  tellFamily(story, made, since);
  if (story.has(0.25 + child.need / 4)) {
    const kind = random.pick([
      'dog-at-address',
      'exploitation',
      'communication-need',
      'weapons',
      'medical',
      'safe-contact',
      'missing',
    ]);
    rows.add('warning', {
      ...made,
      id: story.id(),
      kind,
      detail: warningText[kind] ?? 'See the latest contact.',
      owner_id: worker.id,
      raised_on: addDays(since, 3),
      // Looked at again each time it came due, but for the last days.
      review_on: nextTime(since, random.pick([3, 6]), addDays(story.asOf, -14)),
    });
  }
  const figures = `8204001${String(number).padStart(5, '0')}`;
  const pupilNumber = `${pupilLetter(figures)}${figures}`;
  rows.add('child_identifier', {
    ...made,
    id: story.id(),
    kind: 'upn',
    value: pupilNumber,
    value_search: pupilNumber,
    source: 'school',
  });
}

/** The first of the days that come round every so many months which is not before another day. */
function nextTime(since: Day, months: number, from: Day): Day {
  let day = addMonths(since, months);
  for (let times = 2; day < from; times += 1) day = addMonths(since, months * times);
  return day;
}

const warningText: Record<string, string> = {
  'dog-at-address':
    'Large dog, friendly with people it knows. Ring first so that it can be shut in the kitchen.',
  exploitation:
    'Older people may be using the child to carry things. Share nothing about whereabouts by phone.',
  'communication-need':
    'Needs short sentences and time. Ask the child to say back what was agreed.',
  weapons: 'Has carried a knife when frightened. Meet in the office or at school.',
  medical: 'Carries an inhaler. Ask where it is before an activity.',
  'safe-contact': 'Messages may be read by others at home. Say only the time and place.',
  missing: 'Has been away overnight. Follow the return plan the same day.',
};

type Made = { service_id: string; child_id: string; created_by: string; created_at: string };

function tellHome(story: Story, made: Made, since: Day, postcode: Record<string, string>): void {
  const { random, rows, child } = story;
  const street = pickWhere(random, texts.streets, (each) => each.outcode === postcode.outcode);
  const lines = () => `${random.between(1, 180)} ${street.street}, Eastmarsh`;
  const code = postcode.postcode ?? '';
  const moved = random.chance(0.2) ? addDays(since, -random.between(30, 300)) : null;
  const lived = (valid_from: Day, valid_to: Day | null, nonDisclosure = false) => ({
    ...made,
    id: story.id(),
    lines: lines(),
    postcode: code,
    postcode_search: code.replace(' ', ''),
    valid_from,
    valid_to,
    source: 'parent',
    accommodation_type: homesOf[child.home].accommodation,
    suitable: homesOf[child.home].settled,
    non_disclosure: nonDisclosure,
  });
  if (moved) rows.add('child_address', lived(addDays(moved, -700), moved));
  rows.add('child_address', lived(moved ?? addDays(since, -900), null, random.chance(0.03)));
  const mobile = `07700 900${String(random.between(0, 999)).padStart(3, '0')}`;
  rows.add('child_contact_point', {
    ...made,
    id: story.id(),
    kind: 'mobile',
    value: mobile,
    value_search: `+44${mobile.replaceAll(' ', '').slice(1)}`,
    whose: 'Child',
    safe_to_use: random.pick(['yes', 'yes', 'no', 'not-asked']),
    valid_from: since,
  });
}

function tellSchool(story: Story, made: Made, since: Day): void {
  const { random, rows, names, child } = story;
  const offered = random.pick(['25.0', '25.0', '25.0', '15.0', '6.0']);
  rows.add('education_episode', {
    ...made,
    id: story.id(),
    provision: 'school-full-time',
    provider: names.school,
    hours_offered: offered,
    hours_attended: random.chance(0.7) ? offered : '4.0',
    suitable: offered === '25.0' ? 'yes' : 'no',
    valid_from: addDays(since, -random.between(60, 700)),
    source: 'school',
  });
  const isInCare = child.home === 'foster';
  if (isInCare || story.has(0.16)) {
    rows.add('care_episode', {
      ...made,
      id: story.id(),
      status: random.pick(
        isInCare
          ? ['accommodated', 'care-order']
          : ['child-in-need', 'early-help', 'child-protection'],
      ),
      authority: 'Eastmarsh',
      valid_from: addDays(since, -random.between(30, 500)),
      source: 'social-care',
      verified_on: since,
    });
  }
}

function tellCharacteristics(story: Story, made: Made, since: Day): void {
  const { random, rows } = story;
  const say = (
    kind: string,
    record_class: string,
    source: string,
    code: string | null,
    not_known: string | null = null,
  ) =>
    rows.add('characteristic', {
      ...made,
      id: story.id(),
      kind,
      record_class,
      code,
      not_known,
      source,
      recorded_on: since,
    });
  const ethnicity = random.pick([
    'W1',
    'W1',
    'W1',
    'W9',
    'B1',
    'B2',
    'B2',
    'A1',
    'A2',
    'A3',
    'M1',
    'M1',
    'M2',
    'O9',
    'W3',
  ]);
  if (story.has(0.9)) say('ethnicity', 'RC1', 'self', ethnicity);
  else if (random.chance(0.5)) say('ethnicity', 'RC1', 'self', null, 'declined');
  if (random.chance(0.12)) say('ethnicity', 'RC1', 'police', random.pick(['W1', 'B9', 'A9']));
  if (story.has(0.85))
    say('language', 'RC1', 'self', random.pick(['eng', 'eng', 'eng', 'pol', 'ben', 'por']));
  if (story.has(0.75))
    say(
      'send',
      'RC9',
      'school',
      random.pick(['no-need', 'sen-support', 'sen-support', 'ehc-plan']),
    );
  if (story.has(0.6))
    say('disability', 'RC1', 'self', random.pick(['none', 'none', 'neurodivergent']));
}

const carers: Partial<Record<Home, { readonly relationship: string; readonly lives: boolean }>> = {
  grandmother: { relationship: 'grandmother', lives: true },
  foster: { relationship: 'foster-carer', lives: true },
  friends: { relationship: 'cousin', lives: false },
};

function tellFamily(story: Story, made: Made, since: Day): void {
  const { random, rows, child } = story;
  const relative = (relationship: string, name: string, more: object) =>
    rows.add('network_person', {
      ...made,
      id: story.id(),
      relationship,
      name,
      valid_from: since,
      ...more,
    });
  const first = random.pick(texts.forenames.filter((each) => each.sex !== 'male')).forename;
  relative('mother', `${first} ${child.surname}`, {
    parental_responsibility: random.pick(['yes', 'yes', 'yes', 'not-asked']),
    lives_with_child: child.home === 'mother' || child.home === 'both',
    emergency_contact: true,
    may_be_contacted: 'yes',
    telephone: `07700 900${String(random.between(0, 999)).padStart(3, '0')}`,
  });
  if (child.home === 'mother' || child.home === 'both') {
    const father = random.pick(texts.forenames.filter((each) => each.sex !== 'female')).forename;
    relative('father', `${father} ${child.surname}`, {
      parental_responsibility: random.pick(['yes', 'unknown']),
      lives_with_child: child.home === 'both',
      may_be_contacted: random.pick(['yes', 'not-asked']),
    });
  }
  const carer = carers[child.home];
  if (carer) {
    const name = random.pick(texts.forenames.filter((each) => each.sex !== 'male')).forename;
    relative(carer.relationship, `${name} ${random.pick(texts.surnames).surname}`, {
      parental_responsibility: 'no',
      lives_with_child: carer.lives,
      emergency_contact: carer.lives,
      may_be_contacted: 'yes',
    });
  }
  if (story.has(0.6))
    relative('teacher', fill('Head of year at {school}', story.names), {
      agency: 'education',
      parental_responsibility: 'not-applicable',
      may_be_contacted: 'yes',
    });
}
