import type { PageContext } from '../../../platform/http/context.ts';
import { movedOn } from '../../../platform/http/moved-on.ts';
import { choice } from '../../../record/choice-fields.tsx';
import { FormBox } from '../../../record/form-box.tsx';
import { serviceForm } from '../../../record/form-page.ts';
import { Page } from '../../../ui/layout/page.tsx';
import { WrittenList } from '../../../ui/layout/written-list.tsx';
import { urls } from '../../../urls.ts';
import { agreeToOverride, dropOverride } from './override-time-limit.ts';
import { timeLimits } from './time-limits.queries.ts';

async function subject({ tx, today, actor, param }: PageContext) {
  const [limit] = await timeLimits(tx, { id: param('limitId'), today });
  if (!limit || limit.ownSetBy === actor.staffId) return undefined;
  if (limit.ownStands !== false)
    movedOn('Nothing is to be agreed here now: somebody has answered', {
      href: urls.admin.timeLimits,
      text: 'See the time limits',
    });
  const { ownNumber, ownUnit, ownVersion } = limit;
  return { limit, wanted: `${ownNumber} ${ownUnit}`, version: ownVersion ?? 0 };
}

/** Somebody else agrees to a figure below its floor, or takes it away; until then the figure as given counts. */
export const agreeRoutes = serviceForm({
  path: urls.admin.timeLimitAgree(':limitId'),
  reads: 'record.erase',
  fields: {
    what: choice(
      [
        { value: 'agree', text: 'I agree: it counts from now on' },
        { value: 'refuse', text: 'I do not agree: it is taken away' },
      ],
      { label: 'Is the shorter time right?', required: 'Say whether you agree' },
    ),
  },
  subject,
  stored: ({ limit, version }) => ({ id: limit.id, version, what: null }),
  save: async ({ tx, actor }, { limit, version }, { what }) => {
    if (what === 'agree') return agreeToOverride(tx, actor, { id: limit.id, version });
    await dropOverride(tx, limit.id);
    return { kind: 'saved' };
  },
  view: ({ shell, subject: { limit, wanted }, form: { F, ...form } }) => (
    <Page
      title="Agree to a shorter time"
      shell={shell}
      errors={form.faults}
      back={{ href: urls.admin.timeLimits, text: 'Back to time limits' }}
    >
      <h1 class="govuk-heading-l">Agree to a shorter time</h1>
      <WrittenList
        lines={[
          ['What', limit.step],
          ['As given', `${limit.number} ${limit.unit}`],
          ['Floor', limit.floor],
          ['Wanted', wanted],
          ['Set by', limit.ownBy],
          ['Why', limit.ownReason],
        ]}
      />
      <p class="govuk-body">
        Records whose time is over by it can be erased, which cannot be undone. Until you agree, the
        time as given counts.
      </p>
      <FormBox form={form} button="Save">
        <F.what />
      </FormBox>
    </Page>
  ),
  done: ({ limit }, { what }) => ({
    to: urls.admin.timeLimits,
    message: what === 'agree' ? `Agreed: ${limit.step}` : `Taken away: ${limit.step}`,
  }),
});
