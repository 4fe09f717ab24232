import { createHmac } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';

/** How GOV.UK Notify answers the next post: takes it, refuses it, is busy or broken, takes it and drops the line before saying so, or says nothing. */
export type NotifyManners =
  | 'takes'
  | 400
  | 403
  | 429
  | 500
  | 'takes-and-drops'
  | 'silent'
  | 'not-json';

type Kept = {
  readonly id: string;
  readonly reference: string;
  readonly body: Body;
  status: string;
};
type Body = {
  readonly reference: string;
  readonly email_address?: string;
  readonly phone_number?: string;
  readonly template_id: string;
  readonly personalisation: { readonly subject?: string; readonly words: string };
};

export type NotifyServer = {
  readonly url: string;
  readonly key: string;
  manners: NotifyManners;
  /** What it took, in order; what a test says of one is what it says of it from then on. */
  readonly taken: Kept[];
  stop(): Promise<void>;
};

const service = '26785a09-ab16-4eb0-8407-a37497a57506';
const secret = '3d844edf-8d35-48ac-975b-e847b4f122b0';

/** GOV.UK Notify as it answers a live key, on this computer. */
export async function notifyServer(): Promise<NotifyServer> {
  const server = createServer((request, response) => void answer(request, response, made));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const made: NotifyServer = {
    url: `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`,
    key: `eastmarsh-${service}-${secret}`,
    manners: 'takes',
    taken: [],
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return made;
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  server: NotifyServer,
): Promise<void> {
  const { manners } = server;
  if (manners === 'silent') return;
  if (!isSigned(request.headers.authorization ?? ''))
    return say(response, 403, fault('Invalid token: signature, API token not found'));
  const { pathname, searchParams } = new URL(request.url ?? '', server.url);
  const [, , , last = ''] = pathname.split('/');
  if (request.method === 'GET' && last === '') {
    const reference = searchParams.get('reference');
    return say(response, 200, {
      notifications: server.taken.filter((each) => each.reference === reference),
    });
  }
  if (request.method === 'GET') {
    const kept = server.taken.find(({ id }) => id === last);
    return kept ? say(response, 200, kept) : say(response, 404, fault('No result found'));
  }
  if (typeof manners === 'number') return say(response, manners, fault(`Told to say ${manners}`));
  if (manners === 'not-json') return void response.end('<html>');
  let text = '';
  for await (const part of request) text += part;
  const body = JSON.parse(text) as Body;
  const id = `740e5834-3a29-46b4-9a6f-${String(server.taken.length).padStart(12, '0')}`;
  server.taken.push({ id, reference: body.reference, body, status: 'sending' });
  if (manners === 'takes-and-drops') return void request.socket.destroy();
  say(response, 201, { id, reference: body.reference });
}

const fault = (message: string) => ({ errors: [{ error: 'Fault', message }] });

function say(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

// As the provider reads a token: signed with the secret, by this service, within thirty seconds.
function isSigned(header: string): boolean {
  const [head = '', claims = '', signature = ''] = header.replace('Bearer ', '').split('.');
  const right = createHmac('sha256', secret).update(`${head}.${claims}`).digest('base64url');
  if (signature !== right) return false;
  const { iss, iat } = JSON.parse(Buffer.from(claims, 'base64url').toString());
  return iss === service && Math.abs(Date.now() / 1000 - iat) < 30;
}
