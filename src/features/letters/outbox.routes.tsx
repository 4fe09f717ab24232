import { formatInstant } from '../../domain/calendar/british-time.ts';
import { channels, sendingStates } from '../../domain/letters/sending.ts';
import { sendersOf } from '../../platform/notify/senders-of.ts';
import { choice } from '../../record/choice-fields.tsx';
import { serviceList } from '../../record/list-page.tsx';
import { Page } from '../../ui/layout/page.tsx';
import { urls } from '../../urls.ts';
import { outbox } from './sending.queries.ts';

const choicesOf = <K extends string>(words: Readonly<Record<K, string>>) =>
  (Object.keys(words) as K[]).map((value) => ({ value, text: words[value] }));

/** What the service sends: what is still in the outbox, what went and what came back. */
export const outboxRoutes = serviceList({
  path: urls.letters.outbox,
  tab: { section: 'intake', text: 'Outbox', place: 5 },
  permission: 'letter.outbox',
  audit: 'view',
  caption: 'Letters that are sent',
  file: 'outbox',
  empty: (filtered) =>
    filtered ? 'No letter is like that.' : 'No letter was put in the outbox yet.',
  subject: ({ server }) => sendersOf(server.env, server.now),
  filters: {
    state: choice(choicesOf(sendingStates), { label: 'How it stands', as: 'select' }),
    channel: choice(choicesOf(channels), { label: 'How it goes', as: 'select' }),
  },
  rows: ({ tx }, _subject, { filters, limit, offset }) => outbox(tx, { ...filters, limit, offset }),
  columns: () => [
    {
      heading: 'Child',
      text: ({ forename, surname, number }) => `${forename} ${surname}, ${number}`,
      cell: ({ child_id, letter_id, forename, surname, number }) => (
        <>
          <a class="govuk-link" href={urls.letters.one(child_id, letter_id)}>
            {forename} {surname}
          </a>
          <div class="fh-quiet">{number}</div>
        </>
      ),
    },
    { heading: 'Letter', text: ({ kind }) => kind },
    { heading: 'How, and to', text: ({ channel, goes_to }) => `${channels[channel]}: ${goes_to}` },
    {
      heading: 'In the outbox since',
      text: ({ put_at, put_by }) => [formatInstant(put_at), put_by].filter(Boolean).join(', '),
    },
    {
      heading: 'How it stands',
      text: ({ state, sender }) =>
        state === 'queued' && sender === 'person'
          ? `${sendingStates.queued}, for a person to send`
          : sendingStates[state],
    },
    {
      heading: 'What shows it, or why it came back',
      text: ({ proof, came_back_why }) => came_back_why ?? proof ?? '',
    },
  ],
  view: ({ context: { shell }, subject: { email, text }, list }) => (
    <Page title="Outbox" shell={shell}>
      <h1 class="govuk-heading-l">Outbox</h1>
      <p class="govuk-body">
        {email || text
          ? `This service sends by itself: ${[email && `e-mails, by ${email.by}`, text && `text messages, by ${text.by}`].filter(Boolean).join('; ')}. All else is sent by somebody, who says so at the letter.`
          : 'This service sends nothing by itself: print a letter, or send it with your own e-mail or telephone, and say at the letter that it went.'}
      </p>
      {list}
    </Page>
  ),
});
