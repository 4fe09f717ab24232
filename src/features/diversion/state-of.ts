import { type Day, formatDay } from '../../domain/calendar/day.ts';
import { requestState } from '../../domain/information/requests.ts';
import type { RequestRow } from './information.queries.ts';
import { stateWords } from './request-words.ts';

/** How an earlier question to the same agency stands, in a few words. */
export function stateOf(request: RequestRow, today: Day): string {
  const words = stateWords[requestState(request, today)].text.toLowerCase();
  return `Asked ${formatDay(request.askedOn)}: ${words}`;
}
