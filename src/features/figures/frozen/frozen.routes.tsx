import type { RowChange } from '../../../domain/measures/frozen-figure.ts';
import type { PageContext } from '../../../platform/http/context.ts';
import { ruleMark } from '../../../platform/measures/measure-scripts.ts';
import { choice } from '../../../record/choice-fields.tsx';
import { serviceList } from '../../../record/list-page.tsx';
import { InsetText, SummaryList } from '../../../ui/govuk/components.tsx';
import { Page } from '../../../ui/layout/page.tsx';
import { urls } from '../../../urls.ts';
import { asAsked } from '../asked.ts';
import { childColumn } from '../child-column.tsx';
import { withChildren } from '../figure.queries.ts';
import { groupWords, outOf, valueWords } from '../figure-words.ts';
import { compared, oneSnapshot, quarterFrozen } from './frozen.queries.ts';
import { answeredWords, frozenWords, snapshotName } from './frozen-words.ts';

const whatWords = {
  'came-in': 'Came in',
  'went-out': 'Went out',
  changed: 'Changed',
} as const satisfies Record<RowChange['what'], string>;

async function subject({ tx, param }: PageContext) {
  const snapshot = await oneSnapshot(tx, param('snapshotId'));
  const [figure] = snapshot ? await compared(tx, snapshot, param('measure')) : [];
  return snapshot && figure && { snapshot, figure };
}

const signed = (by: number) => (by > 0 ? `+${by}` : by < 0 ? `−${-by}` : '0');

/** One frozen figure beside what the record says now, and every row by which they differ. */
export const frozenRoutes = serviceList({
  path: urls.figures.frozen(':snapshotId', ':measure'),
  tab: { under: urls.figures.snapshots },
  permission: 'figures.own',
  audit: 'view',
  caption: 'What changed since it was frozen',
  file: 'changed-since-frozen',
  empty: (isFiltered) =>
    isFiltered ? 'Nothing changed in this way.' : 'Nothing changed: the record says the same now.',
  subject,
  filters: {
    what: choice(
      Object.entries(whatWords).map(([value, text]) => ({ value, text })),
      { label: 'What changed', as: 'select', empty: 'All that changed' },
    ),
  },
  rows: async ({ tx, actor }, { figure }, { filters, limit, offset }) => {
    const { changes, frozenRows, rowsNow } = figure;
    const wanted = changes.filter(({ what }) => !filters.what || what === filters.what);
    const all = [...frozenRows, ...rowsNow];
    return withChildren(tx, actor.serviceId, wanted.slice(offset, offset + limit), all);
  },
  columns: ({ figure: { measure } }) => [
    childColumn,
    { heading: 'What', text: ({ what }) => whatWords[what] },
    { heading: 'In the figure', text: ({ numerator }) => signed(numerator), numeric: true },
    ...(measure.over === 'rows'
      ? [
          {
            heading: 'Out of',
            text: ({ denominator }: RowChange) => signed(denominator),
            numeric: true,
          },
        ]
      : []),
    { heading: 'Why', text: ({ why }) => why },
    { heading: 'Then', text: ({ then }) => (then ? saidOf(then) : 'Not there') },
    { heading: 'Now', text: ({ now }) => (now ? saidOf(now) : 'Not there') },
  ],
  view: ({ context: { shell }, subject: { snapshot, figure }, list }) => {
    const { measure, title, frozen, now } = figure;
    const asked = { quarter: quarterFrozen(snapshot), definition: snapshot.definition };
    return (
      <Page
        title={`${title}, as frozen`}
        shell={shell}
        back={{ href: urls.figures.snapshot(snapshot.id), text: snapshotName(snapshot) }}
      >
        <span class="govuk-caption-l">{snapshotName(snapshot)}</span>
        <h1 class="govuk-heading-l">{title}, as frozen</h1>
        <SummaryList
          rows={[
            {
              key: { text: 'As frozen' },
              value: { text: `${valueWords(measure, frozen, false)} (${outOf(measure, frozen)})` },
            },
            {
              key: { text: 'As the record stands now' },
              value: {
                html: (
                  <a class="govuk-link" href={urls.figures.oneOf(measure.id, asAsked(asked))}>
                    {valueWords(measure, now, false)} ({outOf(measure, now)})
                  </a>
                ),
              },
            },
            { key: { text: 'Frozen' }, value: { text: frozenWords(snapshot) } },
            { key: { text: 'How it stands' }, value: { text: answeredWords(snapshot) } },
          ]}
        />
        {ruleMark(measure.id) === figure.ruleMark ? null : (
          <InsetText text="The rule of this measure was changed since: a part of the difference may come from that." />
        )}
        <h2 class="govuk-heading-m">What changed since, child by child</h2>
        {list}
        <p class="govuk-body fh-quiet">
          A child whose record you may not open has a number here in place of their name.
        </p>
      </Page>
    );
  },
});

const saidOf = ({ reason, breakdowns }: NonNullable<RowChange['then']>): string => {
  const groups = Object.values(breakdowns).map(groupWords).join(', ');
  return groups ? `${reason} (${groups})` : reason;
};
