import { z } from 'zod';
import type { Day } from '../../domain/calendar/day.ts';
import {
  optionalText,
  requiredChoice,
  requiredDay,
  requiredText,
  severalOf,
  versionField,
} from '../../platform/http/parse-form.ts';

export const characteristicForm = (today: Day) =>
  z.object({
    answer: requiredText('Choose an answer, or why there is none', 60),
    detail: optionalText(500),
    source: requiredText('Choose who told us', 80),
    on: requiredDay({
      label: 'The day they told us',
      required: 'Enter the day they told us',
      notAfter: today,
    }),
    flags: severalOf(),
  });

export const settleForm = () =>
  z.object({
    verdict: requiredChoice(['right', 'ended'], 'Choose what you found'),
    version: versionField,
  });

export type CharacteristicInput = z.infer<ReturnType<typeof characteristicForm>>;
export type SettleInput = z.infer<ReturnType<typeof settleForm>>;
