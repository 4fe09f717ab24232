import { z } from 'zod';

const flag = z
  .enum(['0', '1'])
  .default('0')
  .transform((value) => value === '1');

const schema = z.object({
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
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
});

export type Env = z.infer<typeof schema>;

/** Reads the environment once, at start. Throws one message that names every wrong variable. */
export function readEnv(source: NodeJS.ProcessEnv = process.env): Env {
  const result = schema.safeParse(source);
  if (result.success) return result.data;
  const lines = result.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`);
  throw new Error(`Settings in the environment need mending:\n${lines.join('\n')}`);
}
