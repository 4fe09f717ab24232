import type { Day } from '../../domain/calendar/day.ts';
import type { ChildBand } from '../../ui/layout/child-page.tsx';
import type { Typed } from '../../ui/layout/fields.tsx';
import type { FieldError, PageShell } from '../../ui/layout/page.tsx';

/** What every page of a child's assessments is given. */
export type Frame = {
  readonly shell: PageShell;
  readonly child: ChildBand;
  readonly today: Day;
};

/** A form as it is shown again: what was typed, and what is wrong with it. */
export type Redisplay = {
  readonly errors?: readonly FieldError[];
  readonly typed?: Typed;
};
