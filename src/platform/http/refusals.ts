/** Why the database made nothing of a request, as the person is told. */
export type Refusal = {
  readonly status: 400 | 403 | 409 | 422;
  readonly why: 'unreadable' | 'not-allowed' | 'stands' | 'busy' | 'not-possible';
};

const stands: Refusal = { status: 409, why: 'stands' };
const busy: Refusal = { status: 409, why: 'busy' };
const notPossible: Refusal = { status: 422, why: 'not-possible' };
const unreadable: Refusal = { status: 400, why: 'unreadable' };

const ofSaving: Record<string, Refusal> = {
  '23505': stands,
  '23P01': notPossible,
  '23514': notPossible,
  '23503': notPossible,
  '23502': notPossible,
  P0001: notPossible,
  '42501': { status: 403, why: 'not-allowed' },
};

/** What a database's error means for whoever asked; null for a failure of ours. */
export function refusalOf(error: unknown, method: string): Refusal | null {
  const code = codeOf(error);
  if (isClash(error)) return busy;
  // Class 22: a number, day or letter that no column can hold.
  if (code.startsWith('22')) return method === 'GET' ? unreadable : notPossible;
  return method === 'GET' ? null : (ofSaving[code] ?? null);
}

/** Two transactions that could not both go on: the one refused may simply be tried again. */
export const isClash = (error: unknown): boolean => ['40001', '40P01'].includes(codeOf(error));

/** What no row could have as its id is the address of nothing: the database refused to read it as one. */
export const isNoId = (error: unknown): boolean =>
  codeOf(error) === '22P02' && error instanceof Error && error.message.includes('type uuid');

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : '';
