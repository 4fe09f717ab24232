import { sql } from 'kysely';
import { rolesThat } from '../../../domain/access/can.ts';
import { type Attendee, panelRule } from '../../../domain/panels/quorum.ts';
import type { Tx } from '../../../platform/db/as-actor.ts';

/** Panels to come (soonest first) or past (latest first). */
export function panelList(
  tx: Tx,
  when: 'coming' | 'past',
  now: Date,
  part: { readonly limit: number; readonly offset: number },
) {
  return tx
    .selectFrom('panel')
    .select((eb) => [
      'panel.id',
      'panel.name',
      'panel.starts_at',
      'panel.place',
      'panel.status',
      'panel.window_opens',
      'panel.window_closes',
      eb
        .selectFrom('panel_item')
        .select(sql<number>`count(*)::int`.as('n'))
        .whereRef('panel_item.panel_id', '=', 'panel.id')
        .where('panel_item.state', 'in', ['listed', 'ready', 'decided'])
        .as('children'),
    ])
    .where(
      'panel.starts_at',
      when === 'coming' ? '>=' : '<',
      new Date(now.getTime() - 6 * 3_600_000),
    )
    .orderBy('panel.starts_at', when === 'coming' ? 'asc' : 'desc')
    .orderBy('panel.id')
    .limit(part.limit)
    .offset(part.offset)
    .execute();
}

/** The kind of panel that is set up, and what it is called: the one that decides referrals in England or in Wales, or the one asked for. */
export async function seating(tx: Tx, serviceId: string, kind: string) {
  const service = await tx
    .selectFrom('service')
    .select(['nation', 'panel_name'])
    .where('id', '=', serviceId)
    .executeTakeFirstOrThrow();
  const rule = panelRule(kind || (service.nation === 'wales' ? 'bureau' : 'joint-decision-panel'));
  return { panelName: rule.about === 'order' ? rule.name : service.panel_name, rule };
}

// Who works with children, or sits on panels.
const panelRoles = [
  ...new Set(
    (['home.mine', 'home.team', 'home.panel', 'panel.view'] as const).flatMap((each) =>
      rolesThat(each),
    ),
  ),
];

/** Staff who may be asked to a panel, by name. */
export function staffForPanels(tx: Tx) {
  return tx
    .selectFrom('staff')
    .select(['id', 'name', 'job_title', 'agency'])
    .where('active_to', 'is', null)
    .where('role', 'in', panelRoles)
    .orderBy('name')
    .execute();
}

export type PanelAttendee = {
  id: string;
  staff_id: string | null;
  name: string;
  agency: string;
  agency_label: string;
  job_title: string | null;
  is_substitute: boolean;
  substitute_for: string | null;
  sent_view: boolean;
  attended: Attendee['attendance'];
  version: number;
};

export type PanelOne = {
  id: string;
  kind: string;
  name: string;
  starts_at: Date;
  place: string;
  window_opens: Date;
  window_closes: Date;
  status: string;
  chair_id: string | null;
  version: number;
  attendees: PanelAttendee[];
};

/** One panel with everyone asked to it; nothing when it is not there or not for this person. */
export async function panelOne(tx: Tx, id: string): Promise<PanelOne | undefined> {
  const { rows } = await sql<PanelOne>`
    select p.id, p.kind, p.name, p.starts_at, p.place, p.window_opens, p.window_closes, p.status, p.chair_id, p.version,
      coalesce((
        select jsonb_agg(jsonb_build_object('id', a.id, 'staff_id', a.staff_id, 'name', a.name, 'agency', a.agency,
          'agency_label', coalesce(g.label, a.agency), 'job_title', w.job_title, 'is_substitute', a.is_substitute,
          'substitute_for', a.substitute_for, 'sent_view', a.sent_view, 'attended', a.attended, 'version', a.version) order by a.created_at, a.name)
        from panel_attendee a
        left join reference_code g on g.list = 'agency' and g.code = a.agency
        left join staff w on w.service_id = a.service_id and w.id = a.staff_id
        where a.service_id = p.service_id and a.panel_id = p.id), '[]') as attendees
    from panel p
    where p.id = ${id}`.execute(tx);
  return rows[0];
}

/** Attendees as the rule of quorum reads them. */
export const asAttendees = (rows: readonly PanelAttendee[]): Attendee[] =>
  rows.map((row) => ({
    name: row.name,
    agency: row.agency,
    attendance: row.attended,
    sentView: row.sent_view,
  }));
