import { noticeKinds } from '../../../domain/panels/delivery.ts';
import { newId } from '../../../platform/db/new-id.ts';
import type { ChildContext } from '../../../platform/http/context.ts';
import { childForm } from '../../../record/form-page.ts';
import { changeRow } from '../../../record/rows.ts';
import { urls } from '../../../urls.ts';
import { mayChange } from '../may-change.ts';
import { noticeFaults, noticeFields } from './notice-fields.ts';
import { disposalOne } from './outcome.queries.ts';
import { PoliceNoticePage } from './police-notice.view.tsx';

/** Only outcomes that police hold open are reported to them, once they have ended. */
async function subject({ tx, child, param }: ChildContext) {
  const disposal = await disposalOne(tx, child.id, param('disposalId'));
  if (!disposal?.outcome.policeNoticeOfFailure || !disposal.completion) return undefined;
  return { disposal, completion: disposal.completion };
}

/** Keeps what police are told about an outcome's end. */
export const policeNoticeRoutes = childForm({
  path: urls.panels.policeNotice(':childId', ':disposalId'),
  reads: 'panel.view',
  writes: 'police.notify',
  mayWrite: ({ actor, child }) => mayChange(actor, child, 'police.notify'),
  fields: noticeFields,
  subject,
  stored: ({ disposal }) => disposal.notice,
  begins: ({ disposal }) => ({ evidence: disposal.completion_evidence }),
  rules: (form, { disposal }) => noticeFaults(form, disposal.completed_on),
  save: async ({ tx, actor, child }, { disposal, completion }, form) => {
    const told = { ...form, kind: noticeKinds[completion].kind };
    if (disposal.notice) return changeRow(tx, 'police_notice', disposal.notice, told);
    // Two people may write the first one at the same moment.
    const made = await tx
      .insertInto('police_notice')
      .values({
        ...told,
        service_id: actor.serviceId,
        id: newId(),
        child_id: child.id,
        disposal_id: disposal.id,
      })
      .onConflict((conflict) => conflict.columns(['service_id', 'disposal_id']).doNothing())
      .executeTakeFirst();
    return { kind: made.numInsertedOrUpdatedRows === 1n ? 'saved' : 'moved-on' };
  },
  view: (page) => <PoliceNoticePage {...page} />,
  done: ({ disposal }, { sent_on }, { child }) => ({
    to: urls.panels.policeNotice(child.id, disposal.id),
    message: sent_on
      ? 'Saved: the notice, with proof that it was sent'
      : 'Saved: the notice is written and still has to be sent',
  }),
});
