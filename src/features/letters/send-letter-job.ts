import { type Kysely, sql } from 'kysely';
import { z } from 'zod';
import { can } from '../../domain/access/can.ts';
import { type Barred, type Channel, reachedAt, whyNot } from '../../domain/letters/sending.ts';
import { asActor, type Tx } from '../../platform/db/as-actor.ts';
import type { DB } from '../../platform/db/tables.generated.ts';
import { askedBy, personOf } from '../../platform/jobs/job-person.ts';
import type { Message, Sender, Senders } from '../../platform/notify/sender.ts';

export const letterJob = 'letter-sending';
const jobData = askedBy.extend({ sendingId: z.string() });
type Asked = z.infer<typeof jobData>;

const mostTries = 8;
/** After one minute, then two, four, to four hours: eight tries are two hours, and for three days it is asked whether a letter arrived. */
export const letterRetries = {
  retryLimit: 30,
  retryDelay: 60,
  retryBackoff: true,
  retryDelayMax: 4 * 60 * 60,
} as const;

// Says no more than that: what goes wrong is kept with the job, and names nobody.
class NotYet extends Error {}

type Standing = {
  readonly state: string;
  readonly provider_id: string | null;
  readonly channel: Channel;
  readonly tries: number;
};

/**
 * Sends a letter of the outbox, as the person who put it there: what may not go any more comes back to them. Tried again, it goes on
 * from where it stood; what was sent is asked after until it has arrived.
 */
export async function sendLetter(db: Kysely<DB>, data: unknown, senders: Senders): Promise<void> {
  const asked = jobData.parse(data);
  const standing = await asServer(db, asked, (tx) => tried(tx, asked.sendingId));
  if (standing?.state === 'queued') await send(db, asked, standing, senders);
  if (standing?.state === 'sent') await askAfter(db, asked, standing, senders);
}

/** Says that a letter is given up: each time, the server that sent it had stopped. */
export const loseLetter = (db: Kysely<DB>, data: unknown): Promise<void> =>
  comesBack(db, jobData.parse(data), 'queued', stoppedEachTime);
const stoppedEachTime =
  'Foothold stopped each time while it sent the letter, which may have gone: ask whether it came';

async function send(db: Kysely<DB>, asked: Asked, standing: Standing, senders: Senders) {
  if (standing.tries > mostTries) return comesBack(db, asked, 'queued', stoppedEachTime);
  const letter = await letterToGo(db, asked);
  const sender = standing.channel === 'post' ? null : senders[standing.channel];
  if (!sender)
    return comesBack(
      db,
      asked,
      'queued',
      'This service sends nothing of the kind by itself any more',
    );
  if (letter.kind === 'not') return comesBack(db, asked, 'queued', letter.why);
  const answer = await sender.send(letter.message);
  if (answer.kind === 'taken') {
    await becomes(db, asked, {
      from: 'queued',
      to: 'sent',
      provider: answer.providerId,
      said: answer.proof,
    });
    if (sender.arrival) throw new NotYet('It is asked later whether it arrived');
    return;
  }
  if (answer.kind === 'not-now' && standing.tries < mostTries)
    throw new NotYet('It is tried again');
  await comesBack(
    db,
    asked,
    'queued',
    answer.kind === 'refused' ? answer.why : `${answer.why}. It was tried ${mostTries} times`,
  );
}

async function askAfter(db: Kysely<DB>, asked: Asked, standing: Standing, senders: Senders) {
  const sender: Sender | null = standing.channel === 'post' ? null : senders[standing.channel];
  if (!sender?.arrival || standing.provider_id === null) return;
  const arrival = await sender.arrival(standing.provider_id);
  if (arrival.kind === 'under-way') throw new NotYet('It is asked later whether it arrived');
  if (arrival.kind === 'lost') return comesBack(db, asked, 'sent', arrival.why);
  await becomes(db, asked, { from: 'sent', to: 'delivered', provider: null, said: null });
}

type ToGo =
  | { readonly kind: 'goes'; readonly message: Message }
  | { readonly kind: 'not'; readonly why: string };

// The letter as it may go now, read as the person who sends it: whether it is safe is asked again.
async function letterToGo(db: Kysely<DB>, asked: Asked): Promise<ToGo> {
  const actor = await personOf(db, asked);
  const lost = { kind: 'not', why: `${actor.name} may not write to this child any more` } as const;
  if (!can(actor, 'letter.write')) return lost;
  const { rows } = await asActor(db, actor, (tx) =>
    sql<{
      channel: Channel;
      goes_to: string;
      why_not: Barred | null;
      subject: string;
      words: string;
      is_old: boolean;
    }>`
      select w.channel, w.goes_to, w.why_not, l.subject, l.words, s.created_at < now() - interval '1 day' as is_old
      from letter_sending s
      join letter l on l.service_id = s.service_id and l.id = s.letter_id
      join letter_way w on w.service_id = s.service_id and w.letter_id = s.letter_id and w.contact_point_id = s.contact_point_id
      where s.id = ${asked.sendingId}`.execute(tx),
  );
  const [found] = rows;
  if (!found) return lost;
  if (found.is_old)
    return {
      kind: 'not',
      why: 'It was in the outbox for more than a day: see that it still holds',
    };
  const why = whyNot(found, found.words);
  const to = reachedAt(found);
  if (why !== null || to === null) return { kind: 'not', why: `Nothing was sent: ${why}` };
  const { subject, words } = found;
  return { kind: 'goes', message: { id: asked.sendingId, to, subject, words } };
}

// What became of a letter is written down by the server: whoever sent it may have lost the child since.
const asServer = <T>(db: Kysely<DB>, { serviceId, staffId }: Asked, work: (tx: Tx) => Promise<T>) =>
  db.transaction().execute(async (tx) => {
    await sql`select set_config('app.service', ${serviceId}, true), set_config('app.staff', ${staffId}, true)`.execute(
      tx,
    );
    return work(tx);
  });

async function tried(tx: Tx, sendingId: string): Promise<Standing | undefined> {
  const { rows } = await sql<Standing>`select * from letter_sending_tried(${sendingId})`.execute(
    tx,
  );
  return rows[0];
}

type Step = {
  readonly from: 'queued' | 'sent';
  readonly to: 'sent' | 'delivered' | 'sent-back';
  readonly provider: string | null;
  readonly said: string | null;
};

const becomes = (db: Kysely<DB>, asked: Asked, { from, to, provider, said }: Step) =>
  asServer(db, asked, async (tx) => {
    await sql`select letter_sending_becomes(${asked.sendingId}, ${from}, ${to}, ${provider}, ${said})`.execute(
      tx,
    );
  });

const comesBack = (db: Kysely<DB>, asked: Asked, from: Step['from'], said: string) =>
  becomes(db, asked, { from, to: 'sent-back', provider: null, said });
