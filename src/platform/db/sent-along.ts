import { sql } from 'kysely';

const mark = '/* sent along */';

/**
 * Begins a statement of a transaction that is only to be done and answers nothing: to a server it goes in one piece with the
 * statement after it, which fails when it does.
 */
export const sentAlong = sql.raw(mark);

export const isSentAlong = (text: string): boolean => text.trimStart().startsWith(mark);
