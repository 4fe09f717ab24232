import { can } from '../../domain/access/can.ts';
import { formatDay } from '../../domain/calendar/day.ts';
import { inspectionKinds, inspectionStates } from '../../domain/inspections/workspace.data.ts';
import { serviceList } from '../../record/list-page.tsx';
import { Button } from '../../ui/govuk/components.tsx';
import { Page } from '../../ui/layout/page.tsx';
import { urls } from '../../urls.ts';
import { StateBadge } from './frame.view.tsx';
import { inspectionLines } from './inspections.queries.ts';

/** Every inspection of the service. */
export const listRoutes = serviceList({
  path: urls.inspections.list,
  tab: { section: 'inspection', text: 'Inspections', place: 1 },
  permission: 'inspection.progress',
  caption: 'Inspections',
  file: 'inspections',
  // Whether they start one, and whether the workspace opens to them or only what was published.
  subject: ({ actor }) => ({
    mayStart: can(actor, 'inspection.edit'),
    mayOpen: can(actor, 'inspection.view'),
  }),
  empty: (_filtered, { mayStart }) =>
    mayStart
      ? 'There is no inspection yet. Start a mock inspection to see how you would be rated.'
      : 'No inspection has been published yet.',
  rows: async ({ tx }, _may, { offset, limit }) =>
    (await inspectionLines(tx)).slice(offset, offset + limit),
  columns: ({ mayOpen }) => [
    {
      heading: 'Inspection',
      text: ({ title }) => title,
      cell: ({ id, title }) => (
        <a
          class="govuk-link"
          href={mayOpen ? urls.inspections.one(id) : urls.inspections.recommendations(id)}
        >
          {title}
        </a>
      ),
    },
    { heading: 'Kind', text: ({ kind }) => inspectionKinds[kind] },
    { heading: 'Standards', text: ({ frameworkId }) => `Of ${frameworkId}` },
    {
      heading: 'Fieldwork',
      text: (each) => `${formatDay(each.fieldworkFrom)} to ${formatDay(each.fieldworkTo)}`,
    },
    { heading: 'Lead', text: ({ lead }) => lead },
    {
      heading: 'State',
      text: ({ state }) => inspectionStates[state],
      cell: ({ state }) => <StateBadge state={state} />,
    },
  ],
  view: ({ context: { shell }, subject: { mayStart }, list }) => (
    <Page title="Inspections" shell={shell}>
      <h1 class="govuk-heading-l">Inspections</h1>
      <p class="govuk-body">
        Evidence, cases read, ratings and what follows from them, for a mock inspection of your own,
        a self-assessment, or a visit of the inspectorate.
      </p>
      <p class="fh-actions fh-no-print">
        {mayStart ? <Button text="Start an inspection" href={urls.inspections.create} /> : null}
        <a class="govuk-link" href={urls.inspections.progress}>
          Progress on recommendations
        </a>
        <a class="govuk-link" href={urls.inspectionResults.list()}>
          Published results of services
        </a>
        <a class="govuk-link" href={urls.inspectionResults.example}>
          A published inspection entered whole
        </a>
      </p>
      {list}
    </Page>
  ),
});
