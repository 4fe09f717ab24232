import type { Child } from 'hono/jsx';
import { can } from '../../domain/access/can.ts';
import type { Permission } from '../../domain/access/permissions.data.ts';
import { ageOn, type Day, formatDay } from '../../domain/calendar/day.ts';
import { urls } from '../../urls.ts';
import type { Html } from '../html.ts';
import { type FieldError, Page, type PageShell } from './page.tsx';

/** The open child, as the band at the top of each of their pages shows them. */
export type ChildBand = {
  readonly id: string;
  readonly number: string;
  readonly forename: string;
  readonly surname: string;
  readonly knownAs: string | null;
  readonly dateOfBirth: Day | null;
  readonly dateOfBirthStatus: string;
  readonly restricted: boolean;
  readonly warnings: number;
  readonly worker: string | null;
  readonly via: string;
};

type Props = {
  readonly title: string;
  readonly shell: PageShell;
  readonly child: ChildBand;
  readonly today: Day;
  readonly errors?: readonly FieldError[];
  readonly back?: { readonly href: string; readonly text: string };
  readonly children?: Child;
};

type Tab = {
  readonly text: string;
  readonly href: (id: string) => string;
  readonly permission: Permission;
  readonly under: RegExp;
};

const tabs: readonly Tab[] = [
  { text: 'Overview', href: urls.child.overview, permission: 'child.view', under: /^\/?$/ },
  {
    text: 'Details',
    href: urls.child.details,
    permission: 'child.view',
    under:
      /^\/(details|names|addresses|identifiers|contact-points|characteristics|education|care|workers)/,
  },
  {
    text: 'Family and network',
    href: urls.child.family,
    permission: 'child.view',
    under: /^\/family/,
  },
  { text: 'Warnings', href: urls.child.warnings, permission: 'child.view', under: /^\/warnings/ },
  {
    text: 'Referrals',
    href: urls.referrals.forChild,
    permission: 'referral.view',
    under: /^\/referrals/,
  },
  {
    text: 'Information',
    href: urls.information.list,
    permission: 'child.view',
    under: /^\/(information|partner-notes)/,
  },
  { text: 'Victims', href: urls.victims.list, permission: 'victim.view', under: /^\/victims/ },
  {
    text: 'Assessments',
    href: urls.assessments.list,
    permission: 'assessment.view',
    under: /^\/assessments/,
  },
  {
    text: 'Panel and outcomes',
    href: urls.panels.childItems,
    permission: 'panel.view',
    under: /^\/(panel|decisions|escalations|outcomes)/,
  },
  { text: 'Plan', href: urls.plans.current, permission: 'plan.view', under: /^\/plan/ },
  { text: 'Contacts', href: urls.contacts.list, permission: 'contact.view', under: /^\/contacts/ },
  {
    text: 'Changes and reviews',
    href: urls.reviews.list,
    permission: 'child.view',
    under: /^\/(changes|reviews|involvements)/,
  },
  {
    text: 'Oversight',
    href: urls.oversight.entries,
    permission: 'oversight.read',
    under: /^\/(oversight|actions)/,
  },
  {
    text: 'Chronology',
    href: urls.child.chronology,
    permission: 'child.view',
    under: /^\/(chronology|history|who-looked)/,
  },
];

/** The frame of every page of one child's record. */
export function ChildPage({ child, today, children, ...page }: Props): Html {
  return (
    <Page
      {...page}
      title={`${page.title} - ${nameOf(child)}`}
      band={<Band child={child} today={today} shell={page.shell} />}
    >
      {children}
      <AboutRecord id={child.id} shell={page.shell} />
    </Page>
  );
}

const aboutLinks: readonly Omit<Tab, 'under'>[] = [
  { text: 'What was changed', href: urls.child.history, permission: 'history.read' },
  { text: 'Who looked', href: urls.child.whoLooked, permission: 'access-log.read' },
  { text: 'Restrict this record', href: urls.child.restrict, permission: 'record.restrict' },
];

function AboutRecord({
  id,
  shell,
}: {
  readonly id: string;
  readonly shell: PageShell;
}): Html | null {
  const open = aboutLinks.filter(({ permission }) => can(shell.actor, permission));
  if (open.length === 0) return null;
  return (
    <nav class="fh-actions fh-no-print" aria-label="About this record">
      {open.map(({ text, href }) => (
        <a class="govuk-link" href={href(id)}>
          {text}
        </a>
      ))}
    </nav>
  );
}

export const nameOf = (child: { readonly forename: string; readonly surname: string }) =>
  `${child.forename} ${child.surname}`;

function Band({
  child,
  today,
  shell,
}: {
  readonly child: ChildBand;
  readonly today: Day;
  readonly shell: PageShell;
}): Html {
  const below = shell.path.slice(urls.child.overview(child.id).length);
  const mayOpen = can(shell.actor, 'child.view');
  const warnings = child.warnings === 1 ? '1 warning' : `${child.warnings} warnings`;
  return (
    <section class="fh-child" aria-label="This child">
      <div class="govuk-width-container fh-container">
        <div class="fh-child__who">
          {mayOpen ? (
            <a class="fh-child__name" href={urls.child.overview(child.id)}>
              {nameOf(child)}
            </a>
          ) : (
            <span class="fh-child__name">{nameOf(child)}</span>
          )}
          {child.knownAs ? <span>known as {child.knownAs}</span> : null}
          <span>{birthText(child, today)}</span>
          <span>No. {child.number}</span>
          <span>{child.worker ? `Worker: ${child.worker}` : 'No worker allocated'}</span>
          {child.warnings === 0 ? null : mayOpen ? (
            <a class="fh-badge fh-badge-late" href={urls.child.warnings(child.id)}>
              {warnings}
            </a>
          ) : (
            <span class="fh-badge fh-badge-late">{warnings}</span>
          )}
          {child.restricted ? (
            <span class="fh-badge fh-badge-restricted">Restricted record</span>
          ) : null}
          {child.via === 'break-glass' ? (
            <span class="fh-badge fh-badge-late">Emergency access</span>
          ) : null}
        </div>
        <nav class="fh-child__tabs" aria-label="This child’s record">
          <ul>
            {tabs
              .filter((tab) => can(shell.actor, tab.permission))
              .map((tab) => (
                <li>
                  <a
                    href={tab.href(child.id)}
                    {...(tab.under.test(below) ? { 'aria-current': 'page' as const } : {})}
                  >
                    {tab.text}
                  </a>
                </li>
              ))}
          </ul>
        </nav>
      </div>
    </section>
  );
}

function birthText(child: ChildBand, today: Day): string {
  if (!child.dateOfBirth) return 'Date of birth unknown';
  const estimated = child.dateOfBirthStatus === 'estimated' ? ' (estimated)' : '';
  return `${ageOn(child.dateOfBirth, today)} years, born ${formatDay(child.dateOfBirth)}${estimated}`;
}
