import { formatInstant } from '../../domain/calendar/british-time.ts';
import { ActionBadge } from '../../record/action-badge.tsx';
import { Button, Pagination } from '../../ui/govuk/components.tsx';
import type { Html } from '../../ui/html.ts';
import { type ChildBand, ChildPage } from '../../ui/layout/child-page.tsx';
import {
  ChoiceField,
  DayField,
  LongText,
  SelectField,
  type Typed,
} from '../../ui/layout/fields.tsx';
import type { FieldError, PageShell } from '../../ui/layout/page.tsx';
import { PostForm } from '../../ui/layout/post-form.tsx';
import { urls } from '../../urls.ts';
import type { Action, ChildWorker, Entry } from './entries.queries.ts';
import { aboutEntry, entryKinds, kindWords } from './entry-kinds.ts';

type Props = {
  readonly shell: PageShell;
  readonly child: ChildBand;
  readonly today: string;
  readonly entries: readonly Entry[];
  readonly actions: readonly Action[];
  readonly workers: readonly ChildWorker[];
  readonly mayWrite: boolean;
  readonly page: number;
  readonly pages: number;
  readonly errors: readonly FieldError[];
  readonly typed: Typed;
};

/** A manager's hand on the work: what they checked, found and asked for. Entries are never changed. */
export function EntriesPage(props: Props): Html {
  const { shell, child, today, entries, errors } = props;
  return (
    <ChildPage title="Oversight" shell={shell} child={child} today={today} errors={errors}>
      <h1 class="govuk-heading-l">Oversight</h1>
      <div class="fh-two">
        <div>
          {props.mayWrite ? <AuditsToDiscuss workers={props.workers} /> : null}
          {props.mayWrite ? <EntryForm {...props} /> : null}
          <h2 class="govuk-heading-m">Entries</h2>
          {entries.length === 0 ? (
            <p class="govuk-body">
              No manager has written about {child.forename} yet. The first entry is the direction
              given when the work begins.
            </p>
          ) : null}
          <ol class="fh-entries">
            {entries.map((entry) => (
              <OneEntry entry={entry} childId={child.id} />
            ))}
          </ol>
          {props.pages > 1 ? <Pages {...props} /> : null}
        </div>
        <Actions actions={props.actions} childId={child.id} today={today} />
      </div>
    </ChildPage>
  );
}

function OneEntry({ entry, childId }: { readonly entry: Entry; readonly childId: string }): Html {
  const about = aboutEntry(entry, childId);
  return (
    <li class="fh-entry">
      <h3 class="govuk-heading-s fh-entry__title">{kindWords(entry.kind)}</h3>
      <p class="fh-quiet fh-entry__facts">
        {entry.writer ?? 'A person who has left'}, {formatInstant(entry.created_at)}
        {entry.reader ? `, for ${entry.reader}` : ''}
        {about ? (
          <>
            {' '}
            <a class="govuk-link" href={about.href}>
              {about.text}
            </a>
          </>
        ) : null}
      </p>
      <p class="govuk-body fh-written">{entry.text}</p>
      {entry.self_view ? (
        <p class="fh-quiet">
          In the manager’s own view, oversight of this case is{' '}
          {entry.self_view === 'effective' ? 'effective' : 'not effective yet'}.
        </p>
      ) : null}
    </li>
  );
}

function AuditsToDiscuss({ workers }: Pick<Props, 'workers'>): Html {
  return (
    <>
      {workers
        .filter(({ auditsToDiscuss }) => auditsToDiscuss > 0)
        .map(({ id, name }) => (
          <p class="govuk-inset-text">
            An audit of this case has something for the next supervision with {name}.{' '}
            <a class="govuk-link" href={urls.audits.supervision(id)}>
              What it found, and where to write it up
            </a>
          </p>
        ))}
    </>
  );
}

function EntryForm({ child, workers, errors, typed }: Props): Html {
  const base = { errors, typed };
  return (
    <PostForm action={urls.oversight.entries(child.id)}>
      <h2 class="govuk-heading-m">Write an entry</h2>
      <ChoiceField
        {...base}
        name="kind"
        label="What kind of entry is it?"
        small
        choices={entryKinds.map(({ id, label, hint }) => ({ value: id, text: label, hint }))}
      />
      <LongText
        {...base}
        name="checked"
        label="What did you check, and how?"
        hint="Which notes you read, whom you asked, whether the child was seen alone, whether the levels fit what is written, whether the plan answers each risk and each person harmed."
        rows={4}
      />
      <LongText
        {...base}
        name="found"
        label="What did you find?"
        hint="What is good, what is missing, what worries you."
        rows={4}
      />
      <LongText
        {...base}
        name="nextStep"
        label="What is to be done?"
        hint="Leave blank if nothing. With a day and a person it becomes an action on their list."
        rows={2}
      />
      <div class="fh-even">
        <SelectField
          {...base}
          name="owner"
          label="By whom"
          empty="Nobody named"
          choices={workers.map(({ id, name }) => ({ value: id, text: name }))}
        />
        <DayField {...base} name="nextStepBy" label="By what day" />
      </div>
      <ChoiceField
        {...base}
        name="selfView"
        label="In your own view, is oversight of this case effective so far? (optional)"
        hint="Audits are laid beside what managers say here"
        small
        inline
        choices={[
          { value: 'effective', text: 'Yes' },
          { value: 'not-effective', text: 'Not yet' },
        ]}
      />
      <p class="govuk-hint">An entry cannot be changed once it is saved: read it over first.</p>
      <Button text="Save the entry" preventDoubleClick={true} />
    </PostForm>
  );
}

function Actions({
  actions,
  childId,
  today,
}: {
  readonly actions: readonly Action[];
  readonly childId: string;
  readonly today: string;
}): Html {
  return (
    <aside aria-labelledby="actions">
      <h2 class="govuk-heading-m" id="actions">
        Actions
      </h2>
      {actions.length === 0 ? (
        <p class="govuk-body">Nothing has been asked of anybody yet.</p>
      ) : null}
      <ul class="govuk-list">
        {actions.map((action) => (
          <li class="fh-entry">
            <a class="govuk-link" href={urls.oversight.action(childId, action.id)}>
              {action.what}
            </a>
            <span class="fh-quiet"> {action.owner_name}</span>{' '}
            <ActionBadge action={action} today={today} />
          </li>
        ))}
      </ul>
    </aside>
  );
}

function Pages({ child, page, pages }: Props): Html {
  const link = (to: number) => urls.oversight.entries(child.id, to);
  return (
    <Pagination
      landmarkLabel="Pages of entries"
      {...(page > 1 ? { previous: { href: link(page - 1), text: 'Newer' } } : {})}
      {...(page < pages ? { next: { href: link(page + 1), text: 'Older' } } : {})}
    />
  );
}
