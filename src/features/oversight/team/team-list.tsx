import type { Permission } from '../../../domain/access/permissions.data.ts';
import type { PageContext } from '../../../platform/http/context.ts';
import { code } from '../../../record/choice-fields.tsx';
import { type ListAsked, serviceList } from '../../../record/list-page.tsx';
import type { Html } from '../../../ui/html.ts';
import { urls } from '../../../urls.ts';
import { pickTeam, type Team } from './pick-team.ts';
import { teamsOf } from './team.queries.ts';
import { TeamFrame } from './team-frame.view.tsx';

/** Something that waits: what, about which child, whose, since when. */
export type WaitingRow = {
  readonly text: string;
  readonly href: string;
  readonly child: string;
  readonly who: string;
  readonly since: string;
  readonly note: string;
  readonly isLate?: boolean;
};

/** Which part of a team's list is asked for; no team is all of them. */
export type Part = Pick<ListAsked<Record<never, never>>, 'limit' | 'offset'> & {
  readonly teamId: string | null;
};

type TeamList<S> = {
  readonly path: string;
  readonly tab: string;
  readonly permission: Permission;
  readonly title: string;
  readonly lead: string;
  readonly empty: string;
  readonly file: string;
  /** What stands over whose it is, since when, and the note. */
  readonly headings: readonly [who: string, since: string, note: string];
  /** What the page knows beside its rows. */
  readonly around: (context: PageContext, teamId: string | null) => Promise<S>;
  readonly rows: (context: PageContext, part: Part, around: S) => Promise<readonly WaitingRow[]>;
  readonly above?: (around: S) => Html;
  readonly beneath?: (around: S) => Html | null;
};

/** A manager's list of things that wait, about their own team, another or all. */
export const teamList = <S,>(of: TeamList<S>) =>
  serviceList({
    path: of.path,
    tab: { section: 'oversight', text: of.tab, keeps: 'team' },
    permission: of.permission,
    audit: 'view',
    caption: of.title,
    empty: () => of.empty,
    file: of.file,
    size: 100,
    subject: async (context) => {
      const { tx, actor, query } = context;
      const teams = await teamsOf(tx, actor.serviceId);
      const team = pickTeam(actor, teams, query('team'));
      return { teams, team, around: await of.around(context, team?.id ?? null) };
    },
    filters: { team: code('teams', { label: 'Team' }) },
    usual: ({ actor }) => ({ team: actor.teamId ?? '' }),
    options: (_context, { teams }) => ({ teams: choicesOf(teams) }),
    rows: (context, { team, around }, { limit, offset }) =>
      of.rows(context, { teamId: team?.id ?? null, limit, offset }, around),
    columns: () => waitingColumns(of.headings),
    view: ({ context: { shell }, subject: { team, around }, list }) => (
      <TeamFrame title={of.title} lead={of.lead} shell={shell} team={team}>
        {of.above?.(around)}
        {list}
        {of.beneath?.(around)}
      </TeamFrame>
    ),
  });

/** What the columns of a list of things that wait say. */
export const waitingColumns = ([who, since, note]: TeamList<unknown>['headings']) => [
  {
    heading: 'What',
    text: ({ text }: WaitingRow) => text,
    cell: ({ text, href, child }: WaitingRow) => (
      <a class="govuk-link" href={href}>
        {text}
        <span class="govuk-visually-hidden"> for {child}</span>
      </a>
    ),
  },
  {
    heading: 'Child',
    text: ({ child }: WaitingRow) => child,
    cell: ({ child }: WaitingRow) => child,
  },
  { heading: who, text: (row: WaitingRow) => row.who, cell: (row: WaitingRow) => row.who },
  { heading: since, text: (row: WaitingRow) => row.since, cell: (row: WaitingRow) => row.since },
  {
    heading: note,
    text: (row: WaitingRow) => row.note,
    cell: (row: WaitingRow) =>
      row.isLate ? <span class="fh-badge fh-badge-late">{row.note}</span> : row.note,
  },
];

/** The teams to choose from. */
export const choicesOf = (teams: readonly Team[]) =>
  teams.map(({ id, name }) => ({ value: id, text: name }));

/** What waits is counted in the whole service, and so are the rows behind each number. */
export const ofEveryTeam = (page: string) => urls.oversight.ofTeam(page, 'all');
