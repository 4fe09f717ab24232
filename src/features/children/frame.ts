import type { Day } from '../../domain/calendar/day.ts';
import type { ChildBand } from '../../ui/layout/child-page.tsx';
import type { PageShell } from '../../ui/layout/page.tsx';

/** What every page of a child's record is drawn in. */
export type Frame = {
  readonly shell: PageShell;
  readonly child: ChildBand;
  readonly today: Day;
};
