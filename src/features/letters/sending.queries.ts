import { sql } from 'kysely';
import type { Barred, Channel, SendingState } from '../../domain/letters/sending.ts';
import type { Tx } from '../../platform/db/as-actor.ts';

/** A telephone, an e-mail or an address of the record, and why a letter may not go there. */
export type Way = {
  readonly id: string;
  readonly channel: Channel;
  readonly goes_to: string;
  readonly whose: string | null;
  readonly note: string | null;
  readonly safe_to_use: string | null;
  readonly why_not: Barred | null;
};

/** All of them for one letter, those that are used now first. */
export async function waysOf(tx: Tx, letterId: string): Promise<readonly Way[]> {
  const { rows } = await sql<Way>`
    select coalesce(contact_point_id, address_id) as id, channel, goes_to, whose, note, safe_to_use, why_not from letter_way
    where letter_id = ${letterId} order by why_not is not null, channel, whose, goes_to, id`.execute(
    tx,
  );
  return rows;
}

/** One letter on its way, as the outbox shows it. */
export type Sending = {
  readonly id: string;
  readonly version: number;
  readonly child_id: string;
  readonly letter_id: string;
  readonly channel: Channel;
  readonly sender: 'service' | 'person';
  readonly state: SendingState;
  readonly goes_to: string;
  readonly put_at: Date;
  readonly put_by: string | null;
  readonly sent_at: Date | null;
  readonly proof: string | null;
  readonly delivered_at: Date | null;
  readonly came_back_at: Date | null;
  readonly came_back_why: string | null;
  readonly told_by: string | null;
};
export type InOutbox = Sending & {
  readonly forename: string;
  readonly surname: string;
  readonly number: string;
  readonly kind: string;
};

/** What was put in the outbox, last first: of the whole service, or of one child. */
export async function outbox(
  tx: Tx,
  asked: {
    readonly childId?: string;
    readonly state?: string | null;
    readonly channel?: string | null;
    readonly limit: number;
    readonly offset: number;
  },
): Promise<readonly InOutbox[]> {
  const { childId = null, state = null, channel = null, limit, offset } = asked;
  const { rows } = await sql<InOutbox>`
    select s.id, s.version, s.child_id, s.letter_id, s.channel, s.sender, s.state, s.created_at as put_at, m.name as put_by,
      coalesce(p.value, concat_ws(', ', a.lines, a.postcode)) as goes_to, s.sent_at, s.proof, s.delivered_at, s.came_back_at, s.came_back_why,
      t.name as told_by, c.forename, c.surname, c.number, coalesce(k.label, l.kind) as kind
    from letter_sending s
    join letter l on l.service_id = s.service_id and l.id = s.letter_id
    join child c on c.service_id = s.service_id and c.id = s.child_id
    left join reference_code k on k.list = 'letter_kind' and k.code = l.kind
    left join staff m on m.service_id = s.service_id and m.id = s.created_by
    left join staff t on t.service_id = s.service_id and t.id = s.told_by
    left join child_contact_point p on p.service_id = s.service_id and p.id = s.contact_point_id
    left join child_address a on a.service_id = s.service_id and a.id = s.address_id
    where (${childId}::uuid is null or s.child_id = ${childId})
      and (${state}::text is null or s.state = ${state}) and (${channel}::text is null or s.channel = ${channel})
    order by s.created_at desc, s.id limit ${limit} offset ${offset}`.execute(tx);
  return rows;
}
