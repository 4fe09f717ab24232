import { isRole, roles } from '../../../domain/access/roles.data.ts';

/** The kinds of line in the access log, as people say them. */
export const kindWords: Readonly<Record<string, string>> = {
  view: 'Opened',
  change: 'Changed',
  search: 'Searched',
  named: 'Saw the name on a page',
  export: 'Took a copy',
  print: 'Printed',
  denied: 'Refused',
  purpose: 'Gave a reason',
};

/** How someone comes to see a child, as people say it. */
export const viaWords: Readonly<Record<string, string>> = {
  allocated: 'Child’s worker',
  'co-worker': 'Works with the child',
  partner: 'Partner working with the child',
  'information-request': 'Asked for information',
  panel: 'On the panel',
  sample: 'Drawn sample',
  duty: 'On duty',
  'named-list': 'On the record’s list',
  hearing: 'Covers a hearing',
  manager: 'Manager',
  inbox: 'Referral waiting',
  'break-glass': 'Emergency access',
  service: 'No work with the child',
};

/** The kinds as what may be chosen. */
export const kindChoices = Object.entries(kindWords).map(([value, text]) => ({ value, text }));

export const roleTitle = (role: string) => (isRole(role) ? roles[role].title : 'Role not known');
