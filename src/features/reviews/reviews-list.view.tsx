import { type Day, formatDay } from '../../domain/calendar/day.ts';
import { Button } from '../../ui/govuk/components.tsx';
import type { Html } from '../../ui/html.ts';
import { type ChildBand, ChildPage } from '../../ui/layout/child-page.tsx';
import type { PageShell } from '../../ui/layout/page.tsx';
import { Pager, type Pages } from '../../ui/layout/pager.tsx';
import { PostForm } from '../../ui/layout/post-form.tsx';
import { urls } from '../../urls.ts';
import type { Proposed } from './proposed.queries.ts';
import { answerWords, proposedWords } from './proposed-words.ts';
import type { ListedReview } from './reviews.queries.ts';

type Props = {
  readonly shell: PageShell;
  readonly child: ChildBand;
  readonly today: Day;
  readonly rows: readonly ListedReview[];
  readonly proposed: readonly Proposed[];
  readonly typeName: (code: string | null) => string;
  readonly canRecord: boolean;
  readonly canReview: boolean;
  readonly pages: Pages;
};

export const resultWords = {
  'levels-changed': 'Levels changed',
  'plan-changed': 'Plan changed',
  'levels-and-plan-changed': 'Levels and plan changed',
  'nothing-changed': 'Nothing changed',
} as const;

export const reasonWords: Readonly<Record<string, string>> = {
  'change-event': 'After a change',
  scheduled: 'Planned review of the plan',
  manager: 'A manager asked for another look',
  transfer: 'After a transfer',
};

/** What happened to the child, and what was made of it. */
export function ReviewsPage(props: Props): Html {
  const { child, rows, canRecord, canReview, pages } = props;
  return (
    <ChildPage title="Changes and reviews" shell={props.shell} child={child} today={props.today}>
      <h1 class="govuk-heading-l">Changes and reviews</h1>
      <p class="govuk-body">
        When something happens to {child.forename}, record it here. It opens a review, which changes
        a level or the plan, or says why neither needs to change.
      </p>
      <div class="fh-actions">
        {canRecord ? <Button text="Record a change" href={urls.reviews.record(child.id)} /> : null}
        {canReview ? (
          <PostForm>
            <Button text="Open a planned review" classes="govuk-button--secondary" />
          </PostForm>
        ) : null}
        <a class="govuk-link" href={urls.closure.list(child.id)}>
          {child.forename}’s involvements
        </a>
      </div>
      <ProposedChanges proposed={props.proposed} child={child} />
      {rows.length === 0 ? <p class="govuk-body">Nothing has been recorded yet.</p> : null}
      <ul class="fh-lines">
        {rows.map((row) => (
          <li class="fh-line">
            <Row row={row} {...props} />
          </li>
        ))}
      </ul>
      <Pager pages={pages} />
    </ChildPage>
  );
}

/** What the record itself says may have changed, and how it was answered. */
function ProposedChanges({ proposed, child }: Pick<Props, 'proposed' | 'child'>): Html | null {
  if (proposed.length === 0) return null;
  return (
    <section aria-labelledby="proposed">
      <h2 class="govuk-heading-m" id="proposed">
        The record proposes
      </h2>
      <ul class="govuk-list">
        {proposed.map((row) => (
          <li>
            {formatDay(row.noticed_on)}: {proposedWords(row)}.{' '}
            {row.answer ? <span class="fh-quiet fh-written">{answerWords(row)} </span> : null}
            <a class="govuk-link" href={urls.reviews.proposed(child.id, row.id)}>
              {row.answer ? 'Read it' : 'Record the change, or say why not'}
              <span class="govuk-visually-hidden">
                : {proposedWords(row)}, {formatDay(row.noticed_on)}
              </span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Row({ row, child, typeName, today }: Props & { readonly row: ListedReview }): Html {
  const title = row.type ? typeName(row.type) : (reasonWords[row.reason ?? ''] ?? 'Review');
  return (
    <>
      <h2 class="govuk-heading-s">
        {title}, {formatDay(row.happened_on ?? row.opened_on)}
      </h2>
      {row.detail ? <p class="govuk-body fh-written">{row.detail}</p> : null}
      <p class="govuk-body fh-line__foot">
        <Standing row={row} today={today} />
        {row.recorded_by ? <span class="fh-quiet">Recorded by {row.recorded_by}</span> : null}
        {row.review_id ? (
          <a class="govuk-link" href={urls.reviews.one(child.id, row.review_id)}>
            {row.held_on ? 'Read the review' : 'Hold the review'}
            <span class="govuk-visually-hidden">: {title}</span>
          </a>
        ) : null}
      </p>
    </>
  );
}

function Standing({ row, today }: { readonly row: ListedReview; readonly today: Day }): Html {
  if (!row.held_on)
    return (
      <span class={`fh-badge fh-badge-${row.due_on < today ? 'late' : 'soon'}`}>
        {row.due_on < today ? 'Review overdue since' : 'Review due by'} {formatDay(row.due_on)}
      </span>
    );
  return (
    <>
      <span class={`fh-badge fh-badge-${row.result === 'nothing-changed' ? 'neutral' : 'good'}`}>
        {row.result ? resultWords[row.result] : 'Held'}, {formatDay(row.held_on)}
      </span>
      {row.manager_checked_on ? (
        <span class="fh-badge fh-badge-good">
          Checked by a manager, {formatDay(row.manager_checked_on)}
        </span>
      ) : null}
    </>
  );
}
