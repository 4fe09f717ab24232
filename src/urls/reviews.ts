import { child, part, query } from './address.ts';

/** Changes, reviews and the end of a piece of work. */
export const reviewsUrls = {
  list: (id: string, page?: number) => `${child(id)}/changes${query({ page })}`,
  /** Which kind of change; with one, what is known of it. */
  record: (id: string, type?: string) =>
    `${child(id)}/changes/record${type ? `/${part(type)}` : ''}`,
  /** What the record proposes, to be recorded or answered. */
  proposed: (id: string, proposedId: string) => `${child(id)}/changes/proposed/${part(proposedId)}`,
  one: (id: string, reviewId: string) => `${child(id)}/reviews/${part(reviewId)}`,
  /** One of the first steps after a change, counted from 1. */
  step: (id: string, reviewId: string, step: string) =>
    `${child(id)}/reviews/${part(reviewId)}/steps/${part(step)}`,
  check: (id: string, reviewId: string) => `${child(id)}/reviews/${part(reviewId)}/check`,
} as const;

export const closureUrls = {
  list: (id: string) => `${child(id)}/involvements`,
  pass: (id: string, involvementId: string, check: string) =>
    `${child(id)}/involvements/${part(involvementId)}/close/pass/${part(check)}`,
  one: (id: string, involvementId: string) =>
    `${child(id)}/involvements/${part(involvementId)}/close`,
  approve: (id: string, involvementId: string) =>
    `${child(id)}/involvements/${part(involvementId)}/approve`,
} as const;
