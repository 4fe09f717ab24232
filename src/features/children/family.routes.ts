import { claimsOf } from '../../domain/access/can.ts';
import { choicesOf } from '../../domain/reference/codes.ts';
import type { Tx } from '../../platform/db/as-actor.ts';
import { codeLists } from '../../platform/db/codes.ts';
import { lastChange } from '../../platform/db/last-change.ts';
import type { Route } from '../../platform/http/route.ts';
import { urls } from '../../urls.ts';
import { yesNoText } from './choices.ts';
import { ConflictPage } from './conflict.view.tsx';
import { changePersonForm, type PersonInput, personForm, privateForm } from './family.form.ts';
import { type NetworkPerson, network, privateNotes } from './family.queries.ts';
import { FamilyPage, PersonPage, PrivatePage } from './family.view.tsx';
import { addPerson, addPrivateNote, changePerson } from './keep-person.ts';
import { mayWriteHere, sectionRoutes } from './section.ts';

const writes = { permission: 'child.edit', recordClass: 'RC1' } as const;
const writesPrivate = { permission: 'family.private', recordClass: 'RC12' } as const;
const relationshipChoices = async (tx: Tx) =>
  choicesOf((await codeLists(tx, ['relationship_type'])).relationship_type);
const personOf = async (tx: Tx, childId: string, personId: string) =>
  (await network(tx, childId)).find(({ id }) => id === personId);

export const familyRoutes: readonly Route[] = [
  ...sectionRoutes({
    path: urls.child.family,
    tab: { room: 'about', text: 'Family and network' },
    writes,
    schema: personForm,
    draw: async ({ shell, child, today, tx }, drawn) =>
      FamilyPage({
        shell,
        child,
        today,
        drawn,
        people: await network(tx, child.id),
        privateNotes: await privateNotes(tx, child.id),
        relationships: await relationshipChoices(tx),
      }),
    save: async ({ tx, actor, child, today }, input) => {
      await addPerson(tx, actor, child.id, input, today);
      return null;
    },
    done: { to: urls.child.family, message: 'Saved: the person' },
  }),
  ...sectionRoutes({
    path: (childId) => urls.child.familyPerson(childId, ':personId'),
    writes,
    schema: changePersonForm,
    draw: async ({ shell, child, today, tx, actor, param }, drawn) => {
      const person = await personOf(tx, child.id, param('personId'));
      if (!person) return null;
      const notes = await privateNotes(tx, child.id);
      return PersonPage({
        shell,
        child,
        today,
        drawn,
        person,
        relationships: await relationshipChoices(tx),
        privateNotes: notes.filter((note) => note.network_person_id === person.id),
        seesPrivate: claimsOf(actor.role).read.includes('RC12'),
        mayWritePrivate: mayWriteHere(actor, child, writesPrivate),
      });
    },
    save: async ({ tx, child, shell, today, param }, input, form) => {
      const person = await personOf(tx, child.id, param('personId'));
      if (!person) return [{ field: 'name', message: 'This person is not on the record any more' }];
      const saved = await changePerson(tx, person.id, input, today);
      if (saved.kind === 'saved') return null;
      const choices = await relationshipChoices(tx);
      return {
        conflict: ConflictPage({
          shell,
          child,
          today,
          title: `${person.name} was changed while you were typing`,
          by: await lastChange(tx, 'network_person', person.id),
          theirs: inWords(storedAsInput(person), choices),
          yours: inWords(input, choices),
          typed: form.values,
          version: person.version,
          keepTheirs: urls.child.familyPerson(child.id, person.id),
        }),
      };
    },
    done: { to: urls.child.family, message: 'Saved: the person' },
  }),
  ...sectionRoutes({
    path: (childId) => urls.child.familyPrivate(childId, ':personId'),
    writes: writesPrivate,
    schema: privateForm,
    draw: async ({ shell, child, today, tx, param }, drawn) => {
      const person = await personOf(tx, child.id, param('personId'));
      return person && drawn.mayWrite ? PrivatePage({ shell, child, today, drawn, person }) : null;
    },
    save: async ({ tx, actor, child, param }, input) => {
      const person = await personOf(tx, child.id, param('personId'));
      if (!person)
        return [{ field: 'detail', message: 'This person is not on the record any more' }];
      await addPrivateNote(tx, actor, child.id, person.id, input);
      return null;
    },
    done: { to: urls.child.family, message: 'Saved: private information, apart from the record' },
  }),
];

const storedAsInput = (person: NetworkPerson) => ({
  name: person.name,
  relationship: person.relationship,
  agency: person.agency,
  telephone: person.telephone,
  email: person.email,
  parental: person.parental_responsibility,
  contactable: person.may_be_contacted,
  flags: [
    ...(person.lives_with_child ? ['lives-with'] : []),
    ...(person.emergency_contact ? ['emergency'] : []),
    ...(person.valid_to ? ['gone'] : []),
  ],
  note: person.note,
});

type InWords = Omit<PersonInput, 'parental' | 'contactable'> & {
  readonly parental: string;
  readonly contactable: string;
};

const inWords = (
  person: InWords,
  relationships: readonly { readonly value: string; readonly text: string }[],
) => [
  { label: 'Name', value: person.name },
  {
    label: 'Who they are',
    value:
      relationships.find(({ value }) => value === person.relationship)?.text ?? person.relationship,
  },
  { label: 'Agency', value: person.agency ?? '' },
  { label: 'Telephone', value: person.telephone ?? '' },
  { label: 'E-mail', value: person.email ?? '' },
  { label: 'Parental responsibility', value: yesNoText(person.parental) },
  { label: 'May be contacted', value: yesNoText(person.contactable) },
  { label: 'Lives with the child', value: person.flags.includes('lives-with') ? 'Yes' : 'No' },
  { label: 'Call in an emergency', value: person.flags.includes('emergency') ? 'Yes' : 'No' },
  { label: 'In the child’s life', value: person.flags.includes('gone') ? 'No longer' : 'Yes' },
  { label: 'What matters', value: person.note ?? '' },
];
