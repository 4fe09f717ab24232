import { sql } from 'kysely';
import type { Day } from '../../../domain/calendar/day.ts';
import type { Fact } from '../../../domain/reports/facts.ts';
import type { feedbackSources, usefulness } from '../../../domain/reports/feedback.ts';
import type { ReportState } from '../../../domain/reports/report.ts';
import type { WrittenSection } from '../../../domain/reports/report-document.ts';
import { reportKind, reportSection } from '../../../domain/reports/template.ts';
import type { Tx } from '../../../platform/db/as-actor.ts';
import { referenceRows } from '../../../platform/db/reference-rows.ts';

/** The kinds of report and what stands in each, as data. */
export async function templatesOf(tx: Tx) {
  const rows = await referenceRows(tx, ['court_report_kind', 'court_report_section']);
  return {
    kinds: rows.court_report_kind.map(reportKind),
    sections: rows.court_report_section.map(reportSection),
  };
}
export type Templates = Awaited<ReturnType<typeof templatesOf>>;

/** A section while it is being written. */
export type SectionRow = {
  readonly id: string;
  readonly version: number;
  readonly section: string;
  readonly words: string;
  readonly chosen: readonly string[];
};

/** A report as it was sent. */
export type Sent = {
  readonly sections: readonly WrittenSection[];
  readonly facts: readonly Fact[];
};

export type Given = {
  readonly number: number;
  readonly what: string;
  readonly recipient: string;
  readonly given_on: Day;
};

export type Feedback = {
  readonly received_on: Day;
  readonly said_by: keyof typeof feedbackSources;
  readonly useful: keyof typeof usefulness;
  readonly themes: readonly string[];
  readonly words: string | null;
};

export type Report = {
  readonly id: string;
  readonly version: number;
  readonly kind: string;
  readonly asked_on: Day;
  readonly hearing_id: string | null;
  readonly order_id: string | null;
  readonly author_id: string | null;
  readonly status: ReportState;
  readonly sent_on: Day | null;
  readonly sent_by: string | null;
  readonly checks: readonly string[];
  readonly manager_note: string | null;
  readonly returned_on: Day | null;
  readonly approved_on: Day | null;
  readonly opened_again_on: Day | null;
  readonly opened_again_why: string | null;
  readonly not_needed_on: Day | null;
  readonly not_needed_why: string | null;
  readonly author: string | null;
  readonly sender: string | null;
  readonly approver: string | null;
  /** The last day on which it may be given as it was approved. */
  readonly good_until: Day | null;
  readonly order: string | null;
  readonly hearing: {
    readonly court: string;
    readonly kind: string;
    readonly listed_on: Day;
    readonly state: string;
  } | null;
  readonly sections: readonly SectionRow[];
  /** As it was last sent. */
  readonly latest: Sent | null;
  /** What the court did on the day of its hearing: orders that it made, and what became of the order that the report is about. */
  readonly did: readonly { readonly code: string; readonly label: string }[];
  readonly given: readonly Given[];
  readonly feedback: readonly Feedback[];
  /** How often it was sent. */
  readonly times: number;
};

/** What the court did at the hearing of a report, once that was held. */
export const did = sql`coalesce((select jsonb_agg(jsonb_build_object('code', z.code, 'label', z.label) order by z.label) from (
    select y.kind as code, coalesce(c.label, y.kind) as label from court_order y
      left join reference_code c on c.list = 'court_order' and c.code = y.kind
      where y.service_id = r.service_id and y.child_id = r.child_id and y.made_on = h.listed_on
    union
    select e.what, e.what from court_order_event e
      where e.service_id = r.service_id and e.order_id = r.order_id and e.happened_on = h.listed_on and e.what in ('amended', 'revoked')
    union
    select b.outcome, replace(b.outcome, '-', ' ') from breach b
      where b.service_id = r.service_id and b.order_id = r.order_id and b.heard_on = h.listed_on and b.outcome is not null) z
  where h.state = 'held'), '[]')`;

/** A child's reports, those asked for last first. */
export async function reportsOf(tx: Tx, childId: string): Promise<readonly Report[]> {
  const { rows } = await sql<Report>`
    select r.*, a.name as author, s.name as sender, p.name as approver, d.due_on as good_until,
      coalesce(k.label, o.kind) || ', made on ' || to_char(o.made_on, 'FMDD FMMonth YYYY') as order,
      case when h.id is not null then jsonb_build_object('court', h.court, 'kind', coalesce(t.label, h.kind), 'listed_on', h.listed_on, 'state', h.state) end as hearing,
      coalesce((select jsonb_agg(jsonb_build_object('id', x.id, 'version', x.version, 'section', x.section, 'words', x.words, 'chosen', x.chosen))
        from court_report_section x where x.service_id = r.service_id and x.report_id = r.id), '[]') as sections,
      v.content as latest, coalesce(v.number, 0) as times, ${did} as did,
      coalesce((select jsonb_agg(jsonb_build_object('number', g.report_number, 'what', g.what, 'recipient', g.recipient, 'given_on', g.given_on) order by g.given_on, g.created_at)
        from disclosure g where g.service_id = r.service_id and g.report_id = r.id), '[]') as given,
      coalesce((select jsonb_agg(jsonb_build_object('received_on', f.received_on, 'said_by', f.said_by, 'useful', f.useful, 'words', f.words,
          'themes', array(select c.label from reference_code c where c.list = 'court_feedback_theme' and c.code = any (f.themes) order by c.sort)) order by f.received_on, f.created_at)
        from court_report_feedback f where f.service_id = r.service_id and f.report_id = r.id), '[]') as feedback
    from court_report r
    left join staff a on a.service_id = r.service_id and a.id = r.author_id
    left join staff s on s.service_id = r.service_id and s.id = r.sent_by
    left join staff p on p.service_id = r.service_id and p.id = r.approved_by
    left join hearing h on h.service_id = r.service_id and h.id = r.hearing_id
    left join reference_code t on t.list = 'hearing_kind' and t.code = h.kind
    left join court_order o on o.service_id = r.service_id and o.id = r.order_id
    left join reference_code k on k.list = 'court_order' and k.code = o.kind
    left join lateral (select n.content, n.number from court_report_version n
      where n.service_id = r.service_id and n.report_id = r.id order by n.number desc limit 1) v on true
    left join lateral due_day(r.service_id, 'report-stale', r.approved_on) d on true
    where r.child_id = ${childId}
    order by r.asked_on desc, r.created_at desc, r.id`.execute(tx);
  return rows;
}

export type Version = {
  readonly number: number;
  readonly sent_on: Day;
  readonly by: string | null;
  readonly content: Sent;
};

/** Whether this person wrote in it or sent it: then another manager approves it. */
export async function wroteIn(tx: Tx, reportId: string): Promise<boolean> {
  const { rows } = await sql<{
    wrote: boolean;
  }>`select wrote_in_report(${reportId}) as wrote`.execute(tx);
  return rows[0]?.wrote ?? true;
}

/** A report each time that it was sent, oldest first. */
export async function versionsOf(tx: Tx, reportId: string): Promise<readonly Version[]> {
  const { rows } = await sql<Version>`
    select v.number, v.sent_on, s.name as by, v.content from court_report_version v
    left join staff s on s.service_id = v.service_id and s.id = v.created_by
    where v.report_id = ${reportId} order by v.number`.execute(tx);
  return rows;
}
