import { z } from 'zod';
import type {
  Content,
  ContingencyContentRow,
  SafetyRow,
} from '../../domain/assessments/content.ts';
import {
  optionalDay,
  optionalText,
  requiredChoice,
  requiredText,
} from '../../platform/http/parse-form.ts';

const blankable = optionalText(2000).transform((text) => text ?? '');

/** A safety line may be saved half done, so long as it names its risk. */
export const safetyLineForm = z.object({
  risk: requiredText('Enter the risk', 2000),
  control: blankable,
  who: blankable,
  agency: blankable,
  'review-on': optionalDay({ label: 'The day it is looked at again' }),
});

export const contingencyForm = z.object({
  about: requiredChoice(['safety', 'harm', 'exploitation'], 'Select what it is for'),
  trigger: requiredText('Enter what would happen first', 2000),
  action: blankable,
  who: blankable,
  within: blankable,
  tell: blankable,
});

/** Puts a row in its place, at the end when it is new, or takes it out. */
export const withSafetyRow =
  (id: string, row: SafetyRow | null) =>
  (content: Content): Content => ({
    ...content,
    safetyRows: replaced(content.safetyRows, id, row),
  });

export const withContingencyRow =
  (id: string, row: ContingencyContentRow | null) =>
  (content: Content): Content => ({
    ...content,
    contingencyRows: replaced(content.contingencyRows, id, row),
  });

function replaced<Row extends { id: string }>(rows: Row[], id: string, row: Row | null): Row[] {
  if (row && !rows.some((each) => each.id === id)) return [...rows, row];
  return rows.flatMap((each) => (each.id !== id ? [each] : row ? [row] : []));
}
