import { type Chosen, part, query } from './address.ts';

/** Days and weeks of a worker, a team or a room. */
export const diaryUrls = {
  page: '/diary',
  /** Whose, how many days, and of which day. */
  of: (chosen: Chosen) => `/diary${query(chosen)}`,
  /** The diary in a person's own calendar: the page where its address is made and ended, and the address. */
  feedPage: '/diary/calendar',
  endFeed: '/diary/calendar/end',
  feed: (secret: string) => `/diary-feed/${part(secret)}`,
  rooms: '/rooms',
  roomNew: '/rooms/new',
  room: (roomId: string) => `/rooms/${part(roomId)}`,
} as const;
