import { z } from 'zod';
import type { Day } from '../../domain/calendar/day.ts';
import { requiredDay, requiredText, versionField } from '../../platform/http/parse-form.ts';

export const metForm = (today: Day) =>
  z.object({
    'met-on': requiredDay({ label: 'The day', required: 'Enter the day', notAfter: today }),
    'met-evidence': requiredText('Say what shows that it was met', 4000),
    version: versionField,
  });
