import { sql, type Transaction } from 'kysely';
import { addDays, type Day } from '../domain/calendar/day.ts';
import type { EntryValues } from '../domain/orders/register/entry.ts';
import type { DB } from '../platform/db/tables.generated.ts';
import { demoId } from './random.ts';
import { at } from './working-days.ts';

const court = 'Eastmarsh Youth Court';

type Heard = {
  readonly id: string;
  readonly child_id: string;
  readonly surname: string;
  readonly forename: string;
  readonly date_of_birth: Day | null;
  readonly listed_on: Day;
  readonly results: EntryValues['results'];
};

/** A register that is in, and one in which a child who is not on record and a namesake wait for a person. */
export async function tellRegisters(
  tx: Transaction<DB>,
  serviceId: string,
  asOf: Day,
): Promise<void> {
  const { rows } = await sql<Heard>`
    select h.id, h.child_id, c.surname, c.forename, c.date_of_birth, h.listed_on,
      jsonb_agg(jsonb_build_object('offence', g.wording, 'code', r.code, 'words', r.words) order by r.id) as results
    from hearing h
    join child c on c.service_id = h.service_id and c.id = h.child_id
    join hearing_result r on r.service_id = h.service_id and r.hearing_id = h.id
    left join charge g on g.service_id = r.service_id and g.id = r.charge_id
    where h.service_id = ${serviceId} and not exists (select 1 from restricted_record x where x.service_id = c.service_id and x.child_id = c.id)
    group by h.id, h.child_id, c.surname, c.forename, c.date_of_birth, h.listed_on
    order by h.listed_on desc, h.id limit 1`.execute(tx);
  const [heard] = rows;
  if (!heard) return;
  const came = {
    surname: heard.surname,
    forename: heard.forename,
    dateOfBirth: heard.date_of_birth,
  };
  const isIn = { state: 'in', child_id: heard.child_id, hearing_id: heard.id };
  await tellRegister(tx, serviceId, heard.listed_on, [
    {
      values: { ...came, results: heard.results },
      ...isIn,
      reasons: ['It came in as it was sent'],
    },
  ]);
  const order = {
    offence: 'Common assault',
    code: 'not-in-list',
    words: 'Referral order 6 months',
  };
  const bail = {
    offence: 'Theft from a shop',
    code: 'not-in-list',
    words: 'Adjourned for a report',
  };
  await tellRegister(tx, serviceId, addDays(asOf, -1), [
    {
      values: {
        surname: 'Quillfeather',
        forename: 'Ottilie',
        dateOfBirth: addDays(asOf, -5300),
        results: [order],
      },
      state: 'held',
      reasons: [
        'Nobody on record is this child: decide whether they are put on record, or are not ours',
      ],
    },
    {
      values: { ...came, forename: null, results: [bail] },
      state: 'held',
      reasons: ['Forename missing: ask the court for it, then decide the entry'],
    },
  ]);
}

type Told = {
  readonly values: Pick<EntryValues, 'surname' | 'forename' | 'dateOfBirth' | 'results'>;
  readonly state: string;
  readonly reasons: readonly string[];
  readonly child_id?: string;
  readonly hearing_id?: string;
};

async function tellRegister(
  tx: Transaction<DB>,
  service_id: string,
  day: Day,
  told: readonly Told[],
): Promise<void> {
  const register_id = demoId('register', day);
  const made = {
    service_id,
    created_at: at(day, '18:05'),
    created_by: demoId('staff', 'odile-farthingale'),
  };
  await tx
    .insertInto('court_register')
    .values({ ...made, id: register_id, file_name: `register-${day}.csv`, file_hash: register_id })
    .execute();
  const usual = {
    ...{ sex: 'not-asked', address: null, postcode: null, urn: null },
    ...{ court, heardOn: day, heardAt: '10:00', kind: 'Sentence', attended: 'not-known' },
    ...{ nextOn: null, nextAt: null },
  };
  await tx
    .insertInto('register_entry')
    .values(
      told.map(({ values, reasons, ...entry }, place) => ({
        ...made,
        ...entry,
        id: demoId('register entry', day, place),
        register_id,
        lines: JSON.stringify([place + 2]),
        said: JSON.stringify({ ...usual, ...values }),
        reasons: [...reasons],
        fingerprint: demoId('register words', day, place),
      })),
    )
    .execute();
}
