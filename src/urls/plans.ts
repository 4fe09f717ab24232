import { type Chosen, child, part, query } from './address.ts';

/** A child’s plan. */
export const plansUrls = {
  current: (id: string) => `${child(id)}/plan`,
  start: (id: string) => `${child(id)}/plan/start`,
  line: (id: string, lineId: string) => `${child(id)}/plan/lines/${part(lineId)}`,
  /** What a contingency line speaks of has happened. */
  happened: (id: string, lineId: string) => `${child(id)}/plan/lines/${part(lineId)}/happened`,
  takeOut: (id: string, lineId: string) => `${child(id)}/plan/lines/${part(lineId)}/take-out`,
  putBack: (id: string, lineId: string) => `${child(id)}/plan/lines/${part(lineId)}/put-back`,
  /** The form begins with what is given: the goal of a step, the risk that is answered. */
  addLine: (id: string, kind: string, given: Chosen = {}) =>
    `${child(id)}/plan/add/${part(kind)}${query(given)}`,
  agree: (id: string) => `${child(id)}/plan/agree`,
  words: (id: string) => `${child(id)}/plan/words`,
  share: (id: string) => `${child(id)}/plan/share`,
  acknowledge: (id: string, shareId: string) => `${child(id)}/plan/share/${part(shareId)}`,
  print: (id: string) => `${child(id)}/plan/print`,
} as const;
