import { formatDay } from '../../../domain/calendar/day.ts';
import { choice } from '../../../record/choice-fields.tsx';
import { day } from '../../../record/day-field.tsx';
import { addRow } from '../../../record/rows.ts';
import { backTo, rowsPage } from '../../../record/rows-page.tsx';
import { longText, text } from '../../../record/text-fields.tsx';
import { urls } from '../../../urls.ts';

const bases = [
  { value: 'legal-duty', text: 'A duty in law, or a court asked' },
  { value: 'safeguarding', text: 'The safety of a child or of somebody else' },
  { value: 'agreed', text: 'The child or a parent agreed' },
  { value: 'own-request', text: 'The person asked for what is held about them' },
  { value: 'other', text: 'Another reason: say it with what was given' },
] as const;

/** What of a child's record was given to somebody outside, to whom and why. */
export const disclosureRoutes = rowsPage({
  address: urls.child.disclosures,
  tab: { room: 'papers', text: 'Given to others', place: 4 },
  writes: { permission: 'child.edit', recordClass: 'RC1' },
  rows: ({ tx, child }) =>
    tx
      .selectFrom('disclosure')
      .leftJoin('staff', (join) =>
        join
          .onRef('staff.service_id', '=', 'disclosure.service_id')
          .onRef('staff.id', '=', 'disclosure.created_by'),
      )
      .select(['disclosure.what', 'disclosure.recipient', 'disclosure.agency', 'disclosure.basis'])
      .select(['disclosure.given_on', 'staff.name as by'])
      .where('disclosure.child_id', '=', child.id)
      .orderBy('disclosure.given_on', 'desc')
      .orderBy('disclosure.id', 'desc')
      .execute(),
  item: ({ what, recipient, agency, basis, given_on, by }) => ({
    title: [recipient, agency].filter(Boolean).join(', '),
    lines: [
      what,
      bases.find(({ value }) => value === basis)?.text ?? '',
      `Given on ${formatDay(given_on)}, entered by ${by ?? 'a person who has left'}`,
    ],
  }),
  words: {
    title: 'Given to others',
    intro:
      'What of this record somebody outside received: a paper, a letter, a fact on the telephone. Panel papers and answers to the police stand on their own pages. What is entered here is not changed.',
    empty: 'Nothing that you may read is entered as given to anybody outside.',
    addTitle: 'Enter what was given',
    add: 'Save',
    saved: 'Saved: what was given',
  },
  fields: {
    what: longText({
      label: 'What was given?',
      hint: 'Good: “The plan of 4 March, without the victim’s page.”',
      required: 'Say what was given',
      max: 2000,
      rows: 3,
    }),
    recipient: text({
      label: 'To whom?',
      hint: 'A name, or a post if the name is not known',
      required: 'Enter who received it',
      max: 200,
    }),
    agency: text({ label: 'Of which agency or family?', max: 200 }),
    basis: choice(bases, {
      label: 'What lets it be given?',
      required: 'Choose what lets it be given',
    }),
    given_on: day({
      label: 'When?',
      says: 'The day it was given',
      required: 'Enter the day it was given',
      within: 'past',
    }),
  },
  back: (childId) => backTo('Chronology', urls.child.chronology(childId)),
  save: async ({ tx, actor, child }, _rows, value) => {
    await addRow(tx, actor, 'disclosure', { child_id: child.id, ...value });
    return { kind: 'saved' };
  },
});
