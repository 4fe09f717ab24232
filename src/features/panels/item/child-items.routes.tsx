import { sql } from 'kysely';
import type { Actor } from '../../../domain/access/can.ts';
import { formatInstant } from '../../../domain/calendar/british-time.ts';
import { formatDay } from '../../../domain/calendar/day.ts';
import type { Tx } from '../../../platform/db/as-actor.ts';
import type { ChildContext } from '../../../platform/http/context.ts';
import { code } from '../../../record/choice-fields.tsx';
import type { ValuesOf } from '../../../record/field.ts';
import { childForm, type Outcome } from '../../../record/form-page.ts';
import { addRow, changeRow } from '../../../record/rows.ts';
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

/** Puts a referral on a panel's list, with the score and the summary of the panel that it was put off from; or back on the one that it was taken off. */
async function putOn(
  tx: Tx,
  actor: Actor,
  child_id: string,
  { referral_id, panel_id }: ValuesOf<PutForward>,
): Promise<Outcome> {
  const before = await tx
    .selectFrom('panel_item')
    .select(['id', 'version', 'panel_id', 'paper_summary'])
    .select(['gravity_base', 'gravity_factors', 'gravity', 'gravity_note'])
    .where('referral_id', '=', referral_id)
    .orderBy('created_at', 'desc')
    .execute();
  const here = before.find((item) => item.panel_id === panel_id);
  if (here) {
    const back = { state: 'listed', state_reason: null };
    return { ...(await changeRow(tx, 'panel_item', here, back)), id: here.id };
  }
  const [latest] = before;
  const id = await addRow(tx, actor, 'panel_item', {
    panel_id,
    child_id,
    referral_id,
    position: sql<number>`(select coalesce(max(position), 0) + 1 from panel_item where panel_id = ${panel_id})`,
    gravity_base: latest?.gravity_base ?? null,
    gravity_factors: JSON.stringify(latest?.gravity_factors ?? []),
    gravity: latest?.gravity ?? null,
    gravity_note: latest?.gravity_note ?? null,
    paper_summary: latest?.paper_summary ?? null,
  });
  return { kind: 'saved', id };
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
  save: ({ tx, actor, child }, _subject, chosen) => putOn(tx, actor, child.id, chosen),
  view: (page) => <ChildItemsPage {...page} />,
  done: (_subject, _value, { child }, id) => ({
    to: urls.panels.item(child.id, id),
    message: 'Saved: the referral is on the panel’s list',
  }),
});
