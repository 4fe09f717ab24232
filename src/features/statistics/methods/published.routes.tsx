import { periodWords, vintageWords } from '../../../domain/statistics/period.ts';
import { versionSlug } from '../../../domain/statistics/version-slug.ts';
import { capitalised } from '../../../domain/text/capitalised.ts';
import { code } from '../../../record/choice-fields.tsx';
import { serviceList } from '../../../record/list-page.tsx';
import { Page } from '../../../ui/layout/page.tsx';
import { urls } from '../../../urls.ts';
import { type PublishedRow, publishedChoices, publishedFigures } from './published.queries.ts';

/** “Boys, aged 15, White”, or everybody. */
function groupWords({ ethnicity, sex, age }: PublishedRow): string {
  const words = [sex, age === 'all' ? 'all' : `aged ${age}`, ethnicity]
    .filter((each) => each !== 'all')
    .join(', ');
  return words ? capitalised(words) : 'All children';
}

const number = (text: string | null) => (text === null ? 'Not public' : Number(text));

/** Every figure of one measure as it was published, so that none is held that nobody can read. */
export const publishedRoutes = serviceList({
  path: urls.statistics.published(':measure'),
  tab: { under: urls.statistics.figures },
  permission: 'statistics.view',
  subject: async ({ tx, param }) => {
    const choices = await publishedChoices(tx, param('measure'));
    return choices && { id: param('measure'), ...choices };
  },
  caption: 'Published figures',
  empty: () => 'There is no figure for these choices.',
  file: 'published-figures',
  size: 50,
  filters: {
    area: code('areas', { label: 'Area' }),
    kind: code('kinds', { label: 'Kind' }),
  },
  options: (_context, { areas, kinds }) => ({
    areas,
    kinds: kinds.filter(({ value }) => value !== 'all'),
  }),
  rows: ({ tx }, { id }, { filters: { area, kind }, limit, offset }) =>
    publishedFigures(tx, { measure: id, area: area ?? null, kind: kind ?? null, limit, offset }),
  columns: ({ kinds, unit }) => [
    { heading: 'Period', text: ({ period }) => periodWords(period) },
    { heading: 'Area', text: ({ area }) => area },
    { heading: 'Of whom', text: groupWords },
    ...(kinds.length > 1
      ? [
          {
            heading: 'Kind',
            text: ({ kind }: PublishedRow) => (kind === 'all' ? 'All kinds' : kind),
          },
        ]
      : []),
    {
      heading: `Published, ${unit}`,
      numeric: true,
      text: ({ value, mark }) => (value === null ? (mark ?? 'None') : Number(value)),
      cell: ({ value, mark }) =>
        value === null ? (mark ?? 'None') : Number(value).toLocaleString('en-GB'),
    },
    { heading: 'Numerator', numeric: true, text: ({ numerator }) => number(numerator) },
    { heading: 'Denominator', numeric: true, text: ({ denominator }) => number(denominator) },
    { heading: 'Vintage', text: ({ vintage }) => vintageWords(vintage) },
    { heading: 'Source', text: ({ source }) => source },
  ],
  view: ({ context: { shell }, subject: { id, title, version }, list }) => (
    <Page
      title={`${title}: every published figure`}
      shell={shell}
      back={{ href: urls.statistics.figures, text: 'How figures are made' }}
    >
      <h1 class="govuk-heading-l">{title}: every published figure</h1>
      <p class="govuk-body">
        As its publisher gave it, the newest period first.{' '}
        <a class="govuk-link" href={urls.statistics.figure(id, versionSlug(version))}>
          How this figure is made
        </a>
      </p>
      {list}
    </Page>
  ),
});
