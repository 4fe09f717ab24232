import { formatDay } from '../../domain/calendar/day.ts';
import { type Code, choicesOf, labelOf } from '../../domain/reference/codes.ts';
import { Button } from '../../ui/govuk/components.tsx';
import type { Html } from '../../ui/html.ts';
import { ChildPage } from '../../ui/layout/child-page.tsx';
import {
  type Choice,
  DayField,
  LongText,
  SelectField,
  VersionField,
} from '../../ui/layout/fields.tsx';
import { PostForm } from '../../ui/layout/post-form.tsx';
import { urls } from '../../urls.ts';
import type { Drawn } from './section.ts';
import { type Frame, type Item, Items, SectionPage } from './section.view.tsx';
import type { Warning } from './warnings.queries.ts';

type Common = Frame & {
  readonly drawn: Drawn;
  readonly kinds: readonly Code[];
  readonly owners: readonly Choice[];
};

export function WarningsPage({
  warnings,
  kinds,
  owners,
  ...page
}: Common & { readonly warnings: readonly Warning[] }): Html {
  const { drawn, child, today } = page;
  const field = { errors: drawn.errors, typed: drawn.typed };
  return (
    <SectionPage
      {...page}
      title="Warnings"
      intro="What everyone who meets the child must know first, and what to do about it. A warning nobody looks at again does harm: each has an owner and a day."
      back={{ href: urls.child.overview(child.id), text: 'Back to overview' }}
      empty="There is no warning now."
      now={warnings
        .filter(({ ended_on }) => ended_on === null)
        .map((row) => ({
          ...warningItem(row, kinds, today),
          action: {
            href: urls.child.warning(child.id, row.id),
            text: drawn.mayWrite ? 'Look at it again, change or end it' : 'Open the warning',
          },
        }))}
      before={warnings
        .filter(({ ended_on }) => ended_on !== null)
        .map((row) => warningItem(row, kinds, today))}
      addTitle="Raise a warning"
      addButton="Raise the warning"
    >
      <SelectField name="kind" label="What is it about?" choices={choicesOf(kinds)} {...field} />
      <LongText
        name="detail"
        label="What must people know and do?"
        hint="Facts and what to do, not labels. The child may read this."
        rows={4}
        {...field}
      />
      <SelectField name="owner" label="Who looks at it again?" choices={owners} {...field} />
      <DayField
        name="review"
        label="When? (leave blank for the usual time of this warning)"
        {...field}
      />
    </SectionPage>
  );
}

export function WarningPage({
  warning,
  kinds,
  owners,
  ...page
}: Common & { readonly warning: Warning }): Html {
  const { drawn, child, today, shell } = page;
  const field = { errors: drawn.errors, typed: drawn.typed };
  const title = labelOf(kinds, warning.kind);
  const isLive = warning.ended_on === null;
  return (
    <ChildPage
      title={title}
      {...page}
      errors={drawn.errors}
      back={{ href: urls.child.warnings(child.id), text: 'Back to warnings' }}
    >
      <h1 class="govuk-heading-l">{title}</h1>
      <Items items={[warningItem(warning, kinds, today)]} />
      {drawn.mayWrite && isLive ? (
        <>
          <PostForm action={shell.path}>
            <h2 class="govuk-heading-m">Look at it again</h2>
            <VersionField version={warning.version} />
            <LongText
              name="detail"
              label="What must people know and do?"
              stored={warning.detail}
              rows={4}
              {...field}
            />
            <SelectField
              name="owner"
              label="Who looks at it again?"
              choices={owners}
              stored={warning.owner_id}
              {...field}
            />
            <DayField name="review" label="When is it looked at next?" {...field} />
            <Button text="Keep the warning" preventDoubleClick />
          </PostForm>
          <p class="govuk-body">
            <a class="govuk-link" href={urls.child.endWarning(child.id, warning.id)}>
              End this warning
            </a>
          </p>
        </>
      ) : null}
    </ChildPage>
  );
}

export function EndWarningPage({
  warning,
  kinds,
  drawn,
  ...page
}: Frame & {
  readonly drawn: Drawn;
  readonly warning: Warning;
  readonly kinds: readonly Code[];
}): Html {
  return (
    <ChildPage
      title="End the warning"
      {...page}
      errors={drawn.errors}
      back={{
        href: urls.child.warning(page.child.id, warning.id),
        text: 'Back to the warning',
      }}
    >
      <h1 class="govuk-heading-l">End the warning</h1>
      <Items items={[warningItem(warning, kinds, page.today)]} />
      <PostForm action={page.shell.path}>
        <VersionField version={warning.version} />
        <LongText
          name="reason"
          label="Why is it no longer needed?"
          hint="What changed, and how you know"
          rows={3}
          errors={drawn.errors}
          typed={drawn.typed}
        />
        <Button text="End the warning" preventDoubleClick />
      </PostForm>
    </ChildPage>
  );
}

function warningItem(row: Warning, kinds: readonly Code[], today: string): Item {
  const isLate = row.ended_on === null && row.review_on < today;
  return {
    title: labelOf(kinds, row.kind),
    badges: isLate ? [{ text: 'Review overdue', tone: 'late' }] : [],
    lines: [
      row.detail,
      `Raised on ${formatDay(row.raised_on)}${row.raised_by ? ` by ${row.raised_by}` : ''}`,
      row.ended_on
        ? `Ended on ${formatDay(row.ended_on)}: ${row.end_reason}`
        : `${row.owner} looks again by ${formatDay(row.review_on)}`,
    ],
  };
}
