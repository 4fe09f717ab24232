import type { Transaction } from 'kysely';
import { britishDay } from '../domain/calendar/british-time.ts';
import { addDays, addMonths, ageOn, type Day } from '../domain/calendar/day.ts';
import type { Database } from '../platform/db/connect.ts';
import type { DB } from '../platform/db/tables.generated.ts';
import { tellAssessment } from './assessment-story.ts';
import { tellAudits } from './audit-story.ts';
import { tellChild } from './child-story.ts';
import { tellCharges } from './court-story.ts';
import { tellDelivery } from './delivery-story.ts';
import { tellEducation } from './education-story.ts';
import { tellFigures } from './figure-story.ts';
import { tellCourt, tellProposed } from './follows-story.ts';
import { fittingHome, homeFrom, homesOf } from './home.ts';
import { tellInspections } from './inspection-story.ts';
import { journeyFrom, levelsFrom } from './journey.ts';
import { tellLetters } from './letter-story.ts';
import { watched } from './looks.ts';
import { tellPanel, tellPanels } from './panel-story.ts';
import { type DemoPeople, type DemoStaff, demoPeople, moreWorkers } from './people.ts';
import { demoId, randomOf } from './random.ts';
import { tellReferral } from './referral-story.ts';
import { tellRegisters } from './register-story.ts';
import { tellReports } from './report-story.ts';
import { risksFrom } from './risks.ts';
import { collectRows, type Rows, recordedBy } from './rows.ts';
import { journeyAt, stages } from './stages.ts';
import type { Story, StoryChild } from './story.ts';
import { pickWhere, texts } from './texts.ts';

export type DemoOptions = {
  /** The day that the demonstration is made for; work is due, late and just done around it. */
  readonly now: Date;
  /** How many children over three years; 330 is the shape of a middling service. */
  readonly children?: number;
  readonly seed?: number;
};
const usualChildren = 330;
const childrenAWorker = 28;
const rowsAFlush = 20_000;
const sealedEvery = 110;

/** Makes the demonstration service Eastmarsh, once; the same seed and day give the same service. Gives false when it is there already. */
export async function makeDemonstration(
  database: Database,
  options: DemoOptions,
): Promise<boolean> {
  return database.alone(async () => {
    const found = await database.owner
      .selectFrom('service')
      .select('id')
      .where('code', '=', 'eastmarsh')
      .executeTakeFirst();
    if (found) return false;
    await database.owner.transaction().execute((tx) => tellService(tx, options));
    return true;
  });
}

async function tellService(
  tx: Transaction<DB>,
  { now, children = usualChildren, seed = 20_260_401 }: DemoOptions,
): Promise<void> {
  const asOf = britishDay(now);
  const rows = recordedBy(now, collectRows());
  const people = await demoPeople(tx, now);
  await tellChildren(rows, people, { now, children, seed }, () => rows.flush(tx));
  await rows.flush(tx);
  await tellProposed(tx, people.serviceId, asOf);
  await tellEducation(tx, people.serviceId, asOf);
  await tellReports(tx, rows, people.serviceId, { asOf, seed });
  await tellLetters(tx, rows, people.serviceId, { asOf, seed });
  await tellRegisters(tx, people.serviceId, asOf);
  await tellAudits(tx, rows, people, asOf, seed);
  await rows.flush(tx);
  await tellInspections(tx, rows, people, asOf, seed);
  await rows.flush(tx);
  await tellShorterKeeping(tx, people.serviceId);
  await tellFigures(tx, people, now);
}

// Below the floor, so that it waits for the head of service and does not count.
const tellShorterKeeping = (tx: Transaction<DB>, service_id: string) =>
  tx
    .insertInto('time_limit_override')
    .values({
      service_id,
      time_limit_id: 'record-retention',
      number: 60,
      unit: 'months',
      reason: 'The council’s new schedule says five years; nobody else has looked at it yet',
      created_by: demoId('staff', 'freddie-okafor-bright'),
    })
    .execute();

/** The panels, and every child's story, kept whenever the rows have become many. */
export async function tellChildren(
  rows: Rows,
  people: DemoPeople,
  { now, children, seed }: Required<DemoOptions>,
  keep: () => Promise<void>,
): Promise<void> {
  const asOf = britishDay(now);
  const workers = moreWorkers(rows, people, Math.ceil(children / childrenAWorker), asOf);
  const begins = addMonths(asOf, -36);
  tellPanels(rows, people, begins, asOf);
  for (let index = 0; index < children + stages.length; index += 1) {
    tellOne(rows, { ...people, staff: people.staff }, workers, index, {
      seed,
      asOf,
      now,
      begins,
      children,
    });
    if (rows.size > rowsAFlush) await keep();
  }
}

// Three years, with a quarter of the children in the last quarter of a year: every stage of the work is in hand today.
function dayOfReferral(share: number): number {
  return Math.floor(share < 0.75 ? (share / 0.75) * 1000 : 1000 + ((share - 0.75) / 0.25) * 95);
}

type Setting = {
  readonly seed: number;
  readonly asOf: Day;
  readonly now: Date;
  readonly begins: Day;
  readonly children: number;
};

function tellOne(
  all: Rows,
  people: DemoPeople,
  workers: readonly DemoStaff[],
  index: number,
  { seed, asOf, now, begins, children }: Setting,
): void {
  const random = randomOf(seed + index * 7919);
  let made = 0;
  const number = index + 1;
  const stage = stages[index - children];
  const worker = workers[stage?.isFirstWorkers ? 0 : index % workers.length];
  if (!worker) throw new Error('The demonstration has no case managers');
  const manager =
    people.staff.find(
      ({ role, teamId }) => role === 'practice-manager' && teamId === worker.teamId,
    ) ?? people.staff.find(({ role }) => role === 'practice-manager');
  if (!manager) throw new Error('The demonstration has no practice manager');
  const usually = addDays(begins, dayOfReferral((index + random.next()) / children));
  const forename = random.pick(texts.forenames);
  const need = random.next();
  const staged = stage && journeyAt(stage, seed + index, need, asOf);
  const referred = staged?.referred ?? usually;
  const levels = levelsFrom(random, need);
  const home = homeFrom(random, levels.safety);
  const has = (share: number) => random.chance(share) || stage !== undefined;
  const child: StoryChild = {
    id: demoId('child', seed, index),
    forename: forename.forename ?? 'Wren',
    surname: random.pick(texts.surnames).surname ?? 'Eversley',
    sex: forename.sex === 'female' || forename.sex === 'male' ? forename.sex : 'not-asked',
    dateOfBirth: addDays(
      referred,
      -Math.floor(
        365.25 *
          random.pick([
            10.6, 11.8, 12.7, 13.3, 13.9, 14.2, 14.8, 15.1, 15.5, 15.9, 16.2, 16.6, 17.1, 17.4,
          ]),
      ) - random.between(0, 170),
    ),
    hasVictim: has(0.55),
    need,
    home,
  };
  const age = ageOn(child.dateOfBirth, referred);
  const takes = (each: Record<string, string>) =>
    Number(each.age_from) <= age && age <= Number(each.age_to);
  const school = pickWhere(random, texts.schools, takes).name ?? 'Tidemill Academy';
  const { rows, toLookAt } = watched(all);
  const story: Story = {
    random,
    has,
    rows,
    toLookAt,
    people,
    serviceId: people.serviceId,
    asOf,
    now,
    child,
    worker,
    manager,
    names: { child: child.forename, worker: worker.name, school, carer: homesOf[home].carer },
    fitting: (items) => fittingHome(items, home),
    id: () => {
      made += 1;
      return demoId('row', seed, index, made);
    },
  };
  const journey = staged ?? journeyFrom(random, referred, child.need);
  if (index % sealedEvery === sealedEvery - 1) sealRecord(story, referred);
  const risks = risksFrom(random, levels, child);
  tellChild(story, number, referred);
  const referral = tellReferral(story, journey, number);
  if (journey.allocated > asOf) return;
  const signed = tellAssessment(story, journey, levels, risks, referral);
  const involvementId = tellPanel(story, journey, levels, referral);
  tellDelivery(story, journey, { risks, referral, involvementId, signed });
  if (stage?.isFirstWorkers && journey.planned <= asOf) tellCourt(story);
  // The first case manager's own child with a plan has an order too.
  const turn = stage?.isFirstWorkers ? (journey.planned <= asOf ? 18 : 0) : index;
  tellCharges(story, journey, referral, turn);
}

/** A sealed record now and then: a child of somebody who works here. The worker and the head of service are on its list. */
function sealRecord(story: Story, since: Day): void {
  const { rows, serviceId: service_id, child, worker, people, manager } = story;
  const head = people.staff.find(({ role }) => role === 'head-of-service');
  const made = {
    service_id,
    child_id: child.id,
    created_by: head?.id ?? manager.id,
    created_at: `${since}T09:30:00Z`,
  };
  rows.add('restricted_record', {
    ...made,
    id: story.id(),
    reason: 'child-of-staff',
    detail: 'A parent works in another of the council’s teams.',
    starts_on: since,
  });
  for (const person of [worker, manager, ...(head ? [head] : [])]) {
    rows.add('relationship', {
      ...made,
      id: story.id(),
      staff_id: person.id,
      kind: 'named-list',
      starts_at: `${since}T09:30:00Z`,
      ends_at: null,
      reason: 'Works with the child or oversees the work',
    });
  }
}
