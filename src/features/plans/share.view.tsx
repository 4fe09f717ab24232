import { type Day, formatDay } from '../../domain/calendar/day.ts';
import { Button } from '../../ui/govuk/components.tsx';
import type { Html } from '../../ui/html.ts';
import { type ChildBand, ChildPage } from '../../ui/layout/child-page.tsx';
import {
  type Choice,
  DayField,
  LongText,
  SelectField,
  TextField,
  type Typed,
} from '../../ui/layout/fields.tsx';
import type { FieldError, PageShell } from '../../ui/layout/page.tsx';
import { PostForm } from '../../ui/layout/post-form.tsx';
import { urls } from '../../urls.ts';
import type { Plan } from './plans.queries.ts';

type Props = {
  readonly shell: PageShell;
  readonly child: ChildBand;
  readonly today: Day;
  readonly errors: readonly FieldError[];
  readonly typed: Typed;
  readonly shares: Plan['shares'];
  readonly agencies: readonly Choice[];
};

/** Which part of the plan went to which agency, on what basis, and whether they said that they had it. */
export function SharePage({ errors, typed, shares, agencies, ...frame }: Props): Html {
  const { child, today } = frame;
  return (
    <ChildPage
      title="Share part of the plan"
      errors={errors}
      back={{ href: urls.plans.current(child.id), text: 'Back to the plan' }}
      {...frame}
    >
      <h1 class="govuk-heading-l">Share part of the plan</h1>
      <p class="govuk-body">
        Send each agency only the part that it acts on. This keeps what went where; send it by your
        usual secure way.
      </p>
      <div class="fh-two">
        <PostForm>
          <SelectField
            name="agency"
            label="Agency"
            errors={errors}
            typed={typed}
            choices={agencies}
          />
          <TextField
            name="shared_with"
            label="Who got it"
            hint="The person’s name and role."
            errors={errors}
            typed={typed}
          />
          <LongText
            name="what"
            label="What part of the plan"
            hint="For example: the safety line about going missing, and what to do if it happens."
            rows={3}
            errors={errors}
            typed={typed}
          />
          <TextField
            name="lawful_basis"
            label="Lawful basis"
            hint="For example: public task; safeguarding of a child; the family agreed."
            errors={errors}
            typed={typed}
          />
          <DayField name="shared_on" label="When" errors={errors} typed={typed} stored={today} />
          <Button text="Save what was shared" name="action" value="share" />
        </PostForm>
        <section aria-labelledby="so-far">
          <h2 class="govuk-heading-m" id="so-far">
            Shared so far
          </h2>
          {shares.length === 0 ? <p class="govuk-body">Nothing yet.</p> : null}
          <ul class="fh-lines">
            {shares.map((share) => (
              <li class="fh-line">
                <p class="govuk-body">
                  <strong>{share.shared_with}</strong>,{' '}
                  {agencies.find(({ value }) => value === share.agency)?.text ?? share.agency},{' '}
                  {formatDay(share.shared_on)}: {share.what} ({share.lawful_basis})
                </p>
                {share.acknowledged_on ? (
                  <p class="govuk-body">
                    <span class="fh-badge fh-badge-good">
                      They said they had it, {formatDay(share.acknowledged_on)}
                    </span>
                  </p>
                ) : (
                  <PostForm>
                    <input type="hidden" name="share" value={share.id} />
                    <input type="hidden" name="version" value={String(share.version)} />
                    <button type="submit" class="fh-link-button" name="action" value="acknowledge">
                      They have said today that they have it
                      <span class="govuk-visually-hidden">: {share.shared_with}</span>
                    </button>
                  </PostForm>
                )}
              </li>
            ))}
          </ul>
        </section>
      </div>
    </ChildPage>
  );
}
