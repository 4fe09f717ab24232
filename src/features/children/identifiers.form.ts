import { z } from 'zod';
import { requiredText } from '../../platform/http/parse-form.ts';

export const identifierForm = () =>
  z.object({
    kind: requiredText('Choose whose number it is', 40),
    value: requiredText('Enter the number', 60),
    source: requiredText('Choose who told us', 40),
  });

export type IdentifierInput = z.infer<ReturnType<typeof identifierForm>>;
