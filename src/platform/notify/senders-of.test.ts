import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type MailServer, mailServer } from '../../../test/support/mail-server.ts';
import { type NotifyServer, notifyServer } from '../../../test/support/notify-server.ts';
import { readEnv } from '../env.ts';
import { sendersOf } from './senders-of.ts';

const template = 'f33517ff-2a88-4f6e-b855-c550268ce08a';
const letter = {
  id: '0190a6c0-0000-7000-8000-000000000001',
  to: 'wren@eastmarsh.example',
  subject: 'How are you?',
  words: 'Dear Wren,\n\nHow are you?',
};
let mail: MailServer;
let notify: NotifyServer;
beforeAll(async () => {
  [mail, notify] = [await mailServer(), await notifyServer()];
});
afterAll(async () => {
  await mail.stop();
  await notify.stop();
});
beforeEach(() => {
  [mail.manners, notify.manners] = ['takes', 'takes'];
  [mail.taken.length, notify.taken.length] = [0, 0];
});

const bySmtp = () => ({ SMTP_URL: mail.url, SMTP_FROM: 'letters@eastmarsh.example' });
const byNotify = () => ({
  NOTIFY_API_KEY: notify.key,
  NOTIFY_URL: notify.url,
  NOTIFY_EMAIL_TEMPLATE: template,
  NOTIFY_TEXT_TEMPLATE: template,
});
const senders = (settings: Readonly<Record<string, string>>) =>
  sendersOf(readEnv(settings), () => new Date(), 300);
const send = (settings: Readonly<Record<string, string>>, of: 'email' | 'text' = 'email') =>
  senders(settings)[of]?.send(letter);

describe('the settings', () => {
  it('name nobody who sends, unless they say so', () => {
    expect(senders({})).toEqual({ email: null, text: null });
  });

  it('name a mail server for e-mail alone, and GOV.UK Notify before it for what it has a template for', () => {
    expect(senders(bySmtp()).email?.by).toBe('the mail server 127.0.0.1');
    expect(senders(bySmtp()).text).toBeNull();
    const both = senders({ ...bySmtp(), ...byNotify() });
    expect([both.email?.by, both.text?.by]).toEqual(['GOV.UK Notify', 'GOV.UK Notify']);
  });

  it.each([
    [{ SMTP_URL: 'smtp://mail.example.org' }, 'SMTP_URL: needs SMTP_FROM too'],
    [{ SMTP_FROM: 'letters@example.org' }, 'SMTP_FROM: needs SMTP_URL too'],
    [{ SMTP_URL: 'mail.example.org', SMTP_FROM: 'a@example.org' }, 'SMTP_URL: must be like'],
    [{ NOTIFY_TEXT_TEMPLATE: template }, 'NOTIFY_TEXT_TEMPLATE: needs NOTIFY_API_KEY too'],
    [{ NOTIFY_API_KEY: 'a-secret' }, 'NOTIFY_API_KEY: must be a whole key'],
    [{ NOTIFY_URL: 'http://notify.example.org' }, 'NOTIFY_URL: must begin with https:'],
  ])('that would send nothing, or over an open line, are refused by name: %j', (settings, says) => {
    expect(() => readEnv(settings as Record<string, string>)).toThrow(says);
  });

  it('are refused without a secret in the words of the refusal', () => {
    expect(() => readEnv({ NOTIFY_API_KEY: 'a-secret' })).not.toThrow('a-secret');
  });
});

describe('a mail server', () => {
  it('is given the words for one address, under an id that is the same each time', async () => {
    expect(await send(bySmtp())).toEqual({
      kind: 'taken',
      providerId: `<${letter.id}@eastmarsh.example>`,
      proof: 'The mail server took it: 250 2.0.0 kept as 4711',
    });
    await send(bySmtp());
    expect(mail.taken.map(({ to }) => to)).toEqual([letter.to, letter.to]);
    for (const { text } of mail.taken) {
      expect(text).toContain(`Message-ID: <${letter.id}@eastmarsh.example>`);
      expect(text).toContain('Dear Wren,\n\nHow are you?');
    }
  });

  it.each([
    ['refuses', 'refused', 'The mail server refused it: 550 5.1.1 nobody of that name here'],
    ['busy', 'not-now', 'The mail server did not take it: 451 4.3.2 try again later'],
    ['takes-and-drops', 'not-now', 'The mail server did not answer'],
    ['silent', 'not-now', 'The mail server did not answer'],
    ['hangs-up', 'not-now', 'The mail server did not answer'],
  ] as const)('that %s has said: %s', async (manners, kind, why) => {
    mail.manners = manners;
    expect(await send(bySmtp())).toEqual({ kind, why: expect.stringContaining(why) });
  });

  it('that is away, or elsewhere and without encryption, is given nothing', async () => {
    const away = await mailServer();
    await away.stop();
    for (const SMTP_URL of [away.url, mail.url.replace('127.0.0.1', '127.0.0.2')])
      expect(await send({ ...bySmtp(), SMTP_URL })).toMatchObject({ kind: 'not-now' });
    expect(mail.taken).toEqual([]);
  });
});

describe('GOV.UK Notify', () => {
  it('is given an e-mail and a text, each by its template', async () => {
    expect(await send(byNotify())).toMatchObject({ kind: 'taken' });
    expect(notify.taken[0]?.body).toEqual({
      email_address: letter.to,
      template_id: template,
      personalisation: { subject: letter.subject, words: letter.words },
      reference: letter.id,
    });
    notify.taken.length = 0;
    await send(byNotify(), 'text');
    expect(notify.taken[0]?.body).toEqual({
      phone_number: letter.to,
      template_id: template,
      personalisation: { words: letter.words },
      reference: letter.id,
    });
  });

  it('has a message once, however often it is sent', async () => {
    notify.manners = 'takes-and-drops';
    expect(await send(byNotify())).toEqual({
      kind: 'not-now',
      why: 'GOV.UK Notify did not answer',
    });
    notify.manners = 'takes';
    expect(await send(byNotify())).toMatchObject({
      kind: 'taken',
      providerId: notify.taken[0]?.id,
    });
    expect(notify.taken).toHaveLength(1);
  });

  it.each([
    [400, 'refused', 'GOV.UK Notify refused it (400): Told to say 400'],
    [403, 'not-now', 'GOV.UK Notify refused it (403): Told to say 403'],
    [429, 'not-now', 'GOV.UK Notify refused it (429): Told to say 429'],
    [500, 'not-now', 'GOV.UK Notify refused it (500): Told to say 500'],
    ['silent', 'not-now', 'GOV.UK Notify did not answer'],
    ['not-json', 'not-now', 'GOV.UK Notify gave an answer that is not understood'],
  ] as const)('that answers %s has said: %s', async (manners, kind, why) => {
    notify.manners = manners;
    expect(await send(byNotify())).toEqual({ kind, why });
  });

  it.each([
    ['sending', { kind: 'under-way' }],
    ['delivered', { kind: 'arrived' }],
    [
      'permanent-failure',
      { kind: 'lost', why: 'GOV.UK Notify: there is no such address or number' },
    ],
  ])('says of a message that is %s whether it arrived', async (status, arrival) => {
    await send(byNotify());
    const [kept] = notify.taken;
    if (kept) kept.status = status;
    expect(await senders(byNotify()).email?.arrival?.(kept?.id ?? '')).toEqual(arrival);
  });
});
