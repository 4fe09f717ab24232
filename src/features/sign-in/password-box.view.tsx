import { minPasswordLength } from '../../domain/access/password-fault.ts';
import type { FormFault } from '../../domain/form-fault.ts';
import { PasswordInput } from '../../ui/govuk/components.tsx';
import type { Html } from '../../ui/html.ts';
import { errorOf } from '../../ui/layout/fields.tsx';

type Props = {
  readonly name?: string;
  readonly label: string;
  readonly errors: readonly FormFault[];
  /** True where a new one is chosen. */
  readonly isNew?: boolean;
};

/** A password as it is typed: shown on request, and never drawn again. */
export const PasswordBox = ({ name = 'password', label, errors, isNew }: Props): Html => (
  <PasswordInput
    id={name}
    name={name}
    label={{ text: label }}
    classes="govuk-!-width-one-half"
    {...(isNew
      ? {
          autocomplete: 'new-password',
          hint: {
            text: `At least ${minPasswordLength} letters. Three or four unrelated words are easy to remember and hard to guess.`,
          },
        }
      : {})}
    {...errorOf(errors, name)}
  />
);
