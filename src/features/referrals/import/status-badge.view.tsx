import type { Html } from '../../../ui/html.ts';
import type { ImportState } from './imports.queries.ts';

const badges = {
  judging: ['soon', 'Being compared'],
  previewed: ['neutral', 'Not imported yet'],
  queued: ['soon', 'Waiting to start'],
  running: ['soon', 'Running'],
  making: ['soon', 'Coming in'],
  stopped: ['late', 'Stopped on the way'],
  done: ['good', 'Imported'],
  failed: ['late', 'Nothing was made'],
} as const;

type Status = ImportState['status'];

/** Where a list has got to, in words. */
export const statusText = (status: Status): string => badges[status][1];

/** The same with its colour. */
export const StatusBadge = ({ status }: { readonly status: Status }): Html => (
  <span class={`fh-badge fh-badge-${badges[status][0]}`}>{statusText(status)}</span>
);
