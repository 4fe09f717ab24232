import type { Context } from 'hono';

/**
 * Lets the browser keep the answer to a posted search, so that its back button shows the results again without asking
 * whether to send the form anew. Locking and signing out empty what it kept.
 */
export function mayGoBackTo(c: Context): void {
  c.header('cache-control', 'private, no-cache');
}

/** Has the browser forget every answer it kept. */
export function forgetAnswers(c: Context): void {
  c.header('clear-site-data', '"cache"');
}
