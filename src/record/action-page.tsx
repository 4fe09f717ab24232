import { formatInstant } from '../domain/calendar/british-time.ts';
import { formatDay } from '../domain/calendar/day.ts';
import type { OpenChild } from '../platform/db/open-child.ts';
import type { PageContext } from '../platform/http/context.ts';
import type { Html } from '../ui/html.ts';
import { WrittenList } from '../ui/layout/written-list.tsx';
import { ActionBadge } from './action-badge.tsx';
import { type Action, actionOf, mayClose, mayReport } from './action-rows.ts';
import { code } from './choice-fields.tsx';
import { day } from './day-field.tsx';
import { FormBox } from './form-box.tsx';
import type { FormPage, PageOf } from './form-page.ts';
import { changeRow } from './rows.ts';
import { longText } from './text-fields.tsx';

const fields = {
  result: code('results', {
    label: 'How does it stand?',
    required: 'Choose how it stands',
    as: 'radios',
  }),
  evidence: longText({
    label: 'What was done and where can it be seen, or why is it moved?',
    says: 'What was reported',
    required: 'Write what was done and where it can be seen, or why it is moved',
    max: 4000,
  }),
  impact: longText({
    label: 'What did it change for the child, or for children?',
    says: 'What it changed',
    hint: 'Leave it blank if it is too early to say',
    max: 4000,
    rows: 2,
  }),
  due_on: day({ label: 'New day, if it is moved', says: 'The new day', within: 'future' }),
};

type Subject = {
  readonly action: Action;
  readonly child: Pick<OpenChild, 'id' | 'via'> | null;
  readonly mayReport: boolean;
  readonly mayClose: boolean;
};

type Place<C extends PageContext> = Pick<
  FormPage<C, Subject, typeof fields>,
  'path' | 'reads' | 'tab'
> & {
  /** The child whose page it is; null for a page of the service. */
  readonly child: (context: C) => Pick<OpenChild, 'id' | 'via'> | null;
  /** What it is about, in a line: for what, and its words. */
  readonly about?: (context: C, action: Action) => Promise<[string, string] | undefined>;
  readonly frame: (
    page: PageOf<C, Subject & { readonly about: [string, string] | null }, typeof fields>,
    content: Html,
  ) => Html;
  readonly done: (context: C) => string;
};

/** The page of one action, whatever it is about: who, by when, what came of it, and the report of whoever owes it. */
export const actionPage = <C extends PageContext>(
  place: Place<C>,
): FormPage<C, Subject & { readonly about: [string, string] | null }, typeof fields> => ({
  path: place.path,
  tab: place.tab,
  reads: place.reads,
  audit: 'view',
  fields,
  subject: async (context) => {
    const child = place.child(context);
    const action = await actionOf(context.tx, context.param('actionId'));
    if (!action || action.child_id !== (child?.id ?? null)) return undefined;
    const about = (await place.about?.(context, action)) ?? null;
    if (place.about && !about) return undefined;
    return {
      action,
      child,
      about,
      mayReport: mayReport(context.actor, action, child),
      mayClose: mayClose(context.actor, action, child),
    };
  },
  mayWrite: (_context, subject) => subject.mayReport,
  stored: ({ action: { id, version, evidence, impact } }) => ({ id, version, evidence, impact }),
  options: (_context, subject) => ({
    results: [
      { value: 'progress', text: 'Under way' },
      { value: 'moved', text: 'It needs another day' },
      { value: 'done', text: 'It is done', past: !subject.mayClose },
    ],
  }),
  rules: ({ result, due_on }, subject) => {
    if (result === 'done' && !subject.mayClose) return [{ field: 'result', message: byAnother }];
    return result === 'moved' && !due_on
      ? [{ field: 'due_on-day', message: 'Enter the new day' }]
      : [];
  },
  save: ({ tx, today }, { action }, { result, evidence, impact, due_on }) =>
    changeRow(tx, 'action', action, {
      done_on: result === 'done' ? today : null,
      evidence,
      impact,
      due_on: result === 'moved' && due_on ? due_on : action.due_on,
    }),
  view: (page) => place.frame(page, <OneAction {...page} />),
  done: (_subject, _value, context) => ({
    to: place.done(context),
    message: 'Saved: what came of the action',
  }),
});

const byAnother =
  'Somebody else says that this is done, since it is yours or you added it: report what was done, and ask them';

function OneAction({
  subject: { action, about, ...may },
  form: { F, ...form },
  today,
}: PageOf<
  PageContext,
  Subject & { readonly about: [string, string] | null },
  typeof fields
>): Html {
  return (
    <>
      <h1 class="govuk-heading-l">{action.what}</h1>
      <p class="govuk-body">
        <ActionBadge action={action} today={today} />
      </p>
      <WrittenList
        lines={[
          ...(about ? [about] : []),
          ['Who', `${action.owner_name} (${action.agency})`],
          ['First promised for', formatDay(action.original_due)],
          ['Asked', formatInstant(action.created_at)],
          ['What was reported', action.evidence ?? 'Nothing yet'],
          ['What it changed', action.impact ?? 'Nothing recorded'],
        ]}
      />
      {may.mayReport && !may.mayClose ? <p class="govuk-body">{byAnother}.</p> : null}
      <FormBox form={form} button="Save the report">
        <F.result />
        <F.evidence />
        <F.impact />
        <F.due_on />
      </FormBox>
    </>
  );
}
