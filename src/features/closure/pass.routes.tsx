import type { ChildContext } from '../../platform/http/context.ts';
import { movedOn } from '../../platform/http/moved-on.ts';
import { FormBox } from '../../record/form-box.tsx';
import { childForm } from '../../record/form-page.ts';
import { longText } from '../../record/text-fields.tsx';
import { ChildPage } from '../../ui/layout/child-page.tsx';
import { urls } from '../../urls.ts';
import { canClose, closedWords, ofThisWork } from './closing.routes.tsx';
import { checklistOf, writtenIn } from './closure-facts.ts';
import { passCheck } from './save-closure.ts';

const fields = {
  reason: longText({
    label: 'Why it cannot be done',
    hint: 'What you tried, when, and who agreed.',
    required: 'Enter why it is passed without being done',
    max: 2000,
  }),
};

async function subject(context: ChildContext) {
  const record = await ofThisWork(context);
  if (!record || !canClose(context)) return undefined;
  const closed = closedWords(record);
  if (closed) {
    const href = urls.closure.one(context.child.id, record.involvement_id);
    movedOn(closed, { href, text: 'Read the closing' });
  }
  const rows = checklistOf(record, writtenIn(record), context.child.id);
  const row = rows.find(({ id }) => id === context.param('check'));
  return (
    row && { row, involvementId: record.involvement_id, needsNone: row.isDone || !!row.exception }
  );
}

/** Why one line of the checklist is passed without being done. */
export const passRoutes = childForm({
  path: urls.closure.pass(':childId', ':involvementId', ':check'),
  reads: 'closure.write',
  fields,
  subject,
  mayWrite: () => true,
  rules: ({ reason }) =>
    reason.length < 10
      ? [{ field: 'reason', message: 'Say why in a few more words: a manager will read it' }]
      : [],
  save: async ({ tx, actor, child, today }, { row, involvementId, needsNone }, { reason }) => {
    if (!needsNone)
      await passCheck(tx, actor, {
        childId: child.id,
        involvementId,
        check: row.id,
        reason,
        today,
      });
    return { kind: 'saved' };
  },
  view: ({ context, subject: { row, involvementId, needsNone }, form: { F, ...form } }) => {
    const title = `Pass with a reason: ${row.label}`;
    const back = urls.closure.one(context.child.id, involvementId);
    return (
      <ChildPage
        {...context}
        title={title}
        errors={form.faults}
        back={{ href: back, text: 'Back to the closing' }}
      >
        <h1 class="govuk-heading-l">{title}</h1>
        {needsNone ? (
          <p class="govuk-body">That line needs no reason any more.</p>
        ) : (
          <>
            <p class="govuk-body">Still to do: {row.sentence}</p>
            <p class="govuk-body">
              Do it if it can be done. If it cannot, say why: the reason is counted, and a manager
              reads it.
            </p>
            <FormBox form={form} button="Pass it with this reason">
              <F.reason />
            </FormBox>
          </>
        )}
      </ChildPage>
    );
  },
  done: ({ row, involvementId, needsNone }, _form, { child }) => ({
    to: urls.closure.one(child.id, involvementId),
    message: needsNone
      ? 'That line needs no reason any more'
      : `Passed with a reason: ${row.label}`,
  }),
});
