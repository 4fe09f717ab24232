import type { FormFault } from '../../../domain/form-fault.ts';
import { FormBox } from '../../../record/form-box.tsx';
import { serviceForm } from '../../../record/form-page.ts';
import { longText } from '../../../record/text-fields.tsx';
import { Page } from '../../../ui/layout/page.tsx';
import { urls } from '../../../urls.ts';
import { casesOf } from './audit.queries.ts';
import { replaceCase } from './change-case.ts';
import { alone, isAlone, openedToChange } from './open-case.ts';

/** Gives a case back that cannot be read, and draws another in its place. */
export const giveBackRoutes = serviceForm({
  path: urls.audits.giveBack(':auditId', ':caseId'),
  reads: 'audit.manage',
  audit: 'view',
  fields: {
    withdrawn_reason: longText({
      label: 'Why it cannot be read',
      hint: 'For example, the child moved away in the second week. The next case of the same group is drawn by the same seed or, if none is left, of the group nearest to it.',
      required: 'Enter why it cannot be read',
      max: 2000,
      rows: 2,
    }),
  },
  subject: openedToChange,
  refuses: ({ tiedBack, mayGoBack }) =>
    tiedBack
      ? faultOf(tiedBack)
      : mayGoBack
        ? []
        : faultOf('A reading of this case is finished: it stays in the sample'),
  save: async ({ tx, actor, today }, { audit, one }, { withdrawn_reason }) => {
    const all = await casesOf(tx, actor.serviceId, audit.id);
    if (isAlone(audit, all, actor.staffId))
      return faultOf(`${alone}: ask somebody else to give it back`);
    const id = await replaceCase(tx, actor, audit, one, all, withdrawn_reason, today);
    return { kind: 'saved', id };
  },
  view: ({ shell, subject: { audit, one, tiedBack, isLocked }, form: { F, ...form } }) => (
    <Page
      title={`Give case ${one.position} back`}
      shell={shell}
      errors={form.faults}
      back={{ href: urls.audits.caseOne(audit.id, one.id), text: `Case ${one.position}` }}
    >
      <h1 class="govuk-heading-l">Give the case back</h1>
      {tiedBack ? <p class="govuk-body">{tiedBack}.</p> : null}
      {isLocked ? (
        <p class="govuk-body">
          Its readers differ and nobody is free to settle it. Given back, it leaves the sample and
          what was judged of it is not counted.
        </p>
      ) : null}
      <FormBox form={form} button="Give it back and draw another">
        <F.withdrawn_reason />
      </FormBox>
    </Page>
  ),
  done: ({ audit }, _value, _context, next) => ({
    to: urls.audits.one(audit.id),
    message: `Saved: the case is given back${drawn[next] ?? '. No case is left to draw'}`,
  }),
});

const drawn: Readonly<Record<string, string>> = {
  'same-group': ', and the next of its group is drawn',
  'nearest-group': '. Its group has no other case, so the next of the group nearest to it is drawn',
};

const faultOf = (message: string): readonly FormFault[] => [{ field: 'withdrawn_reason', message }];
