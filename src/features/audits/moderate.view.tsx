import type { AuditQuestion } from '../../domain/audits/audit-questions.ts';
import { type Day, formatDay } from '../../domain/calendar/day.ts';
import { Button } from '../../ui/govuk/components.tsx';
import type { Html } from '../../ui/html.ts';
import { type ChildBand, ChildPage } from '../../ui/layout/child-page.tsx';
import { ConflictNotice, type TwoVersions } from '../../ui/layout/conflict.tsx';
import { ChoiceField, LongText, SelectField, type Typed } from '../../ui/layout/fields.tsx';
import type { FieldError, PageShell } from '../../ui/layout/page.tsx';
import { PostForm } from '../../ui/layout/post-form.tsx';
import { WrittenList } from '../../ui/layout/written-list.tsx';
import { urls } from '../../urls.ts';
import type { ReadCase } from './moderate.queries.ts';
import { differing, QuestionBeside, unsettled } from './question-beside.view.tsx';

type Props = {
  readonly shell: PageShell;
  readonly child: ChildBand;
  readonly today: Day;
  readonly found: ReadCase;
  readonly questions: readonly AuditQuestion[];
  readonly mayModerate: boolean;
  readonly isReader: boolean;
  /** Why this person may not judge the case, if so. */
  readonly tied: string | null;
  readonly typed: Typed;
  readonly errors: readonly FieldError[];
  readonly conflict: readonly TwoVersions[];
};

/** What the readers of a case judged, side by side, and the agreed judgement where they differ. */
export function ModeratePage(props: Props): Html {
  const { shell, child, today, found, questions, errors, conflict } = props;
  const open = unsettled(found, questions);
  return (
    <ChildPage
      title={`What readers judged, case ${found.position}`}
      shell={shell}
      child={child}
      today={today}
      errors={errors}
      back={{ href: urls.audits.one(found.auditId), text: found.audit }}
    >
      <h1 class="govuk-heading-l">
        What readers judged <span class="fh-quiet">Case {found.position}</span>
      </h1>
      <p class="govuk-body">{standingOf(props, open.length)}</p>
      {conflict.length > 0 ? <ConflictNotice fields={conflict} /> : null}
      <ol class="fh-entries">
        {questions.map((question) => (
          <li class="fh-entry">
            <QuestionBeside childId={child.id} found={found} question={question} />
          </li>
        ))}
      </ol>
      {found.readings.map(({ reading, reader, doneOn, strengths, learning }) => (
        <section aria-label={`${reading} reading`}>
          <h2 class="govuk-heading-m">
            {reading === 'first' ? 'First reading' : 'Second reading'}: {reader}
          </h2>
          {doneOn ? <p class="fh-quiet">Finished {formatDay(doneOn)}</p> : <p>Not finished</p>}
          <WrittenList
            lines={[
              ['What is good', strengths],
              ['What to learn', learning],
            ]}
          />
        </section>
      ))}
      {props.mayModerate ? <Agree {...props} /> : null}
    </ChildPage>
  );
}

function standingOf({ found, mayModerate, isReader, tied }: Props, open: number): string {
  if (found.readings.some(({ doneOn }) => !doneOn)) return 'A reading is not finished yet.';
  if (found.readings.length < 2) return 'This case is read once.';
  if (open === 0) return 'Nothing is left to settle.';
  if (mayModerate) return `The readers differ on ${open}: settle each below.`;
  if (tied) return `The readers differ on ${open}. Somebody else settles it: ${tied}.`;
  return isReader
    ? `The readers differ on ${open}. Somebody who did not read the case settles it.`
    : `The readers differ on ${open}.`;
}

function Agree({ found, questions, typed, errors }: Props): Html {
  const base = { typed, errors };
  const toSettle = differing(found, questions);
  const [first] = [...unsettled(found, questions), ...toSettle];
  return (
    <PostForm class="fh-form">
      <h2 class="govuk-heading-m">Agree a judgement</h2>
      <p class="govuk-body">
        Talk with both readers and look at the record. What both judged alike stands, and once
        nothing is left to settle the worker is told and all of it stands.
      </p>
      <input type="hidden" name="version" value={String(found.moderations.at(0)?.version ?? 0)} />
      <SelectField
        {...base}
        name="question"
        label="Which question"
        choices={toSettle.map(({ id, standard, question }) => ({
          value: id,
          text: `${standard}: ${question}`,
        }))}
        stored={first?.id}
      />
      <ChoiceField
        {...base}
        name="answer"
        label="Agreed judgement"
        inline
        choices={[
          { value: 'yes', text: 'Yes' },
          { value: 'no', text: 'No' },
          { value: 'not-relevant', text: 'Not relevant (oversight only)' },
        ]}
      />
      <LongText {...base} name="reason" label="Why it was agreed so" rows={3} />
      <Button text="Save the agreed judgement" />
    </PostForm>
  );
}
