import { type PaperContent, paperContent } from '../../../domain/panels/paper.ts';
import type { ChildContext } from '../../../platform/http/context.ts';
import type { Route } from '../../../platform/http/route.ts';
import { childForm } from '../../../record/form-page.ts';
import { longText } from '../../../record/text-fields.tsx';
import { urls } from '../../../urls.ts';
import { type ItemWithGate, itemsWithGate } from '../item/gate.queries.ts';
import { type ItemOne, itemOne } from '../item/items.queries.ts';
import { isOpen } from '../item/open-item.ts';
import { mayChange } from '../may-change.ts';
import { conflictRoutes } from './conflict.routes.tsx';
import { compilePaper, makePaper } from './make-paper.ts';
import { currentPaper, type PaperFacts, paperFacts } from './paper.queries.ts';
import { PaperPage } from './paper.view.tsx';

const fields = {
  paper_summary: longText({
    label: 'Summary for the panel',
    required: 'Enter a summary for the panel',
    max: 8000,
    rows: 8,
  }),
};
export type PaperFields = typeof fields;

export type PaperSubject = {
  readonly item: ItemOne;
  /** The paper members read; null until it is made. */
  readonly made: {
    readonly content: PaperContent;
    readonly on: Date;
    readonly by: string | null;
  } | null;
  /** What it is made from, for whoever may make it. */
  readonly facts: PaperFacts | null;
  /** What it would say now; null when it cannot be made yet, for the reason given. */
  readonly draft: PaperContent | null;
  readonly whyNot: string | null;
};

/** The maker may work for this child, the item is still to be heard, and they have no interest in it. */
const mayMake = ({ actor, child }: ChildContext, item: ItemOne) =>
  mayChange(actor, child, 'panel.prepare') && isOpen(item) && !item.my_conflict;

async function subject(context: ChildContext): Promise<PaperSubject | undefined> {
  const { tx, child, param } = context;
  const item = await itemOne(tx, child.id, param('itemId'));
  if (!item) return undefined;
  const facts = mayMake(context, item) ? await paperFacts(tx, item) : null;
  const paper = facts ? facts.paper : await currentPaper(tx, item.id);
  if (!paper && !facts) return undefined;
  const [gated] = facts ? await itemsWithGate(tx, { itemId: item.id }) : [];
  const reason = gated ? whyNot(item, gated) : null;
  return {
    item,
    made: paper
      ? {
          content: paperContent.parse(paper.content),
          on: new Date(paper.made_on),
          by: paper.made_by,
        }
      : null,
    facts,
    draft: facts && !reason ? compilePaper(item, facts, '') : null,
    whyNot: reason,
  };
}

function whyNot({ gravity }: ItemOne, { gate }: ItemWithGate): string | null {
  if (gate.kind === 'shut') {
    const steps = gate.open.map(({ label }) => label.toLowerCase()).join('; ');
    return `The paper cannot be made yet. Still missing: ${steps}. See to each, or record why it is passed.`;
  }
  return gravity === null ? 'Score the gravity before the paper is made.' : null;
}

/** The paper about one child: read by the panel, and made by the child's worker. */
export const paperRoutes: readonly Route[] = [
  ...childForm({
    path: urls.panels.paper(':childId', ':itemId'),
    reads: 'panel.paper',
    writes: 'panel.prepare',
    mayWrite: (_context, { facts }) => facts !== null,
    fields,
    subject,
    stored: ({ item }) => item,
    rules: (_value, { whyNot }) => (whyNot ? [{ field: 'paper_summary', message: whyNot }] : []),
    save: ({ tx, actor, now }, { item, facts }, { paper_summary }) =>
      facts
        ? makePaper(tx, actor, item, compilePaper(item, facts, paper_summary), paper_summary, now)
        : Promise.resolve({ kind: 'moved-on' as const }),
    view: (page) => <PaperPage {...page} />,
    done: ({ item }, _value, { child }) => ({
      to: urls.panels.paper(child.id, item.id),
      message: 'Saved: the paper is made, and members may read it in the panel’s days',
    }),
  }),
  ...conflictRoutes,
];
