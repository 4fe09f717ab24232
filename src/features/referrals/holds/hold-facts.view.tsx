import { formatDay } from '../../../domain/calendar/day.ts';
import { ethnicityLabel } from '../../../domain/people/ethnicity.ts';
import type { Html } from '../../../ui/html.ts';
import { urls } from '../../../urls.ts';
import { type Fact, FactRows } from '../one/fact-rows.view.tsx';
import type { Hold, KnownNow } from './holds.queries.ts';

const sexWords = {
  female: 'Female',
  male: 'Male',
  another: 'Another',
  unknown: 'Not known',
  'not-asked': null,
} as const;

/** What the list says of the child. */
export function AsSent({ values }: Pick<Hold, 'values'>): Html {
  const rows: readonly Fact[] = [
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
  return <FactRows heading="What the list says" rows={rows} />;
}

/** Whom the row may mean, as the record has them now. */
export function Candidates({
  candidates,
  known,
  waitingAt,
}: Pick<Hold, 'candidates'> & {
  readonly known: KnownNow;
  /** Where another row of the same list is decided that waits too. */
  waitingAt(row: number): string | undefined;
}): Html {
  return (
    <section aria-labelledby="candidates">
      <h2 class="govuk-heading-m" id="candidates">
        Who it may be
      </h2>
      {candidates.length === 0 ? (
        <p class="govuk-body">Nobody on record resembles this child.</p>
      ) : null}
      {candidates.map(({ child, reasons }) => {
        const id = child.kind === 'record' ? child.id : known.byRow.get(child.row);
        const now = id ? known.byId.get(id) : undefined;
        const waiting = child.kind === 'row' ? waitingAt(child.row) : undefined;
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
                  <a class="govuk-link" href={waiting}>
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
