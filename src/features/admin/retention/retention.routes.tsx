import { sql } from 'kysely';
import { formatInstant } from '../../../domain/calendar/british-time.ts';
import { formatDay } from '../../../domain/calendar/day.ts';
import type { PageContext } from '../../../platform/http/context.ts';
import { isId } from '../../../platform/http/is-id.ts';
import type { Route } from '../../../platform/http/route.ts';
import { choice } from '../../../record/choice-fields.tsx';
import { day } from '../../../record/day-field.tsx';
import { FormBox } from '../../../record/form-box.tsx';
import { serviceForm } from '../../../record/form-page.ts';
import { serviceList } from '../../../record/list-page.tsx';
import { addRow } from '../../../record/rows.ts';
import { longText, text } from '../../../record/text-fields.tsx';
import { WarningText } from '../../../ui/govuk/components.tsx';
import { DataTable } from '../../../ui/layout/data-table.tsx';
import { Page } from '../../../ui/layout/page.tsx';
import { urls } from '../../../urls.ts';
import { erasures, pastRetention } from './retention.queries.ts';

const permission = 'record.erase';

/** Records whose time is over, the longest first, and what was erased before. */
const list = serviceList({
  path: urls.children.pastRetention,
  tab: { section: 'children', text: 'Past their time', place: 10 },
  permission,
  audit: 'view',
  subject: async ({ tx }) => ({ erased: await erasures(tx) }),
  caption: 'Records past their time',
  empty: () => 'No record is past its time.',
  file: 'records-past-their-time',
  size: 50,
  rows: ({ tx }, _subject, part) => pastRetention(tx, part),
  columns: () => [
    {
      heading: 'Record',
      text: ({ number }) => `No. ${number}`,
      cell: ({ child_id, number }) => (
        <a class="govuk-link" href={urls.children.retention(child_id)}>
          No. {number}
        </a>
      ),
    },
    { heading: 'Last work ended', text: ({ ended_on }) => formatDay(ended_on) },
    { heading: 'Time was over', text: ({ due_on }) => formatDay(due_on) },
  ],
  view: ({ context: { shell }, subject: { erased }, list }) => (
    <Page title="Records past their time" shell={shell}>
      <h1 class="govuk-heading-l">Records past their time</h1>
      <p class="govuk-body">
        Nobody works with these children any more, and the time for which a record is held is over.
        Each is erased, or kept for a reason until a day. How long a record is held is one of the{' '}
        <a class="govuk-link" href={urls.admin.timeLimits}>
          time limits
        </a>
        . A backup holds what was erased after it was made: keep none longer than your schedule
        says.
      </p>
      {list}
      {erased.length > 0 ? (
        <>
          <h2 class="govuk-heading-m">Erased</h2>
          <DataTable
            caption="Records that were erased, the latest first"
            columns={[
              { heading: 'Record', cell: ({ child_number }) => `No. ${child_number}` },
              { heading: 'Erased', cell: ({ erased_at }) => formatInstant(erased_at) },
              { heading: 'By', cell: ({ by }) => by },
              { heading: 'Why', cell: ({ reason }) => reason },
            ]}
            rows={erased}
          />
        </>
      ) : null}
    </Page>
  ),
});

async function subject({ tx, param }: PageContext) {
  const id = param('recordId');
  const [found] = isId(id) ? await pastRetention(tx, { childId: id, limit: 1, offset: 0 }) : [];
  return found;
}

/** Erases one record, or says why it is kept. */
const one = serviceForm({
  path: urls.children.retention(':recordId'),
  reads: permission,
  childOf: ({ child_id }) => child_id,
  fields: {
    what: choice(
      [
        { value: 'keep', text: 'Keep it until a day' },
        { value: 'erase', text: 'Erase it, with its history' },
      ],
      { label: 'What is to be done with this record?', required: 'Choose to keep or to erase it' },
    ),
    reason: longText({
      label: 'Why?',
      hint: 'No name and nothing of what stands in the record: the reason stays when the record is gone.',
      required: 'Say why',
      max: 1000,
      rows: 3,
    }),
    keep_until: day({
      label: 'If it is kept: until when?',
      says: 'The day until which it is kept',
      within: 'future',
    }),
    number: text({
      label: 'If it is erased: its number, typed again',
      width: 'one-third',
      max: 40,
    }),
  },
  subject,
  rules: ({ what, keep_until, number: typed }, { number }) => {
    if (what === 'keep' && !keep_until)
      return [{ field: 'keep_until-day', message: 'Enter the day until which it is kept' }];
    return what === 'erase' && typed !== number
      ? [{ field: 'number', message: `Type ${number} to show that you mean this record` }]
      : [];
  },
  save: async ({ tx, actor }, { child_id }, { what, reason, keep_until }) => {
    if (what === 'erase') await sql`select erase_child(${child_id}::uuid, ${reason})`.execute(tx);
    else if (keep_until) await addRow(tx, actor, 'record_hold', { child_id, reason, keep_until });
    return { kind: 'saved' };
  },
  view: ({ shell, subject: { number, ended_on }, form: { F, ...form } }) => (
    <Page
      title={`Record No. ${number}`}
      shell={shell}
      errors={form.faults}
      back={{ href: urls.children.pastRetention, text: 'Back to records past their time' }}
    >
      <h1 class="govuk-heading-l">Record No. {number}</h1>
      <p class="govuk-body">The last work with this child ended on {formatDay(ended_on)}.</p>
      <WarningText
        text="What is erased cannot be brought back: everything in the record, what victims and parents said, and its history. That it was erased is kept, and so are the visits to it, without a name."
        iconFallbackText="Warning"
      />
      <FormBox form={form} button="Save what is decided">
        <F.what />
        <F.reason />
        <F.keep_until />
        <F.number />
      </FormBox>
    </Page>
  ),
  done: ({ number }, { what }) => ({
    to: urls.children.pastRetention,
    message: what === 'erase' ? `Erased: record No. ${number}` : `Kept: record No. ${number}`,
  }),
});

export const retentionRoutes: readonly Route[] = [...list, ...one];
