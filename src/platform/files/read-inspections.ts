import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type PublishedInspection,
  type PublishedResult,
  publishedInspectionFile,
  publishedResultsFile,
} from '../../domain/inspections/published.ts';
import { type Reader, readAs } from '../../domain/inspections/shape.ts';

const folder = join(import.meta.dirname, '../../../db/reference/inspections');

/** The published results of all services that ship, the newest first. */
export function readPublishedResults(): readonly PublishedResult[] {
  return readFile('published-results.json', publishedResultsFile);
}

/** The published inspection that is entered whole, as the worked example. */
export function readWorkedExample(): PublishedInspection {
  return readFile('havering-2022.json', publishedInspectionFile);
}

function readFile<T>(name: string, reader: Reader<T>): T {
  const read = readAs(reader, JSON.parse(readFileSync(join(folder, name), 'utf8')));
  if (read.kind === 'read') return read.value;
  const problems = read.problems.map(({ field, problem }) => `${field || 'file'}: ${problem}`);
  throw new Error(`${name} cannot be used:\n${problems.join('\n')}`);
}
