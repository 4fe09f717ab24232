import { readTemplate, type ToolFault } from '../../../domain/assessments/load-template.ts';
import type { Template } from '../../../domain/assessments/template.ts';
import type { Tx } from '../../../platform/db/as-actor.ts';
import { oneAtATime } from '../../../platform/db/one-at-a-time.ts';
import { contentOfTool, toolsOf } from './tools.queries.ts';

const mostBytes = 500_000;

export type ReadTool =
  | { readonly kind: 'refused'; readonly faults: readonly ToolFault[] }
  | {
      readonly kind: 'read';
      readonly template: Template;
      /** Where it is held already with the very same content. */
      readonly held: { readonly id: string; readonly version: number } | null;
    };

const refused = (what: string, mend: string): ReadTool => ({
  kind: 'refused',
  faults: [{ where: 'The file', what, mend }],
});

/** Reads the file of a tool and lays it beside those that are held, changing nothing. */
export async function readTool(tx: Tx, serviceId: string, bytes: Uint8Array): Promise<ReadTool> {
  if (bytes.length > mostBytes)
    return refused(`it is larger than ${mostBytes / 1000} KB`, 'Shorten it, or split the tool');
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return refused('it is not text in UTF-8', 'Save it as JSON, in UTF-8');
  }
  const read = readTemplate(text);
  if (read.kind === 'refused') return read;
  const { template } = read;
  const held = (await toolsOf(tx, serviceId)).filter(({ tool }) => tool === template.id);
  const same = held.find(({ version }) => version === template.version);
  if (same) {
    const isSame = JSON.stringify(await contentOfTool(tx, same)) === JSON.stringify(template);
    return isSame
      ? { kind: 'read', template, held: same }
      : refused(
          `version ${template.version} of “${template.id}” is held already and asks something else`,
          `Give it the version ${Math.max(...held.map(({ version }) => version)) + 1}; what is held is never changed, for answers are read by it`,
        );
  }
  const newest = Math.max(0, ...held.map(({ version }) => version));
  return newest > template.version
    ? refused(
        `version ${template.version} of “${template.id}” is older than version ${newest}, which is held`,
        `Give it the version ${newest + 1}, or another id if it is another tool`,
      )
    : { kind: 'read', template, held: null };
}

/** Holds a tool as the service's own, in use from no day yet; the very same one again is the one that is held. */
export async function takeTool(
  tx: Tx,
  by: { readonly serviceId: string; readonly staffId: string | null },
  bytes: Uint8Array,
): Promise<
  | Exclude<ReadTool, { kind: 'read' }>
  | {
      readonly kind: 'taken';
      readonly id: string;
      readonly template: Template;
      readonly isKnown: boolean;
    }
> {
  await oneAtATime(tx, `assessment tools ${by.serviceId}`);
  const read = await readTool(tx, by.serviceId, bytes);
  if (read.kind === 'refused') return read;
  const { template, held } = read;
  if (held) return { kind: 'taken', id: held.id, template, isKnown: true };
  const { code } = await tx
    .selectFrom('service')
    .select('code')
    .where('id', '=', by.serviceId)
    .executeTakeFirstOrThrow();
  const id = `${template.id}@${code}`;
  await tx
    .insertInto('assessment_template')
    .values({
      service_id: by.serviceId,
      id,
      version: template.version,
      tool: template.id,
      title: template.title,
      content: JSON.stringify(template),
      created_by: by.staffId,
    })
    .execute();
  return { kind: 'taken', id, template, isKnown: false };
}
