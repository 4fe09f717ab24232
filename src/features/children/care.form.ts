import { z } from 'zod';
import type { Day } from '../../domain/calendar/day.ts';
import {
  optionalText,
  requiredDay,
  requiredText,
  severalOf,
} from '../../platform/http/parse-form.ts';

export const careForm = (today: Day) =>
  z.object({
    status: requiredText('Choose the status', 60),
    authority: optionalText(100),
    from: requiredDay({
      label: 'The first day',
      required: 'Enter the first day',
      notAfter: today,
    }),
    source: requiredText('Choose who told us', 40),
    flags: severalOf(),
  });

export type CareInput = z.infer<ReturnType<typeof careForm>>;
