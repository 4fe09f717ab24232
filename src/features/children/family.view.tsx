import { formatInstant } from '../../domain/calendar/british-time.ts';
import { Button } from '../../ui/govuk/components.tsx';
import type { Html } from '../../ui/html.ts';
import { ChildPage } from '../../ui/layout/child-page.tsx';
import { type Choice, LongText, TextField, VersionField } from '../../ui/layout/fields.tsx';
import { PostForm } from '../../ui/layout/post-form.tsx';
import { urls } from '../../urls.ts';
import { yesNoText } from './choices.ts';
import type { NetworkPerson, PrivateNote } from './family.queries.ts';
import { PersonFields } from './person-fields.view.tsx';
import type { Drawn } from './section.ts';
import { type Frame, type Item, Items, SectionPage } from './section.view.tsx';

type Common = Frame & { readonly drawn: Drawn; readonly relationships: readonly Choice[] };

export function FamilyPage({
  people,
  relationships,
  privateNotes,
  ...page
}: Common & {
  readonly people: readonly NetworkPerson[];
  readonly privateNotes: readonly PrivateNote[];
}): Html {
  const item = (person: NetworkPerson): Item => {
    const count = privateNotes.filter((note) => note.network_person_id === person.id).length;
    return {
      ...personItem(person, count),
      action: {
        href: urls.child.familyPerson(page.child.id, person.id),
        text: page.drawn.mayWrite ? `Open or change ${person.name}` : `Open ${person.name}`,
      },
    };
  };
  return (
    <SectionPage
      {...page}
      title="Family and network"
      intro="Who matters to the child, who cares for them, and the professionals of other agencies. Ask the child first: who do you trust, who would you call?"
      back={{ href: urls.child.overview(page.child.id), text: 'Back to overview' }}
      empty="Nobody is recorded. Begin with who the child lives with and who has parental responsibility."
      now={people.filter(({ valid_to }) => valid_to === null).map(item)}
      before={people.filter(({ valid_to }) => valid_to !== null).map(item)}
      addTitle="Add a person"
      addButton="Add the person"
    >
      <PersonFields drawn={page.drawn} relationships={relationships} />
    </SectionPage>
  );
}

export function PersonPage({
  person,
  relationships,
  privateNotes,
  seesPrivate,
  mayWritePrivate,
  ...page
}: Common & {
  readonly person: NetworkPerson;
  readonly privateNotes: readonly PrivateNote[];
  readonly seesPrivate: boolean;
  readonly mayWritePrivate: boolean;
}): Html {
  const { drawn, shell, child } = page;
  return (
    <ChildPage
      title={person.name}
      {...page}
      errors={drawn.errors}
      back={{ href: urls.child.family(child.id), text: 'Back to family and network' }}
    >
      <h1 class="govuk-heading-l">{person.name}</h1>
      <Items items={[personItem(person, privateNotes.length)]} />
      {seesPrivate ? (
        <section aria-labelledby="private">
          <h2 class="govuk-heading-m" id="private">
            Their own private information
          </h2>
          {privateNotes.length === 0 ? <p class="govuk-body">None is recorded.</p> : null}
          {privateNotes.map((note) => (
            <div class="fh-card">
              {note.hide_from ? (
                <span class="fh-badge fh-badge-restricted">Hide from {note.hide_from}</span>
              ) : null}
              <p class="govuk-body fh-written">{note.detail}</p>
              <p class="govuk-body fh-quiet">
                {note.written_by ?? 'Somebody'}, {formatInstant(note.created_at)}
              </p>
            </div>
          ))}
          {mayWritePrivate ? (
            <p class="govuk-body fh-no-print">
              <a class="govuk-link" href={urls.child.familyPrivate(child.id, person.id)}>
                Add private information about {person.name}
              </a>
            </p>
          ) : null}
        </section>
      ) : null}
      {drawn.mayWrite ? (
        <section aria-labelledby="change">
          <h2 class="govuk-heading-m" id="change">
            Change
          </h2>
          <PostForm action={shell.path}>
            <VersionField version={person.version} />
            <PersonFields drawn={drawn} relationships={relationships} stored={person} />
            <Button text="Save" preventDoubleClick />
          </PostForm>
        </section>
      ) : null}
    </ChildPage>
  );
}

export function PrivatePage({
  person,
  drawn,
  ...page
}: Frame & { readonly drawn: Drawn; readonly person: NetworkPerson }): Html {
  const field = { errors: drawn.errors, typed: drawn.typed };
  return (
    <ChildPage
      title="Private information"
      {...page}
      errors={drawn.errors}
      back={{
        href: urls.child.familyPerson(page.child.id, person.id),
        text: `Back to ${person.name}`,
      }}
    >
      <h1 class="govuk-heading-l">Private information about {person.name}</h1>
      <p class="govuk-body">
        Their health, safety or past, as far as the work with the child needs it. It is kept apart
        from the child’s record: the child may one day read theirs.
      </p>
      <PostForm action={page.shell.path}>
        <LongText name="detail" label="What do you need to record?" {...field} />
        <TextField
          name="hideFrom"
          label="Who must not learn of it? (optional)"
          hint="For example, the child, or the other parent"
          {...field}
        />
        <Button text="Save" preventDoubleClick />
      </PostForm>
    </ChildPage>
  );
}

function personItem(person: NetworkPerson, privateCount: number): Item {
  return {
    title: person.name,
    badges: [
      ...(person.emergency_contact
        ? [{ text: 'Call in an emergency', tone: 'good' as const }]
        : []),
      ...(person.may_be_contacted === 'no'
        ? [{ text: 'Must not be contacted', tone: 'late' as const }]
        : []),
      ...(privateCount > 0
        ? [{ text: 'Has private information', tone: 'restricted' as const }]
        : []),
    ],
    lines: [
      [person.relationship_label ?? person.relationship, person.agency].filter(Boolean).join(', '),
      [person.telephone, person.email].filter(Boolean).join(', '),
      `Parental responsibility: ${yesNoText(person.parental_responsibility).toLowerCase()}. Lives with the child: ${person.lives_with_child ? 'yes' : 'no'}. May be contacted: ${yesNoText(person.may_be_contacted).toLowerCase()}`,
      person.note ?? '',
    ],
  };
}
