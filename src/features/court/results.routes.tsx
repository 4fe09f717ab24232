import type { ChildContext } from '../../platform/http/context.ts';
import { isId } from '../../platform/http/is-id.ts';
import type { Route } from '../../platform/http/route.ts';
import { ChildFrame } from '../../record/child-frame.tsx';
import { code, tick } from '../../record/choice-fields.tsx';
import { correctionReason } from '../../record/correction.tsx';
import { FormBox } from '../../record/form-box.tsx';
import { childForm } from '../../record/form-page.ts';
import { mayWrite } from '../../record/rows-page.tsx';
import { urls } from '../../urls.ts';
import { writesCourt } from './charge-words.ts';
import { hearingAsked, hearingTitle } from './hearing-words.ts';
import type { Hearing } from './hearings.queries.ts';
import { columnsOf, resultCode, resultFaults, resultWords } from './result-fields.ts';
import { type HearingResult, resultOptions, resultsOf } from './results.queries.ts';
import { addResult, correctResult, withdrawResult } from './write-result.ts';

const fields = {
  matter: code('matters', {
    label: 'About which charge or order?',
    says: 'Charge or order',
    empty: 'None of these, or all of them',
  }),
  code: resultCode,
  words: resultWords,
  gone: tick({
    label: 'Or was it not given?',
    text: 'The court gave no such result: take it off, and keep what it said',
  }),
  reason: correctionReason,
};
type Subject = { readonly hearing: Hearing; readonly result: HearingResult | null };

async function subject(context: ChildContext): Promise<Subject | undefined> {
  const hearing = await hearingAsked(context);
  if (!hearing || hearing.state === 'expected') return undefined;
  const id = context.param('resultId');
  if (!isId(id)) return { hearing, result: null };
  const result = (await resultsOf(context.tx, context.child.id)).find(
    (each) => each.id === id && each.hearing_id === hearing.id,
  );
  return result && { hearing, result };
}

/** A result of the court: one more, or one that is put right or taken off with a reason, what it said first kept. */
export const resultRoutes: readonly Route[] = childForm({
  path: [
    urls.court.addResult(':childId', ':hearingId'),
    urls.court.result(':childId', ':hearingId', ':resultId'),
  ],
  tab: { under: urls.court.hearings(':childId') },
  reads: writesCourt.permission,
  mayWrite: (context) => mayWrite(writesCourt, context),
  fields,
  subject,
  asks: ({ result }) =>
    result ? ['matter', 'code', 'words', 'gone', 'reason'] : ['matter', 'code', 'words'],
  options: async ({ tx }, { hearing }) => ({
    results: await resultOptions(tx),
    matters: hearing.matters.map(({ id, words }) => ({ value: id, text: words })),
  }),
  stored: ({ result }) =>
    result && { ...result, matter: result.charge_id ?? result.order_id, gone: false, reason: null },
  rules: ({ code: given, words, gone }) => {
    if (gone) return [];
    return given
      ? resultFaults({ code: given, words }, { code: 'code', words: 'words' })
      : [{ field: 'code', message: 'Choose the result' }];
  },
  save: async (context, { hearing, result }, { matter, code: given, words, gone, reason }) => {
    const about = columnsOf(hearing.matters.find(({ id }) => id === matter));
    const columns = { ...about, code: given ?? '', words };
    if (!result) {
      await addResult(context, hearing.id, columns);
      return { kind: 'saved' };
    }
    if (!gone) return correctResult(context, result, reason, columns);
    await withdrawResult(context, result, reason);
    return { kind: 'saved' };
  },
  view: ({ context, subject: { hearing, result }, form: { F, ...form } }) => (
    <ChildFrame
      context={context}
      title={result ? 'Correct a result' : 'Add a result'}
      faults={form.faults}
      back={{
        href: urls.court.hearing(context.child.id, hearing.id),
        text: 'Back to the hearing',
      }}
    >
      <p class="govuk-body">{hearingTitle(hearing)}</p>
      <FormBox form={form} button={result ? 'Save the correction' : 'Add the result'}>
        <F.matter />
        <F.code />
        <F.words />
        {result ? (
          <>
            <F.gone />
            <F.reason />
          </>
        ) : null}
      </FormBox>
    </ChildFrame>
  ),
  done: ({ hearing }, _value, { child }) => ({
    to: urls.court.hearing(child.id, hearing.id),
    message: 'Saved: the result',
  }),
});
