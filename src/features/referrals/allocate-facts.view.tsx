import type { Html } from '../../ui/html.ts';
import { urls } from '../../urls.ts';
import type { Referral } from './referral.queries.ts';

export type AllocateFactsProps = {
  readonly child: { readonly id: string; readonly sex: string };
  readonly referral: Referral;
  readonly facts: readonly {
    readonly kind: string;
    readonly label: string | null;
    readonly detail: string | null;
    readonly code: string | null;
    readonly not_known: string | null;
  }[];
};

const kindWords: Readonly<Record<string, string>> = {
  language: 'Language',
  interpreter: 'Interpreter',
  religion: 'Religion',
};
const notKnownWords: Readonly<Record<string, string>> = {
  unknown: 'not known yet',
  declined: 'declined to say',
  'not-asked': 'not asked',
  'not-applicable': 'does not apply',
};
const sexWords: Readonly<Record<string, string>> = {
  female: 'Girl',
  male: 'Boy',
  another: 'Another',
  unknown: 'Not known yet',
  'not-asked': 'Not asked',
};

/** What about the child may matter to who works with them. */
export function AllocateFacts({ child, facts, referral }: AllocateFactsProps): Html {
  const lines: readonly (readonly [string, string])[] = [
    ['Girl or boy', sexWords[child.sex] ?? child.sex],
    ...facts.map(
      (fact) =>
        [
          kindWords[fact.kind] ?? fact.kind,
          fact.not_known
            ? (notKnownWords[fact.not_known] ?? fact.not_known)
            : (fact.label ?? fact.detail ?? fact.code ?? ''),
        ] as const,
    ),
    ['Why triage sent them on', referral.triage_note ?? ''],
  ];
  return (
    <dl class="govuk-summary-list">
      {lines.map(([label, value]) => (
        <div class="govuk-summary-list__row">
          <dt class="govuk-summary-list__key">{label}</dt>
          <dd class="govuk-summary-list__value fh-written">{value}</dd>
        </div>
      ))}
      {facts.some(({ kind }) => kind === 'language') ? null : (
        <div class="govuk-summary-list__row">
          <dt class="govuk-summary-list__key">Language</dt>
          <dd class="govuk-summary-list__value">
            Not recorded:{' '}
            <a class="govuk-link" href={urls.child.characteristics(child.id)}>
              ask and record it
            </a>
          </dd>
        </div>
      )}
    </dl>
  );
}
