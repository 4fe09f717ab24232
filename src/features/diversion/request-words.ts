import type { RequestState } from '../../domain/information/requests.ts';

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
