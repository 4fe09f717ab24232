import type { Role } from '../../src/domain/access/roles.data.ts';

/** One of the demonstration's people for each role, by their code. */
export const personOf: Record<Role, string> = {
  'case-manager': 'ama-lovelock',
  'practice-manager': 'marguerite-oyelaran',
  'head-of-service': 'philippa-standfast',
  'police-officer': 'quentin-larkin',
  'health-clinician': 'rosamund-achebe',
  'education-worker': 'tegan-bamford-ali',
  'social-care-worker': 'viv-tolliver',
  'early-help-worker': 'winston-appleby',
  'court-officer': 'odile-farthingale',
  'victim-worker': 'ursula-peaceful',
  'panel-member': 'xanthe-goodenough',
  'business-support': 'annie-twelvetrees',
  analyst: 'cleo-abacus',
  auditor: 'desmond-plumb',
  inspector: 'edith-fairlamp',
  'board-member': 'gwendolen-osei',
  administrator: 'freddie-okafor-bright',
};
