import { can } from '../../../domain/access/can.ts';
import type { Html } from '../../../ui/html.ts';
import { Page, type PageShell } from '../../../ui/layout/page.tsx';
import { urls } from '../../../urls.ts';
import { ChildrenTable } from '../home/child-rows.view.tsx';
import { DueLists, DueTable } from '../home/due-list.view.tsx';
import type { ChildRow, DueRow } from '../home/home-model.ts';
import type { TeamWorker } from './team.queries.ts';

type Props = {
  readonly shell: PageShell;
  readonly back: string;
  readonly rows: readonly DueRow[];
};

/** All that is late with the workers of a team, oldest first. */
export function TeamDuePage({ shell, back, rows, team }: Props & { readonly team: string }): Html {
  return (
    <Page title="Overdue" shell={shell} back={{ href: back, text: 'Back to the team' }}>
      <h1 class="govuk-heading-l">
        Overdue <span class="fh-quiet">{team}</span>
      </h1>
      {rows.length > 0 ? (
        <DueTable title="Overdue" tone="late" rows={rows} isOthers />
      ) : (
        <p class="govuk-body">Nothing is overdue with these workers.</p>
      )}
    </Page>
  );
}

/** One worker's due work and children, as their own home shows them. */
export function WorkerDuePage(
  props: Props & { readonly worker: TeamWorker; readonly children: readonly ChildRow[] },
): Html {
  const { shell, back, worker, rows, children } = props;
  return (
    <Page title={worker.name} shell={shell} back={{ href: back, text: 'Back to the team' }}>
      <h1 class="govuk-heading-l">
        {worker.name} <span class="fh-quiet">{worker.jobTitle}</span>
      </h1>
      <section aria-labelledby="due">
        <h2 class="govuk-heading-m" id="due">
          What is due
        </h2>
        <DueLists rows={rows} />
      </section>
      <section aria-labelledby="children">
        <h2 class="govuk-heading-m" id="children">
          Children
        </h2>
        {children.length > 0 ? (
          <>
            <ChildrenTable rows={children} caption={`Children allocated to ${worker.name}`} />
            {can(shell.actor, 'child.allocate') ? (
              <p class="govuk-body fh-no-print">
                <a class="govuk-link" href={urls.oversight.handOver(worker.id)}>
                  Hand over these children
                </a>
              </p>
            ) : null}
          </>
        ) : (
          <p class="govuk-body">No child is allocated to them.</p>
        )}
      </section>
    </Page>
  );
}
