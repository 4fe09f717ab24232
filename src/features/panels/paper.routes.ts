import { can } from '../../domain/access/can.ts';
import { paperContent, partsMovedOn } from '../../domain/panels/paper.ts';
import type { ChildContext, Form } from '../../platform/http/context.ts';
import { type FormError, parseForm } from '../../platform/http/parse-form.ts';
import { childRoute, type Route } from '../../platform/http/route.ts';
import { urls } from '../../urls.ts';
import { conflictForm, declareConflict } from './conflict.ts';
import { ConflictPage } from './conflict.view.tsx';
import { type ItemWithGate, itemsWithGate } from './gate.queries.ts';
import { type ItemOne, itemOne } from './items.queries.ts';
import { compilePaper, makePaper, paperForm } from './make-paper.ts';
import { mayChange } from './may-change.ts';
import { panelOne } from './panel/panels.queries.ts';
import { currentPaper, paperFacts } from './paper.queries.ts';
import { PaperPage } from './paper.view.tsx';

const item = ':itemId';

export const paperRoutes: readonly Route[] = [
  childRoute({
    method: 'get',
    path: urls.panels.paper(':childId', item),
    permission: 'panel.paper',
    audit: 'view',
    handle: (context) => drawPaper(context, null, []),
  }),
  childRoute({
    method: 'post',
    path: urls.panels.paper(':childId', item),
    permission: 'panel.prepare',
    audit: 'change',
    handle: async (context) => {
      const { tx, actor, child, now, param, redirect, notFound } = context;
      const found = await itemOne(tx, child.id, param('itemId'));
      if (!found || !mayMake(context, found)) return notFound();
      const form = await context.form();
      const parsed = parseForm(paperForm, form);
      if (!parsed.ok) return drawPaper(context, form, parsed.errors);
      const [gated] = await itemsWithGate(tx, { itemId: found.id });
      if (!gated) return notFound();
      const content = compilePaper(found, await paperFacts(tx, found), parsed.value.summary);
      const made = await makePaper(tx, actor, found, gated.gate, content, parsed.value, now);
      if (made.kind === 'moved-on') return drawPaper(context, form, [], true);
      if (made.kind !== 'made') {
        const message = whyNot(found, gated) ?? 'The paper cannot be made yet';
        return drawPaper(context, form, [{ field: 'summary', message }]);
      }
      return redirect(
        urls.panels.paper(child.id, found.id),
        'Saved: the paper is made, and members may read it in the panel’s days',
      );
    },
  }),
  childRoute({
    method: 'get',
    path: urls.panels.conflict(':childId', item),
    permission: 'panel.view',
    audit: 'view',
    handle: (context) => drawConflict(context, null, []),
  }),
  childRoute({
    method: 'post',
    path: urls.panels.conflict(':childId', item),
    permission: 'panel.view',
    audit: 'change',
    handle: async (context) => {
      const { tx, actor, child, param, redirect, notFound } = context;
      const found = await itemOne(tx, child.id, param('itemId'));
      if (!found) return notFound();
      const form = await context.form();
      const parsed = parseForm(conflictForm, form);
      if (!parsed.ok) return drawConflict(context, form, parsed.errors);
      const staffId = await memberChosen(context, found, parsed.value.member);
      const known =
        staffId &&
        (await tx
          .selectFrom('panel_conflict')
          .select('id')
          .where('panel_item_id', '=', found.id)
          .where('staff_id', '=', staffId)
          .executeTakeFirst());
      if (!staffId || known) {
        const message = known
          ? 'This interest is already declared'
          : 'Choose somebody on this panel';
        return drawConflict(context, form, [{ field: 'member', message }]);
      }
      await declareConflict(tx, actor, { id: found.id, child_id: child.id }, staffId, parsed.value);
      return redirect(
        urls.panels.one(found.panel_id),
        'Saved: the interest is declared, and that child’s paper is closed to them',
      );
    },
  }),
];

/** The maker may work for this child, the item is still to be heard, and they have no interest in it. */
const mayMake = ({ actor, child }: ChildContext, found: ItemOne) =>
  mayChange(actor, child, 'panel.prepare') &&
  (found.state === 'listed' || found.state === 'ready') &&
  !found.my_conflict;

function whyNot(found: ItemOne, gated: ItemWithGate): string | null {
  if (gated.gate.kind === 'shut') {
    const steps = gated.gate.open.map(({ label }) => label.toLowerCase()).join('; ');
    return `The paper cannot be made yet. Still missing: ${steps}. See to each, or record why it is passed.`;
  }
  return found.gravity === null ? 'Score the gravity before the paper is made.' : null;
}

async function drawPaper(
  context: ChildContext,
  form: Form | null,
  errors: readonly FormError[],
  movedOn = false,
) {
  const { tx, child, shell, today, param, page, notFound } = context;
  const found = await itemOne(tx, child.id, param('itemId'));
  if (!found) return notFound();
  const making = mayMake(context, found);
  const facts = making ? await paperFacts(tx, found) : null;
  const paper = facts ? facts.paper : await currentPaper(tx, found.id);
  if (!paper && !making) return notFound();
  const [gated] = making ? await itemsWithGate(tx, { itemId: found.id }) : [];
  const reason = gated ? whyNot(found, gated) : null;
  const draft = facts && !reason ? compilePaper(found, facts, '') : null;
  const content = paper ? paperContent.parse(paper.content) : null;
  return page(
    PaperPage({
      shell,
      child,
      today,
      item: found,
      made: paper && content ? { content, on: new Date(paper.made_on), by: paper.made_by } : null,
      movedParts: content && draft ? partsMovedOn(content, draft) : [],
      draft,
      whyNot: reason,
      mayDeclare: !making,
      movedOn,
      errors,
      typed: form?.values ?? {},
    }),
    movedOn ? 409 : errors.length > 0 ? 422 : 200,
  );
}

/** A member's own id, or the one chosen by whoever runs the panel among those asked to it. */
async function memberChosen({ tx, actor }: ChildContext, found: ItemOne, member: string) {
  if (!member) return actor.staffId;
  if (!can(actor, 'panel.manage')) return null;
  const panel = await panelOne(tx, found.panel_id);
  return panel?.attendees.some(({ staff_id }) => staff_id === member) ? member : null;
}

async function drawConflict(
  context: ChildContext,
  form: Form | null,
  errors: readonly FormError[],
) {
  const { tx, actor, child, shell, today, param, page, notFound } = context;
  const found = await itemOne(tx, child.id, param('itemId'));
  if (!found) return notFound();
  const panel = can(actor, 'panel.manage') ? await panelOne(tx, found.panel_id) : null;
  const members = panel?.attendees.flatMap(({ staff_id, name }) =>
    staff_id && staff_id !== actor.staffId ? [{ value: staff_id, text: name }] : [],
  );
  return page(
    ConflictPage({
      shell,
      child,
      today,
      panelId: found.panel_id,
      members: members ?? null,
      errors,
      typed: form?.values ?? {},
    }),
    errors.length > 0 ? 422 : 200,
  );
}
