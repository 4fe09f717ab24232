import type { Day } from '../../domain/calendar/day.ts';
import { gateRequirements } from '../../domain/panels/gate.data.ts';
import { type Outcome, outcomeFrom } from '../../domain/panels/outcomes.ts';
import type { Tx } from '../../platform/db/as-actor.ts';
import type { JsonValue } from '../../platform/db/tables.generated.ts';

/** The true outcomes of the code list, in its order, whatever day they are in force. */
export async function outcomesOf(tx: Tx): Promise<Outcome[]> {
  const rows = await tx
    .selectFrom('reference_code')
    .select(['code', 'label', 'attributes', 'source', 'confidence', 'valid_from', 'valid_to'])
    .where('list', '=', 'outcome')
    .orderBy('sort')
    .execute();
  return rows.map((row) =>
    outcomeFrom({
      code: row.code,
      label: row.label,
      attributes: attributesAsRecord(row.attributes),
      source: row.source,
      confidence: row.confidence,
      validFrom: row.valid_from as Day | null,
      validTo: row.valid_to as Day | null,
    }),
  );
}

/** A code's attributes as its rule reads them. */
const attributesAsRecord = (value: JsonValue): Record<string, unknown> =>
  value !== null && typeof value === 'object' && !Array.isArray(value) ? value : {};

/** The words of an outcome; one no longer listed is shown as it is. */
export const outcomeLabel = (outcomes: readonly Outcome[]) => (code: string | null) =>
  code === null ? 'Not stated' : (outcomes.find((each) => each.code === code)?.label ?? code);

/** The words of a step that an exception passed. */
export const requirementLabel = (code: string): string =>
  code === 'quorum'
    ? 'People needed for the panel to decide'
    : (gateRequirements.find(({ id }) => id === code)?.label ?? code);
