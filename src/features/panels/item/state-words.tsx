import type { GateResult } from '../../../domain/panels/gate.ts';
import type { Html } from '../../../ui/html.ts';

/** What each state of a child's place on a panel is on a page. */
export const stateWords = {
  listed: 'On the list',
  ready: 'Paper made',
  decided: 'Decided',
  deferred: 'Put off',
  withdrawn: 'Taken off',
} as const;

/** How the gate stands: met, met by exceptions, or what is still open. */
export function GateBadge({ gate }: { readonly gate: GateResult }): Html {
  if (gate.kind === 'met')
    return <span class="fh-badge fh-badge-good">Everything is in place</span>;
  if (gate.kind === 'passed-by-exception')
    return (
      <span class="fh-badge fh-badge-soon">
        {gate.excepted.length === 1 ? '1 exception' : `${gate.excepted.length} exceptions`}
      </span>
    );
  return (
    <span class="fh-badge fh-badge-late">
      {gate.open.length === 1 ? '1 step missing' : `${gate.open.length} steps missing`}
    </span>
  );
}
