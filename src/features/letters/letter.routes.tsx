import { britishDay } from '../../domain/calendar/british-time.ts';
import { type Day, formatDay } from '../../domain/calendar/day.ts';
import { waysByHand } from '../../domain/letters/letter.ts';
import { gapsIn } from '../../domain/letters/template.ts';
import type { ChildContext } from '../../platform/http/context.ts';
import { childRoute, type Route } from '../../platform/http/route.ts';
import { ChildFrame } from '../../record/child-frame.tsx';
import { choice } from '../../record/choice-fields.tsx';
import { day } from '../../record/day-field.tsx';
import { FormBox } from '../../record/form-box.tsx';
import { childForm } from '../../record/form-page.ts';
import { addRow, changeRow } from '../../record/rows.ts';
import { backTo } from '../../record/rows-page.tsx';
import { longText, text } from '../../record/text-fields.tsx';
import { urls } from '../../urls.ts';
import { LetterPaper } from './letter-paper.view.tsx';
import { deliveryWords, isInHand, letterAsked, mayWriteAs } from './letter-words.ts';
import type { Letter } from './letters.queries.ts';
import { sendingWords } from './sending-words.ts';

const under = { under: urls.letters.list(':childId') };
const mayChange = (context: ChildContext, letter: Letter) =>
  mayWriteAs(context, letter.record_class) && letter.not_needed_on === null;
const dated = ({ deliveries, sendings }: Letter, today: Day): Day => {
  const sent = sendings.flatMap(({ sent_at }) => (sent_at ? [britishDay(sent_at)] : [])).at(-1);
  return deliveries[0]?.given_on ?? sent ?? today;
};
export const back = ({ child }: ChildContext, { id }: Letter) => ({
  href: urls.letters.one(child.id, id),
  text: 'Back to the letter',
});
export const headed = (title: string, { label, to_name }: Letter) => ({
  title,
  heading: (
    <>
      <span class="govuk-caption-l">
        {label}, to {to_name}
      </span>
      {title}
    </>
  ),
});

/** What is to be known before it is given: what is still to be written, and who must not be contacted. */
export const faultsOf = ({ subject, words, may_be_contacted }: Letter) => [
  ...gapsIn(subject, words).map((gap) => ({
    field: 'gaps',
    message: `Still to be written: ${gap.slice(1, -1).replace(/^Write /, '')}`,
  })),
  ...(may_be_contacted === 'no'
    ? [
        {
          field: 'gaps',
          message:
            'This person must not be contacted: the record says so since the letter was begun',
        },
      ]
    : []),
];

const BeforeItGoes = ({ letter }: { readonly letter: Letter }) => {
  const faults = faultsOf(letter);
  return (
    <>
      {letter.safe_ways ? (
        <p class="govuk-inset-text">How they want to be reached: {letter.safe_ways}</p>
      ) : null}
      {isInHand(letter) && faults.length > 0 ? (
        <div class="govuk-inset-text" id="gaps">
          <p class="govuk-body">Before it is given:</p>
          <ul class="govuk-list govuk-list--bullet">
            {faults.map(({ message }) => (
              <li>{message}</li>
            ))}
          </ul>
        </div>
      ) : null}
    </>
  );
};

const OnItsWay = ({
  context,
  letter,
}: {
  readonly context: ChildContext;
  readonly letter: Letter;
}) =>
  letter.sendings.map((sending) => (
    <p class="govuk-body">
      {sendingWords(sending)}.{' '}
      {mayChange(context, letter) && ['queued', 'sent'].includes(sending.state) ? (
        <a class="govuk-link" href={urls.letters.sending(context.child.id, letter.id, sending.id)}>
          {sending.state === 'queued' && sending.sender === 'person'
            ? 'What became of it'
            : sending.state === 'queued'
              ? 'Take it back'
              : 'It came back'}
        </a>
      ) : null}
    </p>
  ));

async function show(context: ChildContext) {
  const letter = await letterAsked(context);
  if (!letter) return context.notFound();
  const { child, shell, today } = context;
  const links = mayChange(context, letter)
    ? [
        ...(isInHand(letter)
          ? [[urls.letters.words(child.id, letter.id), 'Change the words']]
          : []),
        ...(letter.to_whom === 'victim'
          ? []
          : [[urls.letters.send(child.id, letter.id), 'Send it']]),
        [urls.letters.given(child.id, letter.id), 'It is given'],
        ...(isInHand(letter)
          ? [[urls.letters.notNeeded(child.id, letter.id), 'It is not needed']]
          : []),
      ]
    : [];
  return context.page(
    <ChildFrame
      context={context}
      {...headed(letter.subject, letter)}
      back={backTo('Letters', urls.letters.list(child.id))}
      paper
    >
      <div class="fh-no-print">
        <BeforeItGoes letter={letter} />
        {letter.deliveries.map((delivery) => (
          <p class="govuk-body">{deliveryWords(delivery)}.</p>
        ))}
        <OnItsWay context={context} letter={letter} />
        {letter.not_needed_on ? (
          <p class="govuk-body">
            Not needed since {formatDay(letter.not_needed_on)}: {letter.not_needed_why}
          </p>
        ) : null}
        {isInHand(letter) ? (
          <p class="govuk-body">
            Print this page: the letter alone comes on the paper. Once it is given or in the outbox,
            its words stay as they are.
          </p>
        ) : null}
        <p class="fh-actions">
          {links.map(([href, words]) => (
            <a class="govuk-link" href={href}>
              {words}
            </a>
          ))}
        </p>
      </div>
      <LetterPaper letter={letter} service={shell.serviceName} on={dated(letter, today)} />
    </ChildFrame>,
  );
}

/** Whether this person may do anything to it. */
export const mayWriteIt = (context: ChildContext, { record_class }: Letter) =>
  mayWriteAs(context, record_class);

const staysAsItIs = (letter: Letter): string | null =>
  isInHand(letter)
    ? null
    : 'It stays as it is: it was given, is on its way, or is not needed any more. Write another letter for what is to be said now';

const words = childForm({
  path: urls.letters.words(':childId', ':letterId'),
  tab: under,
  reads: 'letter.write',
  mayWrite: mayWriteIt,
  closed: staysAsItIs,
  fields: {
    subject: text({ label: 'Heading', required: 'Write what the letter is about', max: 200 }),
    words: longText({
      label: 'The letter',
      hint: 'An empty line begins a paragraph. Begin each line of a list with a dash. What stands in square brackets is still to be written.',
      required: 'Write the letter',
      rows: 24,
    }),
  },
  subject: letterAsked,
  stored: (letter) => letter,
  save: ({ tx }, letter, value) => changeRow(tx, 'letter', letter, value),
  view: ({ context, subject: letter, form: { F, ...form } }) => (
    <ChildFrame
      context={context}
      {...headed('The words', letter)}
      faults={form.faults}
      back={back(context, letter)}
    >
      <FormBox form={form}>
        <F.subject />
        <F.words />
      </FormBox>
    </ChildFrame>
  ),
  done: ({ id }, _value, { child }) => ({
    to: urls.letters.one(child.id, id),
    message: 'Saved: the words of the letter',
  }),
});

const given = childForm({
  path: urls.letters.given(':childId', ':letterId'),
  tab: under,
  reads: 'letter.write',
  mayWrite: mayWriteIt,
  closed: ({ not_needed_on }) =>
    not_needed_on === null ? null : 'It is not needed any more, and is given to nobody',
  fields: {
    how: choice(
      (['by-hand', 'post', 'read-out'] as const).map((value) => ({
        value,
        text: waysByHand[value],
      })),
      { label: 'How?', required: 'Choose how it was given', as: 'small-radios' },
    ),
    given_on: day({
      label: 'On which day?',
      says: 'The day',
      required: 'Enter the day on which it was given',
      within: 'past',
    }),
    proof: text({
      label: 'Who took it, or what shows that it went?',
      hint: 'For example: Wren took it and read it with me; signed-for post and its number',
      says: 'What shows it',
      required: 'Say who took it, or what shows that it went',
      max: 500,
    }),
  },
  subject: letterAsked,
  begins: (_letter, { today }) => ({ given_on: today }),
  refuses: faultsOf,
  save: async ({ tx, actor, child }, { id, record_class }, value) => ({
    kind: 'saved',
    id: await addRow(tx, actor, 'letter_delivery', {
      ...{ child_id: child.id, letter_id: id, record_class },
      ...value,
    }),
  }),
  view: ({ context, subject: letter, form: { F, ...form } }) => (
    <ChildFrame
      context={context}
      {...headed('It is given', letter)}
      faults={form.faults}
      back={back(context, letter)}
    >
      <BeforeItGoes letter={letter} />
      <FormBox form={form} button="It is given">
        <F.how />
        <F.given_on />
        <F.proof />
      </FormBox>
    </ChildFrame>
  ),
  done: ({ id }, _value, { child }) => ({
    to: urls.letters.one(child.id, id),
    message: 'Saved: the letter is given',
  }),
});

const notNeeded = childForm({
  path: urls.letters.notNeeded(':childId', ':letterId'),
  tab: under,
  reads: 'letter.write',
  mayWrite: mayWriteIt,
  closed: staysAsItIs,
  fields: { why: text({ label: 'Why is it not needed?', required: 'Say why', max: 500 }) },
  subject: letterAsked,
  stored: ({ id, version }) => ({ id, version, why: '' }),
  save: ({ tx, today }, letter, { why }) =>
    changeRow(tx, 'letter', letter, { not_needed_on: today, not_needed_why: why }),
  view: ({ context, subject: letter, form: { F, ...form } }) => (
    <ChildFrame
      context={context}
      {...headed('It is not needed', letter)}
      faults={form.faults}
      back={back(context, letter)}
    >
      <FormBox form={form} button="It is not needed">
        <F.why />
      </FormBox>
    </ChildFrame>
  ),
  done: (_letter, _value, { child }) => ({
    to: urls.letters.list(child.id),
    message: 'Saved: the letter is not needed',
  }),
});

/** One letter: as it stands on paper, its words, and to whom it was given. */
export const letterRoutes: readonly Route[] = [
  childRoute({
    method: 'get',
    path: urls.letters.one(':childId', ':letterId'),
    tab: under,
    permission: 'letter.read',
    audit: 'view',
    handle: show,
  }),
  ...words,
  ...given,
  ...notNeeded,
];
