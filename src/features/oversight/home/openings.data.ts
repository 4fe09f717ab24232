import type { Permission } from '../../../domain/access/permissions.data.ts';
import { urls } from '../../../urls.ts';

type Opening = {
  readonly permission: Permission;
  readonly href: string;
  readonly text: string;
  readonly words: string;
};

/** What a home without children leads to, in this order, for whoever may open it. */
export const openings: readonly Opening[] = [
  {
    permission: 'referral.import',
    href: urls.referrals.inbox,
    text: 'Referrals inbox',
    words: 'What has come in, police lists, and rows that a person must decide.',
  },
  {
    permission: 'child.search',
    href: urls.children.search,
    text: 'Find a child',
    words: 'By name, date of birth, number, telephone or postcode.',
  },
  {
    permission: 'audit.view',
    href: urls.audits.list,
    text: 'Audits',
    words: 'Samples of cases, the readings that wait, and what they found.',
  },
  {
    permission: 'inspection.view',
    href: urls.inspections.list,
    text: 'Inspections',
    words: 'The service’s own evidence, standard by standard.',
  },
  {
    permission: 'audit.found',
    href: urls.audits.found,
    text: 'What audits found',
    words: 'How many of the cases that were read were done well, in counts, audit by audit.',
  },
  {
    permission: 'inspection.progress',
    href: urls.inspections.progress,
    text: 'Recommendations',
    words: 'What was recommended, who does it by when, and how far it has come.',
  },
  {
    permission: 'figures.board',
    href: urls.figures.board,
    text: 'Figures for the board',
    words: 'How the service does, quarter by quarter, as it was signed; small numbers are hidden.',
  },
  {
    permission: 'figures.own',
    href: urls.figures.own,
    text: 'Our own figures',
    words:
      'How the service does by the national definitions, and who is in each figure and out of it.',
  },
  {
    permission: 'statistics.view',
    href: urls.statistics.benchmarks(),
    text: 'Benchmarks',
    words: 'A local authority beside similar ones, its region and England, over time.',
  },
  {
    permission: 'statistics.view',
    href: urls.statistics.disproportionality(),
    text: 'Disproportionality',
    words: 'How often decisions fall on children of each group, and how sure that is.',
  },
  {
    permission: 'statistics.view',
    href: urls.statistics.ownCounts(),
    text: 'Relative rates of your own counts',
    words: 'Type counts, and get rates and a table that can be handed on. Nothing is kept.',
  },
  {
    permission: 'statistics.view',
    href: urls.inspectionResults.list(),
    text: 'Inspection ratings',
    words: 'What inspectors published of youth justice services.',
  },
  {
    permission: 'panel.view',
    href: urls.panels.list,
    text: 'Panels',
    words: 'Panels held and to come.',
  },
  {
    permission: 'staff.manage',
    href: urls.admin.staff,
    text: 'Staff',
    words: 'Who works here, in what role, from when to when.',
  },
  {
    permission: 'access-log.read',
    href: urls.admin.access,
    text: 'Who looked',
    words: 'Every visit to a child’s record, with its reason.',
  },
  {
    permission: 'rules.read',
    href: urls.admin.timeLimits,
    text: 'Time limits',
    words: 'How long each step may take, where the number comes from and how sure we are of it.',
  },
];
