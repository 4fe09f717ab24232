import { unfitSample } from '../../domain/inspections/fit-samples.ts';
import type { Framework, InspectionType } from '../../domain/inspections/framework.ts';
import {
  type CaseCount,
  type InspectionRatings,
  rateInspection,
} from '../../domain/inspections/rate-inspection.ts';
import type { Tx } from '../../platform/db/as-actor.ts';
import { readFrameworks } from '../../platform/files/read-frameworks.ts';
import { caseCounts } from './cases/case-counts.queries.ts';
import { type Inspection, oneInspection } from './inspections.queries.ts';

export type OpenInspection = InspectionRatings & {
  readonly inspection: Inspection;
  readonly framework: Framework;
  readonly type: InspectionType;
  readonly counts: ReadonlyMap<string, CaseCount>;
};

/** An inspection, its framework, and every rating as it stands now; undefined when there is none such to this person. */
export async function openInspection(tx: Tx, id: string): Promise<OpenInspection | undefined> {
  const inspection = await oneInspection(tx, id);
  if (!inspection) return undefined;
  const framework = frameworkNamed(inspection.frameworkId);
  const type =
    framework.inspectionTypes.find((each) => each.id === inspection.inspectionType) ??
    framework.inspectionTypes[0];
  const counts = await caseCounts(tx, framework, inspection);
  const recorded = new Map(
    inspection.ratings.map((row) => [row.standard, { ...row, isDecided: row.decisionId !== null }]),
  );
  return {
    inspection,
    framework,
    type,
    counts,
    ...rateInspection(framework, type, counts, recorded, (domain, { id }, cases) =>
      // What was published stays as it was published.
      inspection.caseFigures || domain.cases === null
        ? null
        : unfitSample(framework, domain.cases, inspection, samplesOf(inspection, id), cases),
    ),
  };
}

const samplesOf = ({ audits }: Inspection, standard: string) =>
  audits.flatMap(({ status, standards, sample }) =>
    sample && status !== 'cancelled' && standards.includes(standard) ? [sample] : [],
  );

function frameworkNamed(id: string): Framework {
  const found = readFrameworks().find((each) => each.id === id);
  if (!found) throw new Error(`There is no inspection framework ${id} in the reference data`);
  return found;
}
