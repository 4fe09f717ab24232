import { addDays, type Day } from '../domain/calendar/day.ts';
import type { Story } from './story.ts';
import { at, workingDaysOn } from './working-days.ts';

const court = 'Eastmarsh Youth Court';
/** How a matter came to its last day before the court that has been. */
export type Matter = 'charged' | 'denied' | 'convicted' | 'reduced' | 'withdrawn';

type Told = {
  readonly charges: readonly string[];
  readonly charged: Day;
  /** The day of the plea, which comes after the first hearing. */
  readonly heard: Day;
  readonly matter: Matter;
};

/** The days of a child before the court: what was heard and how, and a day to come with or without somebody to go, or whose result is missing. */
export function tellHearings(story: Story, { charges, charged, heard, matter }: Told): void {
  const { rows, serviceId: service_id, child, worker, asOf } = story;
  const add = (listed_on: Day, more: object): string => {
    const id = story.id();
    rows.add('hearing', {
      service_id,
      id,
      child_id: child.id,
      created_by: worker.id,
      created_at: at(charged, '11:20'),
      court,
      listed_on,
      listed_at: '10:00',
      charge_ids: `{${charges.join(',')}}`,
      ...more,
    });
    return id;
  };
  const covered = { covered_by: worker.id, covered_on: charged };
  const happened = (day: Day) => ({
    ...covered,
    recorded_on: day,
    child_attended: 'in-person',
    parent_attended: 'in-person',
    social_care_attended: 'not-involved',
  });
  const first = workingDaysOn(charged, 5);
  if (first > asOf) {
    add(first, { kind: 'first', ...covered });
    return;
  }
  const from = add(first, {
    kind: 'first',
    state: 'adjourned',
    ...happened(first),
    remand: 'CONDITIONAL_BAIL',
    remand_conditions: 'To live at home and to keep away from the shop.',
  });
  const adjourned = { adjourned_from: from, created_at: at(first, '12:30') };
  const isOpen = matter === 'charged' || matter === 'denied';
  if (heard < asOf && !isOpen) {
    const hearing_id = add(heard, {
      ...adjourned,
      kind: 'plea',
      state: 'held',
      ...happened(heard),
      remand: 'none',
      note: 'The bench spoke to the child first, and thanked the parent for coming.',
    });
    const given = {
      service_id,
      child_id: child.id,
      created_by: worker.id,
      created_at: at(heard, '12:40'),
      hearing_id,
      charge_id: charges[0],
    };
    if (matter === 'withdrawn')
      rows.add('hearing_result', { ...given, id: story.id(), code: 'wdrn' });
    else
      rows.add('hearing_result', {
        ...given,
        id: story.id(),
        code: 'not-in-list',
        words: matter === 'reduced' ? 'Plea to the lesser charge accepted' : 'Sentence to follow',
      });
    return;
  }
  if (matter === 'denied') {
    add(workingDaysOn(asOf, 1), {
      ...adjourned,
      kind: 'trial',
      purpose: 'Half a day; two witnesses are expected',
    });
    return;
  }
  // Today with somebody to go, a day that has passed without a word, or one to come that waits for the court's day.
  const turn = Number.parseInt(child.id.charAt(0), 16) % 3;
  const [now, passed] = [-1, -6].map((days) => workingDaysOn(addDays(asOf, days), 1));
  const day = [now, passed][turn];
  if (day && day > first) add(day, { ...adjourned, ...covered, kind: 'plea' });
  else
    add(workingDaysOn(asOf, 8), {
      ...adjourned,
      ...covered,
      kind: 'sentence',
      purpose: 'A pre-sentence report',
    });
}
