import { type About, abouts, fill, type LetterKind } from '../../domain/letters/template.ts';
import type { ChildContext } from '../../platform/http/context.ts';
import type { Route } from '../../platform/http/route.ts';
import { ChildFrame } from '../../record/child-frame.tsx';
import { code } from '../../record/choice-fields.tsx';
import { FormBox } from '../../record/form-box.tsx';
import { childForm } from '../../record/form-page.ts';
import { Items } from '../../record/items.tsx';
import { addRow } from '../../record/rows.ts';
import { urls } from '../../urls.ts';
import { letterRoutes } from './letter.routes.tsx';
import { letterItem, mayWriteAs, writerOf } from './letter-words.ts';
import { addresseesOf, factsAbout, kindsOf, lettersOf, subjectsOf } from './letters.queries.ts';
import { outboxRoutes } from './outbox.routes.tsx';
import { sendRoutes } from './send.routes.tsx';

const fields = {
  kind: code('kinds', { label: 'What kind of letter?', required: 'Choose a kind of letter' }),
  to: code('addressees', { label: 'To whom?', required: 'Choose to whom it is' }),
  about: code('subjects', {
    label: 'What is it about?',
    hint: 'The letter is filled from what the record says of it',
    empty: 'Nothing of these',
  }),
};

const columns: Readonly<Record<About, 'contact_id' | 'order_id' | 'panel_item_id' | 'failure_id'>> =
  {
    contact: 'contact_id',
    order: 'order_id',
    meeting: 'panel_item_id',
    failure: 'failure_id',
  };
/** A choice is its kind and an id: failure:…, victim:…. */
const parted = (chosen: string | null) => {
  const [kind = '', id = ''] = (chosen ?? '').split(':');
  return { kind, id };
};

type Subject = Awaited<ReturnType<typeof subject>>;

async function subject(context: ChildContext) {
  const { tx, child, today } = context;
  const kinds = await kindsOf(tx);
  const people = await addresseesOf(tx, child.id);
  const writes = { ofChild: mayWriteAs(context, 'RC3'), harmed: mayWriteAs(context, 'RC11') };
  const writesTo = (to: LetterKind['to']) => (to === 'victim' ? writes.harmed : writes.ofChild);
  return {
    letters: await lettersOf(tx, child.id),
    kinds: kinds.filter(({ to }) => writesTo(to)),
    people: [
      ...(writes.ofChild ? [{ value: 'child:', text: `${child.forename} ${child.surname}` }] : []),
      ...people.filter(({ value }) => writesTo(value.startsWith('victim') ? 'victim' : 'parent')),
    ],
    subjects: (await subjectsOf(tx, child.id, today)).map(({ about, id, text }) => ({
      value: `${about}:${id}`,
      text,
    })),
  };
}

function mismatch(kind: LetterKind, to: string, about: string | null) {
  if (parted(to).kind !== kind.to)
    return {
      field: 'to',
      message:
        kind.to === 'child'
          ? 'This kind of letter is to the child: choose the child, or another kind'
          : `This kind of letter is to ${kind.to === 'parent' ? 'a parent or carer' : 'a person harmed'}: choose one, or another kind`,
    };
  if (parted(about).kind === kind.about) return null;
  return {
    field: 'about',
    message:
      kind.about === ''
        ? 'This kind of letter is about nothing of these: leave it blank'
        : `Choose ${abouts[kind.about]} that this kind of letter is about`,
  };
}

const nameOf = (to: string, { people }: Subject, { child }: ChildContext) => {
  if (to === 'child:') return child.knownAs ?? child.forename;
  const text = people.find(({ value }) => value === to)?.text ?? '';
  return to.startsWith('victim:') ? text.replace(/^[^:]*: /, '') : text.replace(/, [^,]*$/, '');
};

const list = childForm({
  path: urls.letters.list(':childId'),
  tab: { room: 'papers', text: 'Letters', place: 6 },
  reads: 'letter.read',
  writes: 'letter.write',
  mayWrite: (_context, { kinds, people }: Subject) => kinds.length > 0 && people.length > 0,
  fields,
  subject,
  begins: (_subject, { query }) => ({
    kind: query('kind'),
    to: query('to'),
    about: query('about'),
  }),
  options: (_context, { kinds, people, subjects }) => ({
    kinds: kinds.map(({ code: value, label }) => ({ value, text: label })),
    addressees: people,
    subjects,
  }),
  rules: ({ kind, to, about }, { kinds }) => {
    const chosen = kinds.find(({ code: value }) => value === kind);
    const fault = chosen && mismatch(chosen, to, about);
    return fault ? [fault] : [];
  },
  save: async (context, open, { kind, to, about }) => {
    const { tx, actor, child, shell } = context;
    const template = open.kinds.find(({ code: value }) => value === kind);
    if (!template) return [{ field: 'kind', message: 'Choose a kind of letter' }];
    const whom = parted(to);
    const what = about ? { about: parted(about).kind as About, id: parted(about).id } : null;
    const to_name = nameOf(to, open, context);
    const facts = {
      ...(await factsAbout(tx, child.id, what)),
      ...{ name: to_name, child: child.forename },
      ...{ worker: writerOf(context), service: shell.serviceName },
    };
    const id = await addRow(tx, actor, 'letter', {
      ...{ child_id: child.id, record_class: template.to === 'victim' ? 'RC11' : 'RC3' },
      ...{ kind, to_whom: template.to, to_name },
      network_person_id: template.to === 'parent' ? whom.id : null,
      victim_involvement_id: template.to === 'victim' ? whom.id : null,
      ...(what ? { [columns[what.about]]: what.id } : {}),
      ...{ subject: fill(template.subject, facts), words: fill(template.words, facts) },
    });
    return { kind: 'saved', id };
  },
  view: ({ context, subject: { letters, kinds }, form: { F, ...form } }) => (
    <ChildFrame context={context} title="Letters" faults={form.faults}>
      <p class="govuk-body">
        What is written to the child, to those who care for them and, by the victim worker, to those
        harmed. A letter is filled from the record, changed until it is right, and then sent, or
        printed and given.
      </p>
      {letters.length > 0 ? (
        <Items items={letters.map((letter) => letterItem(context.child.id, letter))} />
      ) : (
        <p class="govuk-body">No letter is written here that you may read.</p>
      )}
      {form.mayWrite ? (
        <section aria-labelledby="add" class="fh-no-print">
          <h2 class="govuk-heading-m" id="add">
            Write a letter
          </h2>
          <FormBox form={form} button="Fill the letter">
            <F.kind />
            <F.to />
            <F.about />
          </FormBox>
          <details class="govuk-details">
            <summary class="govuk-details__summary">
              <span class="govuk-details__summary-text">What each kind of letter says</span>
            </summary>
            <div class="govuk-details__text">
              <ul class="govuk-list govuk-list--bullet">
                {kinds.map(({ label, says, about }) => (
                  <li>
                    {label}: {says.charAt(0).toLowerCase()}
                    {says.slice(1)}
                    {about ? `. It is about ${abouts[about]}` : ''}
                  </li>
                ))}
              </ul>
            </div>
          </details>
        </section>
      ) : null}
    </ChildFrame>
  ),
  done: (_subject, _value, { child }, id) => ({
    to: urls.letters.words(child.id, id),
    message: 'The letter is filled from the record: read it, and change what is not right',
  }),
});

/** Letters about a child. */
export const lettersRoutes: readonly Route[] = [
  ...outboxRoutes,
  ...list,
  ...letterRoutes,
  ...sendRoutes,
];
