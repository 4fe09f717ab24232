import { z } from 'zod';
import { notifyKey } from './notify/notify.ts';
import { isThisComputer } from './this-computer.ts';

const flag = z
  .enum(['0', '1'])
  .default('0')
  .transform((value) => value === '1');

// Letters go over no open line.
const overTls = (address: string) =>
  address.startsWith('https:') || isThisComputer(new URL(address).hostname);

const settings = z.object({
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  HOST: z.string().default('127.0.0.1'),
  FOOTHOLD_DATA: z.string().min(1).default('data'),
  FOOTHOLD_DEMO: flag,
  FOOTHOLD_URL: z.url().optional(),
  /** Behind a proxy: take a visitor's address from the last entry of x-forwarded-for. */
  FOOTHOLD_BEHIND_PROXY: flag,
  FOOTHOLD_SECRET: z.string().min(32, 'must be at least 32 characters').optional(),
  FOOTHOLD_IDLE_MINUTES: z.coerce.number().min(1).max(120).default(15),
  DATABASE_URL: z.string().startsWith('postgres').optional(),
  DATABASE_OWNER_URL: z.string().startsWith('postgres').optional(),
  OIDC_ISSUER: z.url().optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  /** For a provider that never says whether an e-mail is verified, because all of them are its own. */
  OIDC_TRUST_EMAIL: flag,
  OIDC_NAME: z.string().default('your organisation'),
  /** The mail server through which letters leave: smtp://user:password@host:587, or smtps:// for port 465. */
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\/[^\s/]+\/?$/, 'must be like smtp://user:password@mail.example.org:587')
    .refine(URL.canParse, 'must be like smtp://user:password@mail.example.org:587')
    .optional(),
  /** The address that letters come from. */
  SMTP_FROM: z.email().optional(),
  NOTIFY_API_KEY: z
    .string()
    .regex(notifyKey, 'must be a whole key: its name, the id of the service and the secret')
    .optional(),
  NOTIFY_URL: z
    .url()
    .refine((url) => !URL.canParse(url) || overTls(url), 'must begin with https:')
    .default('https://api.notifications.service.gov.uk'),
  /** Templates there, whose places are ((subject)) and ((words)), for a text ((words)) alone. */
  NOTIFY_EMAIL_TEMPLATE: z.uuid().optional(),
  NOTIFY_TEXT_TEMPLATE: z.uuid().optional(),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
});

type Settings = z.infer<typeof settings>;

// A setting that does nothing by itself would leave people waiting for what nobody sends.
const together: readonly (readonly [keyof Settings, readonly (keyof Settings)[]])[] = [
  ['SMTP_URL', ['SMTP_FROM']],
  ['SMTP_FROM', ['SMTP_URL']],
  ['NOTIFY_API_KEY', ['NOTIFY_EMAIL_TEMPLATE', 'NOTIFY_TEXT_TEMPLATE']],
  ['NOTIFY_EMAIL_TEMPLATE', ['NOTIFY_API_KEY']],
  ['NOTIFY_TEXT_TEMPLATE', ['NOTIFY_API_KEY']],
];

const schema = settings.superRefine((env, context) => {
  for (const [name, others] of together)
    if (env[name] !== undefined && others.every((other) => env[other] === undefined))
      context.addIssue({
        code: 'custom',
        path: [name],
        message: `needs ${others.join(' or ')} too`,
      });
});

export type Env = Settings;

/** Reads the environment once, at start. Throws one message that names every wrong variable. */
export function readEnv(source: NodeJS.ProcessEnv = process.env): Env {
  const result = schema.safeParse(source);
  if (result.success) return result.data;
  const lines = result.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`);
  throw new Error(`Settings in the environment need mending:\n${lines.join('\n')}`);
}
