import type { Children, Html } from '../../../ui/html.ts';
import { Page, type PageShell } from '../../../ui/layout/page.tsx';
import type { Team } from './pick-team.ts';

type Props = {
  readonly title: string;
  readonly lead: string;
  readonly shell: PageShell;
  readonly team: Team | null;
  readonly children?: Children;
};

/** The frame of a manager's pages: about which team it is. */
export function TeamFrame({ title, lead, shell, team, children }: Props): Html {
  return (
    <Page title={title} shell={shell}>
      <h1 class="govuk-heading-l">
        {title} <span class="fh-quiet">{team?.name ?? 'All teams'}</span>
      </h1>
      <p class="govuk-body">{lead}</p>
      {children}
    </Page>
  );
}
