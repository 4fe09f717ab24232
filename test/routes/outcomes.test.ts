import { describe, expect, it } from 'vitest';
import { addDays } from '../../src/domain/calendar/day.ts';
import { urls } from '../../src/urls.ts';
import { testDatabase } from '../support/database.ts';
import { deciding, give, textOf } from '../support/deciding.ts';
import { boxes, today, versionIn } from '../support/panels.ts';

const database = testDatabase();
const { people, asOwner, confirmed } = deciding(database);

describe('outcomes that police hold open', () => {
  const plan = {
    conditions: 'Six sessions with Ama',
    ...boxes('due_by', addDays(today, 100)),
  };
  const outcome23 = { outcome: 'outcome-23' };

  it('a conditional caution asks for no more hours than the limit', async () => {
    const { outcome } = await confirmed({
      outcome: 'youth-conditional-caution',
      departure_reason: 'The third in a month',
    });
    const version = versionIn(await textOf(people.ama, outcome));
    const refused = await people.ama.post(outcome, {
      ...give,
      ...plan,
      version,
      attendance_hours: '21',
    });
    expect(await refused.text()).toContain('Hours of attendance must be 20 or fewer');
    const kept = await people.ama.post(outcome, {
      ...give,
      ...plan,
      version,
      attendance_hours: '20',
    });
    expect(kept.status).toBe(303);
    expect(await textOf(people.ama, outcome)).toContain('Answer the conditions in the plan');
  });

  it('each condition stands on the plan until a line answers it, and it is said of each whether it was kept', async () => {
    const { childId, outcome } = await confirmed(outcome23);
    await people.ama.post(outcome, {
      ...give,
      ...plan,
      conditions: 'Six sessions with Ama\r\n\r\n Write to the shop ',
      version: versionIn(await textOf(people.ama, outcome)),
    });
    await people.ama.post(urls.plans.start(childId), { exit_text: 'Boxing', exit_who: 'Jo' });
    const plans = await textOf(people.ama, urls.plans.current(childId));
    expect(plans).toContain('Add a step or a safety line for the condition “Write to the shop”');
    expect(await textOf(people.ama, urls.plans.print(childId))).toContain('What I have to keep to');
    const [first = ''] = /\/children\/[^"]+\/conditions\/[^"]+/.exec(plans) ?? [];
    const answering = /href="([^"]+condition_id=[^"]+)"[^>]*>Add a step/.exec(plans)?.[1] ?? '';
    expect(await textOf(people.ama, answering)).toContain(
      'Which condition of the outcome it answers',
    );

    const version = versionIn(await textOf(people.ama, first));
    const broken = { standing: 'not-kept', ...boxes('standing_on', today), version };
    expect((await people.ama.post(first, broken)).status).toBe(422);
    const said = await people.ama.post(first, { ...broken, standing_note: 'Came once of six' });
    expect(said.status).toBe(303);
    expect(await textOf(people.ama, urls.child.overview(childId))).toContain('(not kept)');
    const end = await people.ama.post(`${outcome}/completion`, {
      completion: 'completed',
      ...boxes('completed_on', today),
      completion_evidence: 'All done',
      version: versionIn(await textOf(people.ama, `${outcome}/completion`)),
    });
    expect(await end.text()).toContain('A condition is recorded as not kept');
  });

  it('a deferred prosecution that was not kept is due to police until its sending is proved', async () => {
    const { childId, outcome } = await confirmed(outcome23);
    await people.ama.post(outcome, {
      ...give,
      ...plan,
      version: versionIn(await textOf(people.ama, outcome)),
    });
    const end = await people.ama.post(`${outcome}/completion`, {
      completion: 'not-completed',
      ...boxes('completed_on', today),
      completion_evidence: 'Came once of six',
      version: versionIn(await textOf(people.ama, `${outcome}/completion`)),
    });
    const notice = end.headers.get('location') ?? '';
    expect(notice).toBe(`${outcome}/police-notice`);
    expect(await textOf(people.ama, notice)).toContain(
      'Police must be told that this was not kept',
    );
    expect(await textOf(people.ama, `/children/${childId}/panel`)).toContain(
      'Police must be told, with proof',
    );

    await people.ama.post(notice, { evidence: 'Came once of six', version: '0' });
    expect(await textOf(people.ama, notice)).toContain('sending is not proved');
    const halfSent = await people.ama.post(notice, {
      evidence: 'Came once of six',
      version: '1',
      ...boxes('sent_on', today),
      sent_to: 'Sergeant Ode',
      sent_how: 'Secure e-mail',
    });
    expect(halfSent.status).toBe(422);
    expect(await halfSent.text()).toContain('Enter the proof of sending');

    await people.ama.post(notice, {
      evidence: 'Came once of six',
      version: '1',
      ...boxes('sent_on', today),
      sent_to: 'Sergeant Ode',
      sent_how: 'Secure e-mail',
      proof: 'Receipt 118',
    });
    const sent = await textOf(people.ama, notice);
    expect(sent).toContain('Receipt 118');
    expect(sent).not.toContain('Police must be told that this was not kept');
    expect(await textOf(people.ama, `/children/${childId}/panel`)).toContain('Police told');
  });

  it('two people writing one notice do not write over each other', async () => {
    const { outcome } = await confirmed(outcome23);
    await people.ama.post(outcome, {
      ...give,
      ...plan,
      version: versionIn(await textOf(people.ama, outcome)),
    });
    await people.ama.post(`${outcome}/completion`, {
      completion: 'withdrawn',
      ...boxes('completed_on', today),
      completion_evidence: 'The family said no',
      version: versionIn(await textOf(people.ama, `${outcome}/completion`)),
    });
    const notice = `${outcome}/police-notice`;
    await people.ama.post(notice, { evidence: 'Ama’s words', version: '0' });
    const second = await people.marguerite.post(notice, {
      evidence: 'Marguerite’s words',
      version: '0',
    });
    expect(second.status).toBe(409);
    const page = await second.text();
    expect(page).toContain('Ama’s words');
    expect(page).toContain('Marguerite’s words');
  });

  it('a community resolution that fell away is nobody’s notice', async () => {
    const { outcome } = await confirmed();
    await people.ama.post(outcome, {
      ...give,
      version: versionIn(await textOf(people.ama, outcome)),
    });
    const end = await people.ama.post(`${outcome}/completion`, {
      completion: 'not-completed',
      ...boxes('completed_on', today),
      completion_evidence: 'Never came',
      version: versionIn(await textOf(people.ama, `${outcome}/completion`)),
    });
    expect(end.headers.get('location')).toBe(outcome);
    expect((await people.ama.get(`${outcome}/police-notice`)).status).toBe(404);
  });

  it('a child who goes to court is not let go: help begins at once where the family takes it', async () => {
    const { childId, outcome } = await confirmed({
      outcome: 'charge',
      departure_reason: 'Police hold that a court must hear it',
    });
    const page = await textOf(people.ama, outcome);
    expect(page).toContain('Will the family take help from the service?');
    const given = { ...give, support: 'yes', version: versionIn(page) };
    expect((await people.ama.post(outcome, given)).status).toBe(303);
    const work = await asOwner((tx) =>
      tx
        .selectFrom('involvement as i')
        .innerJoin('referral as r', 'r.id', 'i.referral_id')
        .select(['i.type', 'r.state'])
        .where('i.child_id', '=', childId)
        .execute(),
    );
    expect(work).toEqual([{ type: 'voluntary', state: 'decided' }]);
  });
});
