import type { Child } from 'hono/jsx';
import type { Day } from '../../domain/calendar/day.ts';
import type { Html } from '../../ui/html.ts';
import { type ChildBand, ChildPage } from '../../ui/layout/child-page.tsx';
import { ConflictNotice, type TwoVersions } from '../../ui/layout/conflict.tsx';
import type { Typed } from '../../ui/layout/fields.tsx';
import type { FieldError, PageShell } from '../../ui/layout/page.tsx';
import { PostForm } from '../../ui/layout/post-form.tsx';
import { urls } from '../../urls.ts';
import type { LineRow, VaultRow } from './victims.queries.ts';

/** What every form of the vault is drawn from. */
export type VaultFormModel = {
  readonly shell: PageShell;
  readonly child: ChildBand;
  readonly today: Day;
  readonly errors: readonly FieldError[];
  readonly typed: Typed;
  readonly conflict: readonly TwoVersions[];
  readonly line: LineRow;
  readonly vault: VaultRow | null;
};

/** The frame of one form of the vault. */
export function VaultForm({
  shell,
  child,
  today,
  errors,
  conflict,
  line,
  title,
  action,
  children,
}: VaultFormModel & {
  readonly title: string;
  readonly action: string;
  readonly children?: Child;
}): Html {
  return (
    <ChildPage
      title={`${title}: ${line.label}`}
      shell={shell}
      child={child}
      today={today}
      errors={errors}
      back={{
        href: urls.victims.vault(child.id, line.id),
        text: `Back to the vault of ${line.label}`,
      }}
    >
      <h1 class="govuk-heading-l">
        <span class="govuk-caption-l">{line.label}</span>
        {title}
      </h1>
      {conflict.length > 0 ? <ConflictNotice fields={conflict} /> : null}
      <PostForm action={action}>{children}</PostForm>
    </ChildPage>
  );
}
