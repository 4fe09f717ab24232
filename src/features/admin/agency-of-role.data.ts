import type { Role } from '../../domain/access/roles.data.ts';

/** The agency a role usually belongs to; an administrator may say otherwise. Codes as in the `agency` list where it has one. */
const agencies: Partial<Record<Role, string>> = {
  'police-officer': 'police',
  'health-clinician': 'health',
  'education-worker': 'education',
  'social-care-worker': 'social-care',
  'early-help-worker': 'early-help',
  'panel-member': 'community',
  inspector: 'inspectorate',
  'board-member': 'board',
};

export const agencyOf = (role: Role): string => agencies[role] ?? 'youth-justice';
