import type {
  Content,
  ContingencyContentRow,
  SafetyRow,
} from '../../../domain/assessments/content.ts';
import { choice, code } from '../../../record/choice-fields.tsx';
import { day } from '../../../record/day-field.tsx';
import { text } from '../../../record/text-fields.tsx';
import { contingencyNames } from '../names.ts';

const max = 2000;

/** A safety line may be saved half done, so long as it names its risk. */
export const safetyLineFields = {
  risk: text({
    label: 'The risk',
    hint: 'In the words of the assessment.',
    required: 'Enter the risk',
    max,
  }),
  control: text({
    label: 'What is done about it',
    hint: 'Something a stranger could check, such as “two staff on every visit”.',
    max,
  }),
  who: text({ label: 'Who does it', width: 'one-half', max }),
  agency: code('agency', { label: 'Their agency (optional)', empty: 'Not an agency' }),
  'review-on': day({
    label: 'When is it looked at again?',
    hint: 'For example, 27 3 2026',
    says: 'The day it is looked at again',
  }),
};

export const contingencyFields = {
  about: choice(
    (['safety', 'harm', 'exploitation'] as const).map((value) => ({
      value,
      text: contingencyNames[value],
    })),
    { label: 'What is it for?', required: 'Select what it is for' },
  ),
  trigger: text({
    label: 'If this happens',
    hint: 'The first thing somebody would see, such as “does not come home by ten”.',
    required: 'Enter what would happen first',
    max,
  }),
  action: text({ label: 'Then this is done', max }),
  who: text({ label: 'Who does it', width: 'one-half', max }),
  within: text({ label: 'Within', hint: 'For example, 1 hour', width: 'one-third', max }),
  tell: text({ label: 'Who is told', width: 'one-half', max }),
};

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
