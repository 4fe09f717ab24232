import { addDays, type Day } from '../domain/calendar/day.ts';
import type { MeetingOutcome, OrderMeeting } from '../domain/panels/order-meeting.ts';
import type { OrderPaper } from '../domain/panels/order-paper.ts';
import { demoId } from './random.ts';
import type { Story } from './story.ts';
import { at, workingDaysOn } from './working-days.ts';

/** What a meeting was for, on which day of the order, and what it came to. */
export type Panel = readonly [
  meeting: OrderMeeting,
  daysOn: number,
  outcome: MeetingOutcome,
  note: string,
];

export const agreedAtFirst = (daysOn: number): Panel => [
  'first',
  daysOn,
  'contract',
  'The child spoke for themself; the panel and the child wrote the contract together.',
];

type Order = { readonly id: string; readonly made_on: Day };
type Meeting = {
  readonly meeting: OrderMeeting;
  readonly day: Day;
  readonly outcome: MeetingOutcome | null;
  readonly note: string;
};

/** The panels of a referral order as they met, or the first that it still waits for. */
export function tellOrderPanels(story: Story, order: Order, panels: readonly Panel[]): void {
  for (const [meeting, daysOn, outcome, note] of panels)
    tellMeeting(story, order, { meeting, day: addDays(order.made_on, daysOn), outcome, note });
  if (panels.length > 0) return;
  const day = workingDaysOn(story.asOf, 2);
  tellMeeting(story, order, { meeting: 'first', day, outcome: null, note: '' });
}

/** One panel with one child on its list: a worker of the service, a member with an account and one without. */
function tellMeeting(
  story: Story,
  { id: order_id, made_on }: Order,
  { meeting, day, outcome, note }: Meeting,
): void {
  const { rows, serviceId: service_id, child, worker, people } = story;
  const isHeld = outcome !== null;
  const made = { service_id, created_by: worker.id, created_at: at(made_on, '11:00') };
  const panel_id = demoId('order-panel', order_id, meeting);
  const item_id = demoId('order-item', order_id, meeting);
  const volunteer = people.staff.find(
    ({ role, agency }) => role === 'panel-member' && agency === 'community',
  );
  const days = { opens: at(addDays(day, -5), '00:00'), closes: at(addDays(day, 2), '00:00') };
  rows.add('panel', {
    ...made,
    id: panel_id,
    kind: 'referral-order',
    name: 'Referral order panel',
    starts_at: at(day, '17:00'),
    place: 'Mill Lane community centre',
    window_opens: days.opens,
    window_closes: days.closes,
    status: isHeld ? 'held' : 'planned',
    chair_id: worker.id,
  });
  for (const [key, staff_id, name, agency] of [
    ['chair', worker.id, worker.name, 'youth-justice'],
    ['volunteer', volunteer?.id ?? null, volunteer?.name ?? 'Panel member', 'community'],
    ['guest', null, 'Winnie Marlowe', 'community'],
  ] as const)
    rows.add('panel_attendee', {
      ...made,
      id: demoId('order-attendee', panel_id, key),
      panel_id,
      staff_id,
      name,
      agency,
      attended: isHeld ? 'attended' : 'expected',
    });
  const ofChild = { ...made, child_id: child.id };
  rows.add('panel_item', {
    ...ofChild,
    id: item_id,
    panel_id,
    order_id,
    meeting,
    state: isHeld ? 'decided' : 'ready',
    paper_summary: paper.summary,
  });
  rows.add('panel_invitation', {
    ...ofChild,
    id: demoId('order-asked', item_id),
    panel_item_id: item_id,
    who: 'child',
    told_on: made_on,
    how: 'On a visit, with a card that has the day on it',
    came: isHeld ? 'came' : null,
  });
  rows.add('panel_paper', {
    ...ofChild,
    id: demoId('order-paper', item_id),
    panel_item_id: item_id,
    content: paper,
  });
  if (outcome) {
    const met = demoId('order-met', item_id);
    const isContract = outcome === 'contract';
    rows.add('order_meeting', {
      ...ofChild,
      created_at: at(day, '18:30'),
      id: met,
      order_id,
      panel_item_id: item_id,
      outcome,
      happened_on: day,
      note,
      ...(isContract
        ? {
            child_signed: true,
            parent_signed: 'A parent',
            panel_signed: 'Winnie Marlowe',
            signed_on: day,
          }
        : {}),
    });
    for (const [what, weeks, is_reparation] of isContract ? terms : [])
      rows.add('contract_term', {
        ...ofChild,
        created_at: at(day, '18:30'),
        id: demoId('contract-term', met, what),
        order_meeting_id: met,
        what,
        place: 'Mill Lane workshop, with the reparation worker',
        due_on: addDays(day, weeks * 7),
        is_reparation,
      });
  }
  if (!isHeld && volunteer)
    rows.add('relationship', {
      ...ofChild,
      id: demoId('order-seat', item_id),
      staff_id: volunteer.id,
      kind: 'panel',
      starts_at: days.opens,
      ends_at: days.closes,
      reason: 'Reads papers for the panel',
    });
}

const terms = [
  ['Mend six bicycles for children who have none', 10, true],
  ['Write down what I would say to the person whose bicycle it was', 4, false],
] as const;

const paper: OrderPaper = {
  order: 'Referral order',
  madeFor: 'Taking a bicycle',
  summary: 'A bicycle was taken from outside the library and ridden until it broke.',
  childWords: 'I did not think about whose it was. I would like to mend bikes.',
  strengths: 'Good with tools, and never late for football.',
  adaptations: 'Short sentences, and one question at a time.',
  terms: [],
  victims: [],
};
