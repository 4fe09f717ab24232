import { createHmac } from 'node:crypto';
import { z } from 'zod';
import { idPattern } from '../http/is-id.ts';
import { type Answer, type Arrival, inShort, type Message, type Sender } from './sender.ts';

/** An API key of GOV.UK Notify: its name, the id of the service there, and the secret. */
export const notifyKey = new RegExp(`^.*?(${idPattern})-(${idPattern})$`, 'i');

const taken = z.object({ id: z.string() });
const found = z.object({ notifications: z.array(taken) });
const stands = z.object({ status: z.string() });
const faults = z.object({ errors: z.array(z.object({ message: z.string() })) });

type Settings = {
  readonly key: string;
  readonly url: string;
  readonly kind: 'email' | 'text';
  /** Its places are ((subject)), for an e-mail, and ((words)). */
  readonly template: string;
};
/** The time, and for how long an answer is waited for. */
type Tools = { readonly now: () => Date; readonly patience: number };

/**
 * Sends through GOV.UK Notify. It is asked first whether it has the message already: a server that was killed before it wrote down
 * the answer sends nothing twice.
 */
export function notifySender(settings: Settings, tools: Tools): Sender {
  const ask = (path: string, body?: object) => asked(settings, tools, path, body);
  return {
    by: 'GOV.UK Notify',
    send: async (message) => {
      const before = await ask(`/v2/notifications?reference=${message.id}`);
      if (before.kind !== 'answered') return before;
      const [first] = found.safeParse(before.body).data?.notifications ?? [];
      if (first) return tookIt(first.id);
      const answer = await ask(...request(settings, message));
      if (answer.kind !== 'answered') return answer;
      const sent = taken.safeParse(answer.body);
      return sent.success ? tookIt(sent.data.id) : notUnderstood;
    },
    arrival: async (providerId) => {
      const answer = await ask(`/v2/notifications/${encodeURIComponent(providerId)}`);
      return answer.kind === 'answered'
        ? arrivalOf(stands.safeParse(answer.body).data?.status ?? '')
        : { kind: 'under-way' };
    },
  };
}

const tookIt = (providerId: string): Answer => ({
  kind: 'taken',
  providerId,
  proof: `GOV.UK Notify took it, as ${inShort(providerId)}`,
});
type NotTaken = Exclude<Answer, { readonly kind: 'taken' }>;
const notUnderstood: NotTaken = {
  kind: 'not-now',
  why: 'GOV.UK Notify gave an answer that is not understood',
};

const request = (
  { kind, template }: Settings,
  { id: reference, to, subject, words }: Message,
): [string, object] =>
  kind === 'email'
    ? [
        '/v2/notifications/email',
        {
          email_address: to,
          template_id: template,
          personalisation: { subject, words },
          reference,
        },
      ]
    : [
        '/v2/notifications/sms',
        { phone_number: to, template_id: template, personalisation: { words }, reference },
      ];

type Asked = { readonly kind: 'answered'; readonly body: unknown } | NotTaken;

async function asked(
  { key, url }: Settings,
  { now, patience }: Tools,
  path: string,
  body?: object,
): Promise<Asked> {
  try {
    const response = await fetch(new URL(path, url), {
      method: body ? 'POST' : 'GET',
      headers: {
        authorization: `Bearer ${tokenOf(key, now())}`,
        'content-type': 'application/json',
      },
      ...(body ? { body: JSON.stringify(body) } : {}),
      redirect: 'error',
      signal: AbortSignal.timeout(patience),
    });
    const text = await response.text();
    if (response.ok) return { kind: 'answered', body: JSON.parse(text) };
    return {
      // It will never take what it calls a bad request. A wrong key, too many in a minute or a fault of its own pass.
      kind: response.status === 400 ? 'refused' : 'not-now',
      why: inShort(`GOV.UK Notify refused it (${response.status}): ${faultsIn(text)}`),
    };
  } catch (error) {
    if (error instanceof SyntaxError) return notUnderstood;
    return { kind: 'not-now', why: 'GOV.UK Notify did not answer' };
  }
}

function faultsIn(text: string): string {
  try {
    return faults
      .parse(JSON.parse(text))
      .errors.map(({ message }) => message)
      .join('. ');
  } catch {
    return 'it did not say why';
  }
}

// A JSON Web Token for one request: it is good for thirty seconds.
function tokenOf(key: string, now: Date): string {
  const [, iss = '', secret = ''] = notifyKey.exec(key) ?? [];
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const signed = `${part({ typ: 'JWT', alg: 'HS256' })}.${part({ iss, iat: Math.floor(now.getTime() / 1000) })}`;
  return `${signed}.${createHmac('sha256', secret).update(signed).digest('base64url')}`;
}

function arrivalOf(status: string): Arrival {
  if (status === 'delivered') return { kind: 'arrived' };
  const why = notDelivered[status];
  return why ? { kind: 'lost', why } : { kind: 'under-way' };
}

const notDelivered: Readonly<Record<string, string>> = {
  'permanent-failure': 'GOV.UK Notify: there is no such address or number',
  'temporary-failure': 'GOV.UK Notify: it could not be delivered in three days',
  'technical-failure': 'GOV.UK Notify: it was not sent, by a fault on its way',
};
