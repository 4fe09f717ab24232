import { formatDay } from '../../domain/calendar/day.ts';
import type { Html } from '../../ui/html.ts';
import { urls } from '../../urls.ts';
import type { CandidateNow } from './candidates.queries.ts';

type Card = {
  readonly name: string;
  /** The child as the record has them now, where they are on record. */
  readonly now: CandidateNow | undefined;
  readonly reasons: readonly string[];
  readonly more?: Html | null;
};

/** Whom something that was sent may mean, each with what speaks for it. */
export const CandidateCards = ({ cards }: { readonly cards: readonly Card[] }): Html => (
  <section aria-labelledby="candidates">
    <h2 class="govuk-heading-m" id="candidates">
      Who it may be
    </h2>
    {cards.length === 0 ? <p class="govuk-body">Nobody on record resembles this child.</p> : null}
    {cards.map(({ name, now, reasons, more }) => (
      <div class="fh-card">
        <h3 class="govuk-heading-s">
          {now ? (
            <a class="govuk-link" href={urls.child.overview(now.id)}>
              {now.name}, No. {now.number}
            </a>
          ) : (
            name
          )}
        </h3>
        <p class="govuk-body">
          {now?.dateOfBirth ? `Born ${formatDay(now.dateOfBirth)}. ` : ''}
          {now?.address ? `${now.address}. ` : ''}
          {now?.worker ? `Worker: ${now.worker}.` : ''}
          {more}
        </p>
        <ul class="govuk-list govuk-list--bullet">
          {reasons.map((reason) => (
            <li>{reason}</li>
          ))}
        </ul>
      </div>
    ))}
  </section>
);
