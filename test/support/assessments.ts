import { beforeAll, expect } from 'vitest';
import type { Answers } from '../../src/domain/assessments/answers.ts';
import { contentOf } from '../../src/domain/assessments/content.ts';
import { indicators } from '../../src/domain/assessments/indicators.data.ts';
import { fullyAnswered } from '../../src/domain/assessments/template.fixture.ts';
import { asActor, type Tx } from '../../src/platform/db/as-actor.ts';
import { newId } from '../../src/platform/db/new-id.ts';
import { urls } from '../../src/urls.ts';
import { testApp } from './app.ts';
import { makeChild, relate } from './children.ts';
import { actorOf, serviceId, staffId, testDatabase } from './database.ts';

/** The whole app with children of Ama's in it, for tests of their assessments. Call once a file; the answer is there when tests run. */
export function assessmentSite(): () => AssessmentSite {
  const database = testDatabase();
  let site: AssessmentSite | undefined;
  beforeAll(async () => {
    const children: string[] = [];
    const sentByManager = { child: '', id: newId() };
    const worker = await database()
      .owner.transaction()
      .execute(async (tx) => {
        for (let count = 0; count < 16; count += 1) children.push(await childOfAma(tx));
        sentByManager.child = await childOfAma(tx);
        await sentByTheirManager(tx, sentByManager);
        return actorOf(tx, 'ama-lovelock');
      });
    const app = await testApp(database());
    const asAma = <T>(work: (tx: Tx) => Promise<T>) => asActor(database().app, worker, work);
    site = await siteOf(app, children, sentByManager, asAma);
    return () => app.jobs.stop();
  });
  return () => {
    if (!site) throw new Error('The site is open only while tests run');
    return site;
  };
}

export type AssessmentSite = Awaited<ReturnType<typeof siteOf>>;
type AsAma = <T>(work: (tx: Tx) => Promise<T>) => Promise<T>;

async function siteOf(
  app: Awaited<ReturnType<typeof testApp>>,
  children: string[],
  sentByManager: { child: string; id: string },
  asAma: AsAma,
) {
  const ama = await app.as('ama-lovelock');
  const rowOf = (id: string) =>
    asAma((tx) =>
      tx.selectFrom('assessment').selectAll().where('id', '=', id).executeTakeFirstOrThrow(),
    );
  return {
    ama,
    /** Second worker of every one of the children. */
    ben: await app.as('ben-thackery'),
    marguerite: await app.as('marguerite-oyelaran'),
    /** A child whose assessment was sent by a manager, as a worker's who has since become one. */
    sentByManager,
    asAma,
    rowOf,
    versionOf: async (id: string) => String((await rowOf(id)).version),
    /** Each test has a child to itself, since what a page does is kept. */
    someChild: () => {
      const id = children.pop();
      if (!id) throw new Error('More children are needed');
      return id;
    },
    started: async (childId: string) => {
      const answer = await ama.post(urls.assessments.start(childId), {
        kind: 'initial',
        template: 'foothold',
      });
      expect(answer.status).toBe(303);
      return (answer.headers.get('location') ?? '').split('/').at(-1) ?? '';
    },
    fill: (id: string, safety: 'low' | 'high', more: Answers = {}) => fill(asAma, id, safety, more),
  };
}

/** The message that the next page shows once. */
export const messageOf = (answer: Response) =>
  decodeURIComponent(answer.headers.get('set-cookie') ?? '');

/** A child of Ama's, with Ben as second worker and Marguerite known to the record. */
async function childOfAma(tx: Tx): Promise<string> {
  const id = await makeChild(tx, { worker: 'ama-lovelock' });
  await relate(tx, id, 'ben-thackery', 'co-worker');
  await relate(tx, id, 'marguerite-oyelaran', 'co-worker');
  await tx
    .insertInto('offence')
    .values({
      service_id: serviceId,
      id: newId(),
      child_id: id,
      description: 'Took a bicycle',
      offence_on: '2026-03-02',
    })
    .execute();
  return id;
}

async function sentByTheirManager(
  tx: Tx,
  { child, id }: { child: string; id: string },
): Promise<void> {
  await tx
    .insertInto('assessment')
    .values({
      service_id: serviceId,
      id,
      child_id: child,
      template_id: 'foothold',
      template_version: 1,
      kind: 'initial',
      status: 'submitted',
      started_on: '2026-10-01',
      started_by: staffId('marguerite-oyelaran'),
      submitted_on: '2026-10-02',
      submitted_by: staffId('marguerite-oyelaran'),
      needs_countersign: true,
    })
    .execute();
}

const judged = (level: 'low' | 'high') => ({
  level,
  reason: 'Kit has had no police contact since May.',
  sources: [{ from: 'school' as const, name: 'Head of year, 3 October', use: 'used' as const }],
});

/** Fills the draft all at once, as its worker. */
async function fill(
  asAma: AsAma,
  id: string,
  safety: 'low' | 'high',
  more: Answers,
): Promise<void> {
  const none = { state: 'not-applicable', reason: 'School, Nan and police know of none' } as const;
  const present = indicators
    .filter((sign) => sign.judgement === 'safety' && safety === 'high')
    .slice(0, 4);
  const content = contentOf({
    answers: { ...fullyAnswered(), 'risks-to-child': none, 'risks-to-others': none, ...more },
    indicators: Object.fromEntries(
      indicators.map((sign) => [
        sign.id,
        present.some((each) => each.id === sign.id) ? 'present' : 'absent',
      ]),
    ),
    judgements: { likelihood: judged('low'), safety: judged(safety), harm: judged('low') },
    contingencyRows:
      safety === 'high'
        ? [
            {
              id: 'c1',
              about: 'safety',
              trigger: 'Not home by ten',
              action: 'Ring Nan',
              who: 'Nan',
              within: '1 hour',
              tell: 'Ama',
            },
          ]
        : [],
  });
  await asAma(async (tx) => {
    const { version, child_id } = await tx
      .updateTable('assessment')
      .set({ content: JSON.stringify(content) })
      .where('id', '=', id)
      .returning(['version', 'child_id'])
      .executeTakeFirstOrThrow();
    await tx
      .insertInto('assessment_version')
      .values({
        service_id: serviceId,
        assessment_id: id,
        version,
        child_id,
        content: JSON.stringify(content),
        event: 'save',
        saved_by: staffId('ama-lovelock'),
      })
      .execute();
  });
}
