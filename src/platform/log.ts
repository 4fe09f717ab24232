import pino from 'pino';

/** Structured log on standard output. Messages carry patterns and ids, never what people typed or whom it was about. */
export const log = pino({ level: process.env.LOG_LEVEL ?? 'info', base: null });

/** Logs a bug with the number the person was shown; the database's own message may quote values, so only its code is kept. */
export function logFailure(error: unknown, id: string, pattern: string): void {
  const code = error instanceof Error && 'code' in error ? String(error.code) : undefined;
  const stack =
    error instanceof Error
      ? error.stack
          ?.split('\n')
          .slice(code ? 1 : 0)
          .join('\n')
      : String(error);
  log.error({ id, pattern, code, stack }, 'a request failed');
}
