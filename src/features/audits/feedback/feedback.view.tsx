import type { Day } from '../../../domain/calendar/day.ts';
import type { Html } from '../../../ui/html.ts';
import { Page, type PageShell } from '../../../ui/layout/page.tsx';
import { urls } from '../../../urls.ts';
import type { Feedback } from './feedback.queries.ts';
import { FeedbackCard } from './feedback-card.view.tsx';

type Props = {
  readonly shell: PageShell;
  readonly today: Day;
  /** Whose supervision it is; null on a worker's own page. */
  readonly worker: { readonly id: string; readonly name: string } | null;
  readonly feedback: readonly Feedback[];
};

/** What audits said about a worker's cases: the worker's own page, and their manager's for the next supervision. */
export function FeedbackPage({ shell, today, worker, feedback }: Props): Html {
  const waiting = feedback.filter(({ discussedOn }) => discussedOn === null);
  const talked = feedback.filter(({ discussedOn }) => discussedOn !== null);
  const title = worker ? `Next supervision: ${worker.name}` : 'What audits said about my work';
  return (
    <Page
      title={title}
      shell={shell}
      {...(worker
        ? { back: { href: urls.audits.supervisions, text: 'Learning for supervision' } }
        : {})}
    >
      <h1 class="govuk-heading-l">{title}</h1>
      <section aria-labelledby="waiting">
        <h2 class="govuk-heading-m" id="waiting">
          To talk through
        </h2>
        {waiting.length === 0 ? <p class="govuk-body">Nothing waits.</p> : null}
        {waiting.map((each) => (
          <FeedbackCard feedback={each} today={today} mayDiscuss={worker !== null} />
        ))}
      </section>
      {talked.length > 0 ? (
        <section aria-labelledby="talked">
          <h2 class="govuk-heading-m" id="talked">
            Talked through
          </h2>
          {talked.map((each) => (
            <FeedbackCard feedback={each} today={today} mayDiscuss={false} />
          ))}
        </section>
      ) : null}
    </Page>
  );
}
