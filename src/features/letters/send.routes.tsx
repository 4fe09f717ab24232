import { sendingStates, whyNot } from '../../domain/letters/sending.ts';
import type { Route } from '../../platform/http/route.ts';
import type { Senders } from '../../platform/notify/sender.ts';
import { sendersOf } from '../../platform/notify/senders-of.ts';
import { ChildFrame } from '../../record/child-frame.tsx';
import { choice, code, tick } from '../../record/choice-fields.tsx';
import { FormBox } from '../../record/form-box.tsx';
import { childForm } from '../../record/form-page.ts';
import { addRow, changeRow } from '../../record/rows.ts';
import { text } from '../../record/text-fields.tsx';
import { urls } from '../../urls.ts';
import { back, faultsOf, headed, mayWriteIt } from './letter.routes.tsx';
import { LetterPaper } from './letter-paper.view.tsx';
import { isInHand, letterAsked } from './letter-words.ts';
import type { Letter } from './letters.queries.ts';
import { letterJob } from './send-letter-job.ts';
import { type Way, waysOf } from './sending.queries.ts';
import { missingWords, senderOf, sendingWords, wayWords } from './sending-words.ts';

type ToSend = {
  readonly id: string;
  readonly version: number;
  readonly letter: Letter;
  readonly ways: readonly Way[];
  readonly senders: Senders;
};

const under = { under: urls.letters.list(':childId') };
const open = ({ ways, letter }: ToSend) => ways.filter((way) => whyNot(way, letter.words) === null);

const byWhom = (senders: Senders) => {
  if (senders.email && senders.text)
    return `E-mails are sent by ${senders.email.by}, text messages by ${senders.text.by}. What goes by post stays in the outbox until somebody posts it and says so.`;
  if (senders.email || senders.text)
    return `${senders.email ? 'E-mails are' : 'Text messages are'} sent by ${(senders.email ?? senders.text)?.by}. All else stays in the outbox until somebody sends it and says so.`;
  return 'This service sends nothing by itself: print the letter, or send it with your own e-mail or telephone. It stays in the outbox until somebody says that it went.';
};

const send = childForm({
  path: urls.letters.send(':childId', ':letterId'),
  tab: under,
  reads: 'letter.write',
  mayWrite: (context, subject: ToSend) =>
    mayWriteIt(context, subject.letter) && open(subject).length > 0,
  closed: ({ letter }) =>
    letter.not_needed_on === null ? null : 'It is not needed any more, and is sent to nobody',
  fields: {
    way: code('ways', { label: 'Where to?', required: 'Choose where it goes', as: 'small-radios' }),
    read: tick({
      label: 'These are the words that go',
      text: 'I have read the letter below, and it may be read by whoever opens what I chose',
    }),
  },
  subject: async (context): Promise<ToSend | undefined> => {
    const letter = await letterAsked(context);
    if (!letter || letter.to_whom === 'victim') return undefined;
    const { tx, server } = context;
    return {
      ...{ id: letter.id, version: letter.version, letter, ways: await waysOf(tx, letter.id) },
      senders: sendersOf(server.env, server.now),
    };
  },
  stored: ({ id, version }) => ({ id, version, way: '', read: false }),
  options: (_context, subject) => ({
    ways: open(subject).map((way) => ({ value: way.id, text: wayWords(way) })),
  }),
  refuses: ({ letter }) => faultsOf(letter),
  rules: ({ read }) =>
    read ? [] : [{ field: 'read', message: 'Read the letter, and say that these words go' }],
  save: async (context, subject, { way: chosen }) => {
    const { tx, actor, child, server } = context;
    const { letter, senders } = subject;
    const way = open(subject).find(({ id }) => id === chosen);
    if (!way) return [{ field: 'way', message: 'Choose where it goes' }];
    // The words that were read are those that go: somebody who changes them at this moment is told so.
    if (isInHand(letter)) {
      const held = await changeRow(tx, 'letter', letter, { subject: letter.subject });
      if (held.kind !== 'saved') return held;
    }
    const isSentByUs = senderOf(senders, way.channel) !== null;
    const id = await addRow(tx, actor, 'letter_sending', {
      ...{ child_id: child.id, letter_id: letter.id, channel: way.channel },
      ...(way.channel === 'post' ? { address_id: way.id } : { contact_point_id: way.id }),
      sender: isSentByUs ? 'service' : 'person',
    });
    const { serviceId, staffId } = actor;
    if (isSentByUs) await server.jobs.enqueue(tx, letterJob, { sendingId: id, serviceId, staffId });
    return { kind: 'saved', id };
  },
  view: ({ context, subject, form: { F, ...form } }) => {
    const { letter, ways, senders } = subject;
    const missing = missingWords(ways, letter.words);
    return (
      <ChildFrame
        context={context}
        {...headed('Send the letter', letter)}
        faults={form.faults}
        back={back(context, letter)}
      >
        <p class="govuk-body">{byWhom(senders)}</p>
        {faultsOf(letter).length > 0 ? (
          <p class="govuk-inset-text" id="gaps">
            {faultsOf(letter)
              .map(({ message }) => message)
              .join('. ')}
          </p>
        ) : null}
        {open(subject).length === 0 ? (
          <p class="govuk-body">
            The record has no telephone, e-mail or address to which this letter may go.
          </p>
        ) : null}
        <FormBox form={form} button="Put it in the outbox">
          <F.way />
          <F.read />
        </FormBox>
        {missing.length > 0 ? (
          <section aria-labelledby="missing">
            <h2 class="govuk-heading-s" id="missing">
              Not offered, and why
            </h2>
            <ul class="govuk-list govuk-list--bullet">
              {missing.map((words) => (
                <li>{words}</li>
              ))}
            </ul>
          </section>
        ) : null}
        <p class="govuk-body">
          Only what stands under{' '}
          <a class="govuk-link" href={urls.child.contactPoints(context.child.id)}>
            telephone and e-mail
          </a>{' '}
          is offered, because only there it is said whether it is safe to use.
        </p>
        <LetterPaper letter={letter} service={context.shell.serviceName} on={context.today} />
      </ChildFrame>
    );
  },
  done: ({ letter, senders, ways }, { way }, { child }) => {
    const by = senderOf(senders, ways.find(({ id }) => id === way)?.channel ?? 'post');
    return {
      to: urls.letters.one(child.id, letter.id),
      message: by
        ? `In the outbox: it is given to ${by} within a minute`
        : 'In the outbox: nothing is sent by itself. Say here when it went',
    };
  },
});

type OnItsWay = { readonly letter: Letter; readonly sending: Letter['sendings'][number] };
const mayGoByHand = ({ sending }: OnItsWay) =>
  sending.state === 'queued' && sending.sender === 'person';

const became = childForm({
  path: urls.letters.sending(':childId', ':letterId', ':sendingId'),
  tab: under,
  reads: 'letter.write',
  mayWrite: (context, { letter }: OnItsWay) => mayWriteIt(context, letter),
  closed: ({ sending: { state } }) =>
    state === 'queued' || state === 'sent'
      ? null
      : `It is ${sendingStates[state].toLowerCase()} already. Send the letter again, if it is still to go`,
  fields: {
    became: choice(
      [
        { value: 'sent', text: 'It went' },
        { value: 'sent-back', text: 'It came back, or does not go' },
      ],
      { label: 'What became of it?', required: 'Choose what became of it', as: 'small-radios' },
    ),
    shows: text({
      label: 'What shows it, or why?',
      hint: 'For example: posted second class at 4pm; the e-mail came back as full; the number has changed',
      says: 'What shows it',
      required: 'Say what shows it, or why',
      max: 500,
    }),
  },
  asks: (subject) => (mayGoByHand(subject) ? ['became', 'shows'] : ['shows']),
  subject: async (context): Promise<OnItsWay | undefined> => {
    const letter = await letterAsked(context);
    const sending = letter?.sendings.find(({ id }) => id === context.param('sendingId'));
    return letter && sending ? { letter, sending } : undefined;
  },
  stored: ({ sending: { id, version } }) => ({ id, version, became: '', shows: '' }),
  save: ({ tx, actor, now }, { sending }, value) =>
    changeRow(tx, 'letter_sending', sending, {
      told_by: actor.staffId,
      ...(value.became === 'sent'
        ? { state: 'sent', sent_at: now, proof: value.shows }
        : { state: 'sent-back', came_back_at: now, came_back_why: value.shows }),
    }),
  view: ({ context, subject, form: { F, ...form } }) => (
    <ChildFrame
      context={context}
      {...headed(mayGoByHand(subject) ? 'What became of it' : 'It came back', subject.letter)}
      faults={form.faults}
      back={back(context, subject.letter)}
    >
      <p class="govuk-body">{sendingWords(subject.sending)}.</p>
      {subject.sending.state === 'queued' && subject.sending.sender === 'service' ? (
        <p class="govuk-body">
          This service sends it by itself. Take it back here, and it is not tried again; it may have
          gone already.
        </p>
      ) : null}
      <FormBox form={form}>
        {mayGoByHand(subject) ? <F.became /> : null}
        <F.shows />
      </FormBox>
    </ChildFrame>
  ),
  done: ({ letter }, { became }, { child }) => ({
    to: urls.letters.one(child.id, letter.id),
    message: became === 'sent' ? 'Saved: the letter went' : 'Saved: the letter came back',
  }),
});

/** A letter is put in the outbox, and what became of it there is said. */
export const sendRoutes: readonly Route[] = [...send, ...became];
