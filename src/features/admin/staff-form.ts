import { z } from 'zod';
import { type Role, roleNames } from '../../domain/access/roles.data.ts';
import {
  optionalDay,
  optionalText,
  requiredDay,
  requiredText,
  versionField,
} from '../../platform/http/parse-form.ts';
import type { StaffInput } from './save-staff.ts';

const optionalId = z
  .string()
  .default('')
  .transform((text) => text || null)
  .pipe(z.uuid().nullable());

/** A person's details as an administrator types them. */
export const staffForm = z
  .object({
    name: requiredText('Enter their name', 200),
    email: requiredText('Enter their work e-mail', 200).pipe(
      z.email('Enter an e-mail address, such as name@council.gov.uk'),
    ),
    jobTitle: requiredText('Enter their job title', 200),
    agency: requiredText('Choose which agency they belong to'),
    role: requiredText('Choose their role').pipe(
      z.enum(roleNames as [Role, ...Role[]], { error: 'Choose their role' }),
    ),
    team: optionalId,
    manager: optionalId,
    skills: optionalText(1000),
    caseLimit: z
      .string()
      .trim()
      .default('')
      .transform((text) => (text ? Number(text) : null))
      .pipe(
        z.number('Enter a whole number').int('Enter a whole number').min(0).max(200).nullable(),
      ),
    activeFrom: requiredDay({ label: 'The first day', required: 'Enter the first day of access' }),
    activeTo: optionalDay({ label: 'The last day' }),
    version: versionField.optional(),
  })
  .refine(({ activeFrom, activeTo }) => !activeTo || activeTo >= activeFrom, {
    path: ['activeTo'],
    error: 'The last day must be the first day or after it',
  });

/** The form's values in the shape that is saved; skills are typed with commas between them. */
export function staffInputOf(given: z.output<typeof staffForm>): StaffInput {
  return {
    name: given.name,
    email: given.email,
    jobTitle: given.jobTitle,
    agency: given.agency,
    role: given.role,
    teamId: given.team,
    managerId: given.manager,
    skills: (given.skills ?? '')
      .split(',')
      .map((skill) => skill.trim())
      .filter(Boolean),
    caseLimit: given.caseLimit,
    activeFrom: given.activeFrom,
    activeTo: given.activeTo,
  };
}
