import type { PageContext } from '../../../platform/http/context.ts';
import { openInspection } from '../open-inspection.ts';

/** The inspection and one of its standards; undefined when the inspection has no such standard. */
export async function openStandard({ tx, param }: PageContext) {
  const open = await openInspection(tx, param('inspectionId'));
  const line = open?.lines.find(({ standard }) => standard.id === param('standard'));
  if (!open || !line) return undefined;
  const { inspection, framework } = open;
  const recorded = inspection.ratings.find(({ standard }) => standard === line.standard.id);
  return { inspection, framework, line, recorded };
}
