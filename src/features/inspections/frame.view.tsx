import type { FormFault } from '../../domain/form-fault.ts';
import { inspectionKinds, inspectionStates } from '../../domain/inspections/workspace.data.ts';
import type { Children, Html } from '../../ui/html.ts';
import { Page, type PageShell } from '../../ui/layout/page.tsx';
import { MojSubNavigation } from '../../ui/moj/components.tsx';
import { urls } from '../../urls.ts';
import type { Inspection } from './inspections.queries.ts';

const parts = [
  { id: 'overview', text: 'Standards', href: urls.inspections.one },
  { id: 'cases', text: 'Cases', href: urls.inspections.cases },
  { id: 'panel', text: 'Ratings panel', href: urls.inspections.panel },
  { id: 'points', text: 'Factual accuracy', href: urls.inspections.points },
  { id: 'recommendations', text: 'Recommendations', href: urls.inspections.recommendations },
  { id: 'texts', text: 'Report texts', href: urls.inspections.texts },
  { id: 'report', text: 'Report', href: urls.inspections.report },
  { id: 'press', text: 'Press notice', href: urls.inspections.press },
] as const;

type Props = {
  readonly shell: PageShell;
  readonly inspection: Pick<Inspection, 'id' | 'title' | 'kind' | 'state'>;
  readonly here: (typeof parts)[number]['id'];
  /** The page's own heading; the inspection's title stands above it. */
  readonly heading: string;
  readonly errors?: readonly FormFault[];
  readonly back?: { readonly href: string; readonly text: string };
  readonly children?: Children;
};

/** The frame of a page of one inspection. */
export function InspectionPage(props: Props): Html {
  const { shell, inspection, here, heading, errors = [], children } = props;
  const back = props.back ?? { href: urls.inspections.list, text: 'Back to inspections' };
  return (
    <Page title={`${heading}, ${inspection.title}`} shell={shell} errors={errors} back={back}>
      <span class="govuk-caption-l">
        {inspection.title} <StateBadge state={inspection.state} />
      </span>
      <h1 class="govuk-heading-l">{heading}</h1>
      <MojSubNavigation
        label={inspectionKinds[inspection.kind]}
        items={parts.map(({ id, text, href }) => ({
          text,
          href: href(inspection.id),
          active: id === here,
        }))}
      />
      {children}
    </Page>
  );
}

/** Where an inspection stands. */
export function StateBadge({ state }: { readonly state: Inspection['state'] }): Html {
  const tone = state === 'published' ? 'good' : state === 'preparing' ? 'neutral' : 'soon';
  return <span class={`fh-badge fh-badge-${tone}`}>{inspectionStates[state]}</span>;
}
