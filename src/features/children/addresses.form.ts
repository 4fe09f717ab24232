import { z } from 'zod';
import type { Day } from '../../domain/calendar/day.ts';
import {
  optionalDay,
  requiredChoice,
  requiredDay,
  requiredText,
  severalOf,
  versionField,
} from '../../platform/http/parse-form.ts';
import { postcodeField } from './create.form.ts';

const suitable = () =>
  requiredChoice(
    ['yes', 'no', 'unknown', 'not-asked'],
    'Choose whether the home is suitable for the child',
  );

export const addressForm = (today: Day) =>
  z.object({
    lines: requiredText('Enter the address, or say in words where the child stays', 300),
    postcode: postcodeField(),
    accommodation: requiredText('Choose what kind of home it is', 60),
    suitable: suitable(),
    from: requiredDay({
      label: 'The day the child moved in',
      required: 'Enter the day the child moved in',
      notAfter: today,
    }),
    source: requiredText('Choose who told us', 40),
    flags: severalOf(),
  });

export const addressChangeForm = (today: Day) =>
  z.object({
    suitable: suitable(),
    until: optionalDay({ label: 'The day the child left', notAfter: today }),
    flags: severalOf(),
    version: versionField,
  });

export type AddressInput = z.infer<ReturnType<typeof addressForm>>;
export type AddressChange = z.infer<ReturnType<typeof addressChangeForm>>;
