import { can } from '../../../domain/access/can.ts';
import type { Html } from '../../../ui/html.ts';
import { Page, type PageShell } from '../../../ui/layout/page.tsx';
import { urls } from '../../../urls.ts';
import { CaseloadTable } from '../home/child-rows.view.tsx';
import { DueLists } from '../home/due-list.view.tsx';
import type { Caseload, DueRow } from '../home/home-model.ts';
import type { TeamWorker } from './team.queries.ts';

type Props = {
  readonly shell: PageShell;
  readonly back: { readonly href: string; readonly text: string };
  readonly worker: TeamWorker;
  readonly rows: readonly DueRow[];
  readonly whole: (list: string) => string;
  readonly caseload: Caseload;
};

/** One worker's due work and children, as their own home shows them. */
export function WorkerDuePage({ shell, back, worker, rows, whole, caseload }: Props): Html {
  return (
    <Page title={worker.name} shell={shell} back={back}>
      <h1 class="govuk-heading-l">
        {worker.name} <span class="fh-quiet">{worker.jobTitle}</span>
      </h1>
      <section aria-labelledby="due">
        <h2 class="govuk-heading-m" id="due">
          What is due
        </h2>
        <DueLists rows={rows} whole={whole} />
      </section>
      <section aria-labelledby="children">
        <h2 class="govuk-heading-m" id="children">
          Children
        </h2>
        {caseload.total > 0 ? (
          <>
            <CaseloadTable caseload={caseload} caption={`Children allocated to ${worker.name}`} />
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
