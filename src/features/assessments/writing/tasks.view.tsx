import type { Balance } from '../../../domain/assessments/balance.ts';
import type { Progress } from '../../../domain/assessments/progress.ts';
import { formatInstant } from '../../../domain/calendar/british-time.ts';
import { formatDay } from '../../../domain/calendar/day.ts';
import type { ChildContext } from '../../../platform/http/context.ts';
import { ChildFrame } from '../../../record/child-frame.tsx';
import { Button, TaskList } from '../../../ui/govuk/components.tsx';
import type { Html } from '../../../ui/html.ts';
import { urls } from '../../../urls.ts';
import type { OpenAssessment } from '../assessment.queries.ts';
import { kindNames } from '../names.ts';
import { BalanceView } from './balance.view.tsx';
import { ChangesView } from './beside.view.tsx';
import type { Change } from './record.queries.ts';

export type Task = {
  readonly title: string;
  readonly href: string;
  /** Words of this person's were kept on its page and not saved. */
  readonly hasUnsaved: boolean;
} & Progress;
type Props = {
  readonly context: ChildContext;
  readonly open: OpenAssessment;
  readonly written: readonly Task[];
  readonly judged: readonly Task[];
  readonly safety: Task;
  readonly missing: number;
  readonly balance: Balance;
  readonly changes: readonly Change[];
  readonly hasClash: boolean;
};

export function TasksPage(props: Props): Html {
  const { context, open, written, judged, safety, missing, balance, changes, hasClash } = props;
  const { id } = context.child;
  return (
    <ChildFrame
      context={context}
      title={kindNames[open.kind]}
      back={{ href: urls.assessments.list(id), text: 'Assessments' }}
    >
      {open.status === 'returned' ? <Returned comment={open.returnedComment ?? ''} /> : null}
      {hasClash ? <ClashNotice childId={id} id={open.id} /> : null}
      <p class="govuk-body">
        Started {formatDay(open.startedOn)} by {open.startedBy ?? 'somebody who has left'}.
        {open.savedAt ? ` Last saved ${formatInstant(open.savedAt)} by ${open.savedBy}.` : ''}
      </p>
      <div class="fh-two">
        <div>
          <h2 class="govuk-heading-m">What you know and think</h2>
          <Tasks tasks={written} prefix="section" />
          <h2 class="govuk-heading-m">Judgements and safety</h2>
          <Tasks tasks={[...judged, safety]} prefix="judgement" />
          <p class="govuk-body">
            {missing === 0
              ? 'Nothing is missing.'
              : `${missing} ${missing === 1 ? 'thing is' : 'things are'} still missing.`}
          </p>
          <div class="fh-actions">
            <Button href={urls.assessments.submit(id, open.id)} text="Check and sign" />
            <a class="govuk-link" href={urls.assessments.whole(id, open.id)}>
              Read or print the whole
            </a>
            <a class="govuk-link" href={urls.assessments.versions(id, open.id)}>
              Earlier versions
            </a>
            <a class="govuk-link" href={urls.assessments.nationalTool(id)}>
              How the national tool’s headings are answered
            </a>
            <a class="govuk-link" href={urls.assessments.abandon(id, open.id)}>
              Put away
            </a>
          </div>
        </div>
        <div>
          <BalanceView balance={balance} />
          {open.kind === 'initial' ? null : <ChangesView changes={changes} />}
        </div>
      </div>
    </ChildFrame>
  );
}

function Tasks({
  tasks,
  prefix,
}: {
  readonly tasks: readonly Task[];
  readonly prefix: string;
}): Html {
  return (
    <TaskList
      idPrefix={prefix}
      items={tasks.map(({ title, href, done, total, hasUnsaved }) => ({
        title: { text: title },
        href,
        ...(hasUnsaved ? { hint: { text: 'Has words you typed and did not save' } } : {}),
        status:
          total === 0
            ? { text: 'Nothing needed so far' }
            : done >= total
              ? { text: 'Complete' }
              : done === 0
                ? { tag: { text: 'Not started', classes: 'govuk-tag--blue' } }
                : { tag: { text: `${done} of ${total}`, classes: 'govuk-tag--light-blue' } },
      }))}
    />
  );
}

/** What a manager wrote when sending it back, at the top where it is read first. */
export function Returned({ comment }: { readonly comment: string }): Html {
  return (
    <div class="govuk-inset-text" id="returned">
      <h2 class="govuk-heading-s">A manager returned this to be changed</h2>
      <p class="govuk-body fh-written">{comment}</p>
    </div>
  );
}

function ClashNotice({ childId, id }: { readonly childId: string; readonly id: string }): Html {
  return (
    <div class="govuk-inset-text">
      <p class="govuk-body">
        Something you wrote is not in the assessment yet: a colleague changed the same question.{' '}
        <a class="govuk-link" href={urls.assessments.merge(childId, id)}>
          Put the two together
        </a>
      </p>
    </div>
  );
}
