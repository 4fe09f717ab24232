import { parseArgs } from 'node:util';
import { questionsOf } from '../domain/assessments/template.ts';
import { britishDay } from '../domain/calendar/british-time.ts';
import { readTool, takeTool } from '../features/assessments/tools/take-tool.ts';
import { asClaimed } from './claim.ts';
import { type Command, type Io, Mend } from './command.ts';
import { importOptions, oneFile } from './one-file.ts';
import { readRecord } from './open-record.ts';
import { readBytes } from './read-bytes.ts';

type Asked = { readonly service: string | undefined; readonly as: string | undefined };

/** Loads an assessment tool from a file, or says what is wrong in it. */
export const importTemplate: Command = {
  help: `foothold import template FILE [--dry-run] [--json] [--service CODE] [--as EMAIL]

  FILE            JSON in UTF-8, in the form of db/reference/assessment-templates/foothold-1.json
  --dry-run       say whether it could be loaded, and change nothing; needs no running server
  --json          {"tool", "version", "title", "sections", "questions", "isHeld", "loaded"}
  --service CODE  whose tool it is, when there are several services
  --as EMAIL      load it as this member of staff, who must be allowed to

A tool is loaded whole or not at all, and is used by nobody before an administrator has said from
which day, under Assessment tools. The same file again changes nothing; a version that is held is
never changed. Exit status 1 when the file is bad: each mistake is named by place, what it is and
how to mend it.`,
  run: async (args, io) => {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: importOptions,
    });
    const bytes = readBytes(oneFile(positionals, 'import template'), io);
    const asked = { service: values.service, as: values.as };
    const isTried = values['dry-run'] === true;
    const read = isTried ? await judgeOnly(bytes, asked, io) : await load(bytes, asked, io);
    if (read.kind === 'refused')
      throw new Mend(
        [
          'Nothing was loaded.',
          ...read.faults.map(({ where, what, mend }) => `${where}: ${what}. ${mend}.`),
        ].join('\n'),
      );
    const { template } = read;
    const isHeld = read.kind === 'taken' ? read.isKnown : read.held !== null;
    const report = {
      tool: template.id,
      version: template.version,
      title: template.title,
      sections: template.sections.length,
      questions: questionsOf(template).length,
      isHeld,
      loaded: !isTried && !isHeld,
    };
    io.out(values.json ? JSON.stringify(report) : asText(report, isTried));
    return 0;
  },
};

const load = (bytes: Uint8Array, asked: Asked, io: Io) =>
  asClaimed(
    io,
    {
      ...asked,
      today: britishDay(io.now()),
      permission: 'rules.manage',
      work: 'load an assessment tool',
    },
    (tx, serviceId, staffId) => takeTool(tx, { serviceId, staffId }, bytes),
  );

const judgeOnly = (bytes: Uint8Array, { service }: Asked, io: Io) =>
  readRecord(io, service, (tx, serviceId) => readTool(tx, serviceId, bytes));

const asText = (
  {
    title,
    version,
    sections,
    questions,
    isHeld,
  }: {
    readonly title: string;
    readonly version: number;
    readonly sections: number;
    readonly questions: number;
    readonly isHeld: boolean;
  },
  isTried: boolean,
) => {
  const what = `${title}, version ${version}: ${sections} sections, ${questions} questions.`;
  if (isHeld) return `${what}\nIt is held already, word for word: nothing changes.`;
  return isTried
    ? `${what}\nIt could be loaded.`
    : `${what}\nLoaded. An administrator says under Assessment tools from which day it is used.`;
};
