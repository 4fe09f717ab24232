import { z } from 'zod';
import type { Day } from '../../domain/calendar/day.ts';
import {
  optionalDay,
  requiredDay,
  requiredText,
  versionField,
} from '../../platform/http/parse-form.ts';

const detail = () => requiredText('Say what people must know and do', 2000);
const owner = () => requiredText('Choose who looks at it again', 40);

export const warningForm = (today: Day) =>
  z.object({
    kind: requiredText('Choose what the warning is about', 60),
    detail: detail(),
    owner: owner(),
    review: optionalDay({ label: 'The day to look again', notBefore: today }),
  });

export const changeWarningForm = (today: Day) =>
  z.object({
    detail: detail(),
    owner: owner(),
    review: requiredDay({
      label: 'The day to look again',
      required: 'Enter the day to look again',
      notBefore: today,
    }),
    version: versionField,
  });

export const endWarningForm = () =>
  z.object({
    reason: requiredText('Say why the warning is no longer needed', 1000),
    version: versionField,
  });

export type WarningInput = z.infer<ReturnType<typeof warningForm>>;
export type ChangeWarningInput = z.infer<ReturnType<typeof changeWarningForm>>;
export type EndWarningInput = z.infer<ReturnType<typeof endWarningForm>>;
