import type { Day } from '../../domain/calendar/day.ts';
import { type KeptSafe, WhoIsKeptSafe } from '../../record/kept-safe.tsx';
import type { Html } from '../../ui/html.ts';
import { type ChildBand, ChildPage } from '../../ui/layout/child-page.tsx';
import type { PageShell } from '../../ui/layout/page.tsx';
import type { Line } from './plans.queries.ts';

/** All that a victim worker reads of a plan: the lines that keep somebody safe who was already harmed. */
export function VictimLinesPage({
  lines,
  keptSafe,
  ...frame
}: {
  readonly shell: PageShell;
  readonly child: ChildBand;
  readonly today: Day;
  readonly lines: readonly Line[];
  readonly keptSafe: readonly KeptSafe[];
}): Html {
  return (
    <ChildPage title="Keeping people already harmed safe" {...frame}>
      <h1 class="govuk-heading-l">Keeping people already harmed safe</h1>
      <p class="govuk-body">You see these lines of the plan because of your role, and no others.</p>
      <WhoIsKeptSafe people={keptSafe} />
      {lines.length === 0 ? (
        <p class="govuk-body">The plan has no such line yet. Ask the child’s worker to add one.</p>
      ) : (
        <ul class="fh-lines">
          {lines.map((line) => (
            <li class="fh-line">
              <p class="govuk-body">{line.text}</p>
              <p class="govuk-body fh-quiet">Seen to by {line.who}</p>
            </li>
          ))}
        </ul>
      )}
    </ChildPage>
  );
}
