import { can } from '../../domain/access/can.ts';
import { formatInstant } from '../../domain/calendar/british-time.ts';
import { type Day, formatDay } from '../../domain/calendar/day.ts';
import { Button, SummaryList } from '../../ui/govuk/components.tsx';
import type { Html } from '../../ui/html.ts';
import { ChoiceField, LongText, type Typed } from '../../ui/layout/fields.tsx';
import { type FieldError, Page, type PageShell } from '../../ui/layout/page.tsx';
import { PostForm } from '../../ui/layout/post-form.tsx';
import { urls } from '../../urls.ts';
import type { GlassUse } from './break-glass.queries.ts';

const findingWords: Readonly<Record<string, string>> = {
  justified: 'Justified',
  'not-justified': 'Not justified',
};

type ListProps = {
  readonly shell: PageShell;
  readonly today: Day;
  readonly uses: readonly GlassUse[];
};

/** Every emergency opening, those waiting for review first. */
export function BreakGlassListPage({ shell, today, uses }: ListProps): Html {
  return (
    <Page title="Emergency access" shell={shell}>
      <h1 class="govuk-heading-l">Emergency access</h1>
      <p class="govuk-body">
        Each opening of a restricted record is reviewed by another manager on the next working day.{' '}
        <a class="govuk-link" href={urls.child.breakGlass}>
          Open a record in an emergency
        </a>
        {can(shell.actor, 'record.restrict') ? (
          <>
            {' '}
            <a class="govuk-link" href={urls.children.restricted}>
              Restricted records
            </a>
          </>
        ) : null}
      </p>
      {uses.length === 0 ? (
        <p class="govuk-body">Nobody has opened a restricted record in an emergency.</p>
      ) : (
        <table class="govuk-table fh-stack-table">
          <caption class="govuk-visually-hidden">Emergency openings</caption>
          <thead class="govuk-table__head">
            <tr class="govuk-table__row">
              {['Record', 'Opened by', 'When', 'Reason', 'Review'].map((heading) => (
                <th scope="col" class="govuk-table__header">
                  {heading}
                </th>
              ))}
            </tr>
          </thead>
          <tbody class="govuk-table__body">
            {uses.map((use) => (
              <tr class="govuk-table__row">
                <th scope="row" class="govuk-table__header">
                  <a class="govuk-link" href={urls.oversight.breakGlassReview(use.id)}>
                    No. {use.number}
                  </a>
                </th>
                <td class="govuk-table__cell" data-label="Opened by">
                  {use.who}
                </td>
                <td class="govuk-table__cell" data-label="When">
                  {formatInstant(use.startsAt)}
                </td>
                <td class="govuk-table__cell" data-label="Reason">
                  {use.reason}
                </td>
                <td class="govuk-table__cell" data-label="Review">
                  {reviewState(use, today)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Page>
  );
}

function reviewState(use: GlassUse, today: Day): Html {
  if (use.finding) {
    const colour = use.finding === 'justified' ? 'fh-badge-good' : 'fh-badge-late';
    return <span class={`fh-badge ${colour}`}>{findingWords[use.finding]}</span>;
  }
  if (use.reviewDue < today)
    return <span class="fh-badge fh-badge-late">Overdue since {formatDay(use.reviewDue)}</span>;
  return <span class="fh-badge fh-badge-soon">Due {formatDay(use.reviewDue)}</span>;
}

type ReviewProps = {
  readonly shell: PageShell;
  readonly use: GlassUse;
  readonly opened: readonly { readonly page: string; readonly times: number }[];
  readonly isOwn: boolean;
  readonly errors: readonly FieldError[];
  readonly typed: Typed;
};

/** One emergency opening: what was said, what was opened, and what the reviewer thinks. */
export function BreakGlassReviewPage(model: ReviewProps): Html {
  const { shell, use, opened, isOwn, errors, typed } = model;
  return (
    <Page
      title={`Emergency access to No. ${use.number}`}
      shell={shell}
      errors={errors}
      back={{ href: urls.oversight.breakGlass, text: 'Back to emergency access' }}
    >
      <h1 class="govuk-heading-l">Emergency access to No. {use.number}</h1>
      <SummaryList
        rows={[
          { key: { text: 'Opened by' }, value: { text: use.who } },
          {
            key: { text: 'Open' },
            value: { text: `${formatInstant(use.startsAt)} to ${formatInstant(use.endsAt)}` },
          },
          { key: { text: 'Reason given' }, value: { text: use.reason, classes: 'fh-written' } },
          {
            key: { text: 'Pages opened' },
            value: {
              text: opened.map(({ page, times }) => `${page} (${times})`).join(', ') || 'None',
            },
          },
          ...(use.finding
            ? [
                { key: { text: 'Finding' }, value: { text: findingWords[use.finding] ?? '' } },
                { key: { text: 'Note' }, value: { text: use.note ?? '', classes: 'fh-written' } },
                {
                  key: { text: 'Reviewed by' },
                  value: {
                    text: `${use.reviewer ?? 'not known'}, ${use.reviewedAt ? formatInstant(use.reviewedAt) : ''}`,
                  },
                },
              ]
            : [{ key: { text: 'Review due' }, value: { text: formatDay(use.reviewDue) } }]),
        ]}
      />
      {use.finding ? null : isOwn ? (
        <p class="govuk-body">You opened this record, so another manager must review it.</p>
      ) : (
        <PostForm action={urls.oversight.breakGlassReview(use.id)}>
          <ChoiceField
            name="finding"
            label="Was it justified?"
            choices={[
              { value: 'justified', text: 'Yes: harm could not wait for someone on the list' },
              { value: 'not-justified', text: 'No: I will take it up with them' },
            ]}
            errors={errors}
            typed={typed}
          />
          <LongText
            name="note"
            label="How you know, and anything to do next"
            hint="Good: what you checked and with whom, and whether the list needs another name."
            rows={4}
            errors={errors}
            typed={typed}
          />
          <Button text="Save the review" />
        </PostForm>
      )}
    </Page>
  );
}
