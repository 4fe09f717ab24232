import { beforeAll } from 'vitest';
import type { Database } from '../../src/platform/db/connect.ts';
import { testApp, type Visitor } from './app.ts';
import {
  agreedDecision,
  boxes,
  idIn,
  makeReady,
  makeReferredChild,
  markAllPresent,
  ownerOf,
  setUpPanel,
  today,
  versionIn,
} from './panels.ts';

type People = {
  ama: Visitor;
  marguerite: Visitor;
  quentin: Visitor;
  philippa: Visitor;
  /** Somebody else, by their code. */
  other(code: string): Promise<Visitor>;
};

/** The people who decide, signed in before the tests of a file, and children brought as far as a decision. */
export function deciding(database: () => Database) {
  const asOwner = ownerOf(database);
  const people = {} as People;
  beforeAll(async () => {
    const site = await testApp(database());
    people.other = site.as;
    people.ama = await site.as('ama-lovelock');
    people.marguerite = await site.as('marguerite-oyelaran');
    people.quentin = await site.as('quentin-larkin');
    people.philippa = await site.as('philippa-standfast');
    return () => site.jobs.stop();
  });

  /** A child ready to be decided about, everyone having come. */
  async function heard(admission = 'yes', present = true) {
    const made = await asOwner((tx) => makeReferredChild(tx, { admission }));
    const panelId = await setUpPanel(people.marguerite);
    const item = await makeReady(people.ama, made.childId, made.referralId, panelId);
    if (present) await markAllPresent(people.marguerite, panelId);
    const decide = `/children/${made.childId}/panel/${item}/decide`;
    return { ...made, panelId, item, decide };
  }

  async function decided(change: Record<string, string | string[]> = {}) {
    const made = await heard();
    const version = versionIn(await textOf(people.marguerite, made.decide));
    const answer = await people.marguerite.post(made.decide, agreedDecision(version, change));
    const decision = idIn(answer);
    return { ...made, decision, page: `/children/${made.childId}/decisions/${decision}` };
  }

  async function confirmed(change: Record<string, string | string[]> = {}) {
    const made = await decided(change);
    const version = versionIn(await textOf(people.quentin, made.page));
    await people.quentin.post(made.page, { version });
    const disposal = await asOwner((tx) =>
      tx
        .selectFrom('disposal')
        .select('id')
        .where('decision_id', '=', made.decision)
        .executeTakeFirstOrThrow(),
    );
    return { ...made, outcome: `/children/${made.childId}/outcomes/${disposal.id}` };
  }

  return { people, asOwner, heard, decided, confirmed };
}

/** A page's words as a visitor gets them. */
export const textOf = async (visitor: Visitor, path: string) => (await visitor.get(path)).text();

/** What is typed to say that an outcome was given today. */
export const give = {
  ...boxes('given_on', today),
  given_by: 'PC 4287',
  appropriate_adult: 'Mother',
};
