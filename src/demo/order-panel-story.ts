import { addDays, type Day } from '../domain/calendar/day.ts';
import type { OrderPaper } from '../domain/panels/order-paper.ts';
import { demoId } from './random.ts';
import type { Story } from './story.ts';
import { at, workingDaysOn } from './working-days.ts';

type Order = { readonly id: string; readonly made_on: Day; readonly contract: Day | null };

/** The panels of a referral order: the first, at which the contract was signed, or the one that it still waits for. */
export function tellOrderPanels(story: Story, { id, made_on, contract }: Order): void {
  if (contract) tellMeeting(story, id, { meeting: 'first', day: contract, from: made_on });
  else
    tellMeeting(story, id, { meeting: 'first', day: workingDaysOn(story.asOf, 2), from: made_on });
}

type Meeting = { readonly meeting: 'first' | 'review'; readonly day: Day; readonly from: Day };

/** One panel with one child on its list: a worker of the service, a member with an account and one without. */
function tellMeeting(story: Story, order_id: string, { meeting, day, from }: Meeting): void {
  const { rows, serviceId: service_id, child, worker, people, asOf } = story;
  const isHeld = day < asOf;
  const made = { service_id, created_by: worker.id, created_at: at(from, '11:00') };
  const panel_id = demoId('order-panel', order_id, meeting);
  const item_id = demoId('order-item', order_id, meeting);
  const volunteer = people.staff.find(({ role }) => role === 'panel-member');
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
  rows.add('panel_paper', {
    ...ofChild,
    id: demoId('order-paper', item_id),
    panel_item_id: item_id,
    content: paper,
  });
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
