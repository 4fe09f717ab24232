import type { LevelId } from '../assessments/levels.data.ts';
import { isAtLeast, type LevelsByJudgement } from '../assessments/levels.ts';
import type { FormFault } from '../form-fault.ts';
import type { Provenance } from '../provenance.ts';

/** What a contingency is for: the two safety judgements, and exploitation whatever the level. */
export type ContingencyFor = 'safety' | 'harm' | 'exploitation';

/** If the trigger happens, then the action is done, by this person, within this time, and these people are told. */
export type ContingencyRow = {
  about: ContingencyFor;
  trigger: string;
  action: string;
  who: string;
  within: string;
  tell: string;
};

/** From which level something must be agreed in advance; for exploitation it is whatever the level. */
const contingencyRule = {
  fromLevel: 'medium',
  source: 'Foothold default, from inspection findings on missing contingency at medium and above',
  confidence: 'local example',
} as const satisfies Provenance & { fromLevel: LevelId };

const fields = ['trigger', 'action', 'who', 'within', 'tell'] as const;

const fieldMessages = {
  trigger: 'Enter what would happen first',
  action: 'Enter what would be done',
  who: 'Enter who would do it',
  within: 'Enter how soon it would be done',
  tell: 'Enter who would be told',
} as const;

const reasons = {
  safety: 'the child’s safety',
  harm: 'the safety of other people',
  exploitation: 'exploitation',
} as const satisfies Record<ContingencyFor, string>;

/** The subjects for which at least one whole row is required. */
export function contingencyNeeded(
  levels: Partial<LevelsByJudgement>,
  isExploitationSuspected: boolean,
): ContingencyFor[] {
  const bySafety = (['safety', 'harm'] as const).filter((id) => {
    const level = levels[id];
    return level !== undefined && isAtLeast(level, contingencyRule.fromLevel);
  });
  return isExploitationSuspected ? [...bySafety, 'exploitation'] : bySafety;
}

/** What is missing: a subject with no row, then each row's empty parts (anchors `contingency-<row>-<part>`, rows from 0). */
export function contingencyProblems(
  needed: readonly ContingencyFor[],
  rows: readonly ContingencyRow[],
): FormFault[] {
  const absent = needed
    .filter((about) => !rows.some((row) => row.about === about))
    .map((about) => ({
      field: `contingency-${about}`,
      message: `Add what will be done if things change for ${reasons[about]}`,
    }));
  const partial = rows.flatMap((row, index) =>
    fields
      .filter((field) => row[field].trim() === '')
      .map((field) => ({ field: `contingency-${index}-${field}`, message: fieldMessages[field] })),
  );
  return [...absent, ...partial];
}
