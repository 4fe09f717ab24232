import { ageOn, type Day, formatDay } from '../../domain/calendar/day.ts';
import { Button, Input, InsetText } from '../../ui/govuk/components.tsx';
import type { Html } from '../../ui/html.ts';
import { Page, type PageShell } from '../../ui/layout/page.tsx';
import { PostForm } from '../../ui/layout/post-form.tsx';
import { urls } from '../../urls.ts';
import type { FoundChild } from './search.queries.ts';

export type Result = FoundChild & { readonly why: readonly string[] };
type Lately = {
  readonly id: string;
  readonly forename: string;
  readonly surname: string;
  readonly number: string;
};
type Props = {
  readonly shell: PageShell;
  readonly today: Day;
  readonly q: string;
  /** `referral` when they look for a child in order to log a referral; empty otherwise. */
  readonly next: '' | 'referral';
  readonly results: readonly Result[] | null;
  readonly lately: readonly Lately[];
  readonly sexes: ReadonlyMap<string, string>;
  readonly mayCreate: boolean;
  readonly seesGaps: boolean;
  readonly seesMerged: boolean;
  readonly most: number;
};

export function SearchPage(props: Props): Html {
  const { shell, q, results } = props;
  return (
    <Page title={results ? `Children found for ${q}` : 'Find a child'} shell={shell}>
      <h1 class="govuk-heading-l">Find a child</h1>
      <PostForm action={urls.children.search}>
        <Next {...props} />
        <Input
          id="q"
          name="q"
          type="search"
          value={q}
          label={{ text: 'Name, date of birth, number, telephone or postcode' }}
          hint={{
            text: 'Part of a name is enough, in any order and however it is spelt. For example: sam orourke, 11/8/2011, EM-000123, 07700 900, EM12 7XB',
          }}
          classes="govuk-!-width-two-thirds"
          autocomplete="off"
          spellcheck={false}
        />
        <Button text="Find" />
      </PostForm>
      {results === null ? <Start {...props} /> : <Results {...props} results={results} />}
    </Page>
  );
}

function Next({ next }: Props): Html | null {
  return next ? <input type="hidden" name="next" value={next} /> : null;
}

function Start({ lately, seesGaps, seesMerged }: Props): Html {
  return (
    <>
      {lately.length > 0 ? (
        <section aria-labelledby="lately">
          <h2 class="govuk-heading-m" id="lately">
            Records you opened lately
          </h2>
          <ul class="govuk-list">
            {lately.map((child) => (
              <li>
                <a class="govuk-link" href={urls.child.overview(child.id)}>
                  {child.forename} {child.surname}
                </a>{' '}
                <span class="fh-quiet">{child.number}</span>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {seesGaps ? (
        <p class="govuk-body">
          <a class="govuk-link" href={urls.children.gaps}>
            See what children’s records still lack
          </a>
        </p>
      ) : null}
      {seesMerged ? (
        <p class="govuk-body">
          <a class="govuk-link" href={urls.children.merged}>
            See which records were merged
          </a>
        </p>
      ) : null}
    </>
  );
}

function Results(props: Props & { readonly results: readonly Result[] }): Html {
  const { results, q, mayCreate, most } = props;
  return (
    <section aria-labelledby="results">
      <h2 class="govuk-heading-m" id="results">
        {countText(results.length, most)}
      </h2>
      {results.length === 0 ? (
        <p class="govuk-body">
          Nobody you may see fits “{q}”. Try fewer letters, only the surname, or the date of birth
          by itself. A record can also be hidden from you: ask a manager before you decide that the
          child is new.
        </p>
      ) : (
        <ol class="govuk-list fh-results">
          {results.map((child) => (
            <ResultItem child={child} {...props} />
          ))}
        </ol>
      )}
      {mayCreate ? (
        <InsetText>
          <h3 class="govuk-heading-s">Is the child not here?</h3>
          <p class="govuk-body">
            {results.length > 0
              ? 'Look at every name above first: one child with two records is a danger to them.'
              : 'Try another spelling first: one child with two records is a danger to them.'}
          </p>
          <PostForm action={urls.children.createAfter}>
            <input type="hidden" name="q" value={q} />
            <Next {...props} />
            <Button text="Make a new record" classes="govuk-button--secondary" />
          </PostForm>
        </InsetText>
      ) : null}
    </section>
  );
}

const countText = (count: number, most: number) => {
  if (count === 0) return 'No child found';
  if (count === 1) return '1 child found';
  return count === most ? `The first ${count} children found` : `${count} children found`;
};

function ResultItem({
  child,
  today,
  sexes,
  next,
}: {
  readonly next: Props['next'];
  readonly child: Result;
  readonly today: Day;
  readonly sexes: ReadonlyMap<string, string>;
}): Html {
  const home = child.addresses.find(({ live }) => live);
  const facts = [
    birthText(child, today),
    sexes.get(child.sex) ?? '',
    `No. ${child.number}`,
    child.worker ? `Worker: ${child.worker}` : 'No worker',
    child.work.length > 0 ? child.work.join(', ') : child.referred ? '' : 'No current work',
    child.referred ? 'Referral open' : '',
  ].filter((fact) => fact !== '');
  return (
    <li class="fh-result">
      <a class="govuk-link fh-result__name" href={urls.child.overview(child.id)}>
        {child.forename} {child.surname}
      </a>
      {next ? (
        <>
          {' '}
          <a class="govuk-link" href={urls.referrals.createForChild(child.id)}>
            Log a referral
            <span class="govuk-visually-hidden">
              {' '}
              for {child.forename} {child.surname}
            </span>
          </a>
        </>
      ) : null}
      {child.known_as ? <span> known as {child.known_as}</span> : null}
      {child.warnings.map((warning) => (
        <span class="fh-badge fh-badge-late">{warning}</span>
      ))}
      <div>{facts.join(' · ')}</div>
      {home ? (
        <div>
          {home.lines.replaceAll('\n', ', ')}
          {home.postcode ? `, ${home.postcode}` : ''}
        </div>
      ) : null}
      <div class="fh-quiet">{child.why.join('. ')}.</div>
    </li>
  );
}

/** Age and birthday in a few words, saying so when it is an estimate or not known. */
export function birthText(
  child: Pick<FoundChild, 'date_of_birth' | 'date_of_birth_status'>,
  today: Day,
): string {
  if (!child.date_of_birth) return 'Date of birth unknown';
  const estimate = child.date_of_birth_status === 'estimated' ? ' (estimated)' : '';
  return `${ageOn(child.date_of_birth, today)} years, born ${formatDay(child.date_of_birth)}${estimate}`;
}
