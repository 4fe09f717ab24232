import { formatDay } from '../../domain/calendar/day.ts';
import type { Correction, Kept } from '../../record/correction-rows.ts';
import type { Option } from '../../record/field.ts';
import { PutRight, Struck } from '../../record/struck.tsx';
import type { Html } from '../../ui/html.ts';
import { urls } from '../../urls.ts';
import type { Hearing } from './hearings.queries.ts';
import { type HearingResult, notInList } from './results.queries.ts';

type Props = {
  readonly hearing: Hearing;
  readonly results: readonly HearingResult[];
  readonly corrections: readonly Correction[];
  readonly codes: readonly Option[];
  readonly childId: string;
  readonly mayWrite: boolean;
};

/** What the court did, line by line, each with the one step that it leads to while the record does not say the same. */
export function Results(props: Props): Html | null {
  const { hearing, results, corrections, childId, mayWrite } = props;
  if (hearing.state === 'expected') return null;
  const said = (kept: Kept) => keptResult(kept, props);
  return (
    <section aria-labelledby="results">
      <h2 class="govuk-heading-m" id="results">
        Results
      </h2>
      {results.length > 0 ? (
        <ul class="govuk-list fh-results">
          {results.map((result) => (
            <li class="fh-result">
              <strong>{result.about ?? 'The whole hearing'}</strong>
              <div class="fh-written">{resultText(result)}</div>
              <Leads result={result} childId={childId} mayWrite={mayWrite} />
              <PutRight corrections={corrections} rowId={result.id} said={said} />
              {mayWrite ? (
                <div class="fh-no-print">
                  <a class="govuk-link" href={urls.court.result(childId, hearing.id, result.id)}>
                    Correct this result
                    <span class="govuk-visually-hidden">: {result.about ?? result.label}</span>
                  </a>
                </div>
              ) : null}
            </li>
          ))}
        </ul>
      ) : (
        <p class="govuk-body">No result is recorded.</p>
      )}
      {mayWrite ? (
        <p class="govuk-body fh-no-print">
          <a class="govuk-link" href={urls.court.addResult(childId, hearing.id)}>
            Add a result
          </a>
        </p>
      ) : null}
      <Struck corrections={corrections} said={said} />
    </section>
  );
}

const resultText = ({ code, label, words }: Pick<HearingResult, 'code' | 'label' | 'words'>) =>
  code === notInList
    ? `In the court’s words: ${words}`
    : [`${code} ${label}`, words].filter(Boolean).join(': ');

function Leads({
  result,
  childId,
  mayWrite,
}: {
  readonly result: HearingResult;
  readonly childId: string;
  readonly mayWrite: boolean;
}) {
  const { leads, followed_on } = result;
  if (followed_on)
    return <span class="fh-badge fh-badge-good">{leads ? followed[leads] : ''}</span>;
  const link = linkOf(result, childId);
  return (
    <>
      {leads ? <span class="fh-badge fh-badge-late">{notYet[leads]}</span> : null}
      {link && mayWrite ? (
        <div class="fh-no-print">
          <a class="govuk-link" href={link.href}>
            {link.text}
          </a>
        </div>
      ) : null}
    </>
  );
}

const followed = {
  order: 'The order is recorded',
  revoked: 'Recorded on the order',
  withdrawn: 'Recorded on the charge',
  discontinued: 'Recorded on the charge',
  'not-guilty': 'Recorded on the charge',
} as const;
const notYet = {
  order: 'The order is not recorded yet',
  revoked: 'The order still stands here',
  withdrawn: 'The charge still stands here',
  discontinued: 'The charge still stands here',
  'not-guilty': 'The charge does not say so yet',
} as const;

/** The page on which what follows is recorded, filled in from the result as far as it goes. */
function linkOf(
  { id, leads, code, order_kind, charge_id, order_id }: HearingResult,
  childId: string,
) {
  if (leads === 'order' && order_kind)
    return {
      href: urls.court.addOrder(childId, order_kind, { result: id }),
      text: 'Record this order',
    };
  if (leads === 'order' || code === notInList)
    return { href: urls.court.orderKinds(childId), text: 'If it is an order: record it' };
  if (leads === 'revoked' && order_id)
    return { href: urls.court.orderEvent(childId, order_id), text: 'Record that it was revoked' };
  if (leads === 'not-guilty' && charge_id)
    return {
      href: urls.court.charge(childId, charge_id),
      text: 'Record the finding on the charge',
    };
  return leads && charge_id
    ? { href: urls.court.endCharge(childId, charge_id, id), text: 'Record it on the charge' }
    : null;
}

/** What a result said before it was put right, or taken off. */
function keptResult(kept: Kept, { hearing, codes }: Props) {
  const text = (name: string) => (typeof kept[name] === 'string' ? (kept[name] as string) : null);
  const about = hearing.matters.find(
    ({ id }) => id === text('charge_id') || id === text('order_id'),
  );
  const label = codes.find(({ value }) => value === text('code'))?.text ?? text('code') ?? '';
  return {
    title: `Result: ${label}`,
    lines: [
      ['About', about?.words ?? null],
      ['Result', label],
      ['In the court’s words', text('words')],
      ['Day', formatDay(hearing.listed_on)],
    ] as const,
  };
}
