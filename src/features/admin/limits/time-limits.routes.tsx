import { can } from '../../../domain/access/can.ts';
import { formatInstant } from '../../../domain/calendar/british-time.ts';
import { capitalised } from '../../../domain/text/capitalised.ts';
import type { PageContext } from '../../../platform/http/context.ts';
import { pageRoute, type Route } from '../../../platform/http/route.ts';
import { choice, code } from '../../../record/choice-fields.tsx';
import { FormBox } from '../../../record/form-box.tsx';
import { serviceForm } from '../../../record/form-page.ts';
import { serviceList } from '../../../record/list-page.tsx';
import { longText, number } from '../../../record/text-fields.tsx';
import { Button } from '../../../ui/govuk/components.tsx';
import { Page } from '../../../ui/layout/page.tsx';
import { PostForm } from '../../../ui/layout/post-form.tsx';
import { WrittenList } from '../../../ui/layout/written-list.tsx';
import { urls } from '../../../urls.ts';
import { agreeRoutes } from './agree.routes.tsx';
import { dropOverride, overrideTimeLimit } from './override-time-limit.ts';
import { type TimeLimit, timeLimits } from './time-limits.queries.ts';

const capital = (text: string) => capitalised(text).replaceAll('-', ' ');
const sure = ['confirmed', 'computed'];

/** "1 working day", "5 working days". */
const amount = (number: number, unit: string) =>
  `${number} ${number === 1 ? unit.replace(/s$/, '') : unit}`;
const asGiven = ({ number, unit }: TimeLimit) => amount(number, unit);
const own = ({ ownNumber, ownUnit }: TimeLimit) =>
  ownNumber === null || ownUnit === null ? null : amount(ownNumber, ownUnit);
const waits = ({ ownStands }: TimeLimit) => ownStands === false;
const isUnsure = ({ confidence, ownStands }: TimeLimit) =>
  !sure.includes(confidence) && ownStands !== true;

/** Said of a figure that nobody else has agreed to. */
const waitsWords = (row: TimeLimit) =>
  `${own(row)} is below ${row.floor ?? 'its floor'}, and waits until the head of service agrees.`;

/** Every time limit with where it comes from and how sure we are: nobody has to take a due date on trust. */
const list = serviceList({
  path: urls.admin.timeLimits,
  tab: { section: 'account', text: 'Time limits' },
  permission: 'rules.read',
  subject: async ({ tx, today, actor }) => ({
    limits: await timeLimits(tx, { id: null, today }),
    mayChange: can(actor, 'rules.manage'),
    mayAgree: can(actor, 'record.erase'),
  }),
  caption: 'Time limits',
  empty: () => 'No time limit is in force for this kind of work.',
  file: 'time-limits',
  size: 300,
  filters: { area: code('areas', { label: 'Kind of work' }) },
  options: (_context, { limits }) => ({
    areas: [...new Set(limits.map(({ area }) => area))].map((area) => ({
      value: area,
      text: capital(area),
    })),
  }),
  rows: async (_context, { limits }, { filters: { area }, offset, limit }) =>
    limits.filter((each) => !area || each.area === area).slice(offset, offset + limit),
  columns: ({ mayChange, mayAgree }) => [
    {
      heading: 'Step',
      text: ({ step }) => step,
      cell: ({ id, step }) =>
        mayChange ? (
          <a class="govuk-link" href={urls.admin.timeLimit(id)}>
            {step}
          </a>
        ) : (
          step
        ),
    },
    { heading: 'Kind of work', text: ({ area }) => capital(area) },
    {
      heading: 'Within',
      text: (row) =>
        waits(row)
          ? `${asGiven(row)} (${waitsWords(row)})`
          : own(row)
            ? `${own(row)} (ours; ${asGiven(row)} as given. ${row.ownReason})`
            : asGiven(row),
      cell: (row) =>
        waits(row) ? (
          <>
            {asGiven(row)}
            <br />
            <span class="fh-quiet">{waitsWords(row)}</span>{' '}
            {mayAgree ? (
              <a class="govuk-link" href={urls.admin.timeLimitAgree(row.id)}>
                Agree or not: {row.step}
              </a>
            ) : null}
          </>
        ) : own(row) ? (
          <>
            {own(row)}
            <br />
            <span class="fh-quiet">
              Ours; {asGiven(row)} as given. {row.ownReason}
            </span>
          </>
        ) : (
          asGiven(row)
        ),
    },
    { heading: 'Counted from when', text: ({ clockStarts }) => capital(clockStarts) },
    {
      heading: 'Standing and source',
      text: (row) =>
        `${capital(row.standing)}. ${row.source}${isUnsure(row) ? ' Check locally' : ''}`,
      cell: (row) => (
        <>
          {capital(row.standing)}. {row.source}{' '}
          {isUnsure(row) ? <span class="fh-badge fh-badge-soon">Check locally</span> : null}
        </>
      ),
    },
  ],
  view: ({ context: { shell }, subject: { mayChange }, list }) => (
    <Page title="Time limits" shell={shell}>
      <h1 class="govuk-heading-l">Time limits</h1>
      <p class="govuk-body">
        Every due date in Foothold comes from this list. “Check locally” marks a figure that your
        service should set, or check against an official text.
        {mayChange ? ' Choose a step to set your service’s own figure, with a reason.' : ''}
      </p>
      {list}
    </Page>
  ),
});

const units = ['working days', 'days', 'weeks', 'months'] as const;

const limitOf = async ({ tx, today, param }: PageContext) =>
  (await timeLimits(tx, { id: param('limitId'), today }))[0];

/** Sets the service's own figure for one step. */
const one = serviceForm({
  path: urls.admin.timeLimit(':limitId'),
  reads: 'rules.manage',
  fields: {
    number: number({
      label: 'Our own figure',
      required: 'Enter a whole number from 1 to 999',
      from: 1,
      to: 999,
      whole: true,
    }),
    unit: choice(
      units.map((unit) => ({ value: unit, text: capital(unit) })),
      { label: 'Unit', required: 'Choose the unit', as: 'select' },
    ),
    reason: longText({
      label: 'Why, and who decided',
      hint: 'Good: “Agreed by the board in March, because police lists come on Fridays.”',
      required: 'Say why, and who decided',
      max: 2000,
      rows: 3,
    }),
  },
  subject: limitOf,
  stored: (limit) => ({
    id: limit.id,
    version: limit.ownVersion ?? 0,
    number: limit.ownNumber?.toString() ?? null,
    unit: limit.ownUnit ?? limit.unit,
    reason: limit.ownReason,
  }),
  save: ({ tx, actor }, { id, ownVersion }, value) =>
    overrideTimeLimit(tx, actor, { id, version: ownVersion ?? 0, ...value }),
  view: ({ shell, subject: limit, form: { F, ...form } }) => (
    <Page
      title={limit.step}
      shell={shell}
      errors={form.faults}
      back={{ href: urls.admin.timeLimits, text: 'Back to time limits' }}
    >
      <h1 class="govuk-heading-l">{limit.step}</h1>
      <WrittenList
        lines={[
          ['As given', asGiven(limit)],
          ['Counted from when', capital(limit.clockStarts)],
          ['Standing', capital(limit.standing)],
          ['Source', limit.source],
          ['How sure', capital(limit.confidence)],
          [
            'Floor',
            limit.floor && `${limit.floor}: less than that counts once the head of service agrees`,
          ],
          ['Waits', waits(limit) ? waitsWords(limit) : null],
          [
            'Agreed by',
            limit.agreedAt && `${limit.agreedBy ?? 'Not known'}, ${formatInstant(limit.agreedAt)}`,
          ],
          [
            'Our own figure set',
            limit.ownAt && `${limit.ownBy ?? 'Not known'}, ${formatInstant(limit.ownAt)}`,
          ],
        ]}
      />
      <FormBox form={form} button="Save our own figure">
        <F.number />
        <F.unit />
        <F.reason />
      </FormBox>
      {limit.ownNumber === null ? null : (
        <PostForm action={urls.admin.timeLimitAsGiven(limit.id)}>
          <Button text="Go back to the figure as given" classes="govuk-button--secondary" />
        </PostForm>
      )}
    </Page>
  ),
  done: ({ step }) => ({
    to: urls.admin.timeLimits,
    message: `Saved: our own figure for “${step}”`,
  }),
});

export const timeLimitRoutes: readonly Route[] = [
  ...list,
  ...agreeRoutes,
  ...one,
  pageRoute({
    method: 'post',
    path: urls.admin.timeLimitAsGiven(':limitId'),
    permission: 'rules.manage',
    audit: 'change',
    handle: async (context) => {
      const limit = await limitOf(context);
      if (!limit) return context.notFound();
      await dropOverride(context.tx, limit.id);
      const message = `Back to the figure as given: ${limit.step}`;
      return context.redirect(urls.admin.timeLimits, message);
    },
  }),
];
