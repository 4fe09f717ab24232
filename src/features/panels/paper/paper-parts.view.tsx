import { levels } from '../../../domain/assessments/levels.data.ts';
import { ageOn, type Day } from '../../../domain/calendar/day.ts';
import type { PaperContent } from '../../../domain/panels/paper.ts';
import type { Html } from '../../../ui/html.ts';
import { type ChildBand, nameOf } from '../../../ui/layout/child-page.tsx';
import { WrittenList } from '../../../ui/layout/written-list.tsx';

/** What a paper says about one child, in its parts. */
export function Paper({
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
      <WrittenList
        lines={[
          [
            'Child',
            `${nameOf(child)}${child.dateOfBirth ? `, ${ageOn(child.dateOfBirth, today)} years` : ''}`,
          ],
          ['What is alleged', content.offences.join('; ') || 'Not recorded'],
          ['The child’s answer', content.answer || 'Not recorded'],
          [
            'Gravity',
            content.gravitySentence ||
              (content.gravity === null ? 'Not scored' : `Gravity ${content.gravity}`),
          ],
        ]}
      />
      {content.summary ? <Part title="Summary" text={content.summary} /> : null}
      <Part title="In the child’s words" text={content.childWords} voice />
      <Part title="In the parents’ or carers’ words" text={content.parentWords} voice />
      <Part title="Strengths" text={content.strengths} />
      <Part title="What must be done differently for this child" text={content.adaptations} />
      <h2 class="govuk-heading-m">The three judgements</h2>
      {content.levels.length === 0 ? (
        <p class="govuk-body">There is no signed assessment.</p>
      ) : (
        <WrittenList
          lines={content.levels.map((row) => [
            row.judgement,
            `${levelLabel(row.level)}. ${row.reason}`,
          ])}
        />
      )}
      <h2 class="govuk-heading-m">The person harmed</h2>
      {content.victims.length === 0 ? (
        <p class="govuk-body">No person harmed is recorded.</p>
      ) : (
        <WrittenList
          lines={content.victims.map((row) => [
            row.label,
            `${row.wishes}${row.shared ? `. They agreed to share: ${row.shared}` : ''}${row.safe ? `. Must be kept safe: ${row.safe}` : ''}`,
          ])}
        />
      )}
      <h2 class="govuk-heading-m">What partners said</h2>
      {content.information.length === 0 ? (
        <p class="govuk-body">No partner was asked.</p>
      ) : (
        <WrittenList lines={content.information.map((row) => [row.agency, row.line])} />
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
