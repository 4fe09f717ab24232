import { formatInstant } from '../../domain/calendar/british-time.ts';
import { formatDay } from '../../domain/calendar/day.ts';
import { fullName } from '../../domain/people/display-name.ts';
import { ethnicityLabel } from '../../domain/people/ethnicity.ts';
import { Button } from '../../ui/govuk/components.tsx';
import type { Html } from '../../ui/html.ts';
import {
  ChoiceField,
  DayField,
  LongText,
  TextField,
  type Typed,
  VersionField,
} from '../../ui/layout/fields.tsx';
import { type FieldError, Page, type PageShell } from '../../ui/layout/page.tsx';
import { urls } from '../../urls.ts';
import type { CandidateNow, Hold } from './holds.queries.ts';
import { resolutionWords } from './holds.view.tsx';

export type HoldFormState = { readonly errors: readonly FieldError[]; readonly typed: Typed };

type Known = {
  readonly byId: ReadonlyMap<string, CandidateNow>;
  readonly byRow: ReadonlyMap<number, string>;
  readonly waitingRows: ReadonlyMap<number, string>;
};
type Props = {
  readonly shell: PageShell;
  readonly hold: Hold;
  readonly known: Known;
  readonly state: HoldFormState;
  readonly mayDecide: boolean;
};

const sexWords = {
  female: 'Female',
  male: 'Male',
  another: 'Another',
  unknown: 'Not known',
  'not-asked': null,
} as const;

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
        <DecisionForm hold={hold} known={known} state={state} />
      ) : null}
    </Page>
  );
}

function AsSent({ hold: { values } }: { readonly hold: Hold }): Html {
  const lines: readonly (readonly [string, string | null])[] = [
    ['URN', values.urn],
    ['Date of birth', values.dateOfBirth && formatDay(values.dateOfBirth)],
    ['Sex', sexWords[values.sex]],
    ['Ethnicity', values.ethnicity && ethnicityLabel(values.ethnicity)],
    ['Address', [values.address, values.postcode].filter(Boolean).join(', ') || null],
    ['Offences', values.offences.join('; ') || null],
    ['Offence date', values.offenceDate && formatDay(values.offenceDate)],
    ['Date referred', values.referredOn && formatDay(values.referredOn)],
    ['Proposed outcome', values.proposedOutcome],
    ['Officer', values.officer],
    ['Co-suspect', values.coSuspectUrns.join(', ') || null],
  ];
  return (
    <section aria-labelledby="as-sent">
      <h2 class="govuk-heading-m" id="as-sent">
        What the list says
      </h2>
      <dl class="govuk-summary-list">
        {lines.map(([label, value]) => (
          <div class="govuk-summary-list__row">
            <dt class="govuk-summary-list__key">{label}</dt>
            <dd class="govuk-summary-list__value">
              {value ?? <span class="fh-quiet">not given</span>}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Candidates({ hold, known }: Pick<Props, 'hold' | 'known'>): Html {
  return (
    <section aria-labelledby="candidates">
      <h2 class="govuk-heading-m" id="candidates">
        Who it may be
      </h2>
      {hold.candidates.length === 0 ? (
        <p class="govuk-body">Nobody on record resembles this child.</p>
      ) : null}
      {hold.candidates.map(({ child, reasons }) => {
        const id = child.kind === 'record' ? child.id : known.byRow.get(child.row);
        const now = id ? known.byId.get(id) : undefined;
        const waiting = child.kind === 'row' ? known.waitingRows.get(child.row) : undefined;
        return (
          <div class="fh-card">
            <h3 class="govuk-heading-s">
              {now ? (
                <a class="govuk-link" href={urls.child.overview(now.id)}>
                  {now.name}, No. {now.number}
                </a>
              ) : (
                child.name
              )}
            </h3>
            <p class="govuk-body">
              {now?.dateOfBirth ? `Born ${formatDay(now.dateOfBirth)}. ` : ''}
              {now?.address ? `${now.address}. ` : ''}
              {now?.worker ? `Worker: ${now.worker}.` : ''}
              {waiting && child.kind === 'row' ? (
                <>
                  Row {child.row} of the same list, which waits too:{' '}
                  <a class="govuk-link" href={urls.referrals.hold(waiting)}>
                    decide row {child.row} first
                  </a>
                  .
                </>
              ) : null}
            </p>
            <ul class="govuk-list govuk-list--bullet">
              {reasons.map((reason) => (
                <li>{reason}</li>
              ))}
            </ul>
          </div>
        );
      })}
    </section>
  );
}

function Decided({ hold, typed }: { readonly hold: Hold; readonly typed: Typed }): Html {
  const yours = [typed['note'] ?? ''].flat()[0];
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

function DecisionForm({
  hold,
  known,
  state: { errors, typed },
}: Pick<Props, 'hold' | 'known' | 'state'>): Html {
  const { values } = hold;
  const common = { errors, typed };
  return (
    <form method="post" action={urls.referrals.hold(hold.id)} class="fh-form">
      <h2 class="govuk-heading-m">Put right what police have told you since</h2>
      <TextField {...common} name="forename" label="Forename" stored={values.forename} />
      <TextField {...common} name="surname" label="Surname" stored={values.surname} />
      <DayField {...common} name="birth" label="Date of birth" stored={values.dateOfBirth} />
      <TextField
        {...common}
        name="urn"
        label="URN or crime reference"
        stored={values.urn}
        width="one-half"
      />
      <DayField {...common} name="offence" label="Offence date" stored={values.offenceDate} />
      <DayField {...common} name="referred" label="Date referred" stored={values.referredOn} />
      <ChoiceField
        {...common}
        name="decision"
        label="Who is it?"
        choices={[
          ...[...known.byId.values()].map((child) => ({
            value: `child:${child.id}`,
            text: `It is ${child.name}, No. ${child.number}`,
            hint: child.dateOfBirth ? `Born ${formatDay(child.dateOfBirth)}` : undefined,
          })),
          {
            value: 'other',
            text: 'It is another child on record',
            hint: 'Give their number below',
          },
          {
            value: 'new',
            text: 'It is a new child',
            hint: 'A record is made with the details above',
          },
          { value: 'none', text: 'It is not a referral', hint: 'Nothing is made' },
        ]}
      />
      <TextField
        {...common}
        name="number"
        label="Number of the other child"
        hint="Only when it is another child on record. The number is at the top of their record."
        width="one-third"
      />
      <LongText
        {...common}
        name="note"
        label="Why you decided so"
        rows={3}
        hint="For example: PC 4245 confirmed by telephone that the forename is Wren."
      />
      <VersionField version={hold.version} />
      <div class="fh-actions">
        <Button text="Save the decision" preventDoubleClick={true} />
      </div>
    </form>
  );
}
