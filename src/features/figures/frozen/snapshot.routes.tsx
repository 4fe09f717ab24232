import type { PageContext } from '../../../platform/http/context.ts';
import { keepBoardCopy } from '../../../platform/measures/board-copy.ts';
import { serviceForm } from '../../../record/form-page.ts';
import { changeRow } from '../../../record/rows.ts';
import { longText } from '../../../record/text-fields.tsx';
import { approveOrReturn, VerdictBox, verdict } from '../../../record/verdict.tsx';
import { SummaryList } from '../../../ui/govuk/components.tsx';
import { DataTable } from '../../../ui/layout/data-table.tsx';
import { Page } from '../../../ui/layout/page.tsx';
import { urls } from '../../../urls.ts';
import { outOf, valueWords } from '../figure-words.ts';
import { compared, oneSnapshot, type Snapshot } from './frozen.queries.ts';
import { answeredWords, frozenWords, snapshotName } from './frozen-words.ts';

const own = 'You froze these figures yourself: the head of service signs them or sends them back.';
const judged = ({ id, frozen_by, status, version }: Snapshot) => ({
  id,
  by: frozen_by,
  waits: status === 'waiting',
  version,
});

async function subject({ tx, param }: PageContext) {
  const snapshot = await oneSnapshot(tx, param('snapshotId'));
  return snapshot && { snapshot, figures: await compared(tx, snapshot) };
}

/** What was frozen beside what the record says now; a head of service signs it or sends it back. */
export const snapshotRoutes = serviceForm(
  verdict({
    path: urls.figures.snapshot(':snapshotId'),
    tab: { under: urls.figures.snapshots },
    reads: 'figures.own',
    writes: 'figures.sign',
    audit: 'view',
    fields: {
      verdict: approveOrReturn({
        yes: 'Yes, I sign these figures',
        required: 'Choose whether you sign these figures',
      }),
      answer_note: longText({
        label: 'Your note',
        hint: 'If you sign, the board reads it with its copy, in which small numbers are hidden: name no child. If you send it back, the analyst reads it.',
        max: 5000,
      }),
    },
    own,
    subject,
    judged: ({ snapshot }) => judged(snapshot),
    rules: ({ verdict, answer_note }) =>
      verdict === 'return' && answer_note === null
        ? [{ field: 'answer_note', message: 'Enter what is to be looked at again' }]
        : [],
    save: async ({ tx, actor, now, today }, { snapshot }, { verdict, answer_note }) => {
      const saved = await changeRow(tx, 'figure_snapshot', snapshot, {
        status: verdict === 'approve' ? 'signed' : 'returned',
        answered_at: now,
        answered_by: actor.staffId,
        answer_note,
      });
      if (saved.kind === 'saved' && verdict === 'approve')
        await keepBoardCopy(tx, {
          ...{ serviceId: actor.serviceId, snapshotId: snapshot.id, signedOn: today },
          ...{ analyst: snapshot.frozen_name ?? 'an analyst who has left', head: actor.name },
          words: answer_note,
        });
      return saved;
    },
    view: ({ shell, actor, subject: about, form: { F, ...form } }) => {
      const { snapshot, figures } = about;
      const facts: readonly (readonly [string, string])[] = [
        ['Frozen', frozenWords(snapshot)],
        ['How it stands', answeredWords(snapshot)],
        ...(snapshot.note ? [['What the analyst says', snapshot.note] as const] : []),
        ...(snapshot.answer_note ? [['What the head says', snapshot.answer_note] as const] : []),
        [
          'Residents aged 10 to 17',
          snapshot.population === null
            ? 'None recorded for the year, so there are no rates by them'
            : `${snapshot.population.toLocaleString('en-GB')}${snapshot.population_source ? `, ${snapshot.population_source}` : ''}`,
        ],
      ];
      return (
        <Page
          title={snapshotName(snapshot)}
          shell={shell}
          errors={form.faults}
          back={{ href: urls.figures.snapshots, text: 'Back to frozen figures' }}
        >
          <span class="govuk-caption-l">Frozen figures</span>
          <h1 class="govuk-heading-l">{snapshotName(snapshot)}</h1>
          <SummaryList
            rows={facts.map(([key, text]) => ({ key: { text: key }, value: { text } }))}
          />
          <DataTable
            caption="What was frozen, and what the record says now"
            captionShown
            columns={[
              {
                heading: 'Measure',
                cell: ({ measure, title }) => (
                  <a class="govuk-link" href={urls.figures.frozen(snapshot.id, measure.id)}>
                    {title}
                  </a>
                ),
              },
              {
                heading: 'Frozen',
                cell: ({ measure, frozen }) => valueWords(measure, frozen, false),
                numeric: true,
              },
              {
                heading: 'From',
                cell: ({ measure, frozen }) => outOf(measure, frozen),
                numeric: true,
              },
              {
                heading: 'Now',
                cell: ({ measure, now }) => valueWords(measure, now, false),
                numeric: true,
              },
              {
                heading: 'From now',
                cell: ({ measure, now }) => outOf(measure, now),
                numeric: true,
              },
              { heading: 'Rows changed', cell: ({ changes }) => changes.length, numeric: true },
            ]}
            rows={figures}
          />
          <VerdictBox form={form} judged={judged(snapshot)} actor={actor} own={own}>
            <F.verdict />
            <F.answer_note />
          </VerdictBox>
        </Page>
      );
    },
    done: ({ snapshot }, { verdict }) => ({
      to: urls.figures.snapshot(snapshot.id),
      message:
        verdict === 'approve'
          ? 'Signed by you'
          : 'Sent back: it stands first on the home of the analyst who froze it',
    }),
  }),
);
