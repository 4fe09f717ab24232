import { can } from '../../domain/access/can.ts';
import { formatDay } from '../../domain/calendar/day.ts';
import type { ChildContext } from '../../platform/http/context.ts';
import { isId } from '../../platform/http/is-id.ts';
import { childRoute, type Route } from '../../platform/http/route.ts';
import { ChildFrame } from '../../record/child-frame.tsx';
import { code } from '../../record/choice-fields.tsx';
import { FormBox } from '../../record/form-box.tsx';
import { childForm } from '../../record/form-page.ts';
import { Details } from '../../ui/govuk/components.tsx';
import { urls } from '../../urls.ts';
import { addVictim } from './add-victim.ts';
import { afterClosingRoutes } from './after-closing.routes.tsx';
import { contactRoutes } from './contact.routes.tsx';
import { detailsRoutes } from './details.routes.tsx';
import { LineCard } from './line-card.view.tsx';
import { rightsRoutes } from './rights.routes.tsx';
import { shareRoutes } from './share.routes.tsx';
import { vaultRoutes } from './vault.routes.tsx';
import { VictimPage } from './victim.view.tsx';
import { lineOf, linesOf, offencesOf } from './victims.queries.ts';
import { wishesRoutes } from './wishes.routes.tsx';
import { worklistRoutes } from './worklist.routes.tsx';

/** In place of an offence, while it is not known which it was. */
const notKnown = { value: 'not-known', text: 'Not known yet' };

const fields = {
  offence_id: code('harms', {
    label: 'What were they harmed by?',
    required: 'Choose what they were harmed by',
  }),
};

async function subject({ tx, actor, child }: ChildContext) {
  return {
    lines: await linesOf(tx, child.id),
    offences: can(actor, 'victim.add') ? await offencesOf(tx, child.id) : [],
  };
}

/** The people harmed, as the child's own record knows them: by a label and what they agreed to share. */
const listRoutes = childForm({
  path: urls.victims.list(':childId'),
  tab: { room: 'victims', text: 'Victims' },
  reads: 'victim.view',
  writes: 'victim.add',
  fields,
  subject,
  options: (_context, { offences }) => ({
    harms: [
      ...offences.map(({ id, description, offence_on }) => ({
        value: id,
        text: offence_on ? `${description}, ${formatDay(offence_on)}` : description,
      })),
      notKnown,
    ],
  }),
  save: async ({ tx, actor, child }, _subject, { offence_id }) => ({
    kind: 'saved',
    id: await addVictim(tx, actor, {
      childId: child.id,
      offenceId: offence_id === notKnown.value ? null : offence_id,
    }),
  }),
  view: ({ context, subject: { lines }, form: { F, ...form } }) => (
    <ChildFrame context={context} title="Victims" faults={form.faults}>
      <p class="govuk-body">
        People harmed are shown by a label, never a name. The victim worker asks what they want
        before the panel meets, and shares only what they agree to.
      </p>
      {lines.length === 0 ? (
        <p class="govuk-body">
          No victim has been added. If somebody was harmed, add a line and the victim worker will
          see it.
        </p>
      ) : (
        <ul class="fh-cards">
          {lines.map((line) => (
            <LineCard childId={context.child.id} line={line} />
          ))}
        </ul>
      )}
      {form.mayWrite ? (
        <Details
          summaryText={lines.length === 0 ? 'Add a victim' : 'Add another victim'}
          open={form.faults.length > 0}
        >
          <FormBox form={form} button="Add this victim">
            <p class="govuk-body">
              The victim worker is told at once, and the plan will ask what keeps this person safe.
              A line opened in error is closed by the victim worker, who says so.
            </p>
            <F.offence_id />
          </FormBox>
        </Details>
      ) : null}
    </ChildFrame>
  ),
  done: (_subject, _value, { actor, child }, id) => ({
    to: can(actor, 'victim.vault') ? urls.victims.vault(child.id, id) : urls.victims.list(child.id),
    message: 'Saved: a victim was added, and the victim worker sees it on their list',
  }),
});

export const victimRoutes: readonly Route[] = [
  ...worklistRoutes,
  ...listRoutes,
  childRoute({
    method: 'get',
    path: urls.victims.one(':childId', ':victimId'),
    permission: 'victim.view',
    audit: 'view',
    handle: async (context) => {
      const { tx, child, page, param, notFound } = context;
      const id = param('victimId');
      const line = isId(id) ? await lineOf(tx, child.id, id) : undefined;
      return line ? page(VictimPage({ context, line })) : notFound();
    },
  }),
  ...vaultRoutes,
  ...detailsRoutes,
  ...contactRoutes,
  ...rightsRoutes,
  ...wishesRoutes,
  ...shareRoutes,
  ...afterClosingRoutes,
];
