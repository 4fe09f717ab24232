import type { Permission } from './permissions.data.ts';

/** Who owes a duty that names nobody: in words, and by which permission it is somebody's own. Source: the standards of db/standards. */
export const owing = {
  manager: { words: 'a manager', permission: 'home.team' },
  head: { words: 'the head of service', permission: 'record.erase' },
  police: { words: 'police', permission: 'decision.confirm' },
  partner: { words: 'the partner agency', permission: 'information.answer' },
  'victim-worker': { words: 'the victim worker', permission: 'victim.vault' },
} as const satisfies Readonly<Record<string, { words: string; permission: Permission }>>;

export type Owing = keyof typeof owing;
export const owings = Object.keys(owing) as Owing[];

/** Who owes it, in words; nothing for whoever is named otherwise. */
export const owingWords = (owedBy: string): string =>
  (owing as Readonly<Record<string, { words: string }>>)[owedBy]?.words ?? '';
