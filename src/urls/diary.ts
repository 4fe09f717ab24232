import { type Chosen, query } from './address.ts';

/** Days and weeks of a worker, a team or a room. */
export const diaryUrls = {
  page: '/diary',
  /** Whose, how many days, and of which day. */
  of: (chosen: Chosen) => `/diary${query(chosen)}`,
} as const;
