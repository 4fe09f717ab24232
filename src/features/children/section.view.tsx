import type { Day } from '../../domain/calendar/day.ts';
import { formatDay } from '../../domain/calendar/day.ts';
import { Button } from '../../ui/govuk/components.tsx';
import type { Children, Html } from '../../ui/html.ts';
import { type ChildBand, ChildPage } from '../../ui/layout/child-page.tsx';
import { DayField, VersionField } from '../../ui/layout/fields.tsx';
import type { PageShell } from '../../ui/layout/page.tsx';
import { PostForm } from '../../ui/layout/post-form.tsx';
import { urls } from '../../urls.ts';
import type { Drawn } from './section.ts';

export type Frame = {
  readonly shell: PageShell;
  readonly child: ChildBand;
  readonly today: Day;
};
/** One row of a section: what it says, what to know about it, and where it is changed. */
export type Item = {
  readonly title: string;
  readonly lines: readonly string[];
  readonly badges?: readonly {
    readonly text: string;
    readonly tone: 'neutral' | 'good' | 'soon' | 'late' | 'restricted';
  }[];
  readonly action?: { readonly href: string; readonly text: string } | undefined;
};

type Props = Frame & {
  readonly title: string;
  readonly intro: string;
  readonly drawn: Drawn;
  readonly now: readonly Item[];
  readonly before?: readonly Item[];
  readonly empty: string;
  /** What else to know or do about what stands now. */
  readonly beside?: Html | null;
  readonly addTitle?: string;
  readonly action?: string;
  readonly addButton?: string;
  readonly back?: { readonly href: string; readonly text: string };
  /** The fields of the form that adds a row. */
  readonly children?: Children;
};

/** A part of the record over time: what stands now, a form for what is new, and what was before. */
export function SectionPage(props: Props): Html {
  const { title, intro, drawn, now, before = [], empty, shell, child, today } = props;
  return (
    <ChildPage
      title={title}
      shell={shell}
      child={child}
      today={today}
      errors={drawn.errors}
      back={props.back ?? { href: urls.child.details(child.id), text: 'Back to details' }}
    >
      <h1 class="govuk-heading-l">{title}</h1>
      <p class="govuk-body">{intro}</p>
      {now.length > 0 ? <Items items={now} /> : <p class="govuk-body">{empty}</p>}
      {props.beside}
      {drawn.mayWrite && props.addTitle ? (
        <section aria-labelledby="add" class="fh-no-print">
          <h2 class="govuk-heading-m" id="add">
            {props.addTitle}
          </h2>
          <PostForm action={props.action ?? shell.path}>
            {props.children}
            <Button text={props.addButton ?? 'Save'} preventDoubleClick />
          </PostForm>
        </section>
      ) : null}
      {before.length > 0 ? (
        <section aria-labelledby="before">
          <h2 class="govuk-heading-m" id="before">
            Before
          </h2>
          <Items items={before} />
        </section>
      ) : null}
    </ChildPage>
  );
}

export function Items({ items }: { readonly items: readonly Item[] }): Html {
  return (
    <ul class="govuk-list fh-results">
      {items.map((item) => (
        <li class="fh-result">
          <strong>{item.title}</strong>
          {(item.badges ?? []).map(({ text, tone }) => (
            <span class={`fh-badge fh-badge-${tone}`}>{text}</span>
          ))}
          {item.lines.filter(Boolean).map((line) => (
            <div class="fh-quiet">{line}</div>
          ))}
          {item.action ? (
            <div class="fh-no-print">
              <a class="govuk-link" href={item.action.href}>
                {item.action.text}
              </a>
            </div>
          ) : null}
        </li>
      ))}
    </ul>
  );
}

type EndProps = Frame & {
  readonly title: string;
  readonly drawn: Drawn;
  readonly item: Item;
  readonly version: number;
  readonly question: string;
  readonly back: { readonly href: string; readonly text: string };
  readonly stored?: Day | null;
  readonly button?: string;
  /** Further fields beside the last day. */
  readonly children?: Children;
};

/** The page that says until when a row was true. */
export function EndPage(props: EndProps): Html {
  const { title, drawn, item, version, question, shell, child, today } = props;
  return (
    <ChildPage
      title={title}
      shell={shell}
      child={child}
      today={today}
      errors={drawn.errors}
      back={props.back}
    >
      <h1 class="govuk-heading-l">{title}</h1>
      <Items items={[item]} />
      {drawn.mayWrite ? (
        <PostForm action={shell.path}>
          <VersionField version={version} />
          {props.children}
          <DayField
            name="until"
            label={question}
            stored={props.stored}
            errors={drawn.errors}
            typed={drawn.typed}
          />
          <Button text={props.button ?? 'Save'} preventDoubleClick />
        </PostForm>
      ) : (
        <p class="govuk-body">Only people who work with the child change this.</p>
      )}
    </ChildPage>
  );
}

/** From when to when, in words. */
export const spell = (from: Day | null, to: Day | null): string => {
  if (!from && !to) return '';
  if (!from) return `Until ${formatDay(to ?? '')}`;
  return to ? `${formatDay(from)} to ${formatDay(to)}` : `Since ${formatDay(from)}`;
};
