import type { Day } from '../../domain/calendar/day.ts';
import { formatDay } from '../../domain/calendar/day.ts';
import type { Html } from '../../ui/html.ts';
import { type ChildBand, ChildPage } from '../../ui/layout/child-page.tsx';
import type { PageShell } from '../../ui/layout/page.tsx';

type Props = {
  readonly shell: PageShell;
  readonly child: ChildBand;
  readonly today: Day;
  readonly warnings: readonly {
    readonly kind: string;
    readonly detail: string;
    readonly review_on: Day;
  }[];
};

export function OverviewPage({ shell, child, today, warnings }: Props): Html {
  return (
    <ChildPage title="Overview" shell={shell} child={child} today={today}>
      <h1 class="govuk-heading-l">Overview</h1>
      {warnings.map((warning) => (
        <p class="govuk-body">
          <strong>{warning.kind}</strong> {warning.detail} (look again by{' '}
          {formatDay(warning.review_on)})
        </p>
      ))}
    </ChildPage>
  );
}
