import { can, holdsCaseload, managesEveryTeam } from '../../domain/access/can.ts';
import type { Role } from '../../domain/access/roles.data.ts';
import { figureOfGap } from '../../domain/oversight/gap-figures.ts';
import { choice, code } from '../../record/choice-fields.tsx';
import { serviceList } from '../../record/list-page.tsx';
import { Page } from '../../ui/layout/page.tsx';
import { urls } from '../../urls.ts';
import { gapNames, gapWords } from './gap-words.ts';
import { type ChildGaps, childrenWithGaps, type Whose } from './gaps.queries.ts';

const whoseText = {
  mine: 'Children I work with',
  team: 'My team’s children',
  service: 'All children',
} as const;

// A worker's own children first; who holds none looks at the team's or the service's.
const choicesOf = (role: Role): readonly [Whose, ...Whose[]] => {
  if (holdsCaseload(role)) return ['mine', 'team'];
  if (can({ role }, 'home.team') && !managesEveryTeam(role)) return ['team', 'service'];
  return ['service'];
};

const Fill = ({ row: { id, forename, surname, gaps } }: { readonly row: ChildGaps }) => (
  <ul class="govuk-list">
    {gaps.map(({ gap, state }) => {
      const { text, href } = gapWords(id, gap, state);
      return (
        <li>
          <a class="govuk-link" href={href}>
            {text}
            <span class="govuk-visually-hidden">
              {' '}
              for {forename} {surname}
            </span>
          </a>
        </li>
      );
    })}
  </ul>
);

const touches = (gaps: ChildGaps['gaps']) => [
  ...new Set(gaps.flatMap(({ gap }) => figureOfGap(gap) || [])),
];

/** What is missing, not asked or told in two ways in the records of children who are worked with now. */
export const gapRoutes = serviceList({
  path: urls.children.gaps,
  tab: { section: 'children', text: 'Record gaps' },
  permission: 'child.gaps',
  audit: 'view',
  caption: 'Children whose records lack something',
  file: 'record-gaps',
  empty: () => 'No record here lacks this. Nothing to do.',
  subject: () => null,
  filters: {
    whose: code('whose', { label: 'Whose children' }),
    gap: choice(gapNames, { label: 'What is missing', as: 'select' }),
  },
  usual: ({ actor }) => ({ whose: choicesOf(actor.role)[0] }),
  options: ({ actor }) => ({
    whose: choicesOf(actor.role).map((value) => ({ value, text: whoseText[value] })),
  }),
  rows: ({ tx, actor }, _subject, { filters: { whose, gap = null }, limit, offset }) => {
    const choices = choicesOf(actor.role);
    const asked = choices.find((each) => each === whose) ?? choices[0];
    return childrenWithGaps(tx, actor, { whose: asked, gap, limit, offset });
  },
  columns: () => [
    {
      heading: 'Child',
      text: ({ forename, surname, number }) => `${forename} ${surname}, ${number}`,
      cell: ({ id, forename, surname, number }) => (
        <>
          <a class="govuk-link" href={urls.child.overview(id)}>
            {forename} {surname}
          </a>
          <div class="fh-quiet">{number}</div>
        </>
      ),
    },
    { heading: 'Worker', text: ({ worker }) => worker ?? 'Nobody' },
    {
      heading: 'What to fill',
      text: ({ id, gaps }) =>
        gaps.map(({ gap, state }) => gapWords(id, gap, state).text).join('; '),
      cell: (row) => <Fill row={row} />,
    },
    {
      heading: 'What it does to our figures',
      text: ({ gaps }) => touches(gaps).join('; '),
      cell: ({ gaps }) => (
        <ul class="govuk-list">
          {touches(gaps).map((words) => (
            <li>{words}</li>
          ))}
        </ul>
      ),
    },
  ],
  view: ({ context: { shell }, list }) => (
    <Page
      title="Gaps in records"
      shell={shell}
      back={{ href: urls.children.search, text: 'Back to children' }}
    >
      <h1 class="govuk-heading-l">Gaps in records</h1>
      <p class="govuk-body">
        What is missing, not asked or told in two ways for children we work with now. “Declined to
        say” is an answer and no gap. Fill these as you meet the child, not at the end of a quarter.
      </p>
      {list}
    </Page>
  ),
});
