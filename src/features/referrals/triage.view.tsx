import type { Day } from '../../domain/calendar/day.ts';
import { Button } from '../../ui/govuk/components.tsx';
import type { Html } from '../../ui/html.ts';
import { type ChildBand, ChildPage } from '../../ui/layout/child-page.tsx';
import { ConflictNotice, type TwoVersions } from '../../ui/layout/conflict.tsx';
import {
  type Choice,
  ChoiceField,
  LongText,
  SelectField,
  TextField,
  type Typed,
  VersionField,
} from '../../ui/layout/fields.tsx';
import type { FieldError, PageShell } from '../../ui/layout/page.tsx';
import { PostForm } from '../../ui/layout/post-form.tsx';
import { urls } from '../../urls.ts';
import type { Referral } from './referral.queries.ts';
import { TriageKnown } from './triage-known.view.tsx';

type Props = {
  readonly shell: PageShell;
  readonly child: ChildBand;
  readonly today: Day;
  readonly referral: Referral;
  readonly pathways: readonly Choice[];
  readonly live: readonly { readonly label: string; readonly since: Day }[];
  readonly errors: readonly FieldError[];
  readonly typed: Typed;
  readonly conflict: readonly TwoVersions[] | null;
};

/** The screen of a referral: what is known at a glance, what must be asked, and the way on. */
export function TriagePage(props: Props): Html {
  const { shell, child, today, referral, errors, typed, conflict } = props;
  const common = { errors, typed };
  const isKnife = referral.offences.some(({ knife }) => knife);
  return (
    <ChildPage
      title="Triage"
      shell={shell}
      child={child}
      today={today}
      errors={errors}
      back={{ href: urls.referrals.one(child.id, referral.id), text: 'Referral' }}
    >
      {conflict ? <ConflictNotice fields={conflict} /> : null}
      <h1 class="govuk-heading-l">Triage</h1>
      <TriageKnown {...props} isKnife={isKnife} />
      <PostForm action={urls.referrals.triage(child.id, referral.id)} class="fh-form">
        <ChoiceField
          {...common}
          name="area"
          label="Where does the child live?"
          stored={referral.area}
          small={true}
          choices={[
            { value: 'ours', text: 'In our area' },
            {
              value: 'another',
              text: 'In another area',
              hint: 'Agree with that service who leads',
            },
            { value: 'unknown', text: 'Not known yet' },
          ]}
        />
        <ChoiceField
          {...common}
          name="safeguarding"
          label="Is there a safeguarding concern?"
          stored={referral.safeguarding}
          small={true}
          choices={[
            { value: 'none', text: 'No concern seen' },
            { value: 'considered', text: 'Considered, and no referral is needed' },
            { value: 'referred', text: 'Referred to children’s services' },
          ]}
        />
        <ChoiceField
          {...common}
          name="exploitation"
          label="Are there signs that somebody exploits the child?"
          hint="For example: gifts or money nobody can explain, missing from home, older friends, far from home with drugs"
          stored={referral.exploitation}
          small={true}
          choices={[
            { value: 'none-seen', text: 'No sign seen' },
            { value: 'concern', text: 'Signs seen: to be looked into' },
            { value: 'referred', text: 'Signs seen, and referred on' },
          ]}
        />
        <ChoiceField
          {...common}
          name="urgency"
          label="How urgent is it?"
          stored={referral.urgency}
          small={true}
          choices={[
            { value: 'routine', text: 'Routine' },
            { value: 'soon', text: 'Soon: within days' },
            { value: 'same-day', text: 'The same day' },
          ]}
        />
        <ChoiceField
          {...common}
          name="way"
          label="Way on"
          stored={referral.pathway ? 'accept' : null}
          choices={[
            { value: 'accept', text: 'Accept the child' },
            ...(isKnife
              ? []
              : [
                  {
                    value: 'signpost',
                    text: 'Signpost to somebody else',
                    hint: 'The referral ends here, with the reason',
                  },
                ]),
          ]}
        />
        <SelectField
          {...common}
          name="pathway"
          label="Pathway, when accepted"
          stored={referral.pathway}
          choices={props.pathways}
        />
        {isKnife ? null : (
          <TextField
            {...common}
            name="to"
            label="To whom, when signposted"
            stored={referral.closed_reason}
            hint="For example: early help, school, the service where the child lives"
          />
        )}
        <LongText
          {...common}
          name="note"
          label="Why"
          stored={referral.triage_note}
          rows={4}
          hint="What decided it. The child and parent have not been heard yet: say what is not known."
        />
        <VersionField version={referral.version} />
        <div class="fh-actions">
          <Button text="Save the triage" preventDoubleClick={true} />
        </div>
      </PostForm>
    </ChildPage>
  );
}
