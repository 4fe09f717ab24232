import { figureOfRows, type MeasuredFigure } from '../../domain/measures/figure-of-rows.ts';
import { type Measure, measures } from '../../domain/measures/measures.data.ts';
import { quarterBefore, quarterWords } from '../../domain/measures/quarter.ts';
import type { PageContext } from '../../platform/http/context.ts';
import { ownLeftOut, ownMeasures } from '../../platform/measures/own-measures.ts';
import { notKeptFor } from '../../platform/measures/record-bundle.ts';
import { serviceList } from '../../record/list-page.tsx';
import type { Html } from '../../ui/html.ts';
import { Page } from '../../ui/layout/page.tsx';
import { urls } from '../../urls.ts';
import { type Asked, asAsked, askedFields, askedOf, quarterOptions, usualAsked } from './asked.ts';
import { isOpen, outOf, valueWords } from './figure-words.ts';

type Row = {
  readonly measure: Measure;
  readonly now: MeasuredFigure;
  readonly before: MeasuredFigure;
};

const told = measures.filter(({ id }) => !notKeptFor(id));

async function rowsOf({ tx }: PageContext, asked: Asked): Promise<readonly Row[]> {
  const { quarter, definition } = asked;
  const shown = told.filter(({ definitions }) => definitions.includes(definition));
  const ids = shown.map(({ id }) => id);
  const now = await ownMeasures(tx, ids, { ...quarter, definition });
  const before = await ownMeasures(tx, ids, { ...quarterBefore(quarter, 1), definition });
  const of = (measure: Measure, { rows, population }: typeof now) =>
    figureOfRows(measure, rows.get(measure.id) ?? [], population);
  return shown.map((measure) => ({
    measure,
    now: of(measure, now),
    before: of(measure, before),
  }));
}

const subject = async (context: PageContext) => {
  const asked = askedOf(context);
  const { today } = context;
  return {
    asked,
    earlier: quarterBefore(asked.quarter, 1),
    today,
    leftOut: await ownLeftOut(context.tx),
  };
};

/** Every figure that the record tells, for one quarter: each leads to its rows. */
export const ownFiguresRoutes = serviceList({
  path: urls.figures.own,
  tab: { section: 'figures', text: 'Our own figures', place: 4 },
  permission: 'figures.own',
  caption: ({ asked }) => `Our figures, ${quarterWords(asked.quarter)}`,
  file: 'own-figures',
  empty: () => 'No measure has this definition.',
  subject,
  filters: askedFields,
  usual: usualAsked,
  options: quarterOptions,
  size: 100,
  rows: async (context, { asked }, { limit, offset }) =>
    (await rowsOf(context, asked)).slice(offset, offset + limit),
  columns: ({ asked, earlier, today }) => [
    {
      heading: 'Measure',
      text: ({ measure }: Row) => measure.title,
      cell: ({ measure }) => (
        <a class="govuk-link" href={urls.figures.oneOf(measure.id, asAsked(asked))}>
          {measure.title}
        </a>
      ),
    },
    { heading: 'Id', text: ({ measure }) => measure.id, only: 'file' },
    {
      heading: 'Figure',
      text: ({ measure, now }) => valueWords(measure, now, isOpen(measure, asked.quarter, today)),
      numeric: true,
    },
    { heading: 'From', text: ({ measure, now }) => outOf(measure, now), numeric: true },
    {
      heading: quarterWords(earlier),
      text: ({ measure, before }) => valueWords(measure, before, isOpen(measure, earlier, today)),
      numeric: true,
    },
    {
      heading: 'From then',
      text: ({ measure, before }) => outOf(measure, before),
      numeric: true,
    },
  ],
  view: ({ context: { shell }, subject: { leftOut }, list }) => (
    <Page title="Our own figures" shell={shell}>
      <h1 class="govuk-heading-l">Our own figures</h1>
      <p class="govuk-body">
        Worked out from the record as it stands now, by the national definitions. Each opens to the
        children who are in it and out of it, and why. Small numbers are not hidden here: do not
        hand these on.
      </p>
      {list}
      <NotTold />
      {leftOut.length > 0 ? (
        <section aria-labelledby="left-out">
          <h2 class="govuk-heading-m" id="left-out">
            In the record, and in no figure
          </h2>
          <ul class="govuk-list govuk-list--bullet">
            {leftOut.map(({ what, rows }) => (
              <li>
                {rows} {what}
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </Page>
  ),
});

const NotTold = (): Html => (
  <section aria-labelledby="not-told">
    <h2 class="govuk-heading-m" id="not-told">
      What the record does not tell
    </h2>
    <ul class="govuk-list govuk-list--bullet">
      {measures.flatMap(({ id, title }) => {
        const what = notKeptFor(id);
        return what && /^kpi\d+$/.test(id) ? [<li>{`${title}: it does not keep ${what}`}</li>] : [];
      })}
    </ul>
  </section>
);
