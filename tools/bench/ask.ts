import { Agent, request } from 'node:http';

/** One request as a browser sends it. */
export type Visit = {
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Posted when given. */
  readonly body?: string;
  /** The answer that says that it was done. */
  readonly status?: number;
};
export type Heard = {
  readonly text: string;
  /** As it came over the wire, compressed. */
  readonly bytes: number;
  readonly cookies: readonly string[];
};

/** Connections to one server that stay open between requests, as a browser's and a proxy's do. */
export function connectionsTo(origin: string) {
  const agent = new Agent({ keepAlive: true, maxSockets: 200 });
  const { hostname, port } = new URL(origin);
  const ask = ({ path, headers = {}, body, status = 200 }: Visit) =>
    new Promise<Heard>((resolve, reject) => {
      const method = body === undefined ? 'GET' : 'POST';
      const sent = request(
        { agent, hostname, port, family: 4, path, method, headers },
        (answer) => {
          const chunks: Buffer[] = [];
          answer.on('data', (chunk: Buffer) => chunks.push(chunk));
          answer.on('error', reject);
          answer.on('end', () => {
            const all = Buffer.concat(chunks);
            if (answer.statusCode === status)
              return resolve({
                text: all.toString('utf8'),
                bytes: all.length,
                cookies: answer.headers['set-cookie'] ?? [],
              });
            reject(
              new Error(`${method} ${path}: ${answer.statusCode} ${all.toString().slice(0, 600)}`),
            );
          });
        },
      );
      sent.on('error', reject);
      sent.end(body);
    });
  return { ask, close: () => agent.destroy() };
}
