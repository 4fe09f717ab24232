import { isRole, roles } from '../../../domain/access/roles.data.ts';
import { formatDay } from '../../../domain/calendar/day.ts';
import { logLook } from '../../../platform/audit/access-log.ts';
import type { PageContext } from '../../../platform/http/context.ts';
import { isId } from '../../../platform/http/is-id.ts';
import { pageRoute, type Route } from '../../../platform/http/route.ts';
import { code, ticks } from '../../../record/choice-fields.tsx';
import type { Options } from '../../../record/field.ts';
import { FormBox } from '../../../record/form-box.tsx';
import { serviceForm } from '../../../record/form-page.ts';
import { serviceList } from '../../../record/list-page.tsx';
import { longText } from '../../../record/text-fields.tsx';
import { Button } from '../../../ui/govuk/components.tsx';
import { Page } from '../../../ui/layout/page.tsx';
import { PostForm } from '../../../ui/layout/post-form.tsx';
import { urls } from '../../../urls.ts';
import { liveSeal, peopleForList, sealableChild, sealedRecords } from './restrict.queries.ts';
import { liftRestriction, restrictRecord } from './restrict-record.ts';

const permission = 'record.restrict';

/** Restricted records by number: whoever may seal them need not see them. */
const list = serviceList({
  path: urls.children.restricted,
  tab: { section: 'children', text: 'Restricted records', place: 9 },
  permission,
  audit: 'view',
  subject: () => null,
  caption: 'Restricted records by the child’s number',
  empty: () =>
    'No record is restricted. To restrict one, open the child’s record and choose “Restrict this record” on its overview.',
  file: 'restricted-records',
  filters: { reason: code('restriction_reason', { label: 'Why' }) },
  rows: async ({ tx }, _subject, { filters: { reason }, offset, limit }) =>
    (await sealedRecords(tx))
      .filter((line) => !reason || line.reason === reason)
      .slice(offset, offset + limit),
  columns: (_subject, options) => [
    {
      heading: 'Record',
      text: ({ number }) => `No. ${number}`,
      cell: ({ childId, number }) => (
        <a class="govuk-link" href={urls.child.restrict(childId)}>
          No. {number}
        </a>
      ),
    },
    { heading: 'Why', text: ({ reason }) => reasonText(reason, options) },
    { heading: 'Since', text: ({ startsOn }) => formatDay(startsOn) },
    {
      heading: 'Who may see it',
      text: ({ people }) => people ?? 'Nobody',
      cell: ({ people }) => people ?? <strong class="fh-badge fh-badge-late">Nobody</strong>,
    },
  ],
  view: ({ context: { shell }, list }) => (
    <Page title="Restricted records" shell={shell}>
      <h1 class="govuk-heading-l">Restricted records</h1>
      {list}
    </Page>
  ),
});

const reasonText = (reason: string, { restriction_reason = [] }: Options) =>
  restriction_reason.find(({ value }) => value === reason)?.text ?? reason;

// Not a child's page like others: whoever seals a record may be unable to open it.
async function subject({ tx, actor, today, param }: PageContext) {
  const id = param('childId');
  const child = isId(id) ? await sealableChild(tx, actor, id) : null;
  if (!child) return undefined;
  const people = await peopleForList(tx, id, today);
  return { child, seal: await liveSeal(tx, id), people };
}

/** Seals a record to a list of people, or changes the list. */
const one = serviceForm({
  path: urls.child.restrict(':childId'),
  tab: { room: 'papers', text: 'Restrict this record', place: 9 },
  reads: permission,
  childOf: ({ child }) => child.childId,
  fields: {
    reason: code('restriction_reason', {
      label: 'Why it is restricted',
      required: 'Choose why it is restricted',
      as: 'radios',
    }),
    detail: longText({
      label: 'What the people on the list need to know',
      hint: 'Who is involved, who asked for it, and when you will look at it again.',
      required: 'Say what the people on the list need to know',
      max: 4000,
    }),
    people: ticks('people', {
      label: 'Who may see the record',
      required: 'Name at least one person',
    }),
  },
  subject,
  options: (_context, { people }) => ({
    people: people.flatMap(({ id, name, role }) =>
      isRole(role) && roles[role].scope !== 'none'
        ? [{ value: id, text: `${name}, ${roles[role].title.toLowerCase()}` }]
        : [],
    ),
  }),
  stored: ({ seal, people }) =>
    seal && { ...seal, people: people.filter(({ listed }) => listed).map(({ id }) => id) },
  save: ({ tx, actor, today }, { child, seal }, value) =>
    restrictRecord(tx, actor, seal, { childId: child.childId, today, ...value }),
  view: ({ shell, subject: { child, seal }, form: { F, ...form } }) => {
    const title = seal ? 'Restricted record' : 'Restrict this record';
    return (
      <Page
        title={title}
        shell={shell}
        errors={form.faults}
        back={
          child.name
            ? { href: urls.child.overview(child.childId), text: 'Back to the record' }
            : { href: urls.children.restricted, text: 'Back to restricted records' }
        }
      >
        <p class="govuk-caption-l">
          {child.name ? `${child.name}, ` : ''}No. {child.number}
        </p>
        <h1 class="govuk-heading-l">{title}</h1>
        <p class="govuk-body">
          Only the people you name will see this child, in search, lists and papers. Everyone else,
          you and the child’s worker among them, is told that nothing is there. It takes effect at
          once.
        </p>
        {seal ? <p class="govuk-body">Restricted since {formatDay(seal.starts_on)}.</p> : null}
        <FormBox form={form} button={seal ? 'Save the list' : 'Restrict the record'}>
          <F.reason />
          <F.detail />
          <F.people
            hint={
              child.worker
                ? `The child’s worker is ${child.worker}. Name at least one manager too.`
                : 'Name at least one manager, and someone who can cover.'
            }
          />
        </FormBox>
        {seal ? (
          <PostForm action={urls.child.restrictLift(child.childId)}>
            <h2 class="govuk-heading-m">Lift the restriction</h2>
            <p class="govuk-body">
              The record opens again to everyone whose role and work lets them see it.
            </p>
            <Button text="Lift the restriction" classes="govuk-button--secondary" />
          </PostForm>
        ) : null}
      </Page>
    );
  },
  done: ({ child: { number }, seal }) => ({
    to: urls.children.restricted,
    message: seal ? `Saved: the list of No. ${number}` : `Restricted: No. ${number}`,
  }),
});

export const sealedRoutes: readonly Route[] = [
  ...list,
  ...one,
  pageRoute({
    method: 'post',
    path: urls.child.restrictLift(':childId'),
    permission,
    audit: 'none',
    handle: async (context) => {
      const { tx, actor, today, redirect, notFound } = context;
      const found = await subject(context);
      if (!found) return notFound();
      const { childId, number } = found.child;
      if (found.seal) await liftRestriction(tx, found.seal, childId, today);
      const page = urls.child.restrictLift(':childId');
      await logLook(tx, actor, { kind: 'change', page, childId });
      return redirect(urls.children.restricted, `Lifted: the restriction of No. ${number}`);
    },
  }),
];
