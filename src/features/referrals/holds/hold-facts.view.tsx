import { formatDay } from '../../../domain/calendar/day.ts';
import { ethnicityLabel } from '../../../domain/people/ethnicity.ts';
import { CandidateCards } from '../../../record/known/candidate-cards.view.tsx';
import type { Html } from '../../../ui/html.ts';
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
    <CandidateCards
      cards={candidates.map(({ child, reasons }) => {
        const id = child.kind === 'record' ? child.id : known.byRow.get(child.row);
        const waiting = child.kind === 'row' ? waitingAt(child.row) : undefined;
        return {
          name: child.name,
          now: id ? known.byId.get(id) : undefined,
          reasons,
          more:
            waiting && child.kind === 'row' ? (
              <>
                Row {child.row} of the same list, which waits too:{' '}
                <a class="govuk-link" href={waiting}>
                  decide row {child.row} first
                </a>
                .
              </>
            ) : null,
        };
      })}
    />
  );
}
