import { wishesStatuses } from '../../domain/victims/wishes.data.ts';
import { Button } from '../../ui/govuk/components.tsx';
import type { Html } from '../../ui/html.ts';
import { ChoiceField, DayField, LongText, VersionField } from '../../ui/layout/fields.tsx';
import { urls } from '../../urls.ts';
import { VaultForm, type VaultFormModel } from './vault-form.view.tsx';
import { yesNoNotAsked, yesNoUnknown } from './victim-words.ts';

/** What the victim wants, or why that is not known. */
export function WishesPage(model: VaultFormModel & { readonly daysTried: number }): Html {
  const { child, line, vault, errors, typed, today, daysTried } = model;
  const field = { errors, typed };
  return (
    <VaultForm {...model} title="What they want" action={urls.victims.wishes(child.id, line.id)}>
      <VersionField version={line.version} />
      <input type="hidden" name="vaultVersion" value={String(vault?.version ?? 0)} />
      <ChoiceField
        {...field}
        name="wishes"
        label="How far have you come?"
        hint={`Days on which they were tried and not reached: ${daysTried}`}
        choices={Object.entries(wishesStatuses)
          .filter(([value]) => vault !== null || value !== 'given')
          .map(([value, { label, hint }]) => ({ value, text: label, hint: hint || undefined }))}
        stored={line.wishes}
      />
      <DayField {...field} name="on" label="On what day?" stored={line.wishesOn ?? today} />
      {vault ? (
        <>
          <LongText
            {...field}
            name="words"
            label="What they want, in their own words"
            hint="Stays in the vault. What the child’s worker may see is chosen on another page, with their consent."
            rows={5}
            stored={vault.words}
          />
          <LongText
            {...field}
            name="impact"
            label="What it did to them (optional)"
            hint="Stays in the vault"
            rows={4}
            stored={vault.impact}
          />
        </>
      ) : (
        <p class="govuk-inset-text">Add their details first to write down their words.</p>
      )}
      <LongText
        {...field}
        name="reason"
        label="If there are no wishes, why"
        hint="The child’s worker and the panel read this. Say nothing that shows who the person is."
        rows={3}
        stored={line.noWishesReason}
      />
      <ChoiceField
        {...field}
        name="safetyNeed"
        label="Do they need to be kept safe from the child, or from others?"
        choices={yesNoUnknown}
        stored={line.safetyNeed}
      />
      <LongText
        {...field}
        name="safetyLine"
        label="If yes, what must the child’s worker do?"
        hint="The worker reads this and must answer it in the plan. For example: no sessions near the high street on weekdays. No names."
        rows={3}
        stored={line.safetyLine}
      />
      <ChoiceField
        {...field}
        name="updatesWanted"
        label="Do they want to hear how the work goes?"
        choices={yesNoNotAsked}
        stored={line.updatesWanted}
      />
      <Button text="Save what they want" />
    </VaultForm>
  );
}

/** The words that the child's worker may see. */
export function SharePage(model: VaultFormModel): Html {
  const { child, line, vault, errors, typed } = model;
  const field = { errors, typed };
  return (
    <VaultForm
      {...model}
      title="Share with the child’s worker"
      action={urls.victims.share(child.id, line.id)}
    >
      <VersionField version={line.version} />
      <LongText
        {...field}
        name="shared"
        label="The words they agreed to share"
        hint="Read them out to the person and change them until they agree. The child’s worker and the panel’s paper show exactly these words."
        rows={5}
        stored={line.shared ?? vault?.words}
      />
      <DayField
        {...field}
        name="consent"
        label="On what day did they agree?"
        stored={line.shareConsentOn}
      />
      <ChoiceField
        {...field}
        name="tellChild"
        label="May the worker tell the child these words?"
        choices={yesNoNotAsked}
        stored={line.tellChild}
      />
      <Button text="Share these words" />
    </VaultForm>
  );
}
