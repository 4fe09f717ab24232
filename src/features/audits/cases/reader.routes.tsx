import { conflicts } from '../../../domain/audits/conflicts.data.ts';
import type { PageContext } from '../../../platform/http/context.ts';
import { code } from '../../../record/choice-fields.tsx';
import { FormBox } from '../../../record/form-box.tsx';
import { type Outcome, serviceForm } from '../../../record/form-page.ts';
import { Page } from '../../../ui/layout/page.tsx';
import { urls } from '../../../urls.ts';
import { choicesOf, peopleOf, readerRolesOf } from '../people.queries.ts';
import { tiesOf, wasReader } from '../sample/sample.queries.ts';
import { casesOf } from './audit.queries.ts';
import { changeReader } from './change-case.ts';
import { alone, isAlone, type OpenCase, openedToChange } from './open-case.ts';

/** Gives a reading that has not begun to somebody else. */
export const readerRoutes = serviceForm({
  path: urls.audits.reader(':auditId', ':caseId'),
  reads: 'audit.manage',
  audit: 'view',
  fields: {
    reading: code('readings', { label: 'Which reading', required: 'Choose which reading' }),
    reader_id: code('people', {
      label: 'Who reads it instead',
      hint: 'Whoever worked the case, countersigned it or oversees it is refused',
      required: 'Choose who reads it',
    }),
  },
  subject: openedToChange,
  refuses: ({ tied }) => (tied ? [{ field: 'reader_id', message: tied }] : []),
  options: async ({ tx, actor, today }, { audit, one }) => ({
    readings: one.readings.map(({ id, reading, reader, ...each }) => ({
      value: id,
      text: `${reading === 'first' ? 'First' : 'Second'}, now ${reader}`,
      past: each.hasBegun || each.doneOn !== null,
    })),
    people: choicesOf(
      await peopleOf(
        tx,
        actor.serviceId,
        readerRolesOf(audit.kind, audit.plan?.ofVictims ?? false),
        today,
      ),
    ),
  }),
  save: async (context, open, { reading, reader_id }) => {
    const why = await whyNot(context, open, reading, reader_id);
    if (why) return refused(why);
    const { tx, actor } = context;
    const result = await changeReader(tx, actor, open.audit, reading, reader_id);
    return result === 'begun' ? refused(begun) : { kind: 'saved' };
  },
  view: ({ shell, subject: { audit, one, tied }, form: { F, ...form } }) => (
    <Page
      title={`Change a reader, case ${one.position}`}
      shell={shell}
      errors={form.faults}
      back={{ href: urls.audits.caseOne(audit.id, one.id), text: `Case ${one.position}` }}
    >
      <h1 class="govuk-heading-l">Change a reader</h1>
      {tied ? <p class="govuk-body">{tied}.</p> : null}
      <FormBox form={form} button="Change the reader">
        <F.reading />
        <F.reader_id />
      </FormBox>
    </Page>
  ),
  done: ({ audit, one }) => ({
    to: urls.audits.caseOne(audit.id, one.id),
    message: 'Saved: the reader is changed',
  }),
});

const begun = 'This reading has begun: it stays with its reader';
const refused = (message: string): Outcome => [{ field: 'reader_id', message }];

/** Why this person may not be given this reading, if so. */
async function whyNot(
  { tx, actor }: PageContext,
  { audit, one }: OpenCase,
  reading: string,
  readerId: string,
): Promise<string | null> {
  const chosen = one.readings.find(({ id }) => id === reading);
  if (!chosen || chosen.doneOn || chosen.hasBegun) return begun;
  if (one.readings.some((each) => each.readerId === readerId))
    return 'They read this case already: two readings need two people';
  if (await wasReader(tx, one.id, readerId))
    return 'They were given this case before: choose somebody who was not';
  const [tie] = await tiesOf(tx, [one.childId], [readerId]);
  if (tie) return `They may not judge this case: ${conflicts[tie.kind]}`;
  const others = (await casesOf(tx, actor.serviceId, audit.id)).map((each) => ({
    ...each,
    readings: each.readings.filter(({ id }) => id !== reading),
  }));
  return readerId === actor.staffId && isAlone(audit, others, actor.staffId)
    ? `${alone}: choose somebody else`
    : null;
}
