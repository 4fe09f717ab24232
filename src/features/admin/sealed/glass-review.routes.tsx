import { can } from '../../../domain/access/can.ts';
import { formatInstant } from '../../../domain/calendar/british-time.ts';
import { type Day, formatDay } from '../../../domain/calendar/day.ts';
import type { PageContext } from '../../../platform/http/context.ts';
import { isId } from '../../../platform/http/is-id.ts';
import type { Route } from '../../../platform/http/route.ts';
import { choice } from '../../../record/choice-fields.tsx';
import { serviceForm } from '../../../record/form-page.ts';
import { serviceList } from '../../../record/list-page.tsx';
import { changeRow } from '../../../record/rows.ts';
import { longText } from '../../../record/text-fields.tsx';
import { VerdictBox, verdict } from '../../../record/verdict.tsx';
import type { Html } from '../../../ui/html.ts';
import { Page } from '../../../ui/layout/page.tsx';
import { WrittenList } from '../../../ui/layout/written-list.tsx';
import { urls } from '../../../urls.ts';
import { pageName } from '../looks/page-names.ts';
import { type GlassUse, glassUses, openedPages } from './break-glass.queries.ts';

const permission = 'break-glass.review';
const findingWords: Readonly<Record<string, string>> = {
  justified: 'Justified',
  'not-justified': 'Not justified',
};

/** Every emergency opening, those waiting for review first. */
const list = serviceList({
  path: urls.oversight.breakGlass,
  tab: { section: 'oversight', text: 'Emergency access' },
  permission,
  audit: 'view',
  subject: ({ today }) => ({ today }),
  caption: 'Emergency openings',
  empty: () => 'Nobody has opened a restricted record in an emergency.',
  file: 'emergency-access',
  rows: ({ tx }, _subject, { limit, offset }) => glassUses(tx, { limit, offset }),
  columns: ({ today }) => [
    {
      heading: 'Record',
      text: ({ number }) => `No. ${number}`,
      cell: ({ id, number }) => (
        <a class="govuk-link" href={urls.oversight.breakGlassReview(id)}>
          No. {number}
        </a>
      ),
    },
    { heading: 'Opened by', text: ({ who }) => who },
    { heading: 'When', text: ({ startsAt }) => formatInstant(startsAt) },
    { heading: 'Reason', text: ({ reason }) => reason },
    {
      heading: 'Review',
      text: (use) => reviewState(use, today).text,
      cell: (use) => badge(reviewState(use, today)),
    },
  ],
  view: ({ context: { shell }, list }) => (
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
      {list}
    </Page>
  ),
});

type State = { readonly text: string; readonly tone: 'good' | 'soon' | 'late' };

function reviewState({ finding, reviewDue }: GlassUse, today: Day): State {
  if (finding)
    return { text: findingWords[finding] ?? '', tone: finding === 'justified' ? 'good' : 'late' };
  return reviewDue < today
    ? { text: `Overdue since ${formatDay(reviewDue)}`, tone: 'late' }
    : { text: `Due ${formatDay(reviewDue)}`, tone: 'soon' };
}

const badge = ({ text, tone }: State): Html => (
  <span class={`fh-badge fh-badge-${tone}`}>{text}</span>
);

async function subject({ tx, param }: PageContext) {
  const id = param('glassId');
  const [use] = isId(id) ? await glassUses(tx, { id, limit: 1, offset: 0 }) : [];
  return use && { use, opened: await openedPages(tx, use) };
}

const own = 'You opened this record, so another manager must review it.';
const judgedOf = ({ use }: { readonly use: GlassUse }) => ({
  id: use.id,
  by: use.staffId,
  waits: use.finding === null,
  version: use.version,
});

/** One emergency opening: what was said, what was opened, and what the reviewer thinks. */
const one = serviceForm(
  verdict({
    path: urls.oversight.breakGlassReview(':glassId'),
    reads: permission,
    audit: 'view',
    own,
    judged: judgedOf,
    fields: {
      review_finding: choice(
        [
          { value: 'justified', text: 'Yes: harm could not wait for someone on the list' },
          { value: 'not-justified', text: 'No: I will take it up with them' },
        ],
        { label: 'Was it justified?', required: 'Choose whether it was justified' },
      ),
      review_note: longText({
        label: 'How you know, and anything to do next',
        hint: 'Good: what you checked and with whom, and whether the list needs another name.',
        required: 'Say how you know',
        max: 4000,
      }),
    },
    subject,
    save: ({ tx, actor, now }, { use }, value) =>
      changeRow(tx, 'break_glass', use, {
        ...value,
        reviewed_at: now,
        reviewed_by: actor.staffId,
      }),
    view: ({ shell, actor, subject, form: { F, ...form } }) => {
      const { use, opened } = subject;
      const title = `Emergency access to No. ${use.number}`;
      return (
        <Page
          title={title}
          shell={shell}
          errors={form.faults}
          back={{ href: urls.oversight.breakGlass, text: 'Back to emergency access' }}
        >
          <h1 class="govuk-heading-l">{title}</h1>
          <WrittenList
            lines={[
              ['Opened by', use.who],
              ['Open', `${formatInstant(use.startsAt)} to ${formatInstant(use.endsAt)}`],
              ['Reason given', use.reason],
              [
                'Pages opened',
                opened.map(({ page, times }) => `${pageName(page)} (${times})`).join(', ') ||
                  'None',
              ],
              ['Finding', use.finding && (findingWords[use.finding] ?? '')],
              ['Note', use.note],
              [
                'Reviewed by',
                use.reviewedAt &&
                  `${use.reviewer ?? 'not known'}, ${formatInstant(use.reviewedAt)}`,
              ],
              ['Review due', use.finding ? null : formatDay(use.reviewDue)],
            ]}
          />
          <VerdictBox
            form={form}
            judged={judgedOf(subject)}
            actor={actor}
            own={own}
            button="Save the review"
          >
            <F.review_finding />
            <F.review_note />
          </VerdictBox>
        </Page>
      );
    },
    done: () => ({ to: urls.oversight.breakGlass, message: 'Saved: your review' }),
  }),
);

export const glassReviewRoutes: readonly Route[] = [...list, ...one];
