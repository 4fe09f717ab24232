import type { ChildContext } from '../../platform/http/context.ts';
import { ChildFrame } from '../../record/child-frame.tsx';
import { FormBox } from '../../record/form-box.tsx';
import type { PageOf } from '../../record/form-page.ts';
import { Button } from '../../ui/govuk/components.tsx';
import type { Html } from '../../ui/html.ts';
import { urls } from '../../urls.ts';
import type { contactFields } from './contact-fields.ts';
import { Moved, Repeated, WhatHappened, WhereAndWhen } from './contact-fields.view.tsx';
import type { ContactSubject } from './contact-form.routes.tsx';

function titleOf({ step, asks }: ContactSubject): string {
  if (step === 'record') return 'Record a contact';
  if (step === 'plan') return 'Plan a contact';
  if (asks === 'move') return 'Move a planned contact';
  return step === 'outcome' ? 'What happened at the contact?' : 'Change a contact';
}

/** One page to record, plan or mend a contact. */
export function ContactFormPage({
  context,
  subject,
  form: { F, ...form },
}: PageOf<ChildContext, ContactSubject, typeof contactFields>): Html {
  const { child } = context;
  const { contact, asks, isPlan } = subject;
  return (
    <ChildFrame
      context={context}
      title={titleOf(subject)}
      faults={form.faults}
      back={
        contact
          ? { href: urls.contacts.one(child.id, contact.id), text: 'Back to the contact' }
          : { href: urls.contacts.list(child.id), text: 'Back to contacts' }
      }
    >
      {contact?.status === 'recorded' ? (
        <p class="govuk-body">
          What was written before is kept and shown with who changed it and when.
        </p>
      ) : null}
      <FormBox
        form={form}
        buttons={
          <div class="fh-actions">
            <Button text={buttonOf(subject)} preventDoubleClick />
            {isPlan ? null : (
              <Button
                text="Save and come back later"
                name="_later"
                value="1"
                classes="govuk-button--secondary"
              />
            )}
            <a class="govuk-link" href={urls.contacts.list(child.id)}>
              Cancel
            </a>
          </div>
        }
      >
        <WhereAndWhen F={F} isPlan={isPlan} options={form.options} />
        {asks === 'plan' ? <Repeated F={F} /> : null}
        {asks === 'move' ? <Moved F={F} isOfSeries={subject.contact?.series_id != null} /> : null}
        {isPlan ? null : (
          <WhatHappened F={F} canPlanNext={asks === 'record'} isMended={asks === 'mend'} />
        )}
      </FormBox>
    </ChildFrame>
  );
}

const buttonOf = ({ isPlan, contact }: ContactSubject) =>
  !isPlan ? 'Save the contact' : contact ? 'Move the contact' : 'Plan the contact';
