import { sql } from 'kysely';
import { type Day, formatDay } from '../../../domain/calendar/day.ts';
import { type Invited, invited, orderMeetings } from '../../../domain/panels/order-meeting.ts';
import type { Tx } from '../../../platform/db/as-actor.ts';
import type { ChildContext } from '../../../platform/http/context.ts';
import type { Route } from '../../../platform/http/route.ts';
import { ChildFrame } from '../../../record/child-frame.tsx';
import { choice, code } from '../../../record/choice-fields.tsx';
import { day } from '../../../record/day-field.tsx';
import { FormBox } from '../../../record/form-box.tsx';
import { childForm } from '../../../record/form-page.ts';
import { type Item, Items } from '../../../record/items.tsx';
import { addRow, changeRow } from '../../../record/rows.ts';
import { text } from '../../../record/text-fields.tsx';
import { urls } from '../../../urls.ts';
import { isOpen } from '../item/open-item.ts';
import { mayChange } from '../may-change.ts';
import { orderItem } from './order.queries.ts';

const cameWords = {
  came: 'Came',
  apologies: 'Sent apologies',
  'did-not-come': 'Did not come',
} as const;
const choicesOf = <V extends string>(words: Readonly<Record<V, string>>) =>
  (Object.entries(words) as [V, string][]).map(([value, said]) => ({ value, text: said }));

type Invitation = {
  id: string;
  version: number;
  panel_item_id: string;
  who: Invited;
  name: string | null;
  told_on: Day;
  how: string;
  came: keyof typeof cameWords | null;
  note: string | null;
};

/** Who is asked to the meeting about a child; a person harmed by their line, never by name. */
async function invitationsOf(tx: Tx, childId: string): Promise<readonly Invitation[]> {
  const { rows } = await sql<Invitation>`
    select n.id, n.version, n.panel_item_id, n.who, coalesce(n.name, v.label) as name, n.told_on, n.how, n.came, n.note
    from panel_invitation n
    left join victim_involvement v on v.service_id = n.service_id and v.id = n.victim_involvement_id
    where n.child_id = ${childId} order by n.created_at, n.id`.execute(tx);
  return rows;
}

const fields = {
  who: choice(choicesOf(invited), {
    label: 'Who is asked?',
    required: 'Choose who is asked',
    as: 'small-radios',
  }),
  name: text({ label: 'Name, of a parent, carer or somebody else', says: 'Name', max: 120 }),
  victim_involvement_id: code('harmed', {
    label: 'Which person harmed?',
    hint: 'Only those who agreed to be in touch and said what they want. The victim worker asks them: no name or address is given here.',
    says: 'Person harmed',
    empty: 'None',
  }),
  told_on: day({
    label: 'When were they told?',
    says: 'The day',
    required: 'Enter the day on which they were told',
    within: 'past',
  }),
  how: text({
    label: 'How were they told?',
    hint: 'For example: on a visit, in a letter with pictures, by the victim worker.',
    says: 'How they were told',
    required: 'Enter how they were told',
    max: 200,
  }),
};

async function harmed(tx: Tx, childId: string) {
  const rows = await tx
    .selectFrom('victim_involvement')
    .select(['id', 'label'])
    .where('child_id', '=', childId)
    .where('wishes', '=', 'given')
    .where('ended_on', 'is', null)
    .orderBy('label')
    .execute();
  return rows.map(({ id, label }) => ({ value: id, text: label }));
}

const inviteRoutes = childForm({
  path: urls.panels.invitations(':childId', ':itemId'),
  tab: { under: urls.court.orders(':childId') },
  reads: 'panel.prepare',
  mayWrite: ({ actor, child }) => mayChange(actor, child, 'panel.prepare'),
  closed: ({ item }) =>
    isOpen(item) ? null : 'The panel has met about this child, or they are off its list',
  fields,
  subject: async ({ tx, child, param }: ChildContext) => {
    const item = await orderItem(tx, child.id, param('itemId'));
    if (!item) return undefined;
    const all = await invitationsOf(tx, child.id);
    return { item, asked: all.filter(({ panel_item_id }) => panel_item_id === item.id) };
  },
  options: async ({ tx, child }) => ({ harmed: await harmed(tx, child.id) }),
  rules: ({ who, name, victim_involvement_id }) => {
    if ((who === 'victim') !== (victim_involvement_id !== null))
      return [
        {
          field: 'victim_involvement_id',
          message:
            who === 'victim'
              ? 'Choose which person harmed, who agreed to be in touch'
              : 'Choose a person harmed only where one is asked',
        },
      ];
    if (who === 'victim' && name)
      return [{ field: 'name', message: 'A person harmed is never named here' }];
    if ((who === 'parent' || who === 'other') && !name)
      return [{ field: 'name', message: 'Enter the name of who is asked' }];
    return [];
  },
  save: async ({ tx, actor, child }, { item }, value) => {
    const made = { ...value, child_id: child.id, panel_item_id: item.id };
    await addRow(tx, actor, 'panel_invitation', made);
    return { kind: 'saved' };
  },
  view: ({ context, subject: { item, asked }, form: { F, ...form } }) => (
    <ChildFrame
      context={context}
      title="Who is asked"
      faults={form.faults}
      back={{
        href: urls.panels.orderItem(context.child.id, item.id),
        text: orderMeetings[item.meeting],
      }}
    >
      {asked.length > 0 ? (
        <Items
          items={asked.map((one) => ({
            ...inWords(one),
            action: {
              href: urls.panels.invitation(context.child.id, one.id),
              text: `Did they come? ${inWords(one).title}`,
            },
          }))}
        />
      ) : (
        <p class="govuk-body">Nobody is asked yet beside the members of the panel.</p>
      )}
      {form.mayWrite && !form.closed ? (
        <section class="fh-no-print">
          <p class="govuk-body">
            <a
              class="govuk-link"
              href={urls.letters.begin(context.child.id, {
                kind: 'panel-invitation',
                about: `meeting:${item.id}`,
              })}
            >
              Write an invitation
            </a>
          </p>
          <h2 class="govuk-heading-m">Somebody was asked</h2>
          <FormBox form={form} button="Save that they are asked">
            <F.who />
            <F.name />
            <F.victim_involvement_id />
            <F.told_on />
            <F.how />
          </FormBox>
        </section>
      ) : null}
    </ChildFrame>
  ),
  done: ({ item }, _value, { child }) => ({
    to: urls.panels.invitations(child.id, item.id),
    message: 'Saved: they are asked',
  }),
});

const inWords = ({ who, name, told_on, how, came, note }: Invitation): Item => ({
  title: name ? `${invited[who]}: ${name}` : invited[who],
  badges: came ? [{ text: cameWords[came], tone: 'neutral' }] : [],
  lines: [`Told on ${formatDay(told_on)}: ${how}`, note ?? ''],
});

const cameFields = {
  came: choice(choicesOf(cameWords), {
    label: 'Did they come?',
    required: 'Choose whether they came',
    as: 'small-radios',
  }),
  note: text({ label: 'Anything to know of it (optional)', says: 'Note', max: 1000 }),
};

export const invitationRoutes: readonly Route[] = [
  ...inviteRoutes,
  ...childForm({
    path: urls.panels.invitation(':childId', ':invitationId'),
    tab: { under: urls.court.orders(':childId') },
    reads: 'panel.prepare',
    mayWrite: ({ actor, child }) => mayChange(actor, child, 'panel.prepare'),
    fields: cameFields,
    subject: async ({ tx, child, param }: ChildContext) =>
      (await invitationsOf(tx, child.id)).find(({ id }) => id === param('invitationId')),
    stored: (one) => one,
    save: ({ tx }, one, columns) => changeRow(tx, 'panel_invitation', one, columns),
    view: ({ context, subject, form: { F, ...form } }) => (
      <ChildFrame
        context={context}
        title="Did they come?"
        heading={
          <>
            <span class="govuk-caption-l">{inWords(subject).title}</span>
            Did they come?
          </>
        }
        faults={form.faults}
        back={{
          href: urls.panels.invitations(context.child.id, subject.panel_item_id),
          text: 'Who is asked',
        }}
      >
        <FormBox form={form} button="Save">
          <F.came />
          <F.note />
        </FormBox>
      </ChildFrame>
    ),
    done: ({ panel_item_id }, _value, { child }) => ({
      to: urls.panels.invitations(child.id, panel_item_id),
      message: 'Saved: whether they came',
    }),
  }),
];
