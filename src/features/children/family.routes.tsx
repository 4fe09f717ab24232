import { claimsOf } from '../../domain/access/can.ts';
import type { ChildContext } from '../../platform/http/context.ts';
import type { Route } from '../../platform/http/route.ts';
import { yesNoText } from '../../record/choice-fields.tsx';
import type { FieldSet } from '../../record/field.ts';
import { FormBox, type FormView } from '../../record/form-box.tsx';
import type { Item } from '../../record/items.tsx';
import { rowPage } from '../../record/row-page.tsx';
import { addRow, changeRow } from '../../record/rows.ts';
import { backTo, laidOut, mayWrite, rowsPage } from '../../record/rows-page.tsx';
import { urls } from '../../urls.ts';
import { type NetworkPerson, network, type PrivateNote, privateNotes } from './family.queries.ts';
import { personChanges, personFields, privateFields } from './person-fields.ts';
import { PrivateNotes } from './private-notes.view.tsx';

const writes = { permission: 'child.edit', recordClass: 'RC1' } as const;
const writesPrivate = { permission: 'family.private', recordClass: 'RC12' } as const;
const title = 'Family and network';
const saved = 'Saved: the person';

type Person = NetworkPerson & { readonly notes: readonly PrivateNote[] };

async function people({ tx, child }: ChildContext): Promise<readonly Person[]> {
  const notes = await privateNotes(tx, child.id);
  return (await network(tx, child.id)).map((person) => ({
    ...person,
    notes: notes.filter((note) => note.network_person_id === person.id),
  }));
}

const personAsked = async (context: ChildContext) =>
  (await people(context)).find(({ id }) => id === context.param('personId'));

/** Who matters to the child: the list, one person, and what is kept apart about them. */
export const familyRoutes: readonly Route[] = [
  ...rowsPage({
    address: urls.child.family,
    tab: { room: 'about', text: 'Family and network' },
    writes,
    words: {
      title,
      intro:
        'Who matters to the child, who cares for them, and the professionals of other agencies. Ask the child first: who do you trust, who would you call?',
      empty:
        'Nobody is recorded. Begin with who the child lives with and who has parental responsibility.',
      addTitle: 'Add a person',
      add: 'Add the person',
      saved,
    },
    back: (childId) => backTo('Overview', urls.child.overview(childId)),
    rows: people,
    isPast: ({ valid_to }) => valid_to !== null,
    item: (person, { mayWrite, context: { child } }) => ({
      ...personItem(person),
      action: {
        href: urls.child.familyPerson(child.id, person.id),
        text: `Open ${mayWrite ? 'or change ' : ''}${person.name}`,
      },
    }),
    fields: personFields,
    save: async ({ tx, actor, child, today }, _people, columns) => {
      await addRow(tx, actor, 'network_person', {
        child_id: child.id,
        ...columns,
        valid_from: today,
      });
      return { kind: 'saved' };
    },
  }),
  ...rowPage({
    path: urls.child.familyPerson(':childId', ':personId'),
    writes,
    row: personAsked,
    item: personItem,
    words: { title: ({ name }) => name, saved },
    back: (_person, childId) => backTo(title, urls.child.family(childId)),
    fields: personChanges,
    stored: (person) => ({ ...person, gone: person.valid_to !== null }),
    body: (person, form, context) => (
      <>
        <Private person={person} context={context} />
        <Change form={form} />
      </>
    ),
    save: ({ tx, today }, person, { gone, ...columns }) =>
      changeRow(tx, 'network_person', person, {
        ...columns,
        valid_to: gone ? (person.valid_to ?? today) : null,
      }),
  }),
  ...rowPage({
    path: urls.child.familyPrivate(':childId', ':personId'),
    writes: writesPrivate,
    row: async (context) => (mayWrite(writesPrivate, context) ? personAsked(context) : undefined),
    item: personItem,
    words: {
      title: ({ name }) => `Private information about ${name}`,
      saved: 'Saved: private information, apart from the record',
    },
    back: (person, childId) => ({
      href: urls.child.familyPerson(childId, person.id),
      text: `Back to ${person.name}`,
    }),
    to: urls.child.family,
    fields: privateFields,
    stored: () => null,
    body: (_person, form) => (
      <>
        <p class="govuk-body">
          Their health, safety or past, as far as the work with the child needs it. It is kept apart
          from the child’s record: the child may one day read theirs.
        </p>
        <FormBox form={form}>{laidOut({}, form.F)}</FormBox>
      </>
    ),
    save: async ({ tx, actor, child }, person, columns) => {
      const about = { child_id: child.id, network_person_id: person.id };
      await addRow(tx, actor, 'family_information', { ...about, ...columns });
      return { kind: 'saved' };
    },
  }),
];

const Change = <F extends FieldSet>({ form }: { readonly form: FormView<F> }) =>
  form.mayWrite ? (
    <section aria-labelledby="change">
      <h2 class="govuk-heading-m" id="change">
        Change
      </h2>
      <FormBox form={form}>{laidOut({}, form.F)}</FormBox>
    </section>
  ) : null;

function personItem(person: Person): Item {
  const answers = [
    `Parental responsibility: ${yesNoText(person.parental_responsibility)}`,
    `Lives with the child: ${person.lives_with_child ? 'Yes' : 'No'}`,
    `May be contacted: ${yesNoText(person.may_be_contacted)}`,
  ];
  return {
    title: person.name,
    badges: [
      ...(person.emergency_contact
        ? [{ text: 'Call in an emergency', tone: 'good' as const }]
        : []),
      ...(person.may_be_contacted === 'no'
        ? [{ text: 'Must not be contacted', tone: 'late' as const }]
        : []),
      ...(person.notes.length > 0
        ? [{ text: 'Has private information', tone: 'restricted' as const }]
        : []),
    ],
    lines: [
      [person.relationship_label ?? person.relationship, person.agency].filter(Boolean).join(', '),
      [person.telephone, person.email].filter(Boolean).join(', '),
      answers.join('. '),
      person.note ?? '',
    ],
  };
}

// Whoever writes it of the children they work with reads it of those and no others, and is told so: nothing shown is not nothing said.
function Private({ person, context }: { person: Person; context: ChildContext }) {
  const { read, writeRelated } = claimsOf(context.actor.role);
  const mayAdd = mayWrite(writesPrivate, context);
  if (!read.includes('RC12')) return null;
  if (writeRelated.includes('RC12') && !mayAdd)
    return (
      <p class="govuk-body">
        What {person.name} told us of themselves is read by those who work with this child.
      </p>
    );
  return (
    <PrivateNotes
      name={person.name}
      notes={person.notes}
      add={mayAdd ? urls.child.familyPrivate(context.child.id, person.id) : null}
    />
  );
}
