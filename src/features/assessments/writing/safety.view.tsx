import { formatDay } from '../../../domain/calendar/day.ts';
import type { ContingencyFor } from '../../../domain/safety/contingency.ts';
import type { ChildContext } from '../../../platform/http/context.ts';
import { ChildFrame } from '../../../record/child-frame.tsx';
import { type KeptSafe, WhoIsKeptSafe } from '../../../record/kept-safe.tsx';
import { Button, SummaryList } from '../../../ui/govuk/components.tsx';
import type { Html } from '../../../ui/html.ts';
import { urls } from '../../../urls.ts';
import type { OpenAssessment } from '../assessment.queries.ts';
import { contingencyNames } from '../names.ts';

type Props = {
  readonly context: ChildContext;
  readonly open: OpenAssessment;
  /** Risks named in the answers that no line covers, with their place in the answers. */
  readonly bare: readonly { readonly risk: string; readonly index: number }[];
  /** Subjects that must have a row and have none. */
  readonly absent: readonly ContingencyFor[];
  readonly keptSafe: readonly KeptSafe[];
};

export function SafetyPage({ context, open, bare, absent, keptSafe }: Props): Html {
  const { id: childId } = context.child;
  const { safetyRows, contingencyRows } = open.content;
  const { assessments } = urls;
  return (
    <ChildFrame
      context={context}
      title="Safety, and if things change"
      back={{ href: assessments.one(childId, open.id), text: 'All parts of the assessment' }}
    >
      <WhoIsKeptSafe people={keptSafe} />
      <section aria-labelledby="safety">
        <h2 class="govuk-heading-m" id="safety" tabindex={-1}>
          What keeps people safe
        </h2>
        <p class="govuk-body">
          One line for each risk: what is done, who does it and when it is looked at again. These
          lines go into the plan.
        </p>
        {safetyRows.map((row) => (
          <RowCard
            title={row.risk || 'A risk without a name'}
            href={assessments.safetyLine(childId, open.id, row.id)}
            rows={[
              ['What is done', row.control],
              ['Who', row.who],
              ['Looked at again', row.reviewOn ? formatDay(row.reviewOn) : ''],
            ]}
          />
        ))}
        {bare.length > 0 ? (
          <div class="govuk-inset-text">
            <p class="govuk-body">Named in the assessment, and nothing is done about it yet:</p>
            <ul class="govuk-list govuk-list--bullet">
              {bare.map(({ risk, index }) => (
                <li>
                  <a
                    class="govuk-link"
                    href={assessments.safetyLine(childId, open.id, 'new', index)}
                  >
                    Add what is done about “{risk}”
                  </a>
                </li>
              ))}
            </ul>
          </div>
        ) : null}
        <Button
          href={assessments.safetyLine(childId, open.id, 'new')}
          text="Add a safety line"
          classes="govuk-button--secondary"
        />
      </section>
      <section aria-labelledby="if-things-change">
        <h2 class="govuk-heading-m" id="if-things-change">
          If things change
        </h2>
        <p class="govuk-body">
          Agreed now so that nobody has to invent it on a bad night. Needed from medium, and
          whenever exploitation is suspected.
        </p>
        {contingencyRows.map((row) => (
          <RowCard
            title={contingencyNames[row.about]}
            href={assessments.contingency(childId, open.id, row.id)}
            rows={[
              ['If', row.trigger],
              ['Then', row.action],
              ['Who', row.who],
              ['Within', row.within],
              ['Tell', row.tell],
            ]}
          />
        ))}
        {absent.map((about) => (
          <p class="govuk-inset-text" id={`contingency-${about}`}>
            <a class="govuk-link" href={assessments.contingency(childId, open.id, 'new', about)}>
              Add what will be done if things change for {contingencyNames[about].toLowerCase()}
            </a>
          </p>
        ))}
        <Button
          href={assessments.contingency(childId, open.id, 'new')}
          text="Add an “if, then”"
          classes="govuk-button--secondary"
        />
      </section>
      <div class="fh-actions">
        <Button href={assessments.submit(childId, open.id)} text="Continue to check and sign" />
      </div>
    </ChildFrame>
  );
}

function RowCard(props: {
  readonly title: string;
  readonly href: string;
  readonly rows: readonly (readonly [string, string])[];
}): Html {
  return (
    <SummaryList
      card={{
        title: { text: props.title },
        actions: {
          items: [{ href: props.href, text: 'Change or remove', visuallyHiddenText: props.title }],
        },
      }}
      rows={props.rows.map(([key, text]) => ({
        key: { text: key },
        value: { text: text || 'Not said yet' },
      }))}
    />
  );
}
