import { sql, type Transaction } from 'kysely';
import type { Day } from '../domain/calendar/day.ts';
import { mondayOf, yearBegan } from '../domain/needs/entitlement.ts';
import { settleShortfalls } from '../features/needs/ladder/shortfall.queries.ts';
import type { DB } from '../platform/db/tables.generated.ts';
import { demoId } from './random.ts';

const mostOfTheRound = 60;

/** The education worker works with children of school age who have a worker now, and knows their last weeks. */
export async function tellEducation(
  tx: Transaction<DB>,
  service_id: string,
  asOf: Day,
): Promise<void> {
  const worker = demoId('staff', 'tegan-bamford-ali');
  const monday = mondayOf(asOf);
  await sql`
    insert into relationship (service_id, id, child_id, staff_id, kind, reason, starts_at, created_by, created_at)
    select r.service_id, md5('education' || r.child_id)::uuid, r.child_id, ${worker}::uuid, 'partner', 'Goes through their weeks of education', r.starts_at, r.created_by, r.starts_at
    from relationship r
    join child c on c.service_id = r.service_id and c.id = r.child_id
    where r.service_id = ${service_id} and r.kind = 'allocated' and r.ends_at is null and c.merged_into is null
      and c.date_of_birth > ${monday}::date - interval '17 years'
      and not exists (select 1 from restricted_record x where x.service_id = c.service_id and x.child_id = c.id and x.ended_on is null)
    order by c.id limit ${mostOfTheRound}`.execute(tx);
  // Last week is told of everybody and this week of nobody: it is what the round of today asks.
  await sql`
    insert into education_week (service_id, id, child_id, week, expected_hours, offered_hours, attended_hours, barrier, next_action, source, created_by, created_at)
    select r.service_id, md5('education' || r.child_id || n)::uuid, r.child_id, ${monday}::date - 7 * n, k.hours,
      e.hours_offered, e.hours_attended,
      case when e.hours_offered < k.hours then 'part-time' when e.hours_attended < k.hours then (array['anxious', 'does-not-want', 'suspended'])[1 + n % 3] end,
      case when e.hours_attended < k.hours then 'Ask the school what would bring more hours, and tell the worker' end,
      'school', ${worker}::uuid, ((${monday}::date - 7 * n) + time '09:30') at time zone 'Europe/London'
    from relationship r
    join child c on c.service_id = r.service_id and c.id = r.child_id
    cross join generate_series(1, 5) n
    left join lateral (
      select (attributes ->> 'hours')::numeric as hours from reference_code
      where list = 'education_entitlement' and attributes ->> 'ages' <> '' and extract(year from age(${yearBegan(monday)}::date, c.date_of_birth))
        between split_part(attributes ->> 'ages', '-', 1)::int and split_part(attributes ->> 'ages', '-', 2)::int) k on true
    join lateral (
      select * from education_episode e where e.service_id = r.service_id and e.child_id = r.child_id and e.valid_to is null
      order by e.valid_from desc, e.id limit 1) e on true
    where r.service_id = ${service_id} and r.staff_id = ${worker}::uuid and r.kind = 'partner' and r.ends_at is null
      and r.starts_at < ${monday}::date - 7 * n`.execute(tx);
  await tellLadder(tx, service_id, asOf, worker);
}

/** Most weeks that fall short are asked about; some went further, and the board's seat is vacant when the first comes near it. */
async function tellLadder(tx: Transaction<DB>, service_id: string, asOf: Day, worker: string) {
  const children = await tx
    .selectFrom('education_week')
    .select('child_id')
    .distinct()
    .where('service_id', '=', service_id)
    .execute();
  await settleShortfalls(
    tx,
    { serviceId: service_id },
    asOf,
    children.map(({ child_id }) => child_id),
  );
  await sql`update education_shortfall set opened_on = greatest(began_week, ${asOf}::date - 40), created_by = ${worker}::uuid
    where service_id = ${service_id}`.execute(tx);
  await sql`
    insert into education_step (service_id, id, child_id, shortfall_id, rung, asked_on, asked_who, asked_what, answered_on, answer, created_by, created_at)
    select s.service_id, md5(r.rung || s.id)::uuid, s.child_id, s.id, r.rung, s.opened_on + r.days, r.who, r.what,
      case when s.turn >= r.answered_from then s.opened_on + r.days + 3 end, case when s.turn >= r.answered_from then r.answer end,
      ${worker}::uuid, (s.opened_on + r.days + time '10:15') at time zone 'Europe/London'
    from (select *, (row_number() over (order by child_id) - 1) % 8 as turn from education_shortfall where service_id = ${service_id} and ended_on is null) s
    join (values
      ('school', 1, 2, 'The head of year', 'What would bring the child more hours, and by when?', 4, 'Two more lessons a week from next month; more when they are managed.'),
      ('virtual-school', 6, 12, 'The duty officer of the virtual school', 'The school offers no more than this: what can you bring?', 6, 'A tutor for six hours a week is being looked for.'),
      ('head', 7, 24, 'The head of service', 'Neither the school nor the virtual school brings the hours.', 7, 'I have written to the director of children’s services and ask again in two weeks.')
    ) as r (rung, from_turn, days, who, what, answered_from, answer) on s.turn >= r.from_turn and s.opened_on + r.days + 3 < ${asOf}::date
    order by s.child_id, r.days`.execute(tx);
  await sql`
    insert into board_seat (service_id, id, seat, vacant_since) values (${service_id}, md5('board-seat')::uuid, 'education', ${asOf}::date - 12)`.execute(
    tx,
  );
}
