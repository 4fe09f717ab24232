import type { Env } from '../env.ts';
import { notifySender } from './notify.ts';
import type { Senders } from './sender.ts';
import { smtpSender } from './smtp.ts';

const usualPatience = 20_000;

/** The senders that the settings name: GOV.UK Notify for what it has a template for, and for e-mail otherwise a mail server. */
export function sendersOf(env: Env, now: () => Date, patience = usualPatience): Senders {
  const byNotify = (kind: 'email' | 'text', template: string | undefined) =>
    env.NOTIFY_API_KEY && template
      ? notifySender(
          { key: env.NOTIFY_API_KEY, url: env.NOTIFY_URL, kind, template },
          { now, patience },
        )
      : null;
  return {
    email:
      byNotify('email', env.NOTIFY_EMAIL_TEMPLATE) ??
      (env.SMTP_URL && env.SMTP_FROM ? smtpSender(env.SMTP_URL, env.SMTP_FROM, patience) : null),
    text: byNotify('text', env.NOTIFY_TEXT_TEMPLATE),
  };
}
