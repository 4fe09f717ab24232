import { accountUrls, signInUrls } from './urls/account.ts';
import { asking, onPage, part } from './urls/address.ts';
import { adminUrls } from './urls/admin.ts';
import { assessmentsUrls } from './urls/assessments.ts';
import { auditsUrls } from './urls/audits.ts';
import { childrenUrls, childUrls } from './urls/children.ts';
import { complianceUrls } from './urls/compliance.ts';
import { contactsUrls } from './urls/contacts.ts';
import { courtUrls } from './urls/court.ts';
import { courtReportsUrls } from './urls/court-reports.ts';
import { diaryUrls } from './urls/diary.ts';
import { documentsUrls } from './urls/documents.ts';
import { figuresUrls } from './urls/figures.ts';
import { informationUrls } from './urls/information.ts';
import { inspectionResultsUrls, inspectionsUrls, pressNoticesUrls } from './urls/inspections.ts';
import { lettersUrls } from './urls/letters.ts';
import { needsUrls } from './urls/needs.ts';
import { oversightUrls } from './urls/oversight.ts';
import { panelsUrls } from './urls/panels.ts';
import { plansUrls } from './urls/plans.ts';
import { referralsUrls } from './urls/referrals.ts';
import { closureUrls, reviewsUrls } from './urls/reviews.ts';
import { statisticsUrls } from './urls/statistics.ts';
import { victimsUrls } from './urls/victims.ts';

/**
 * Every address of the app, by area. Views, tests and route patterns all come from here: a pattern is the same
 * function given the parameter's name with a colon, as in `urls.child.overview(':childId')`.
 */
export const urls = {
  asking,
  onPage,
  home: '/',
  health: '/health',
  ready: '/ready',
  asset: (file: string) => `/assets/${part(file)}`,
  drafts: { keep: '/drafts', discard: '/drafts/discard' },
  signIn: signInUrls,
  account: accountUrls,
  children: childrenUrls,
  child: childUrls,
  contacts: contactsUrls,
  diary: diaryUrls,
  referrals: referralsUrls,
  figures: figuresUrls,
  information: informationUrls,
  victims: victimsUrls,
  assessments: assessmentsUrls,
  panels: panelsUrls,
  plans: plansUrls,
  reviews: reviewsUrls,
  closure: closureUrls,
  court: courtUrls,
  courtReports: courtReportsUrls,
  compliance: complianceUrls,
  oversight: oversightUrls,
  statistics: statisticsUrls,
  audits: auditsUrls,
  inspections: inspectionsUrls,
  inspectionResults: inspectionResultsUrls,
  pressNotices: pressNoticesUrls,
  admin: adminUrls,
  documents: documentsUrls,
  letters: lettersUrls,
  needs: needsUrls,
} as const;
