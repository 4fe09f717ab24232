import { can } from '../../../domain/access/can.ts';
import { formatDay } from '../../../domain/calendar/day.ts';
import {
  countingOn,
  countsUntil,
  followsFrom,
  warningHows,
} from '../../../domain/orders/enforcement.ts';
import { goesToWords } from '../../../domain/orders/enforcement-rule.ts';
import type { Route } from '../../../platform/http/route.ts';
import { ChildFrame } from '../../../record/child-frame.tsx';
import { choice } from '../../../record/choice-fields.tsx';
import { day } from '../../../record/day-field.tsx';
import { FormBox } from '../../../record/form-box.tsx';
import { childForm } from '../../../record/form-page.ts';
import { addRow, changeRow } from '../../../record/rows.ts';
import { mayWrite } from '../../../record/rows-page.tsx';
import { longText } from '../../../record/text-fields.tsx';
import { WrittenList } from '../../../ui/layout/written-list.tsx';
import { urls } from '../../../urls.ts';
import { choicesOf, writesCourt } from '../charge-words.ts';
import type { Failed } from './enforcement.queries.ts';
import { type Enforced, failureAsked, followsWords, sourceWords } from './enforcement-words.ts';

const fields = {
  given_on: day({
    label: 'On which day is the child warned?',
    says: 'The day of the warning',
    required: 'Enter the day of the warning',
    within: 'past',
  }),
  given_how: choice(choicesOf(warningHows), {
    label: 'How?',
    says: 'How',
    required: 'Choose how the child is warned',
    as: 'small-radios',
  }),
  described: longText({
    label: 'What was not kept',
    hint: 'Say what happened and when, and that it is not acceptable, in words that the child understands',
    says: 'What was not kept',
    required: 'Say what was not kept',
    max: 4000,
    rows: 4,
  }),
  consequence: longText({
    label: 'What may follow',
    hint: 'What happens if the order is not kept again, and until when this warning counts',
    says: 'What may follow',
    required: 'Say what may follow',
    max: 4000,
    rows: 3,
  }),
  understood: longText({
    label: 'How did you make sure that the child understood, and who else knows?',
    says: 'Understood',
    max: 2000,
    rows: 2,
  }),
};

const titleOf = ({ law, failures }: Enforced, failed: Failed) => {
  const others = failures.filter(({ id }) => id !== failed.id);
  const earlier = countingOn(law, others, failed.happened_on).length;
  return law.warnings !== null && earlier >= law.warnings - 1 ? 'Further warning' : 'Warning';
};

/** What a warning says may follow, by the law of the order. */
function mayFollow({ law, failures }: Enforced, failed: Failed, on: string): string {
  const to = goesToWords[law.goes_to];
  if (law.warned_months === null)
    return `If the order is not kept again without a good reason, it may be put to ${to}.`;
  const others = failures.filter(({ id }) => id !== failed.id);
  const [first] = countingOn(law, others, on);
  return first?.warned_on
    ? `This is a further warning. If the order is not kept again without a good reason by ${formatDay(countsUntil(law, first.warned_on))}, it must be put to ${to}, unless circumstances are exceptional.`
    : `If the order is not kept again without a good reason by ${formatDay(countsUntil(law, on))}, there may be a further warning, or it may be put to ${to}.`;
}

/** Why no warning is given of a failure; null where one may be, or stands. */
function noWarning({ law, failures }: Enforced, failed: Failed): string | null {
  if (failed.decision !== 'not-acceptable')
    return 'Nobody is warned before it is decided that there was no good reason';
  const mustGoOn = followsFrom(law, failures, failed).what === 'must';
  return mustGoOn && !failed.warning && !failed.exceptional_reason
    ? `A warning is not enough: this must be put to ${goesToWords[law.goes_to]}. Propose that, or say with the failure what is exceptional`
    : null;
}

/** A warning of one failure: what was not kept, that it is not acceptable, and what may follow. Its letter is filled from it. */
export const warningRoutes: readonly Route[] = childForm({
  path: urls.compliance.warning(':childId', ':failureId'),
  reads: 'child.view',
  writes: writesCourt.permission,
  mayWrite: (context) => mayWrite(writesCourt, context),
  fields,
  subject: failureAsked,
  stored: ({ failed }) => failed.warning,
  begins: ({ each, failed }, { today }) => ({
    given_on: today,
    described: `On ${formatDay(failed.happened_on)}: ${failed.what}. This is not acceptable.`,
    consequence: mayFollow(each, failed, today),
  }),
  refuses: ({ each, failed }) => {
    const message = noWarning(each, failed);
    return message ? [{ field: 'version', message }] : [];
  },
  rules: ({ given_on }, { failed }) =>
    given_on < failed.happened_on
      ? [{ field: 'given_on-day', message: 'Nobody can be warned before it happened' }]
      : [],
  save: async ({ tx, actor, child }, { failed }, value) => {
    if (failed.warning) return changeRow(tx, 'order_warning', failed.warning, value);
    const id = await addRow(tx, actor, 'order_warning', {
      child_id: child.id,
      failure_id: failed.id,
      ...value,
    });
    return { kind: 'saved', id };
  },
  view: ({ context, subject: { each, failed }, form: { F, ...form } }) => {
    const title = titleOf(each, failed);
    const { warning } = failed;
    const counts = followsFrom(each.law, each.failures, failed);
    return (
      <ChildFrame
        context={context}
        title={title}
        heading={
          <>
            <span class="govuk-caption-l">{each.order.rule.label}</span>
            {title}
          </>
        }
        faults={form.faults}
        back={{
          href: urls.compliance.failure(context.child.id, failed.id),
          text: 'Back to what was not kept',
        }}
      >
        {warning ? (
          <WrittenList
            lines={[
              [
                'Given',
                `${formatDay(warning.given_on)}, ${warningHows[warning.given_how].toLowerCase()}`,
              ],
              ['What was not kept', warning.described],
              ['What may follow', warning.consequence],
              ['Understood', warning.understood],
              [
                'Counts until',
                failed.decision !== 'not-acceptable'
                  ? 'It does not count: there was a good reason, or it is not pursued'
                  : each.law.warned_months === null
                    ? null
                    : formatDay(countsUntil(each.law, warning.given_on)),
              ],
            ]}
          />
        ) : failed.decision === 'not-acceptable' ? (
          <p class="govuk-body">{followsWords(each.law, counts)}.</p>
        ) : (
          <p class="govuk-body">
            Nobody is warned before it is decided that there was no good reason.
          </p>
        )}
        <p class="govuk-body fh-quiet">{sourceWords(each.law)}.</p>
        {warning && form.mayWrite && can(context.actor, 'letter.write') ? (
          <p class="govuk-body fh-no-print">
            <a
              class="govuk-link"
              href={urls.letters.begin(context.child.id, {
                kind: 'warning',
                to: 'child:',
                about: `failure:${failed.id}`,
              })}
            >
              Write it in a letter to the child
            </a>
          </p>
        ) : null}
        <FormBox form={form} button={warning ? 'Save' : 'Record the warning'}>
          <F.given_on />
          <F.given_how />
          <F.described />
          <F.consequence />
          <F.understood />
        </FormBox>
      </ChildFrame>
    );
  },
  done: ({ failed }, _value, { child }) => ({
    to: urls.compliance.failure(child.id, failed.id),
    message: 'Saved: the warning',
  }),
});
