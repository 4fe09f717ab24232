import { z } from 'zod';
import type { FormError } from '../../platform/http/parse-form.ts';
import {
  optionalDay,
  optionalText,
  requiredChoice,
  requiredText,
  versionField,
} from '../../platform/http/parse-form.ts';
import type { CheckRow, Written } from './closure-facts.ts';

/** The closing's form. It may be saved half-filled; sending it to the manager asks for the rest. */
export const closureSchema = (today: string) =>
  z.object({
    version: versionField,
    summary: optionalText(),
    handover: requiredChoice(
      ['accepted', 'declined', 'not-needed', 'not-decided'],
      'Choose what came of the hand-over',
    ),
    handover_to: optionalText(300),
    handover_on: optionalDay({ label: 'The day of the hand-over', notAfter: today }),
    handover_reason: optionalText(2000),
    child_feedback: optionalText(),
    child_feedback_not_known: optionalText(1000),
    parent_feedback: optionalText(),
    parent_feedback_not_known: optionalText(1000),
    victims_told: requiredChoice(
      ['done', 'not-wanted', 'no-victim', 'not-done'],
      'Choose whether victims were told',
    ),
    end_reason: optionalText(60),
    work_ended_on: optionalDay({ label: 'The day the work ended', notAfter: today }),
  });

const places: Readonly<Record<string, string>> = {
  'hand-over': 'handover',
  'child-feedback': 'child_feedback',
  'parent-feedback': 'parent_feedback',
  'victims-told': 'victims_told',
  summary: 'summary',
};

/** What stops the closing from going to the manager, each leading to its field or its line of the checklist. */
export function submitErrors(
  written: Written,
  standing: readonly CheckRow[],
  startedOn: string,
): FormError[] {
  return [
    ...standing.map(({ id, sentence }) => ({
      field: places[id] ?? `check-${id}`,
      message: sentence,
    })),
    ...(written.handover === 'accepted' && !written.handover_to
      ? [{ field: 'handover_to', message: 'Enter who accepted the hand-over' }]
      : []),
    ...(written.end_reason ? [] : [{ field: 'end_reason', message: 'Choose why the work ended' }]),
    ...(written.work_ended_on
      ? []
      : [{ field: 'work_ended_on-day', message: 'Enter the day the work ended' }]),
    ...(written.work_ended_on && written.work_ended_on < startedOn
      ? [{ field: 'work_ended_on-day', message: 'The work cannot end before it began' }]
      : []),
  ];
}

/** Why a line is passed without being done. */
export const passSchema = z.object({
  reason: requiredText('Enter why it is passed without being done', 2000).refine(
    (reason) => reason.length >= 10,
    'Say why in a few more words: a manager will read it',
  ),
});
