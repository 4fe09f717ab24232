import { formatClock } from '../../../domain/calendar/british-time.ts';
import { formatDay, formatShortDay } from '../../../domain/calendar/day.ts';
import type { EntryValues } from '../../../domain/orders/register/entry.ts';
import { fullName } from '../../../domain/people/display-name.ts';
import type { ListColumn } from '../../../record/list-file.ts';
import { urls } from '../../../urls.ts';
import { notInList } from '../results.queries.ts';
import type { EntryState, KeptEntry } from './register.queries.ts';

export const stateWords: Readonly<Record<EntryState, string>> = {
  ready: 'Comes in',
  held: 'Waits for a person',
  repeat: 'Nothing new',
  in: 'Is in',
  'not-ours': 'Not ours',
};
const tones: Readonly<Record<EntryState, string>> = {
  ready: 'voice',
  held: 'soon',
  repeat: 'neutral',
  in: 'good',
  'not-ours': 'neutral',
};

export const StateBadge = ({ state }: Pick<KeptEntry, 'state'>) => (
  <span class={`fh-badge fh-badge-${tones[state]}`}>{stateWords[state]}</span>
);

export const nameOfEntry = (values: EntryValues): string => fullName(values) || 'No name is given';

export const bornWords = ({ dateOfBirth }: EntryValues): string =>
  dateOfBirth ? `born ${formatShortDay(dateOfBirth)}` : 'date of birth not known';

export const hearingWords = ({ court, heardOn, heardAt, kind }: EntryValues): string =>
  [
    court ?? 'Court not known',
    heardOn ? formatDay(heardOn) : 'day not known',
    heardAt && formatClock(heardAt),
    kind,
  ]
    .filter(Boolean)
    .join(', ');

export const resultWords = ({ results }: EntryValues): readonly string[] =>
  results.map(({ offence, code, words }) =>
    [offence, code === notInList ? null : code, words].filter(Boolean).join(': '),
  );

const linesWords = ({ lines }: KeptEntry) =>
  `${lines.length === 1 ? 'Row' : 'Rows'} ${lines.join(', ')}`;

const decidedWords = ({ decidedBy, note }: KeptEntry): readonly string[] =>
  note === null ? [] : [`${decidedBy ?? 'Somebody'} decided: ${note}`];

/** An entry as lists and files show it. */
export const entryColumns = (withFile: boolean): readonly ListColumn<KeptEntry>[] => [
  {
    heading: 'Child as the register has them',
    text: ({ values }) => `${nameOfEntry(values)}, ${bornWords(values)}`,
    cell: ({ id, values }) => (
      <>
        <a class="govuk-link" href={urls.court.registerEntry(id)}>
          {nameOfEntry(values)}
        </a>
        <div class="fh-quiet">{bornWords(values)}</div>
      </>
    ),
  },
  {
    heading: 'Hearing and results',
    text: ({ values }) => [hearingWords(values), ...resultWords(values)].join('\n'),
    cell: ({ values }) => (
      <>
        {hearingWords(values)}
        <ul class="govuk-list govuk-list--bullet">
          {resultWords(values).map((words) => (
            <li>{words}</li>
          ))}
        </ul>
      </>
    ),
  },
  {
    heading: 'How it stands',
    text: ({ state }) => stateWords[state],
    cell: (entry) => <StateBadge state={entry.state} />,
  },
  {
    heading: 'Why, and what to do',
    text: (entry) => [...decidedWords(entry), ...entry.reasons].join('\n'),
    cell: (entry) => (
      <ul class="govuk-list govuk-list--bullet">
        {[...decidedWords(entry), ...entry.reasons].map((reason) => (
          <li>{reason}</li>
        ))}
      </ul>
    ),
  },
  {
    heading: withFile ? 'Register' : 'Row',
    text: (entry) => (withFile ? `${entry.fileName}, ${linesWords(entry)}` : linesWords(entry)),
  },
];
