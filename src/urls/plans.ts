import { child, part } from './address.ts';

/** A child’s plan. */
export const plansUrls = {
  current: (id: string) => `${child(id)}/plan`,
  start: (id: string) => `${child(id)}/plan/start`,
  line: (id: string, lineId: string) => `${child(id)}/plan/lines/${part(lineId)}`,
  addLine: (id: string, kind: string) => `${child(id)}/plan/add/${part(kind)}`,
  agree: (id: string) => `${child(id)}/plan/agree`,
  words: (id: string) => `${child(id)}/plan/words`,
  share: (id: string) => `${child(id)}/plan/share`,
  print: (id: string) => `${child(id)}/plan/print`,
} as const;
