import type { Actor } from '../../../domain/access/can.ts';

export type Team = { readonly id: string; readonly name: string };

/** A manager begins with their own team and may cover another; whoever leads none begins with all. */
export function pickTeam(actor: Actor, teams: readonly Team[], asked: string): Team | null {
  if (asked === 'all') return null;
  return (
    teams.find(({ id }) => id === asked) ?? teams.find(({ id }) => id === actor.teamId) ?? null
  );
}
