import type { Html } from '../../ui/html.ts';
import { MojSubNavigation } from '../../ui/moj/components.tsx';
import { urls } from '../../urls.ts';

const pages = [
  { id: 'benchmarks', text: 'Benchmarks', href: urls.statistics.benchmarks() },
  { id: 'ranking', text: 'All local authorities', href: urls.statistics.ranking() },
  {
    id: 'disproportionality',
    text: 'Disproportionality',
    href: urls.statistics.disproportionality(),
  },
  { id: 'families', text: 'Our families', href: urls.statistics.families },
  { id: 'recomputed', text: 'A plan recomputed', href: urls.statistics.recomputed },
  { id: 'inspections', text: 'Inspection ratings', href: urls.inspectionResults.list() },
  { id: 'figures', text: 'Methods', href: urls.statistics.figures },
] as const;

/** The pages of published statistics, one beside the other. */
export function StatisticsLinks({ here }: { readonly here: (typeof pages)[number]['id'] }): Html {
  return (
    <MojSubNavigation
      label="Statistics"
      items={pages.map(({ id, text, href }) => ({ text, href, active: id === here }))}
    />
  );
}
