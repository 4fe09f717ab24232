import { type ResultLine, resultLines } from '../../../domain/inspections/result-lines.ts';
import { readFrameworks } from '../../../platform/files/read-frameworks.ts';
import { readPublishedResults } from '../../../platform/files/read-inspections.ts';

let read: readonly ResultLine[] | undefined;

/** The published results that ship, rated once: they change only with a new release. */
export function publishedLines(): readonly ResultLine[] {
  read ??= resultLines(readFrameworks(), readPublishedResults());
  return read;
}
