import { createServer, type Socket } from 'node:net';

/** How a mail server behaves to the next message: takes it, refuses the address, is busy, takes it and drops the line before saying so, says nothing, or hangs up. */
export type MailManners = 'takes' | 'refuses' | 'busy' | 'takes-and-drops' | 'silent' | 'hangs-up';

export type MailServer = {
  readonly url: string;
  manners: MailManners;
  /** What it took, in order. */
  readonly taken: { readonly to: string; readonly text: string }[];
  stop(): Promise<void>;
};

/** A mail server of one's own on this computer, which keeps what it takes. */
export async function mailServer(): Promise<MailServer> {
  const open = new Set<Socket>();
  const server = createServer((socket) => {
    open.add(socket);
    socket.on('close', () => open.delete(socket)).on('error', () => socket.destroy());
    talk(socket, made);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const made: MailServer = {
    url: `smtp://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`,
    manners: 'takes',
    taken: [],
    stop: async () => {
      for (const socket of open) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return made;
}

function talk(socket: Socket, server: MailServer): void {
  if (server.manners === 'hangs-up') return void socket.destroy();
  if (server.manners === 'silent') return;
  const say = (line: string) => socket.write(`${line}\r\n`);
  let to = '';
  let text: string[] | null = null;
  let rest = '';
  say('220 mail.eastmarsh.example ready');
  socket.on('data', (bytes) => {
    const lines = `${rest}${bytes}`.split('\r\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      if (text) {
        if (line !== '.') text.push(line);
        else {
          server.taken.push({ to, text: text.join('\n') });
          text = null;
          if (server.manners === 'takes-and-drops') return void socket.destroy();
          say('250 2.0.0 kept as 4711');
        }
      } else if (/^RCPT TO:/i.test(line)) {
        to = line.replace(/^RCPT TO:<(.*)>.*$/i, '$1');
        if (server.manners === 'refuses') say('550 5.1.1 nobody of that name here');
        else if (server.manners === 'busy') say('451 4.3.2 try again later');
        else say('250 ok');
      } else if (/^DATA/i.test(line)) {
        text = [];
        say('354 go on');
      } else if (/^QUIT/i.test(line)) {
        say('221 bye');
        socket.end();
      } else say('250 ok');
    }
  });
}
