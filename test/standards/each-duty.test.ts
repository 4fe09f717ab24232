import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import type { Tx } from '../../src/platform/db/as-actor.ts';
import { newId } from '../../src/platform/db/new-id.ts';
import { makeChild } from '../support/children.ts';
import { serviceId, sharedDatabase, staffId, trialOfDuties } from '../support/database.ts';
import { leaveAlone, put } from '../support/duties.ts';
import { layEveryDuty, layInbox } from '../support/every-duty.ts';

const database = sharedDatabase();

// What came back, what a manager looks at, who is new and how often a child is met are tried one by one in inbox.test.ts; how long
// a record is kept, in keeping.test.ts.
const ofTheInbox = [
  'audit_case_read',
  'audit_feedback_discussed',
  'audit_led',
  'assessment_returned',
  'board_seat_filled',
  'breach_returned',
  'child_given_worker',
  'closure_returned',
  'contingency_looked_at',
  'difference_returned',
  'difference_signed',
  'contact_frequency_kept',
  'decision_looked_at',
  'high_level_looked_at',
  'home_lost_looked_at',
  'inspection_cases_planned',
  'inspection_led',
  'letter_returned',
  'record_kept_or_erased',
  'report_returned',
  'referral_screened',
  'review_checked',
  'sealed_record_kept_or_erased',
  'shorter_keeping_agreed',
  'snapshot_returned',
  'snapshot_signed',
  'victim_details_sought',
  'victim_wishes_before_panel',
  'worry_looked_at',
].map((name) => `due_${name}`);

const views = async (tx: Tx, but: readonly string[] = ofTheInbox) => {
  const { rows } = await sql<{ name: string }>`
    select viewname as name from pg_views
    where schemaname = 'public' and (viewname like 'due\\_%' and viewname not like 'due\\_work%' or viewname in ('live_work', 'met', 'record_gap'))
    order by 1`.execute(tx);
  return rows.map(({ name }) => name).filter((name) => !but.includes(name));
};
// As the owner: a person reads the rows of duty, which are made of these.
const seenIn = async (tx: Tx, view: string, childId: string) => {
  const { rows } = await sql`
    select * from ${sql.id(view)} where child_id = ${childId} and service_id = ${serviceId}`.execute(
    tx,
  );
  return rows.length;
};

const rowsIn = async (tx: Tx, view: string, childId: string) => {
  const { rows } = await sql<{ row: unknown }>`
    select to_jsonb(v) as row from ${sql.id(view)} v where child_id = ${childId} and service_id = ${serviceId}
    order by to_jsonb(v)::text`.execute(tx);
  return rows.map(({ row }) => row);
};
// What comes back to somebody, what an audit asks, and what a home lost: each has its own test.
const notLaid = [
  'assessment_returned',
  'audit_case_read',
  'audit_feedback_discussed',
  'audit_led',
  'board_seat_filled',
  'breach_returned',
  'child_given_worker',
  'closure_returned',
  'contingency_looked_at',
  'difference_returned',
  'difference_signed',
  'home_lost_looked_at',
  'inspection_cases_planned',
  'inspection_led',
  'letter_returned',
  'record_kept_or_erased',
  'report_returned',
  'review_checked',
  'sealed_record_kept_or_erased',
  'shorter_keeping_agreed',
  'snapshot_returned',
  'snapshot_signed',
  'worry_looked_at',
].map((name) => `due_${name}`);

// Its view and standard, who owes it and who is named, from which day and by which, the page that does it, and whether
// it belongs to one piece of the child's work.
const everyDuty = [
  'action_done action-due named ben-thackery 2026-04-23 2026-05-07 action child',
  'assessment_complete assessment-complete worker ama-lovelock 2026-04-01 2026-04-17 assessment child',
  'assessment_countersigned countersign manager marguerite-oyelaran 2026-04-08 2026-04-10 countersign child',
  'assessment_reviewed assessment-review worker - 2026-04-02 2026-07-02 assessment child',
  'breach_approved breach-approval manager marguerite-oyelaran 2026-04-27 2026-04-28 breach-check child',
  'breach_sent breach-papers worker - 2026-04-28 2026-05-13 breach child',
  'break_glass_reviewed break-glass-review manager - 2026-04-25 2026-04-27 break-glass child',
  'change_answered change-proposed worker - 2026-04-22 2026-04-24 change-proposed child',
  'change_reviewed change-event-review worker - 2026-04-21 2026-04-22 review child',
  'closure_approved closure-approval manager marguerite-oyelaran 2026-04-08 2026-04-10 closure work',
  'condition_kept condition-kept worker - 2026-04-17 2026-06-01 condition work',
  'contact_written_up contact-note named ama-lovelock 2025-04-16 2025-04-22 contact-outcome work',
  'contract_reviewed referral-order-review worker - 2026-11-02 2027-02-02 order-panel child',
  'contract_signed contract-signed worker - 2026-11-02 2026-11-09 order-meeting child',
  'decision_confirmed decision-confirm police - 2026-04-01 2026-04-07 decision child',
  'early_end_looked order-half-way worker - 2026-12-02 2026-12-16 early-end child',
  'education_answered education-answer worker - 2026-04-15 2026-04-22 education-ladder child',
  'education_asked education-school worker - 2026-04-13 2026-04-15 education-ladder child',
  'escalation_answered escalation-answer-1 manager - 2026-04-10 2026-04-14 escalation child',
  'exception_reviewed exception-review manager - 2026-04-13 2026-04-20 exception child',
  'excuse_asked excuse-asked worker - 2026-04-02 2026-04-07 missed-under-order work',
  'failure_acted_on failure-acted-on worker - 2026-04-24 2026-05-01 failure child',
  'failure_decided failure-decision worker - 2026-04-22 2026-04-29 failure child',
  'first_contact_child first-contact-child worker ama-lovelock 2026-04-01 2026-04-10 contact-record child',
  'first_contact_parent first-contact-parent worker ama-lovelock 2026-04-01 2026-04-10 contact-record child',
  'hearing_covered hearing-cover manager - 2026-04-20 2026-05-08 hearing child',
  'hearing_recorded hearing-result named ben-thackery 2026-04-22 2026-04-23 hearing child',
  'information_answered information-answer partner - 2026-04-14 2026-04-21 information child',
  'information_used information-use worker - 2026-04-15 2026-04-22 information child',
  'letter_sent letter-sent named ama-lovelock 2026-04-27 2026-04-28 letter child',
  'missed_contact_followed_up missed-contact-follow-up worker ama-lovelock 2026-04-02 2026-04-07 contact work',
  'order_ending order-last-day worker - 2027-08-03 2027-08-31 court-order child',
  'order_panel_first referral-order-panel worker - 2026-10-05 2026-11-02 order-panel child',
  'outcome_delivered outcome-delivered police - 2026-04-16 2026-04-30 outcome work',
  'outcome_finished outcome-23-work worker - 2026-04-17 2026-08-07 outcome work',
  'panel_after_assessment panel-after-assessment worker ama-lovelock 2026-04-02 2026-04-20 panel child',
  'plan_after_outcome plan-after-outcome worker - 2026-04-17 2026-05-11 plan work',
  'plan_reviewed plan-review worker - 2026-04-27 2026-07-27 plan child',
  'plan_step_done plan-step-due worker - 2026-04-27 2026-07-20 plan child',
  'police_notified outcome-23-notice worker - 2026-04-20 2026-04-21 police-notice work',
  'police_told police-told worker ama-lovelock 2026-04-01 2026-04-24 panel child',
  'referral_allocated referral-allocation manager - 2026-04-01 2026-04-07 referral child',
  'report_gatekept report-gatekeeping manager marguerite-oyelaran 2026-04-23 2026-04-24 court-report-check child',
  'report_given report-given named ama-lovelock 2026-04-25 2026-05-11 court-report child',
  'report_looked_again report-again named ama-lovelock 2026-04-27 2026-04-28 court-report child',
  'report_written report-pre-sentence named ama-lovelock 2026-04-20 2026-05-08 court-report child',
  'result_taken_up result-taken-up worker - 2026-04-22 2026-04-24 hearing child',
  'step_seen_to work-step named ama-lovelock 2026-04-16 2026-04-20 work-step child',
  'victim_contacted victim-contact victim-worker - 2026-04-28 2026-05-06 victim child',
  'victim_right_given victim-support-referral victim-worker - 2026-04-28 2026-04-30 victim-right child',
  'warning_reviewed warning-review named ben-thackery 2026-04-22 2026-10-22 warning child',
];

describe('every duty', () => {
  it('names its standard, who owes it, since when, by when, and the page that does it', () =>
    trialOfDuties(database(), async ({ tx }) => {
      const id = await makeChild(tx, { worker: 'ama-lovelock' });
      await layEveryDuty(tx, id);
      const person = new Map(
        ['ama-lovelock', 'ben-thackery', 'marguerite-oyelaran'].map((code) => [
          staffId(code),
          code,
        ]),
      );
      const row = async (name: string) => {
        const { rows } = await sql<Record<string, string | null>>`
          select standard, owed_by, owner_id, started_on, due_on, link_kind,
            involvement_id is not null as has_involvement from ${sql.id(`due_${name}`)}
          where child_id = ${id} order by started_on, due_on limit 1`.execute(tx);
        const found = rows[0];
        return [
          name,
          found?.standard,
          found?.owed_by,
          found?.owner_id ? person.get(found.owner_id) : '-',
          found?.started_on,
          found?.due_on,
          found?.link_kind,
          found?.has_involvement ? 'work' : 'child',
        ].join(' ');
      };
      const found = [];
      for (const name of (await views(tx)).filter((view) => view.startsWith('due_')))
        found.push(await row(name.replace('due_', '')));
      expect(found).toEqual(everyDuty);
    }));

  it('shows nothing of a sealed child to who is not on the list', () =>
    trialOfDuties(database(), async ({ tx, become }) => {
      const sealed = await makeChild(tx, { worker: 'ama-lovelock', restricted: true });
      const plain = await makeChild(tx, { worker: 'ama-lovelock' });
      for (const id of [sealed, plain]) await layEveryDuty(tx, id);
      for (const code of ['ama-lovelock', 'marguerite-oyelaran', 'philippa-standfast']) {
        await become(code);
        for (const view of ['live_work', 'met', 'record_gap']) {
          expect([view, await seenIn(tx, view, sealed)]).toEqual([view, 0]);
          expect(await seenIn(tx, view, plain), view).toBeGreaterThan(0);
        }
        const seen = await tx
          .selectFrom('duty')
          .select('standard')
          .where('child_id', '=', sealed)
          .execute();
        // That somebody opened a record in an emergency is looked at by other managers, whosever it is.
        expect(seen.map(({ standard }) => standard)).toEqual(
          code === 'ama-lovelock' ? [] : ['break-glass-review'],
        );
        expect(await seenIn(tx, 'duty', plain)).toBeGreaterThan(20);
      }
    }));

  it('a gap in a record is filled by whoever has the child, also before any work is live; else there is nobody to fill it', () =>
    trialOfDuties(database(), async ({ tx }) => {
      const ended = await makeChild(tx);
      const theirs = await makeChild(tx, { worker: 'ama-lovelock' });
      expect(await seenIn(tx, 'record_gap', ended)).toBe(0);
      expect(await seenIn(tx, 'record_gap', theirs)).toBeGreaterThan(0);
      const gaps = await rowsIn(tx, 'record_gap', theirs);
      await leaveAlone(tx);
      expect(await rowsIn(tx, 'record_gap', theirs)).toEqual(gaps);
    }));

  it('is that of its own service and child, whatever is laid down and done for others', () =>
    trialOfDuties(database(), async ({ tx }) => {
      const lay = async (id: string) => {
        await layEveryDuty(tx, id);
        await layInbox(tx, id);
      };
      const id = await makeChild(tx, { worker: 'ama-lovelock' });
      await lay(id);
      const names = await views(tx, []);
      const rows = async () => {
        const found: [string, readonly unknown[]][] = [];
        for (const name of names) found.push([name, await rowsIn(tx, name, id)]);
        return found;
      };
      const alone = await rows();
      expect(alone.filter(([, found]) => found.length === 0).map(([name]) => name)).toEqual(
        notLaid,
      );
      const other = await makeChild(tx, { worker: 'ama-lovelock' });
      await lay(other);
      await doAtTheEnd(tx, other);
      expect(await rows()).toEqual(alone);
      // Nothing of it stood on the other service's rows either, which have the same ids.
      await leaveAlone(tx);
      expect(await rows()).toEqual(alone);
    }));
});

/** Manager's entries, notices and meetings after everything that could wait for one. */
async function doAtTheEnd(tx: Tx, childId: string): Promise<void> {
  const own = () => ({ service_id: serviceId, id: newId(), child_id: childId });
  const on = '2026-08-03';
  const { rows } = await sql<{ ids: string[] }>`select coalesce(array_agg(subject_id), '{}') as ids
    from due_work where child_id = ${childId} and link_kind = 'oversight'`.execute(tx);
  const looked_at = rows[0]?.ids ?? [];
  await tx
    .insertInto('oversight_entry')
    .values({ ...own(), kind: 'note', text: 'Looked at', entered_on: on, looked_at })
    .execute();
  await put.contact(tx, childId, on);
  await put.assessment(tx, childId, on);
  const disposal = await tx
    .selectFrom('disposal')
    .select('id')
    .where('service_id', '=', serviceId)
    .where('child_id', '=', childId)
    .executeTakeFirstOrThrow();
  await tx
    .insertInto('police_notice')
    .values({
      ...own(),
      disposal_id: disposal.id,
      kind: 'not-complied',
      evidence: 'Two sessions missed',
      sent_on: on,
      sent_to: 'Police',
      proof: 'Their answer',
    })
    .execute();
}
