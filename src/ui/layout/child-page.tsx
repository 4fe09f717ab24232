import type { Child } from 'hono/jsx';
import { can } from '../../domain/access/can.ts';
import { ageOn, type Day, formatDay } from '../../domain/calendar/day.ts';
import type { FormFault } from '../../domain/form-fault.ts';
import { urls } from '../../urls.ts';
import type { Html } from '../html.ts';
import { Menu } from './menu.tsx';
import { Page, type PageShell } from './page.tsx';

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
  readonly errors?: readonly FormFault[];
  readonly back?: { readonly href: string; readonly text: string };
  readonly paper?: boolean;
  readonly children?: Child;
};

/** The frame of every page of one child's record. */
export function ChildPage({ child, today, children, ...page }: Props): Html {
  return (
    <Page
      {...page}
      title={`${page.title} - ${nameOf(child)}`}
      band={<Band child={child} today={today} shell={page.shell} />}
    >
      {children}
    </Page>
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
      </div>
      <Menu label="This child’s record" look="record" groups={shell.rooms(child.id)} />
    </section>
  );
}

function birthText(child: ChildBand, today: Day): string {
  if (!child.dateOfBirth) return 'Date of birth unknown';
  const estimated = child.dateOfBirthStatus === 'estimated' ? ' (estimated)' : '';
  return `${ageOn(child.dateOfBirth, today)} years, born ${formatDay(child.dateOfBirth)}${estimated}`;
}
