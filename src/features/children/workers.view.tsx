import { britishDay } from '../../domain/calendar/british-time.ts';
import { Button } from '../../ui/govuk/components.tsx';
import type { Html } from '../../ui/html.ts';
import { ChildPage } from '../../ui/layout/child-page.tsx';
import {
  type Choice,
  ChoiceField,
  LongText,
  SelectField,
  TextField,
} from '../../ui/layout/fields.tsx';
import { PostForm } from '../../ui/layout/post-form.tsx';
import { urls } from '../../urls.ts';
import type { Drawn } from './section.ts';
import { type Frame, type Item, Items, SectionPage, spell } from './section.view.tsx';
import { workerKinds } from './workers.form.ts';
import type { Worker } from './workers.queries.ts';

const endable: readonly string[] = ['allocated', 'co-worker', 'partner', 'duty'];

export function WorkersPage({
  workers,
  staff,
  ...page
}: Frame & {
  readonly drawn: Drawn;
  readonly workers: readonly Worker[];
  readonly staff: readonly Choice[];
}): Html {
  const { drawn, child } = page;
  const field = { errors: drawn.errors, typed: drawn.typed };
  return (
    <SectionPage
      {...page}
      title="Workers"
      intro="Who works with the child and who did. Access to the record follows from this and ends with it. Children say that a change of worker matters: say why there is one."
      empty="Nobody works with the child now."
      now={workers
        .filter(({ ends_at }) => ends_at === null)
        .map((row) => ({
          ...workerItem(row),
          action:
            drawn.mayWrite && endable.includes(row.kind)
              ? { href: urls.child.endWorker(child.id, row.id), text: `End ${row.name}’s work` }
              : undefined,
        }))}
      before={workers.filter(({ ends_at }) => ends_at !== null).map(workerItem)}
      addTitle="Add or change a worker"
      addButton="Save the worker"
    >
      <SelectField
        name="staff"
        label="Who?"
        hint="The number is how many children they hold now"
        choices={staff}
        {...field}
      />
      <ChoiceField
        name="kind"
        label="What will they do?"
        choices={[
          {
            value: 'allocated',
            text: 'Be the allocated worker',
            hint: 'Ends the work of the one before',
          },
          { value: 'co-worker', text: 'Work with the child beside the allocated worker' },
          { value: 'partner', text: 'Work with the child for a partner agency' },
        ]}
        {...field}
      />
      <TextField
        name="reason"
        label="Why this person?"
        hint="Skills, continuity, what the child asked for"
        {...field}
      />
      <ChoiceField
        name="conflict"
        label="Do they know the child, the family or a victim outside work?"
        hint="Ask them"
        choices={[
          { value: 'none-known', text: 'I asked: no conflict is known' },
          { value: 'declared-and-managed', text: 'Yes, and it is managed' },
        ]}
        small
        {...field}
      />
      <LongText
        name="conflictNote"
        label="What is the conflict, and how is it managed? (if there is one)"
        rows={2}
        {...field}
      />
    </SectionPage>
  );
}

export function EndWorkerPage({
  row,
  drawn,
  ...page
}: Frame & { readonly drawn: Drawn; readonly row: Worker }): Html {
  return (
    <ChildPage
      title="End somebody’s work with the child"
      {...page}
      errors={drawn.errors}
      back={{ href: urls.child.workers(page.child.id), text: 'Back to workers' }}
    >
      <h1 class="govuk-heading-l">End {row.name}’s work with the child</h1>
      <Items items={[workerItem(row)]} />
      <p class="govuk-body">
        Their access ends now. Has the child been told who comes next, and said goodbye?
      </p>
      {drawn.mayWrite ? (
        <PostForm action={page.shell.path}>
          <input type="hidden" name="sure" value="yes" />
          <Button text="End it now" classes="govuk-button--warning" preventDoubleClick />
        </PostForm>
      ) : null}
    </ChildPage>
  );
}

function workerItem(row: Worker): Item {
  const kinds: Record<string, string> = workerKinds;
  return {
    title: row.name,
    badges:
      row.conflict_check === 'declared-and-managed'
        ? [{ text: 'Conflict declared', tone: 'soon' }]
        : [],
    lines: [
      `${kinds[row.kind] ?? row.kind} (${row.job_title})`,
      spell(britishDay(row.starts_at), row.ends_at ? britishDay(row.ends_at) : null),
      row.reason,
      row.conflict_note ?? '',
    ],
  };
}
