import { parseArgs } from 'node:util';
import { keyQuestionNames } from '../domain/inspections/name-stated.ts';
import { rateRecords } from '../domain/inspections/rate-records.ts';
import type { RatedResult } from '../domain/inspections/rate-result.ts';
import { readFrameworks } from '../platform/files/read-frameworks.ts';
import { type Command, type Io, Mend } from './command.ts';
import { readBytes } from './read-bytes.ts';

/** Rates inspection results by the framework they were made under, without a database. */
export const rate: Command = {
  help: `foothold rate FILE [--json]

FILE is JSON: one result or a list of results, each with any of

  service, framework, inspectionType, overallScore, overallMax, overallRating, resettlement
  standards   by number: {"rating": "Good"} or {"keyQuestions": {"desistance": 83, …}},
              where a key question is a percentage or {"yes": 15, "of": 18}

Other fields are left alone. Each result is rated from its standards when all that count are there,
or else from its score; what is stated and does not follow is listed as a contradiction.

The key questions of each standard, by their name or their number:
${keyQuestionLines()}`,
  run: async (args, io) => {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { json: { type: 'boolean' } },
      allowPositionals: true,
    });
    const [file, ...others] = positionals;
    if (file === undefined || others.length > 0) throw new Mend('Give one FILE of results');
    const rated = rateRecords(readFrameworks(), jsonOf(file, io));
    if (rated.kind === 'refused') throw new Mend(rated.problems.join('\n'));
    io.out(values.json ? JSON.stringify(rated.results.map(row)) : tableOf(rated.results));
    return 0;
  },
};

function keyQuestionLines(): string {
  return readFrameworks()
    .flatMap((framework) => [
      `  framework ${framework.id}`,
      ...framework.domains.flatMap(({ standards }) =>
        standards.map(
          (standard) => `    ${standard.id}  ${keyQuestionNames(framework, standard).join(', ')}`,
        ),
      ),
    ])
    .join('\n');
}

function jsonOf(file: string, io: Io): unknown {
  const text = Buffer.from(readBytes(file, io)).toString();
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''));
  } catch (error) {
    throw new Mend(`${file} is not JSON: ${error instanceof Error ? error.message : 'mend it'}`);
  }
}

function row(result: RatedResult) {
  const { service, standards, score, max, overall, resettlement, basis, contradictions } = result;
  return { service, standards, score, max, overall, resettlement, basis, contradictions };
}

function tableOf(results: readonly RatedResult[]): string {
  const rows = results.map((result) => [
    result.service ?? '(no name)',
    result.framework.id,
    result.score === null ? '' : `${result.score}/${result.max}`,
    `${result.overall ?? 'nothing follows'}${result.provisional ? ' (provisional bands)' : ''}`,
    result.resettlement ?? '',
    result.basis,
  ]);
  const head = ['Service', 'Framework', 'Score', 'Overall', 'Resettlement', 'From'];
  const widths = head.map((title, column) =>
    Math.max(title.length, ...rows.map((cells) => cells[column]?.length ?? 0)),
  );
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd();
  const against = results.flatMap(({ service, contradictions }) =>
    contradictions.map(({ message }) => `  ${service ?? '(no name)'}: ${message}`),
  );
  return [
    line(head),
    ...rows.map(line),
    '',
    against.length === 0 ? 'No contradictions.' : `Contradictions:\n${against.join('\n')}`,
  ].join('\n');
}
