import { sql } from 'kysely';
import type { Day } from '../../../domain/calendar/day.ts';
import type { Tx } from '../../../platform/db/as-actor.ts';
import type { PageContext } from '../../../platform/http/context.ts';
import { isId } from '../../../platform/http/is-id.ts';

export type StaffLine = {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly jobTitle: string;
  readonly role: string;
  readonly team: string | null;
  readonly activeFrom: Day;
  readonly activeTo: Day | null;
  readonly hasSignIn: boolean;
};

type Filter = {
  readonly name: string;
  readonly ended: boolean;
  readonly today: Day;
  readonly page: number;
};

export const staffAPage = 100;

/** A page of people by name, and the next one where there is another: those who work here now or soon, or whose access has ended. */
export async function staffList(
  tx: Tx,
  { name, ended, today, page }: Filter,
): Promise<StaffLine[]> {
  const { rows } = await sql<StaffLine>`
    select s.id, s.name, s.email, s.job_title as "jobTitle", s.role, t.name as team, s.active_from as "activeFrom",
      s.active_to as "activeTo", s.auth_user_id is not null as "hasSignIn"
    from staff s
    left join team t on t.service_id = s.service_id and t.id = s.team_id
    where (s.active_to is not null and s.active_to < ${today}) = ${ended}
      and (${name} = '' or s.name ilike '%' || ${name.replace(/[\\%_]/g, '\\$&')} || '%')
    order by s.name, s.id
    limit ${staffAPage + 1} offset ${(page - 1) * staffAPage}`.execute(tx);
  return rows;
}

/** The person of the address as an administrator edits them; undefined when there is no such person here. */
export const personOf = async ({ tx, param }: Pick<PageContext, 'tx' | 'param'>) =>
  isId(param('staffId')) ? staffMember(tx, param('staffId')) : undefined;

const staffMember = (tx: Tx, id: string) =>
  tx
    .selectFrom('staff')
    .select(['id', 'name', 'email', 'job_title', 'agency', 'role', 'team_id', 'manager_id'])
    .select(['skills', 'case_limit', 'active_from', 'active_to', 'version', 'auth_user_id'])
    .where('id', '=', id)
    .executeTakeFirst();

export type StaffMember = NonNullable<Awaited<ReturnType<typeof staffMember>>>;

/** The service's teams, by name. */
export function teams(tx: Tx) {
  return tx.selectFrom('team').select(['id', 'name']).orderBy('name').orderBy('id').execute();
}

/** Whether another person of the service has this e-mail. */
export async function isEmailTaken(tx: Tx, email: string, except: string | null): Promise<boolean> {
  const row = await tx
    .selectFrom('staff')
    .select('id')
    .where((eb) => eb(eb.fn('lower', ['email']), '=', email.toLowerCase()))
    .$if(except !== null, (query) => query.where('id', '<>', except ?? ''))
    .executeTakeFirst();
  return row !== undefined;
}
