import { z } from 'zod';
import { optionalText, requiredChoice, requiredText } from '../../platform/http/parse-form.ts';

export const workerKinds = {
  allocated: 'Allocated worker',
  'co-worker': 'Co-worker',
  partner: 'Partner agency',
  'information-request': 'Asked for information',
  panel: 'Panel member',
  sample: 'Audit or inspection',
  duty: 'On duty for the record',
  'named-list': 'On the list of a restricted record',
} as const;

export const workerForm = () =>
  z
    .object({
      staff: requiredText('Choose the person', 40),
      kind: requiredChoice(['allocated', 'co-worker', 'partner'], 'Choose what they will do'),
      reason: requiredText('Say why this person works with the child', 300),
      conflict: requiredChoice(
        ['none-known', 'declared-and-managed'],
        'Choose whether they know the child, the family or a victim',
      ),
      conflictNote: optionalText(500),
    })
    .refine((typed) => typed.conflict !== 'declared-and-managed' || typed.conflictNote, {
      path: ['conflictNote'],
      message: 'Say what the conflict is and how it is managed',
    });

export const endWorkerForm = () => z.object({ sure: requiredText('Choose to end it', 10) });

export type WorkerInput = z.infer<ReturnType<typeof workerForm>>;
