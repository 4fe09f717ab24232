import { isForTheChild } from '../../domain/plans/who-does-it.ts';
import type { Condition } from '../../record/conditions.tsx';
import type { ChildSheet, SheetStep } from './child-sheet.view.tsx';
import { linesOf } from './plan-draft.ts';
import type { Line, Plan } from './plans.queries.ts';

type OfChild = {
  readonly id: string;
  readonly forename: string;
  readonly knownAs: string | null;
  readonly worker: string | null;
};

/** The child's own page: live lines only, never a line about a victim, never one that was kept off it. */
export function childSheetOf(
  plan: Plan,
  child: OfChild,
  conditions: readonly Pick<Condition, 'text' | 'standing'>[],
): ChildSheet {
  const live = plan.lines.filter((line) => line.status === 'open' || line.status === 'changed');
  const shown = live.filter((line) => line.on_child_page && !isAboutVictim(line));
  const names = [child.forename, child.knownAs ?? ''];
  const steps = linesOf(shown, 'step').sort((a, b) => (a.by_on ?? '').localeCompare(b.by_on ?? ''));
  const isMine = (line: Line) => isForTheChild(line.who ?? '', names);
  const written = (line: Line) => line.text.replace(/[.\s]+$/, '');
  return {
    childId: child.id,
    name: child.knownAs ?? child.forename,
    words: plan.child_words,
    agreed: conditions.filter(({ standing }) => standing === 'open').map(({ text }) => text),
    goals: linesOf(shown, 'goal').map((line) => line.text),
    mine: steps.filter(isMine).map(stepOf),
    others: steps.filter((line) => !isMine(line)).map(stepOf),
    safe: linesOf(shown, 'safety').map((line) => line.text),
    ifs: linesOf(shown, 'contingency').map((line) => ({
      trigger: written(line),
      action: (line.then_text ?? '').replace(/[.\s]+$/, ''),
      tell: (line.tell ?? '').replace(/[.\s]+$/, ''),
    })),
    after: linesOf(shown, 'exit')
      .filter((line) => line.accepted !== 'declined')
      .map((line) => line.text),
    worker: child.worker,
    agreedOn: plan.agreed_on,
    reviewOn: plan.review_on,
    leftOff: live.length - shown.length,
  };
}

const isAboutVictim = ({ kind, victim_involvement_id }: Line) =>
  kind === 'victim-safety' || victim_involvement_id !== null;

const stepOf = (line: Line): SheetStep => ({
  text: line.text,
  who: line.who ?? '',
  by: line.by_on,
});
