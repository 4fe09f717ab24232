import { demoId } from '../../src/demo/random.ts';
import { askOnce } from './copies.ts';
import { busyWorker, caseManagers, longCaseworker, smallService } from './extremes.ts';
import { authIdOf, signIn, withSite } from './site.ts';

export type Known = {
  readonly id: string;
  readonly forename: string;
  readonly surname: string;
  readonly born: string;
  readonly reference: string;
  readonly worker: string;
};

/** Who asks, each with a session of their own, and about whom. */
export type Cast = {
  readonly workers: readonly {
    readonly staffId: string;
    readonly cookie: string;
    readonly children: readonly Known[];
  }[];
  readonly busy: string;
  readonly long: { readonly cookie: string; readonly childId: string };
  readonly manager: string;
  readonly head: string;
  readonly administrator: string;
  readonly serviceId: string;
  readonly contacts: number;
};

/** Signs everybody in over a filled database, so that each copy of it knows their sessions, and finds whom they work with. */
export async function gatherCast(url: string): Promise<Cast> {
  const serviceId = demoId('service', 'eastmarsh');
  const known = await askOnce<Known & { contacts: number }>(
    url,
    `select distinct on (c.id) c.id, c.forename, c.surname, to_char(c.date_of_birth, 'DD/MM/YYYY') as born, f.reference, r.staff_id as worker,
      (select count(*)::int from contact n where n.service_id = c.service_id and n.child_id = c.id) as contacts
    from child c
    join relationship r on r.service_id = c.service_id and r.child_id = c.id and r.kind = 'allocated' and r.ends_at is null
    join referral f on f.service_id = c.service_id and f.child_id = c.id
    where c.service_id = $1 and c.id not in (select child_id from restricted_record)
    order by c.id`,
    [serviceId],
  );
  const [{ contacts = 0 } = {}] = await askOnce<{ contacts: number }>(
    url,
    'select count(*)::int as contacts from contact',
  );
  const long = known.reduce((most, each) => (each.contacts > most.contacts ? each : most));
  if (long.worker !== demoId('staff', longCaseworker))
    throw new Error('The child with the long history was not made');
  return withSite(url, async (site) => {
    const workers = [];
    for (const code of caseManagers) {
      const staffId = demoId('staff', code);
      const children = known.filter(({ worker }) => worker === staffId);
      workers.push({ staffId, cookie: await signIn(site, authIdOf(code)), children });
    }
    const [head] = await askOnce<{ id: string }>(
      url,
      `select auth_user_id as id from staff where service_id = $1 and role = 'head-of-service'`,
      [smallService.id],
    );
    return {
      workers,
      serviceId,
      contacts,
      busy: await signIn(site, authIdOf(busyWorker.code)),
      long: { cookie: await signIn(site, authIdOf(longCaseworker)), childId: long.id },
      manager: await signIn(site, authIdOf('marguerite-oyelaran')),
      head: await signIn(site, head?.id ?? ''),
      administrator: await signIn(site, authIdOf('freddie-okafor-bright')),
    };
  });
}
