import type { Day } from '../../domain/calendar/day.ts';
import type { ChildBand } from '../../ui/layout/child-page.tsx';
import type { Choice, Typed } from '../../ui/layout/fields.tsx';
import type { FieldError, PageShell } from '../../ui/layout/page.tsx';
import type { ClosureRecord } from './closure.queries.ts';
import type { CheckRow, Written } from './closure-facts.ts';

/** What every page about one closing shows. */
export type ClosureProps = {
  readonly shell: PageShell;
  readonly child: ChildBand;
  readonly today: Day;
  readonly errors: readonly FieldError[];
  readonly typed: Typed;
  readonly record: ClosureRecord;
  readonly written: Written;
  readonly rows: readonly CheckRow[];
  readonly typeName: string;
  readonly reasons: readonly Choice[];
};
