import { Button } from '../../ui/govuk/components.tsx';
import type { Html } from '../../ui/html.ts';
import {
  ChoiceField,
  DayField,
  LongText,
  TextField,
  VersionField,
} from '../../ui/layout/fields.tsx';
import { urls } from '../../urls.ts';
import { VaultForm, type VaultFormModel } from './vault-form.view.tsx';
import { yesNoUnknown } from './victim-words.ts';

/** Who the victim is and how to reach them. */
export function DetailsPage(model: VaultFormModel): Html {
  const { child, line, vault, errors, typed } = model;
  const field = { errors, typed };
  return (
    <VaultForm
      {...model}
      title="Details for the vault"
      action={urls.victims.details(child.id, line.id)}
    >
      <VersionField version={vault?.version ?? 0} />
      <TextField {...field} name="name" label="Name" stored={vault?.name} />
      <DayField
        {...field}
        name="received"
        label="When did their details arrive?"
        hint="The time for first contact starts on this day"
        stored={line.detailsReceivedOn}
      />
      <ChoiceField
        {...field}
        name="policeConsent"
        label="Did they agree that police pass on their details?"
        choices={yesNoUnknown}
        stored={vault?.policeConsent}
      />
      <LongText
        {...field}
        name="contactDetails"
        label="How to reach them (optional)"
        hint="Telephone, e-mail, address; a parent’s or supporter’s too"
        rows={3}
        stored={vault?.contactDetails}
      />
      <TextField
        {...field}
        name="preferredContact"
        label="How and when they prefer (optional)"
        stored={vault?.preferredContact}
      />
      <LongText
        {...field}
        name="accessNeeds"
        label="What they need to take part (optional)"
        hint="Language, hearing, reading, a supporter, a safe place and time"
        rows={3}
        stored={vault?.accessNeeds}
      />
      <ChoiceField
        {...field}
        name="isChild"
        label="Are they under 18?"
        hint="Rights come sooner for a child; a parent may speak with them"
        choices={[
          { value: 'yes', text: 'Yes' },
          { value: 'no', text: 'No' },
        ]}
        stored={vault ? (vault.isChild ? 'yes' : 'no') : undefined}
        inline
      />
      <TextField
        {...field}
        name="knownNumber"
        label="If they are also a child known to this service, their number (optional)"
        hint="Managers are told only that this victim is known to the service"
        width="one-third"
        stored={vault?.knownChildNumber}
      />
      <LongText {...field} name="note" label="Note (optional)" rows={3} stored={vault?.note} />
      <Button text="Save the details" />
    </VaultForm>
  );
}
