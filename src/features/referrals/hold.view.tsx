import { formatInstant } from '../../domain/calendar/british-time.ts';
import { fullName } from '../../domain/people/display-name.ts';
import type { Html } from '../../ui/html.ts';
import type { Typed } from '../../ui/layout/fields.tsx';
import { Page, type PageShell } from '../../ui/layout/page.tsx';
import { urls } from '../../urls.ts';
import { AsSent, Candidates, type KnownNow } from './hold-facts.view.tsx';
import { HoldForm, type HoldFormState } from './hold-form.view.tsx';
import type { Hold } from './holds.queries.ts';
import { resolutionWords } from './holds.view.tsx';

type Props = {
  readonly shell: PageShell;
  readonly hold: Hold;
  readonly known: KnownNow;
  readonly state: HoldFormState;
  readonly mayDecide: boolean;
};

/** One held row: what the list says, whom it may be, and the decision. */
export function HoldPage({ shell, hold, known, state, mayDecide }: Props): Html {
  return (
    <Page
      title={`Row ${hold.row}: ${fullName(hold.values)}`}
      shell={shell}
      errors={state.errors}
      back={{ href: urls.referrals.holds, text: 'Held rows' }}
    >
      <h1 class="govuk-heading-l">{fullName(hold.values)}</h1>
      <p class="govuk-body">
        {hold.fileName}, row {hold.row}, held since {formatInstant(hold.since)}.
      </p>
      <h2 class="govuk-heading-m">Why a person must decide</h2>
      <ul class="govuk-list govuk-list--bullet">
        {hold.reasons.map((reason) => (
          <li>{reason}</li>
        ))}
      </ul>
      <div class="fh-even">
        <AsSent hold={hold} />
        <Candidates hold={hold} known={known} />
      </div>
      {hold.resolution ? <Decided hold={hold} typed={state.typed} /> : null}
      {hold.resolution === null && mayDecide ? (
        <HoldForm hold={hold} known={known} state={state} />
      ) : null}
    </Page>
  );
}

function Decided({ hold, typed }: { readonly hold: Hold; readonly typed: Typed }): Html {
  const yours = [typed.note ?? ''].flat()[0];
  return (
    <section class="govuk-inset-text">
      <p class="govuk-body">
        <strong>{hold.resolution ? resolutionWords[hold.resolution] : ''}</strong>, decided by{' '}
        {hold.resolvedBy ?? 'somebody'} {hold.resolvedAt ? formatInstant(hold.resolvedAt) : ''}.{' '}
        {hold.resolvedChildId ? (
          <a class="govuk-link" href={urls.referrals.forChild(hold.resolvedChildId)}>
            The child’s referrals
          </a>
        ) : null}
      </p>
      <p class="govuk-body fh-written">{hold.note}</p>
      {yours ? (
        <p class="govuk-body fh-written">
          <strong>What you wrote:</strong> {yours}
        </p>
      ) : null}
    </section>
  );
}
