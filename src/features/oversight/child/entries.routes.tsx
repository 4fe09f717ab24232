import { can } from '../../../domain/access/can.ts';
import { formatDay } from '../../../domain/calendar/day.ts';
import type { FormFault } from '../../../domain/form-fault.ts';
import { entryFaults, entryText } from '../../../domain/oversight/entry.ts';
import type { ChildContext } from '../../../platform/http/context.ts';
import { pageAsked } from '../../../platform/http/page-asked.ts';
import { promiseAction } from '../../../record/action-rows.ts';
import { choice, code, ticks } from '../../../record/choice-fields.tsx';
import { day } from '../../../record/day-field.tsx';
import type { TagsOf, ValuesOf } from '../../../record/field.ts';
import { FormBox } from '../../../record/form-box.tsx';
import { childForm } from '../../../record/form-page.ts';
import { addRow } from '../../../record/rows.ts';
import { longText } from '../../../record/text-fields.tsx';
import { ChildPage } from '../../../ui/layout/child-page.tsx';
import { Pager } from '../../../ui/layout/pager.tsx';
import { urls } from '../../../urls.ts';
import {
  actionsOf,
  entriesAPage,
  entriesOf,
  risksToLookAt,
  workersOfChild,
} from './entries.queries.ts';
import { Actions, AuditsToDiscuss, OneEntry } from './entries.view.tsx';
import { entryKinds, riskLink, riskWords } from './entry-kinds.ts';

const fields = {
  kind: choice(
    entryKinds.map(({ id, label, hint }) => ({ value: id, text: label, hint })),
    {
      label: 'What kind of entry is it?',
      required: 'Choose what kind of entry it is',
      as: 'small-radios',
    },
  ),
  checked: longText({
    label: 'What did you check, and how?',
    hint: 'Which notes you read, whom you asked, whether the child was seen alone, whether the levels fit what is written, whether the plan answers each risk and each person harmed.',
  }),
  looked_at: ticks('risks', {
    label: 'Which of these did you look at?',
    hint: 'What you tick leaves the manager’s home. The others stay on it.',
  }),
  found: longText({
    label: 'What did you find?',
    hint: 'What is good, what is missing, what worries you.',
  }),
  next_step: longText({
    label: 'What is to be done?',
    hint: 'Leave blank if nothing. With a day and a person it becomes an action on their list.',
    max: 500,
    rows: 2,
  }),
  owner_id: code('workers', { label: 'By whom' }),
  next_step_by: day({
    label: 'By what day',
    says: 'The day it is to be done by',
    within: 'future',
  }),
  self_view: choice(
    [
      { value: 'effective', text: 'Yes' },
      { value: 'not-effective', text: 'Not yet' },
    ],
    {
      label: 'In your own view, is oversight of this case effective so far? (optional)',
      hint: 'Audits are laid beside what managers say here',
      as: 'inline-radios',
    },
  ),
};
type Values = ValuesOf<typeof fields>;

async function subject({ tx, actor, child, query, today }: ChildContext) {
  const number = pageAsked(query('page'));
  const entries = await entriesOf(tx, actor.serviceId, child.id, number);
  const actions = await actionsOf(tx, actor.serviceId, child.id);
  const mayWrite = can(actor, 'oversight.write');
  const workers = mayWrite ? await workersOfChild(tx, actor.serviceId, child.id) : [];
  const risks = mayWrite ? await risksToLookAt(tx, actor.serviceId, child.id, today) : [];
  return { number, entries, actions, workers, risks };
}

const wordsOf = ({ checked, found }: Values) => ({ checked: checked ?? '', found: found ?? '' });

const actionFaults = ({ next_step, next_step_by, owner_id }: Values): readonly FormFault[] => {
  if (!next_step_by) return [];
  if (!next_step) return [{ field: 'next_step', message: 'Enter what is to be done by that day' }];
  if (!owner_id) return [{ field: 'owner_id', message: 'Choose who is to do it by that day' }];
  return [];
};

/** A manager's hand on the work: what they checked, found and asked for. Entries are never changed. */
export const entryRoutes = childForm({
  path: urls.oversight.entries(':childId'),
  tab: { room: 'reviews', text: 'Oversight' },
  reads: 'oversight.read',
  writes: 'oversight.write',
  fields,
  subject,
  options: (_context, { workers, risks }) => ({
    workers: workers.map(({ id, name }) => ({ value: id, text: name })),
    risks: risks.map(({ id, what, since }) => ({
      value: id,
      text: `${riskWords(what)}, since ${formatDay(since)}`,
    })),
  }),
  rules: (value) => [...entryFaults(wordsOf(value)), ...actionFaults(value)],
  save: async ({ tx, actor, child, today }, { workers }, value) => {
    const { kind, next_step, next_step_by, owner_id, self_view, looked_at } = value;
    const owner = workers.find((worker) => worker.id === owner_id) ?? null;
    const id = await addRow(tx, actor, 'oversight_entry', {
      child_id: child.id,
      staff_id: owner?.id ?? null,
      kind,
      text: entryText(wordsOf(value), next_step ?? ''),
      entered_on: today,
      self_view,
      looked_at: [...looked_at],
    });
    if (next_step && next_step_by && owner)
      await promiseAction(tx, actor, {
        about: { table: 'oversight_entry', id },
        childId: child.id,
        what: next_step,
        owner,
        dueOn: next_step_by,
      });
    return { kind: 'saved' };
  },
  view: ({
    context,
    subject: { number, entries, actions, workers, risks },
    form: { F, ...form },
  }) => {
    const { child, today } = context;
    return (
      <ChildPage {...context} title="Oversight" errors={form.faults}>
        <h1 class="govuk-heading-l">Oversight</h1>
        <div class="fh-two">
          <div>
            <AuditsToDiscuss workers={workers} />
            <FormBox form={form} button="Save the entry">
              <h2 class="govuk-heading-m">Write an entry</h2>
              <F.kind />
              {risks.length > 0 ? (
                <>
                  <p class="govuk-body">Read first what is to be looked at:</p>
                  <ul class="govuk-list govuk-list--bullet">
                    {risks.map((risk) => {
                      const href = riskLink(context.actor, child.id, risk);
                      const words = `${riskWords(risk.what)}, since ${formatDay(risk.since)}`;
                      return (
                        <li>
                          {href ? (
                            <a class="govuk-link" href={href}>
                              {words}
                            </a>
                          ) : (
                            words
                          )}
                        </li>
                      );
                    })}
                  </ul>
                  <F.looked_at />
                </>
              ) : null}
              <Fields F={F} />
            </FormBox>
            <h2 class="govuk-heading-m">Entries</h2>
            {entries.length === 0 ? (
              <p class="govuk-body">
                No manager has written about {child.forename} yet. The first entry is the direction
                given when the work begins.
              </p>
            ) : null}
            <ol class="fh-entries">
              {entries.slice(0, entriesAPage).map((entry) => (
                <OneEntry entry={entry} childId={child.id} />
              ))}
            </ol>
            <Pager
              pages={{
                number,
                hasNext: entries.length > entriesAPage,
                href: (page) => urls.oversight.entries(child.id, page),
              }}
            />
          </div>
          <Actions actions={actions} childId={child.id} today={today} />
        </div>
      </ChildPage>
    );
  },
  done: (_subject, _value, { child }) => ({
    to: urls.oversight.entries(child.id),
    message: 'Saved: the entry',
  }),
});

const Fields = ({ F }: { readonly F: TagsOf<typeof fields> }) => (
  <>
    <F.checked />
    <F.found />
    <F.next_step />
    <div class="fh-even">
      <F.owner_id empty="Nobody named" />
      <F.next_step_by />
    </div>
    <F.self_view />
    <p class="govuk-hint">An entry cannot be changed once it is saved: read it over first.</p>
  </>
);
