import type { Html } from '../../../ui/html.ts';
import { urls } from '../../../urls.ts';
import type { matchingFacts } from './allocate.queries.ts';
import { FactRows } from './fact-rows.view.tsx';
import type { Referral } from './referral.queries.ts';

type Facts = Awaited<ReturnType<typeof matchingFacts>>;

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

const factText = ({ not_known, label, detail, code }: Facts[number]) =>
  not_known ? (notKnownWords[not_known] ?? not_known) : (label ?? detail ?? code ?? '');

/** What about the child may matter to who works with them. */
export function AllocateFacts({
  child,
  facts,
  referral,
}: {
  readonly child: { readonly id: string; readonly sex: string };
  readonly referral: Referral;
  readonly facts: Facts;
}): Html {
  return (
    <>
      <FactRows
        rows={[
          ['Girl or boy', sexWords[child.sex] ?? child.sex],
          ...facts.map((fact) => [kindWords[fact.kind] ?? fact.kind, factText(fact)] as const),
          ['Why triage sent them on', referral.triage_note],
        ]}
      />
      {facts.some(({ kind }) => kind === 'language') ? null : (
        <p class="govuk-body">
          Language is not recorded:{' '}
          <a class="govuk-link" href={urls.child.characteristics(child.id)}>
            ask and record it
          </a>
        </p>
      )}
    </>
  );
}
