import { can } from '../../domain/access/can.ts';
import { formatDay } from '../../domain/calendar/day.ts';
import type { Tx } from '../../platform/db/as-actor.ts';
import type { ChildContext } from '../../platform/http/context.ts';
import { code } from '../../record/choice-fields.tsx';
import { episode } from '../../record/episode.tsx';
import { checkedBadge, spell, toldBy } from '../../record/items.tsx';
import { text } from '../../record/text-fields.tsx';
import { urls } from '../../urls.ts';

/** Social care and early help status over time. */
export const careRoutes = episode({
  table: 'care_episode',
  fields: {
    status: code('care_status', { label: 'Status', required: 'Choose the status' }),
    authority: text({ label: 'Which council? (optional)', max: 100, width: 'one-half' }),
  },
  beside: { clashes: 'status', says: 'The child already has this status on that day' },
  writes: { permission: 'care.write', recordClass: 'RC10' },
  address: urls.child.care,
  tab: { room: 'needs', text: 'Care' },
  end: urls.child.endCare,
  words: {
    title: 'Social care and early help',
    intro:
      'The child’s status with children’s social care and early help, over time. Social care and early help workers keep it here; whoever else needs it asks them.',
    empty:
      'No status is recorded. Ask children’s social care: “not open to them” is an answer to record too.',
    addTitle: 'Add a status',
    verified: 'I have checked it in social care’s record',
    ended: 'The status has ended',
    endThis: (_row, said) => `${said.status} has ended`,
    saved: 'Saved: the status',
  },
  item: (row, said) => ({
    title: said.status,
    badges: checkedBadge(row),
    lines: [
      [row.authority, spell(row.valid_from, row.valid_to)].filter(Boolean).join('. '),
      toldBy(said.source, row),
    ],
  }),
  beneath: whatWasAsked,
});

/** The newest question to social care about this child that this person may read. */
const askedOf = (tx: Tx, childId: string) =>
  tx
    .selectFrom('information_request')
    .select(['id', 'status', 'asked_on', 'answered_on'])
    .where('child_id', '=', childId)
    .where('agency', '=', 'social-care')
    .where('status', '<>', 'withdrawn')
    .orderBy('asked_on', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();

/** What social care was asked and said, and the way to ask them. */
async function whatWasAsked({ tx, child, actor }: ChildContext) {
  const asked = await askedOf(tx, child.id);
  const mayAsk = can(actor, 'information.ask');
  if (!asked && !mayAsk) return null;
  return (
    <p class="govuk-body fh-actions fh-no-print">
      {asked ? (
        <a class="govuk-link" href={urls.information.one(child.id, asked.id)}>
          {asked.answered_on
            ? `Read what social care told us on ${formatDay(asked.answered_on)}`
            : `Social care were asked on ${formatDay(asked.asked_on)} and have not answered`}
        </a>
      ) : null}
      {mayAsk && asked?.status !== 'asked' ? (
        <a class="govuk-link" href={urls.information.ask(child.id, 'social-care')}>
          {asked ? 'Ask social care again' : 'Ask social care'}
        </a>
      ) : null}
    </p>
  );
}
