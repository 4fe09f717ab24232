import {
  type MergeChoice,
  type MergeRow,
  merged,
  threeWay,
} from '../../../domain/assessments/merge.ts';
import { namedParts } from '../../../domain/assessments/part-words.ts';
import { contentOfParts, partsOf } from '../../../domain/assessments/parts.ts';
import type { FormFault } from '../../../domain/form-fault.ts';
import { dropDraft } from '../../../platform/db/drafts.ts';
import type { ChildContext } from '../../../platform/http/context.ts';
import type { Route } from '../../../platform/http/route.ts';
import { urls } from '../../../urls.ts';
import type { OpenAssessment } from '../assessment.queries.ts';
import { saveContent } from '../writing/save-content.ts';
import { afterSave, type Refused, refusedOf, writingRoutes } from '../writing/writing.ts';
import { type Clash, oldestClash } from './clash.queries.ts';
import { MergePage } from './merge.view.tsx';
import { readChoices } from './merge-form.ts';
import { contentAt } from './version.queries.ts';

/** Two people who changed the same question: whoever came second chooses what is kept. */
export const mergeRoutes: readonly Route[] = writingRoutes(
  urls.assessments.merge(':childId', ':assessmentId'),
  (context, open) => withClash(context, open, (_, rows) => draw(context, open, rows)),
  (context, open) => withClash(context, open, (clash, rows) => save(context, open, clash, rows)),
);

async function withClash(
  { tx, child, redirect }: ChildContext,
  open: OpenAssessment,
  then: (clash: Clash, rows: MergeRow[]) => Response | Promise<Response>,
): Promise<Response> {
  const clash = await oldestClash(tx, open.id);
  const base = clash ? await contentAt(tx, open.id, clash.base) : null;
  if (!clash || !base) return redirect(urls.assessments.one(child.id, open.id));
  return then(clash, threeWay(partsOf(base), partsOf(clash.mine), partsOf(open.content)));
}

/** The questions on which both wrote, in page order. */
function metOn(open: OpenAssessment, rows: readonly MergeRow[]): MergeRow[] {
  const both = rows.filter((row) => row.state === 'both');
  const order = namedParts(
    open.template,
    both.map((row) => row.question),
  ).map(({ key }) => key);
  return both.toSorted((a, b) => order.indexOf(a.question) - order.indexOf(b.question));
}

function draw(
  context: ChildContext,
  open: OpenAssessment,
  rows: readonly MergeRow[],
  refused?: Refused,
): Response | Promise<Response> {
  const { errors, typed } = refused ?? { errors: [], typed: {} };
  const view = MergePage({ context, open, rows: metOn(open, rows), errors, typed });
  return context.page(view, refused ? 422 : 200);
}

async function save(
  context: ChildContext,
  open: OpenAssessment,
  clash: Clash,
  rows: readonly MergeRow[],
): Promise<Response> {
  const { tx, actor, child, form } = context;
  const posted = await form();
  const met = metOn(open, rows);
  const again = (faults: readonly FormFault[]) =>
    draw(context, open, rows, refusedOf(open, posted, faults));
  if (met.length > 0 && posted.text('version') !== String(open.version)) {
    const message = 'It was saved again while you chose. Look at both once more, then choose';
    return again([{ field: 'choice-0', message }]);
  }
  const { choices, errors } = readChoices(met, posted);
  if (errors.length > 0) return again(errors);
  const content = joinedContent(rows, choices);
  if (!content) return again([]);
  const result = await saveContent(tx, actor, open, {
    version: open.version,
    change: () => content,
    event: 'save',
    comment: `Joined with what ${open.savedBy ?? 'a colleague'} had saved`,
  });
  if (result.kind !== 'refused') await dropDraft(tx, clash.key);
  return afterSave(context, open, result, {
    next: urls.assessments.one(child.id, open.id),
    saved: 'Both people’s words are put together',
  });
}

function joinedContent(rows: readonly MergeRow[], choices: Record<string, MergeChoice>) {
  const result = merged(rows, choices);
  return result.kind === 'merged' ? contentOfParts(result.answers) : null;
}
