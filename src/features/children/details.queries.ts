import { sql } from 'kysely';
import type { Day } from '../../domain/calendar/day.ts';
import type { Tx } from '../../platform/db/as-actor.ts';

/** What stands now on the details page; each part is empty where there is none or where this person may not see it. */
export type Details = {
  readonly names: { readonly name: string; readonly kind: string }[];
  readonly identifiers: { readonly kind: string; readonly value: string }[];
  readonly addresses: {
    readonly lines: string;
    readonly postcode: string | null;
    readonly type: string;
    readonly suitable: string;
    readonly from: Day;
    readonly verified: boolean;
    readonly protected: boolean;
  }[];
  readonly points: {
    readonly value: string;
    readonly whose: string;
    readonly safe: string;
    readonly note: string | null;
  }[];
  readonly education: {
    readonly provider: string;
    readonly type: string;
    readonly offered: number | null;
    readonly attended: number | null;
    readonly from: Day;
  }[];
  readonly care: {
    readonly status: string;
    readonly authority: string | null;
    readonly from: Day;
  }[];
  readonly told: {
    readonly kind: string;
    readonly answer: string;
    readonly known: boolean;
    readonly source: string;
    readonly verified: boolean;
  }[];
  readonly workers: {
    readonly name: string;
    readonly kind: string;
    readonly title: string;
    readonly since: string;
  }[];
  readonly distinctions: { readonly other: string; readonly reason: string }[];
};

/** The details page's rows in one statement. */
export async function detailsOf(tx: Tx, serviceId: string, childId: string): Promise<Details> {
  const { rows } = await sql<Details>`
    with me as (select ${serviceId}::uuid as service_id, ${childId}::uuid as child_id)
    select
      coalesce((select json_agg(json_build_object('name', n.forename || ' ' || n.surname, 'kind', n.kind) order by n.id desc)
        from child_name n where n.service_id = me.service_id and n.child_id = me.child_id), '[]') as names,
      coalesce((select json_agg(json_build_object('kind', coalesce(t.label, i.kind), 'value', i.value) order by i.kind, i.value)
        from child_identifier i left join reference_code t on t.list = 'identifier_type' and t.code = i.kind
        where i.service_id = me.service_id and i.child_id = me.child_id), '[]') as identifiers,
      coalesce((select json_agg(json_build_object('lines', a.lines, 'postcode', a.postcode, 'type', coalesce(t.label, a.accommodation_type),
          'suitable', a.suitable, 'from', a.valid_from, 'verified', a.verified_on is not null, 'protected', a.non_disclosure))
        from child_address a left join reference_code t on t.list = 'accommodation_type' and t.code = a.accommodation_type
        where a.service_id = me.service_id and a.child_id = me.child_id and a.valid_to is null), '[]') as addresses,
      coalesce((select json_agg(json_build_object('value', p.value, 'whose', p.whose, 'safe', p.safe_to_use, 'note', p.note) order by p.whose, p.value)
        from child_contact_point p where p.service_id = me.service_id and p.child_id = me.child_id and p.valid_to is null), '[]') as points,
      coalesce((select json_agg(json_build_object('provider', e.provider, 'type', coalesce(t.label, e.provision), 'offered', e.hours_offered,
          'attended', e.hours_attended, 'from', e.valid_from) order by e.valid_from desc)
        from education_episode e left join reference_code t on t.list = 'education_type' and t.code = e.provision
        where e.service_id = me.service_id and e.child_id = me.child_id and e.valid_to is null), '[]') as education,
      coalesce((select json_agg(json_build_object('status', coalesce(t.label, e.status), 'authority', e.authority, 'from', e.valid_from) order by e.valid_from desc)
        from care_episode e left join reference_code t on t.list = 'care_status' and t.code = e.status
        where e.service_id = me.service_id and e.child_id = me.child_id and e.valid_to is null), '[]') as care,
      coalesce((select json_agg(json_build_object('kind', x.kind, 'answer', coalesce(t.label, n.label, x.code, x.not_known), 'known', x.code is not null,
          'source', coalesce(s.label, x.source), 'verified', x.verified_on is not null) order by x.kind, x.recorded_on desc, x.id)
        from characteristic x
        left join reference_code t on t.list = case x.kind when 'send' then 'send_status' else x.kind end and t.code = x.code
        left join reference_code n on n.list = 'not_known_reason' and n.code = x.not_known
        left join reference_code s on s.list = 'information_source' and s.code = x.source
        where x.service_id = me.service_id and x.child_id = me.child_id and x.ended_on is null), '[]') as told,
      coalesce((select json_agg(json_build_object('name', s.name, 'kind', r.kind, 'title', s.job_title, 'since', r.starts_at) order by r.kind, s.name)
        from relationship r join staff s on s.service_id = r.service_id and s.id = r.staff_id
        where r.service_id = me.service_id and r.child_id = me.child_id and r.ends_at is null), '[]') as workers,
      coalesce((select json_agg(json_build_object('other', c.forename || ' ' || c.surname || ', ' || c.number, 'reason', d.reason) order by d.id)
        from child_distinction d join child c on c.service_id = d.service_id and c.id = case when d.child_id = me.child_id then d.other_child_id else d.child_id end
        where d.service_id = me.service_id and me.child_id in (d.child_id, d.other_child_id)), '[]') as distinctions
    from me`.execute(tx);
  const [row] = rows;
  if (!row) throw new Error('The details are one row');
  return row;
}
