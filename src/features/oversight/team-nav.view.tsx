import type { Child } from 'hono/jsx';
import { Button } from '../../ui/govuk/components.tsx';
import type { Html } from '../../ui/html.ts';
import { SelectField } from '../../ui/layout/fields.tsx';
import { Page, type PageShell } from '../../ui/layout/page.tsx';
import type { Team } from './pick-team.ts';

type Props = {
  readonly title: string;
  readonly lead: string;
  readonly shell: PageShell;
  readonly teams: readonly Team[];
  readonly team: Team | null;
  /** The page's own path: the picker comes back to it. */
  readonly path: string;
  readonly children?: Child;
};

/** The frame of a manager's pages: which team, which of a manager's pages it is. */
export function TeamFrame({ title, lead, shell, teams, team, path, children }: Props): Html {
  const chosen = team?.id ?? 'all';
  return (
    <Page title={title} shell={shell}>
      <h1 class="govuk-heading-l">
        {title} <span class="fh-quiet">{team?.name ?? 'All teams'}</span>
      </h1>
      <p class="govuk-body">{lead}</p>
      {teams.length > 1 ? (
        <form method="get" action={path} class="fh-filter" aria-label="Choose a team">
          <SelectField
            name="team"
            label="Team"
            errors={[]}
            typed={{ team: chosen }}
            empty="My team"
            choices={[
              { value: 'all', text: 'All teams' },
              ...teams.map(({ id, name }) => ({ value: id, text: name })),
            ]}
          />
          <Button text="Show" classes="govuk-button--secondary" />
        </form>
      ) : null}
      {children}
    </Page>
  );
}
