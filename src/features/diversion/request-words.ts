import { type Day, formatDay } from '../../domain/calendar/day.ts';
import { type RequestState, requestState } from '../../domain/information/requests.ts';
import type { RequestRow } from './information.queries.ts';

/** How a request's state reads, and the badge that repeats it. */
export const stateWords: Readonly<Record<RequestState, { text: string; badge: string }>> = {
  overdue: { text: 'Overdue', badge: 'late' },
  waiting: { text: 'Waiting', badge: 'soon' },
  'to-weigh': { text: 'Answered: say if you used it', badge: 'late' },
  used: { text: 'Used', badge: 'good' },
  'not-relevant': { text: 'Not relevant', badge: 'neutral' },
  'nothing-held': { text: 'Nothing held', badge: 'neutral' },
  declined: { text: 'Declined', badge: 'soon' },
  withdrawn: { text: 'Withdrawn', badge: 'neutral' },
};

/** How an earlier question to the same agency stands, in a few words. */
export const stateOf = (request: RequestRow, today: Day): string =>
  `Asked ${formatDay(request.asked_on)}: ${stateWords[requestState(request, today)].text.toLowerCase()}`;
