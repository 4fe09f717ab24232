import { type Day, formatDay } from '../../domain/calendar/day.ts';
import { Button } from '../../ui/govuk/components.tsx';
import type { Html } from '../../ui/html.ts';
import { type ChildBand, ChildPage } from '../../ui/layout/child-page.tsx';
import { ConflictNotice, type TwoVersions } from '../../ui/layout/conflict.tsx';
import { ChoiceField, LongText, type Typed, VersionField } from '../../ui/layout/fields.tsx';
import type { FieldError, PageShell } from '../../ui/layout/page.tsx';
import { PostForm } from '../../ui/layout/post-form.tsx';
import { urls } from '../../urls.ts';
import type { Worker } from './allocate.queries.ts';
import { AllocateFacts, type AllocateFactsProps } from './allocate-facts.view.tsx';
import type { Referral } from './referral.queries.ts';

type Props = {
  readonly shell: PageShell;
  readonly child: ChildBand & { readonly sex: string };
  readonly today: Day;
  readonly referral: Referral;
  readonly workers: readonly Worker[];
  readonly facts: AllocateFactsProps['facts'];
  readonly errors: readonly FieldError[];
  readonly typed: Typed;
  readonly conflict: readonly TwoVersions[] | null;
};

/** Choosing who works with the child: workload, skills, continuity, conflicts, and the first direction. */
export function AllocatePage(props: Props): Html {
  const { shell, child, today, referral, errors, typed, conflict, workers } = props;
  const common = { errors, typed };
  const now = workers.find(({ is_now }) => is_now);
  return (
    <ChildPage
      title="Allocate"
      shell={shell}
      child={child}
      today={today}
      errors={errors}
      back={{ href: urls.referrals.one(child.id, referral.id), text: 'Referral' }}
    >
      {conflict ? <ConflictNotice fields={conflict} /> : null}
      <h1 class="govuk-heading-l">Allocate to a worker</h1>
      <AllocateFacts {...props} />
      {workers.length === 0 ? (
        <p class="govuk-body">No case manager works for the service now: ask the administrator.</p>
      ) : null}
      <PostForm action={urls.referrals.allocate(child.id, referral.id)} class="fh-form">
        <ChoiceField
          {...common}
          name="worker"
          label="Who works with the child?"
          stored={now?.id ?? null}
          choices={workers.map((worker) => ({
            value: worker.id,
            text: worker.name,
            hint: hintOf(worker),
          }))}
        />
        <LongText
          {...common}
          name="reason"
          label="Why this worker"
          rows={2}
          hint="Needed when they are full already. For example: worked with the child’s brother, speaks Somali."
        />
        <ChoiceField
          {...common}
          name="conflict"
          label="Is there a conflict of interest?"
          hint="Ask the worker: do they know the child, the family, the victim or a co-suspect, in work or outside it?"
          small={true}
          choices={[
            { value: 'none-known', text: 'Asked: none known' },
            { value: 'declared-and-managed', text: 'Declared, and managed as follows' },
          ]}
        />
        <LongText
          {...common}
          name="conflictNote"
          label="What the conflict is, and how it is managed"
          rows={2}
        />
        <LongText
          {...common}
          name="direction"
          label="First direction"
          stored={referral.case_direction}
          hint="What to do first and by when, what to look out for, whom to ask, and when you will talk about it. It stays on the record and is followed up in supervision."
        />
        <VersionField version={referral.version} />
        <div class="fh-actions">
          <Button text="Allocate" preventDoubleClick={true} />
        </div>
      </PostForm>
    </ChildPage>
  );
}

function hintOf(worker: Worker): string {
  const limit = worker.case_limit === null ? '' : ` of ${worker.case_limit}`;
  const isFull = worker.case_limit !== null && worker.children >= worker.case_limit;
  return [
    `${worker.job_title}${worker.team ? `, ${worker.team} team` : ''}`,
    `${worker.children}${limit} children${isFull ? ', full' : ''}`,
    worker.skills.length > 0 ? `Skills: ${worker.skills.join(', ')}` : '',
    worker.is_now ? 'Works with this child now' : '',
    !worker.is_now && worker.before
      ? `Worked with this child until ${formatDay(worker.before)}`
      : '',
  ]
    .filter(Boolean)
    .join('. ');
}
