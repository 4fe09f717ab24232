import { levels } from '../../domain/assessments/levels.data.ts';
import { formatInstant } from '../../domain/calendar/british-time.ts';
import { ageOn, type Day } from '../../domain/calendar/day.ts';
import type { PaperContent } from '../../domain/panels/paper.ts';
import { Button } from '../../ui/govuk/components.tsx';
import type { Html } from '../../ui/html.ts';
import { type ChildBand, ChildPage, nameOf } from '../../ui/layout/child-page.tsx';
import { LongText, type Typed, VersionField } from '../../ui/layout/fields.tsx';
import type { FieldError, PageShell } from '../../ui/layout/page.tsx';
import { PostForm } from '../../ui/layout/post-form.tsx';
import { urls } from '../../urls.ts';
import type { ItemOne } from './items.queries.ts';

type Props = {
  readonly shell: PageShell;
  readonly child: ChildBand;
  readonly today: Day;
  readonly item: ItemOne;
  /** The paper members read; null until it is made. */
  readonly made: {
    readonly content: PaperContent;
    readonly on: Date;
    readonly by: string | null;
  } | null;
  /** What the paper would say now, for whoever may make it; null when it cannot be made yet. */
  readonly draft: PaperContent | null;
  readonly whyNot: string | null;
  /** Parts that the record would write differently now. */
  readonly movedParts: readonly string[];
  readonly mayDeclare: boolean;
  readonly movedOn: boolean;
  readonly errors: readonly FieldError[];
  readonly typed: Typed;
};

/** The paper about one child: read by the panel, and made by the child's worker. */
export function PaperPage(props: Props): Html {
  const { shell, child, today, item, made, draft, whyNot, movedParts, mayDeclare, errors } = props;
  return (
    <ChildPage
      title="Panel paper"
      shell={shell}
      child={child}
      today={today}
      errors={errors}
      back={{ href: urls.panels.item(child.id, item.id), text: item.panel_name }}
    >
      <h1 class="govuk-heading-l">
        <span class="govuk-caption-l">
          {item.panel_name}, {formatInstant(item.starts_at)}
        </span>
        {made ? `Paper about ${nameOf(child)}` : `Prepare the paper about ${nameOf(child)}`}
      </h1>
      {item.decision_id ? (
        <p class="govuk-body fh-no-print">
          The panel has decided.{' '}
          <a class="govuk-link" href={urls.panels.decision(child.id, item.decision_id)}>
            Read the decision
          </a>
        </p>
      ) : null}
      {made ? (
        <>
          <p class="govuk-body fh-quiet">
            Made by {made.by ?? 'a former colleague'}, {formatInstant(made.on)}. Members may read it
            from {formatInstant(item.window_opens)} to {formatInstant(item.window_closes)}. In
            confidence: do not copy or pass on.
          </p>
          {movedParts.length > 0 ? (
            <p class="govuk-inset-text fh-no-print">
              The record has changed since: {movedParts.join(', ')}. Members read the paper as it
              stands here until you make it again.
            </p>
          ) : null}
          <Paper content={made.content} child={child} today={today} />
          {mayDeclare ? (
            <p class="govuk-body fh-no-print">
              Do you know this child, their family or the person harmed?{' '}
              <a class="govuk-link" href={urls.panels.conflict(child.id, item.id)}>
                Declare a conflict of interest
              </a>
              .
            </p>
          ) : null}
        </>
      ) : null}
      {whyNot ? <p class="govuk-inset-text">{whyNot}</p> : null}
      {draft ? <Making {...props} draft={draft} /> : null}
    </ChildPage>
  );
}

function Making({
  item,
  made,
  draft,
  movedOn,
  child,
  today,
  errors,
  typed,
}: Props & { readonly draft: PaperContent }): Html {
  return (
    <section class="fh-no-print">
      <h2 class="govuk-heading-m">{made ? 'Make it again' : 'Your summary'}</h2>
      {movedOn ? (
        <div class="govuk-inset-text">
          Somebody else changed this item while you wrote. Their summary is:{' '}
          <span class="fh-written">{item.paper_summary ?? 'none yet'}</span>. Yours is below: save
          to use it.
        </div>
      ) : null}
      <p class="govuk-body">
        Say who this child is, what happened, what stands behind it and what you would ask the panel
        to weigh. Leave out addresses, police information and health detail: the rest of the paper
        comes from the record, and is shown below as members will read it.
      </p>
      <PostForm class="fh-form">
        <VersionField version={item.version} />
        <LongText
          name="summary"
          label="Summary for the panel"
          rows={8}
          stored={item.paper_summary}
          errors={errors}
          typed={typed}
        />
        <Button text={made ? 'Make the paper again' : 'Make the paper'} />
      </PostForm>
      {made ? null : (
        <>
          <h2 class="govuk-heading-m">The rest of the paper</h2>
          <Paper content={draft} child={child} today={today} />
        </>
      )}
    </section>
  );
}

function Paper({
  content,
  child,
  today,
}: {
  readonly content: PaperContent;
  readonly child: ChildBand;
  readonly today: Day;
}): Html {
  return (
    <article>
      <dl class="govuk-summary-list">
        <Row
          term="Child"
          text={`${nameOf(child)}${child.dateOfBirth ? `, ${ageOn(child.dateOfBirth, today)} years` : ''}`}
        />
        <Row term="What is alleged" text={content.offences.join('; ') || 'Not recorded'} />
        <Row term="The child’s answer" text={content.answer || 'Not recorded'} />
        <Row
          term="Gravity"
          text={
            content.gravitySentence ||
            (content.gravity === null ? 'Not scored' : `Gravity ${content.gravity}`)
          }
        />
      </dl>
      {content.summary ? <Part title="Summary" text={content.summary} /> : null}
      <Part title="In the child’s words" text={content.childWords} voice />
      <Part title="In the parents’ or carers’ words" text={content.parentWords} voice />
      <Part title="Strengths" text={content.strengths} />
      <Part title="What must be done differently for this child" text={content.adaptations} />
      <h2 class="govuk-heading-m">The three judgements</h2>
      {content.levels.length === 0 ? (
        <p class="govuk-body">There is no signed assessment.</p>
      ) : (
        <dl class="govuk-summary-list">
          {content.levels.map((row) => (
            <Row term={row.judgement} text={`${levelLabel(row.level)}. ${row.reason}`} />
          ))}
        </dl>
      )}
      <h2 class="govuk-heading-m">The person harmed</h2>
      {content.victims.length === 0 ? (
        <p class="govuk-body">No person harmed is recorded.</p>
      ) : (
        <dl class="govuk-summary-list">
          {content.victims.map((row) => (
            <Row
              term={row.label}
              text={`${row.wishes}${row.shared ? `. They agreed to share: ${row.shared}` : ''}`}
            />
          ))}
        </dl>
      )}
      <h2 class="govuk-heading-m">What partners said</h2>
      {content.information.length === 0 ? (
        <p class="govuk-body">No partner was asked.</p>
      ) : (
        <dl class="govuk-summary-list">
          {content.information.map((row) => (
            <Row term={row.agency} text={row.line} />
          ))}
        </dl>
      )}
      {content.exceptions.length > 0 ? (
        <>
          <h2 class="govuk-heading-m">Steps passed by an exception</h2>
          <ul class="govuk-list govuk-list--bullet">
            {content.exceptions.map((row) => (
              <li>
                <strong>{row.label}</strong>: {row.reason}
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </article>
  );
}

/** Papers keep the label; a level kept by its id is shown by its label too. */
const levelLabel = (level: string) => levels.find(({ id }) => id === level)?.label ?? level;

function Part({
  title,
  text,
  voice = false,
}: {
  readonly title: string;
  readonly text: string;
  readonly voice?: boolean;
}): Html {
  return (
    <section>
      <h2 class="govuk-heading-m">{title}</h2>
      {text ? (
        <p class={`govuk-body fh-written${voice ? ' govuk-inset-text' : ''}`}>{text}</p>
      ) : (
        <p class="govuk-body">Not recorded in the assessment.</p>
      )}
    </section>
  );
}

function Row({ term, text }: { readonly term: string; readonly text: string }): Html {
  return (
    <div class="govuk-summary-list__row">
      <dt class="govuk-summary-list__key">{term}</dt>
      <dd class="govuk-summary-list__value fh-written">{text}</dd>
    </div>
  );
}
