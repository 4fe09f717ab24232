import { sql } from 'kysely';
import { formatInstant } from '../../../domain/calendar/british-time.ts';
import { formatDay } from '../../../domain/calendar/day.ts';
import { orderMeetings } from '../../../domain/panels/order-meeting.ts';
import {
  type OrderPaper,
  orderPaperFrom,
  orderPaperWithoutAddresses,
} from '../../../domain/panels/order-paper.ts';
import { tellingParts } from '../../../domain/panels/paper.ts';
import type { Tx } from '../../../platform/db/as-actor.ts';
import type { JsonValue } from '../../../platform/db/tables.generated.ts';
import type { ChildContext } from '../../../platform/http/context.ts';
import { ChildFrame } from '../../../record/child-frame.tsx';
import { FormBox } from '../../../record/form-box.tsx';
import { childForm } from '../../../record/form-page.ts';
import { keptSafeLine, mustBeKeptSafe } from '../../../record/kept-safe.tsx';
import { longText } from '../../../record/text-fields.tsx';
import type { Html } from '../../../ui/html.ts';
import { WrittenList } from '../../../ui/layout/written-list.tsx';
import { urls } from '../../../urls.ts';
import { isOpen } from '../item/open-item.ts';
import { mayChange } from '../may-change.ts';
import { answerOf, makePaper, wishesWords } from '../paper/make-paper.ts';
import { currentPaper } from '../paper/paper.queries.ts';
import { type OrderItem, orderItem } from './order.queries.ts';

const fields = {
  paper_summary: longText({
    label: 'What happened, and what the panel should weigh',
    hint: 'In plain words that the child can hear read out. Leave out addresses, police information and health detail.',
    says: 'What happened',
    required: 'Enter what happened, and what the panel should weigh',
    max: 8000,
    rows: 8,
  }),
  child_words: longText({
    label: 'What the child wants the panel to know (optional)',
    hint: 'In their own words, and only what they agreed to share.',
    says: 'What the child wants the panel to know',
    max: 4000,
  }),
};

type Facts = {
  assessment: JsonValue;
  addresses: { lines: string; postcode: string | null }[];
  victims: { label: string; wishes: string; shared: string | null; safe: string }[];
};

/** What is put in from the record, as its maker may read it. */
async function factsOf(tx: Tx, { child_id }: OrderItem): Promise<Facts> {
  const { rows } = await sql<Facts>`
    select
      (select a.content from assessment a where a.child_id = ${child_id} and a.status = 'signed'
        order by a.signed_on desc, a.id limit 1) as assessment,
      coalesce((select jsonb_agg(jsonb_build_object('lines', d.lines, 'postcode', d.postcode))
        from child_address d where d.child_id = ${child_id}), '[]') as addresses,
      coalesce((select jsonb_agg(jsonb_build_object('label', v.label, 'wishes', v.wishes, 'shared', v.shared_with_worker, 'safe', ${keptSafeLine}) order by v.label)
        from victim_involvement v where v.child_id = ${child_id} and (v.ended_on is null or ${mustBeKeptSafe})), '[]') as victims`.execute(
    tx,
  );
  return rows[0] ?? { assessment: null, addresses: [], victims: [] };
}

const compiled = (item: OrderItem, facts: Facts, summary: string, childWords: string): OrderPaper =>
  orderPaperWithoutAddresses(
    {
      order: `${item.order_label}, made on ${formatDay(item.made_on)}`,
      madeFor: item.charge ?? '',
      summary,
      childWords,
      strengths: answerOf(facts.assessment, 'strengths'),
      adaptations: answerOf(facts.assessment, 'adaptations'),
      terms: item.terms.map(({ what, due_on }) => `${what}, by ${formatDay(due_on)}`),
      victims: facts.victims.map(({ label, wishes, shared, safe }) => ({
        label,
        wishes: wishesWords[wishes] ?? wishes,
        shared,
        safe,
      })),
    },
    facts.addresses.flatMap(tellingParts),
  );

async function subject({ tx, actor, child, param }: ChildContext) {
  const item = await orderItem(tx, child.id, param('itemId'));
  if (!item) return undefined;
  const mayMake = mayChange(actor, child, 'panel.prepare') && isOpen(item) && !item.my_conflict;
  const paper = await currentPaper(tx, item.id);
  if (!paper && !mayMake) return undefined;
  return {
    item,
    made: paper && { ...paper, content: orderPaperFrom(paper.content) },
    facts: mayMake ? await factsOf(tx, item) : null,
  };
}

/** The paper of an order's panel: read by its members in its days, and made by the child's worker. */
export const orderPaperRoutes = childForm({
  path: urls.panels.orderPaper(':childId', ':itemId'),
  tab: { under: urls.court.orders(':childId') },
  reads: 'panel.paper',
  writes: 'panel.prepare',
  mayWrite: (_context, { facts }) => facts !== null,
  fields,
  subject,
  stored: ({ item, made }) => ({ ...item, child_words: made?.content.childWords ?? '' }),
  save: async ({ tx, actor, now }, { item, facts }, { paper_summary, child_words }) => {
    if (!facts) return { kind: 'moved-on' };
    const content = compiled(item, facts, paper_summary, child_words ?? '');
    return makePaper(tx, actor, item, content, paper_summary, now);
  },
  view: ({ context, subject: { item, made, facts }, form: { F, ...form } }) => (
    <ChildFrame
      context={context}
      title="Panel paper"
      heading={
        <>
          <span class="govuk-caption-l">
            {orderMeetings[item.meeting]}, {formatInstant(item.starts_at)}
          </span>
          {made ? 'Paper for the panel' : 'Prepare the paper'}
        </>
      }
      faults={form.faults}
      back={{
        href: urls.panels.orderItem(context.child.id, item.id),
        text: orderMeetings[item.meeting],
      }}
    >
      {made ? (
        <>
          <p class="govuk-body fh-quiet">
            Made by {made.made_by ?? 'a former colleague'}, {formatInstant(made.made_on)}. Members
            may read it from {formatInstant(item.window_opens)} to{' '}
            {formatInstant(item.window_closes)}. In confidence: do not copy or pass on.
          </p>
          <Paper content={made.content} />
        </>
      ) : null}
      {facts ? (
        <section class="fh-no-print">
          <h2 class="govuk-heading-m">{made ? 'Make it again' : 'Your words'}</h2>
          <FormBox form={form} button={made ? 'Make the paper again' : 'Make the paper'}>
            <F.paper_summary />
            <F.child_words />
          </FormBox>
          {made ? null : (
            <>
              <h2 class="govuk-heading-m">The rest of the paper</h2>
              <Paper content={compiled(item, facts, '', '')} />
            </>
          )}
        </section>
      ) : (
        <p class="govuk-body fh-no-print">
          Do you know this child, their family or the person harmed?{' '}
          <a class="govuk-link" href={urls.panels.conflict(context.child.id, item.id)}>
            Declare a conflict of interest
          </a>
          .
        </p>
      )}
    </ChildFrame>
  ),
  done: ({ item }, _value, { child }) => ({
    to: urls.panels.orderPaper(child.id, item.id),
    message: 'Saved: the paper is made, and members may read it in the panel’s days',
  }),
});

function Paper({ content }: { readonly content: OrderPaper }): Html {
  const { victims } = content;
  return (
    <article>
      <WrittenList
        lines={[
          ['Order', content.order],
          ['Made for', content.madeFor || 'Not recorded'],
          ['What happened', content.summary || null],
          ['In the child’s words', content.childWords || null],
          ['Strengths', content.strengths || 'Not recorded'],
          ['What must be done differently for this child', content.adaptations || 'Not recorded'],
          ['Agreed so far', content.terms.join('\n') || null],
        ]}
      />
      <h2 class="govuk-heading-m">The person harmed</h2>
      {victims.length === 0 ? (
        <p class="govuk-body">No person harmed is recorded.</p>
      ) : (
        <WrittenList
          lines={victims.map(({ label, wishes, shared, safe }) => [
            label,
            `${wishes}${shared ? `. They agreed to share: ${shared}` : ''}${safe ? `. Must be kept safe: ${safe}` : ''}`,
          ])}
        />
      )}
    </article>
  );
}
