import type { Day } from '../calendar/day.ts';

/** What stands between a question and an assessment that has weighed the answer. */
export type RequestState =
  | 'overdue'
  | 'waiting'
  | 'to-weigh'
  | 'used'
  | 'not-relevant'
  | 'nothing-held'
  | 'declined'
  | 'withdrawn';

type RequestRow = {
  readonly status: string;
  readonly due_on: Day;
  readonly use: string | null;
};

/** Where a request stands today: an answer that nobody has marked is still work to do. */
export function requestState({ status, due_on, use }: RequestRow, today: Day): RequestState {
  if (status === 'asked') return due_on < today ? 'overdue' : 'waiting';
  if (status === 'nothing-held' || status === 'declined' || status === 'withdrawn') return status;
  if (use === 'used' || use === 'not-relevant') return use;
  return 'to-weigh';
}

type Asked = { readonly agency: string; readonly status: string };

/** Agencies that are asked about every child and have not been: a withdrawn question asks nothing. */
export function notYetAsked(always: readonly string[], requests: readonly Asked[]): string[] {
  const asked = new Set(
    requests.filter(({ status }) => status !== 'withdrawn').map(({ agency }) => agency),
  );
  return always.filter((agency) => !asked.has(agency));
}
