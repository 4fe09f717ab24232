import { sql } from 'kysely';
import { formatInstant } from '../../../domain/calendar/british-time.ts';
import { formatDay } from '../../../domain/calendar/day.ts';
import type { ChildContext } from '../../../platform/http/context.ts';
import { code } from '../../../record/choice-fields.tsx';
import { childForm } from '../../../record/form-page.ts';
import { addRow } from '../../../record/rows.ts';
import { urls } from '../../../urls.ts';
import { mayChange } from '../may-change.ts';
import { outcomesOf } from '../outcomes.queries.ts';
import { ChildItemsPage } from './child-items.view.tsx';
import { canBePutForward, childPanelRows } from './items.queries.ts';

/** Which referral the panel is to decide, and which panel. */
const putForward = {
  referral_id: code('referrals', {
    label: 'Referral',
    required: 'Choose the referral that the panel will decide',
  }),
  panel_id: code('panels', {
    label: 'Panel',
    hint: 'Nobody on the panel sees anything until you have made the paper.',
    required: 'Choose a panel',
  }),
};
export type PutForward = typeof putForward;

export type ChildItems = Awaited<ReturnType<typeof subject>>;

async function subject({ tx, actor, child, now }: ChildContext) {
  return {
    rows: await childPanelRows(tx, child.id),
    outcomes: await outcomesOf(tx),
    open: mayChange(actor, child, 'panel.prepare')
      ? await canBePutForward(tx, child.id, now)
      : { referrals: [], panels: [] },
  };
}

/** The child's panels, decisions, outcomes and exceptions, and the form that puts a referral on a panel. */
export const childItemsRoutes = childForm({
  path: urls.panels.childItems(':childId'),
  tab: { room: 'work', text: 'Panel and outcomes' },
  reads: 'panel.view',
  writes: 'panel.prepare',
  mayWrite: ({ actor, child }) => mayChange(actor, child, 'panel.prepare'),
  fields: putForward,
  subject,
  options: (_context, { open }) => ({
    referrals: open.referrals.map(({ id, referred_on, reference }) => ({
      value: id,
      text: `Referred ${formatDay(referred_on)}${reference ? `, ${reference}` : ''}`,
    })),
    panels: open.panels.map(({ id, name, starts_at }) => ({
      value: id,
      text: `${name}, ${formatInstant(starts_at)}`,
    })),
  }),
  begins: ({ open: { referrals } }) => {
    const [only, another] = referrals;
    return only && !another ? { referral_id: only.id } : {};
  },
  save: async ({ tx, actor, child }, _subject, { referral_id, panel_id }) => {
    const id = await addRow(tx, actor, 'panel_item', {
      panel_id,
      child_id: child.id,
      referral_id,
      position: sql<number>`(select coalesce(max(position), 0) + 1 from panel_item where panel_id = ${panel_id})`,
    });
    return { kind: 'saved', id };
  },
  view: (page) => <ChildItemsPage {...page} />,
  done: (_subject, _value, { child }, id) => ({
    to: urls.panels.item(child.id, id),
    message: 'Saved: the referral is on the panel’s list',
  }),
});
