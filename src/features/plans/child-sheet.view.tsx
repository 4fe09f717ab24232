import { type Day, formatDay } from '../../domain/calendar/day.ts';
import { inQuotes } from '../../domain/text/in-quotes.ts';
import type { Html } from '../../ui/html.ts';
import { Page, type PageShell } from '../../ui/layout/page.tsx';
import { urls } from '../../urls.ts';

export type ChildSheet = {
  readonly childId: string;
  readonly name: string;
  readonly words: string | null;
  readonly goals: readonly string[];
  /** What an outcome asks of the child. */
  readonly agreed: readonly string[];
  readonly mine: readonly SheetStep[];
  readonly others: readonly SheetStep[];
  readonly safe: readonly string[];
  readonly ifs: readonly {
    readonly trigger: string;
    readonly action: string;
    readonly tell: string;
  }[];
  readonly after: readonly string[];
  readonly worker: string | null;
  readonly agreedOn: Day | null;
  readonly reviewOn: Day | null;
  /** Lines kept off the page. */
  readonly leftOff: number;
};
export type SheetStep = { readonly text: string; readonly who: string; readonly by: Day | null };

/** One page for the child to keep: big plain words, no judgements, nothing about anybody harmed. */
export function ChildSheetPage({
  shell,
  sheet,
}: {
  readonly shell: PageShell;
  readonly sheet: ChildSheet;
}): Html {
  return (
    <Page
      title={`My plan: ${sheet.name}`}
      shell={shell}
      back={{ href: urls.plans.current(sheet.childId), text: 'Back to the plan' }}
    >
      <div class="fh-no-print">
        <p class="govuk-body">
          Print this page with your browser (Ctrl and P) and go through it together.
          {sheet.leftOff > 0
            ? ` Lines kept off it: ${sheet.leftOff}. Each line’s own page says whether it is printed here.`
            : ''}
        </p>
      </div>
      <article class="fh-sheet">
        <h1 class="govuk-heading-xl">My plan</h1>
        <p class="fh-sheet__who">
          {sheet.name}
          {sheet.agreedOn ? `. We agreed it on ${formatDay(sheet.agreedOn)}.` : '. Not agreed yet.'}
          {sheet.reviewOn ? ` We look at it again by ${formatDay(sheet.reviewOn)}.` : ''}
        </p>
        {sheet.words ? (
          <blockquote class="fh-sheet__words">{inQuotes(sheet.words)}</blockquote>
        ) : null}
        <List title="What I want" items={sheet.goals} />
        <List title="What I have to keep to" items={sheet.agreed} />
        <div class="fh-sheet__two">
          <Steps title="What I will do" steps={sheet.mine} withWho={false} />
          <Steps title="What others will do" steps={sheet.others} withWho />
        </div>
        <List title="What helps me stay safe" items={sheet.safe} />
        {sheet.ifs.length > 0 ? (
          <section>
            <h2 class="govuk-heading-m">If things go wrong</h2>
            <ul>
              {sheet.ifs.map((row) => (
                <li>
                  <strong>If:</strong> {row.trigger}. <strong>Then:</strong> {row.action}.{' '}
                  <strong>Tell:</strong> {row.tell}.
                </li>
              ))}
            </ul>
          </section>
        ) : null}
        <List title="When we finish" items={sheet.after} />
        <section>
          <h2 class="govuk-heading-m">Who to call</h2>
          <ul>
            <li>
              {sheet.worker ?? 'My worker'}, my worker. Phone: <span class="fh-sheet__line" />
            </li>
            <li>
              Somebody I trust: <span class="fh-sheet__line" /> Phone:{' '}
              <span class="fh-sheet__line" />
            </li>
            <li>
              <strong>In danger right now: call 999.</strong>
            </li>
          </ul>
        </section>
      </article>
    </Page>
  );
}

function List({
  title,
  items,
}: {
  readonly title: string;
  readonly items: readonly string[];
}): Html | null {
  if (items.length === 0) return null;
  return (
    <section>
      <h2 class="govuk-heading-m">{title}</h2>
      <ul>
        {items.map((item) => (
          <li>{item}</li>
        ))}
      </ul>
    </section>
  );
}

function Steps({
  title,
  steps,
  withWho,
}: {
  readonly title: string;
  readonly steps: readonly SheetStep[];
  readonly withWho: boolean;
}): Html {
  return (
    <section>
      <h2 class="govuk-heading-m">{title}</h2>
      {steps.length === 0 ? <p>Nothing yet.</p> : null}
      <ul>
        {steps.map(({ text, who, by }) => (
          <li>
            {withWho ? <strong>{who}: </strong> : null}
            {text}
            {by ? <span class="fh-quiet"> (by {formatDay(by)})</span> : null}
          </li>
        ))}
      </ul>
    </section>
  );
}
