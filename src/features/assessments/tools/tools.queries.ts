import { type Template, templateSchema } from '../../../domain/assessments/template.ts';
import { type Day, formatDay } from '../../../domain/calendar/day.ts';
import type { Tx } from '../../../platform/db/as-actor.ts';

/** One version of a tool, without what it asks. */
export type Tool = {
  readonly id: string;
  readonly version: number;
  readonly tool: string;
  readonly title: string;
  readonly isOurs: boolean;
  readonly validFrom: Day | null;
  readonly validTo: Day | null;
  readonly loadedAt: Date | string;
  readonly loadedBy: string | null;
  readonly activatedBy: string | null;
};

/** Every version that this service may use, newest first. */
export async function toolsOf(tx: Tx, serviceId: string): Promise<readonly Tool[]> {
  const rows = await tx
    .selectFrom('assessment_template as t')
    .leftJoin('staff as loader', 'loader.id', 't.created_by')
    .leftJoin('staff as activator', 'activator.id', 't.activated_by')
    .select([
      't.id',
      't.version',
      't.tool',
      't.title',
      't.service_id',
      't.valid_from as validFrom',
      't.valid_to as validTo',
      't.created_at as loadedAt',
      'loader.name as loadedBy',
      'activator.name as activatedBy',
    ])
    .where((where) =>
      where.or([where('t.service_id', 'is', null), where('t.service_id', '=', serviceId)]),
    )
    .orderBy('t.tool')
    .orderBy('t.version', 'desc')
    .orderBy('t.service_id')
    .execute();
  return rows.map(({ service_id, ...row }) => ({ ...row, isOurs: service_id !== null }));
}

/** Of versions of several tools, the one of each that a new assessment is begun with on a day: the newest in use, the service's own before another. */
export function inUseOn<T extends Pick<Tool, 'tool' | 'validFrom' | 'validTo'>>(
  tools: readonly T[],
  day: Day,
): T[] {
  const used = tools.filter(
    ({ validFrom, validTo }) =>
      validFrom !== null && validFrom <= day && (validTo === null || validTo >= day),
  );
  return used.filter(({ tool }, at) => used.findIndex((each) => each.tool === tool) === at);
}

/** How a version stands on a day, among all of them. */
export function standingOf(tool: Tool, tools: readonly Tool[], today: Day): string {
  const { validFrom, validTo } = tool;
  if (validFrom === null) return 'Loaded, not in use yet';
  if (validFrom > today) return `In use from ${formatDay(validFrom)}`;
  if (validTo !== null && validTo < today) return `Was in use until ${formatDay(validTo)}`;
  const until = validTo ? `, until ${formatDay(validTo)}` : '';
  return inUseOn(tools, today).includes(tool)
    ? `In use since ${formatDay(validFrom)}${until}`
    : 'A newer version is in use';
}

/** What a version asks. */
export async function contentOfTool(
  tx: Tx,
  { id, version }: Pick<Tool, 'id' | 'version'>,
): Promise<Template> {
  const { content } = await tx
    .selectFrom('assessment_template')
    .select('content')
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirstOrThrow();
  return templateSchema.parse(content);
}
