import { hearingFaults } from '../../domain/orders/hearing.ts';
import type { ChildContext } from '../../platform/http/context.ts';
import type { Route } from '../../platform/http/route.ts';
import { ChildFrame } from '../../record/child-frame.tsx';
import { correction } from '../../record/correction.tsx';
import { type Correction, correctionsOf } from '../../record/correction-rows.ts';
import type { FieldSet, Option, Options, TagsOf } from '../../record/field.ts';
import { FormBox } from '../../record/form-box.tsx';
import { childForm } from '../../record/form-page.ts';
import { optionsFor } from '../../record/options.ts';
import { backTo, mayWrite } from '../../record/rows-page.tsx';
import { PutRight } from '../../record/struck.tsx';
import { WrittenList } from '../../ui/layout/written-list.tsx';
import { urls } from '../../urls.ts';
import { writesCourt } from './charge-words.ts';
import {
  attendanceWords,
  hearingAsked,
  hearingBadge,
  hearingItem,
  hearingTitle,
  keptHearing,
  remandWords,
} from './hearing-words.ts';
import type { Hearing } from './hearings.queries.ts';
import { fieldsFor, type Happened, saveHappened } from './record-hearing.ts';
import { resultsFaults } from './result-fields.ts';
import { type HearingResult, resultOptions, resultsOf } from './results.queries.ts';
import { resultRoutes } from './results.routes.tsx';
import { Results } from './results.view.tsx';

type Subject = {
  readonly hearing: Hearing;
  readonly corrections: readonly Correction[];
  /** What the court did, and what was put right of it. */
  readonly results: readonly HearingResult[];
  readonly corrected: readonly Correction[];
  readonly codes: readonly Option[];
};

async function subject(context: ChildContext): Promise<Subject | undefined> {
  const hearing = await hearingAsked(context);
  if (!hearing) return undefined;
  const { tx, child } = context;
  const isOf = ({ hearing_id }: { readonly hearing_id?: unknown }) => hearing_id === hearing.id;
  const corrected = await correctionsOf(tx, child.id, 'hearing_result');
  return {
    hearing,
    corrections: await correctionsOf(tx, child.id, 'hearing'),
    results: (await resultsOf(tx, child.id)).filter(isOf),
    corrected: corrected.filter(({ kept }) => isOf(kept)),
    codes: await resultOptions(tx),
  };
}

const noRemand = { value: 'none', text: 'No bail and no remand' };
const isRecorded = ({ hearing }: Subject) => hearing.state !== 'expected';

/** One hearing with the form that records what happened; once that is recorded, another page puts it right. */
const pageOf = (path: string, of: 'one' | 'correction') =>
  childForm<Subject, FieldSet>({
    path,
    tab: { under: urls.court.hearings(':childId') },
    reads: of === 'one' ? 'child.view' : writesCourt.permission,
    writes: writesCourt.permission,
    mayWrite: (context) => mayWrite(writesCourt, context),
    fields: ({ hearing }) => fieldsFor(hearing),
    subject: async (context) => {
      const found = await subject(context);
      return of === 'one' || (found && isRecorded(found)) ? found : undefined;
    },
    options: async ({ tx }, { codes }): Promise<Options> => {
      const { remand_type: types = [] } = await optionsFor(tx, ['remand_type']);
      return { remand: [noRemand, ...types], results: codes };
    },
    stored: ({ hearing }) => ({
      ...hearing,
      state: hearing.state === 'expected' ? null : hearing.state,
    }),
    refuses: (found) =>
      of === 'one' && isRecorded(found)
        ? [
            {
              field: 'version',
              message: 'What happened is recorded already: open the hearing again',
            },
          ]
        : [],
    rules: (value, { hearing }, { today }) => [
      ...hearingFaults(value as Happened, hearing, today),
      ...resultsFaults(hearing.matters, value),
    ],
    save: (context, { hearing }, value) =>
      saveHappened(context, hearing, value as Happened & typeof value),
    view: ({ context, subject: found, form: { F, ...form } }) => {
      const { hearing } = found;
      const { id } = context.child;
      const isOne = of === 'one';
      return (
        <ChildFrame
          context={context}
          title={isOne ? hearingTitle(hearing) : 'Correct what is recorded'}
          faults={form.faults}
          back={
            isOne
              ? backTo('Hearings', urls.court.hearings(id))
              : { href: urls.court.hearing(id, hearing.id), text: 'Back to the hearing' }
          }
        >
          <Facts found={found} context={context} mayWrite={form.mayWrite && isOne} />
          {isOne ? (
            <Results
              {...found}
              corrections={found.corrected}
              childId={id}
              mayWrite={form.mayWrite}
            />
          ) : null}
          {isOne && isRecorded(found) && form.faults.length === 0 ? null : (
            <FormBox form={form} button="Save what happened">
              <h2 class="govuk-heading-m">What happened</h2>
              {drawn(F)}
            </FormBox>
          )}
        </ChildFrame>
      );
    },
    done: ({ hearing }, _value, { child }) => ({
      to: urls.court.hearing(child.id, hearing.id),
      message: 'Saved: what happened at the hearing',
    }),
  });

const drawn = (F: TagsOf<FieldSet>) => Object.values(F).map((Tag) => <Tag />);

function Facts({
  found: { hearing, corrections },
  context: { child, today },
  mayWrite: writes,
}: {
  readonly found: Subject;
  readonly context: ChildContext;
  readonly mayWrite: boolean;
}) {
  const badge = hearingBadge(hearing, today);
  const { next } = hearing;
  return (
    <>
      <p class="govuk-body">
        <span class={`fh-badge fh-badge-${badge.tone}`}>{badge.text}</span>
      </p>
      <PutRight corrections={corrections} rowId={hearing.id} said={keptHearing} />
      <WrittenList
        lines={[
          ['Where', hearing.court],
          ['For', hearing.purpose],
          ['About', hearing.matters.map(({ words }) => words).join('; ')],
          ['Covered by', hearing.cover ?? 'Nobody yet'],
          ['Who came', attendanceWords(hearing)],
          [
            'Bail or remand',
            remandWords(hearing.remand, hearing.remand_label, hearing.remand_conditions),
          ],
          ['What the court said', hearing.note],
          ['Goes on', hearing.without_day && !next ? 'The court has given no day yet' : null],
        ]}
      />
      {next ? (
        <p class="govuk-body">
          It goes on:{' '}
          <a class="govuk-link" href={urls.court.hearing(child.id, next.id)}>
            {hearingTitle({ kind_label: next.kind, listed_on: next.listed_on, listed_at: null })}
          </a>
        </p>
      ) : null}
      {writes ? (
        <p class="fh-actions fh-no-print">
          <a class="govuk-link" href={urls.court.listing(child.id, hearing.id)}>
            Change the day, the time or who covers it
          </a>
          {hearing.state === 'expected' ? null : (
            <a class="govuk-link" href={urls.court.correctHearing(child.id, hearing.id)}>
              Correct what is recorded
            </a>
          )}
          <a class="govuk-link" href={urls.court.takeOffHearing(child.id, hearing.id)}>
            Take it off this record
          </a>
        </p>
      ) : null}
    </>
  );
}

/** A hearing on the wrong child's record, or one that never was. */
const takeOff = correction({
  table: 'hearing',
  path: urls.court.takeOffHearing(':childId', ':hearingId'),
  permission: writesCourt.permission,
  row: async (context) => {
    const hearing = mayWrite(writesCourt, context) ? await hearingAsked(context) : undefined;
    return hearing && { ...hearing, today: context.today };
  },
  item: ({ today, ...hearing }) => hearingItem(hearing, today),
  // The charges and orders that it was about are the wrong child's.
  anew: () => ({ charge_ids: [], order_ids: [], adjourned_from: null }),
  words: {
    title: 'Take a hearing off this record',
    worked: 'Results are recorded of this hearing: it stays',
    stands: 'That child’s record has this hearing already: withdraw this one',
  },
  back: ({ id }, childId) => ({
    href: urls.court.hearing(childId, id),
    text: 'Back to the hearing',
  }),
  list: urls.court.hearings,
});

export const hearingRoutes: readonly Route[] = [
  ...pageOf(urls.court.hearing(':childId', ':hearingId'), 'one'),
  ...pageOf(urls.court.correctHearing(':childId', ':hearingId'), 'correction'),
  ...takeOff,
  ...resultRoutes,
];
