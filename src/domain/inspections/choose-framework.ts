import type { Framework, InspectionType } from './framework.ts';
import { countingStandards, highestScore, isSameName, standardOf } from './in-framework.ts';
import type { StatedResult } from './read-stated.ts';
import type { FieldProblem } from './shape.ts';

export type Chosen =
  | { readonly kind: 'framework'; readonly framework: Framework }
  | { readonly kind: 'refused'; readonly problem: FieldProblem };

/** The framework that a result names, or the newest one that knows its standards and its highest score. */
export function chooseFramework(frameworks: readonly Framework[], stated: StatedResult): Chosen {
  const refused = (problem: string): Chosen => ({
    kind: 'refused',
    problem: { field: 'framework', problem },
  });
  const known = frameworks.map(({ id }) => id).join(', ');
  if (stated.framework != null) {
    const wanted = String(stated.framework).trim();
    const framework = frameworks.find(({ id }) => isSameName(id, wanted));
    return framework
      ? { kind: 'framework', framework }
      : refused(`there is no framework “${wanted}”: use ${known}`);
  }
  const ids = Object.keys(stated.standards ?? {});
  const fitting = frameworks.filter(
    (framework) =>
      ids.every((id) => standardOf(framework, id)) &&
      (stated.overallMax == null ||
        framework.scoreBands.some(({ max }) => max === stated.overallMax)),
  );
  const framework = fitting.find((one) => statesAll(one, ids)) ?? fitting[0];
  return framework
    ? { kind: 'framework', framework }
    : refused(`say which framework: no one of ${known} has these standards and this highest score`);
}

/** The type of inspection a result is of: as it says, unless its highest score or its standards say which other. */
export function chooseType(
  framework: Framework,
  stated: StatedResult,
  standards: readonly string[],
): InspectionType {
  const types = framework.inspectionTypes;
  const [usual] = types;
  const named = types.find(({ id }) => isSameName(id, stated.inspectionType ?? ''));
  const holds = (type: InspectionType) => {
    const counting = countingStandards(framework, type).map(({ id }) => id);
    return standards.every((id) => counting.includes(id));
  };
  const ofMax = types.filter(
    (type) => highestScore(framework, type) === stated.overallMax && holds(type),
  );
  if (named) return ofMax.includes(named) ? named : (ofMax[0] ?? named);
  return (
    ofMax[0] ??
    types.find(
      (type) => holds(type) && countingStandards(framework, type).length === standards.length,
    ) ??
    usual
  );
}

function statesAll(framework: Framework, ids: readonly string[]): boolean {
  const stated = ids.map((id) => standardOf(framework, id)?.id);
  return framework.inspectionTypes.some((type) =>
    countingStandards(framework, type).every(({ id }) => stated.includes(id)),
  );
}
