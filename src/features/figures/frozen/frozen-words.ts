import { formatInstant } from '../../../domain/calendar/british-time.ts';
import { quarterWords } from '../../../domain/measures/quarter.ts';
import { quarterFrozen, type Snapshot, type SnapshotStatus } from './frozen.queries.ts';

/** How far the signing of frozen figures has come. */
const statusWords: Readonly<Record<SnapshotStatus, string>> = {
  waiting: 'Waits for the head of service',
  signed: 'Signed by both',
  returned: 'Sent back',
};

export const definitionWords = { newer: 'Newer definition', first: 'First definition' } as const;

/** "July to September 2026, newer definition, 2": what a document calls it. */
export const snapshotName = (snapshot: Snapshot): string =>
  `${quarterWords(quarterFrozen(snapshot))}, ${definitionWords[snapshot.definition].toLowerCase()}, ${snapshot.number}`;

export const frozenWords = ({ frozen_at, frozen_name }: Snapshot): string =>
  `${formatInstant(frozen_at)}, signed by ${frozen_name ?? 'a person who has left'}`;

export const answeredWords = ({ status, answered_at, answered_name }: Snapshot): string =>
  answered_at === null
    ? statusWords[status]
    : `${statusWords[status]}: ${answered_name ?? 'a person who has left'}, ${formatInstant(answered_at)}`;
