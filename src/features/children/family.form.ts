import { z } from 'zod';
import {
  optionalText,
  requiredChoice,
  requiredText,
  severalOf,
  versionField,
} from '../../platform/http/parse-form.ts';
import { phoneField } from './create.form.ts';

const fields = {
  name: requiredText('Enter the person’s name', 200),
  relationship: requiredText('Choose who they are to the child', 60),
  agency: optionalText(100),
  telephone: phoneField(),
  email: optionalText(200),
  parental: requiredChoice(
    ['yes', 'no', 'unknown', 'not-asked', 'not-applicable'],
    'Choose whether they have parental responsibility',
  ),
  contactable: requiredChoice(
    ['yes', 'no', 'unknown', 'not-asked'],
    'Choose whether they may be contacted',
  ),
  flags: severalOf(),
  note: optionalText(2000),
};

export const personForm = () => z.object(fields);
export const changePersonForm = () => z.object({ ...fields, version: versionField });
export const privateForm = () =>
  z.object({
    detail: requiredText('Write what you need to record', 5000),
    hideFrom: optionalText(200),
  });

export type PersonInput = z.infer<ReturnType<typeof personForm>>;
export type ChangePersonInput = z.infer<ReturnType<typeof changePersonForm>>;
export type PrivateInput = z.infer<ReturnType<typeof privateForm>>;
