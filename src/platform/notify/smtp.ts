import { createTransport } from 'nodemailer';
import { isThisComputer } from '../this-computer.ts';
import { type Answer, inShort, type Sender } from './sender.ts';

/**
 * Sends through a mail server, over an encrypted line unless the server is this computer. The same message sent again has the same
 * Message-ID, by which mail programs know it.
 */
export function smtpSender(address: string, from: string, patience: number): Sender {
  const url = new URL(address);
  const secure = url.protocol === 'smtps:';
  const transport = createTransport({
    host: url.hostname,
    port: Number(url.port) || (secure ? 465 : 587),
    secure,
    requireTLS: !secure && !isThisComputer(url.hostname),
    ...(url.username
      ? {
          auth: { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) },
        }
      : {}),
    connectionTimeout: patience,
    greetingTimeout: patience,
    socketTimeout: patience,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const domain = from.split('@').at(-1);
  return {
    by: `the mail server ${url.hostname}`,
    send: async ({ id, to, subject, words }) => {
      const messageId = `<${id}@${domain}>`;
      try {
        const { response } = await transport.sendMail({
          messageId,
          from,
          // An object: a text would be read as a list of addresses.
          to: { name: '', address: to },
          envelope: { from, to: [to] },
          subject,
          text: words,
        });
        return {
          kind: 'taken',
          providerId: messageId,
          proof: inShort(`The mail server took it: ${response}`),
        };
      } catch (error) {
        return whatWentWrong(error);
      }
    },
  };
}

// A refusal of this recipient or of this letter is for good. All else is mended or passes: a server that is away, a wrong password.
function whatWentWrong(error: unknown): Answer {
  const { code = '', responseCode = 0, response = '' } = error as Fault;
  if (responseCode >= 500 && ['EENVELOPE', 'EMESSAGE'].includes(code))
    return { kind: 'refused', why: inShort(`The mail server refused it: ${response}`) };
  return {
    kind: 'not-now',
    why: inShort(
      response
        ? `The mail server did not take it: ${response}`
        : `The mail server did not answer${code ? ` (${code})` : ''}`,
    ),
  };
}

type Fault = {
  readonly code?: string;
  readonly responseCode?: number;
  readonly response?: string;
};
