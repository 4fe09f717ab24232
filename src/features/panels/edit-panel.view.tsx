import { britishClock, britishDay, formatInstant } from '../../domain/calendar/british-time.ts';
import { Button } from '../../ui/govuk/components.tsx';
import type { Html } from '../../ui/html.ts';
import { ConflictNotice, type TwoVersions } from '../../ui/layout/conflict.tsx';
import { type Typed, VersionField } from '../../ui/layout/fields.tsx';
import { type FieldError, Page, type PageShell } from '../../ui/layout/page.tsx';
import { PostForm } from '../../ui/layout/post-form.tsx';
import { urls } from '../../urls.ts';
import type { PanelOne } from './panels.queries.ts';
import { WhenFields } from './when-fields.view.tsx';

type Props = {
  readonly shell: PageShell;
  readonly panel: PanelOne;
  readonly conflict: readonly TwoVersions[];
  readonly errors: readonly FieldError[];
  readonly typed: Typed;
};

/** The last day of a panel's window, which ends at the midnight after it. */
export const lastReadingDay = ({ window_closes }: PanelOne) =>
  britishDay(new Date(window_closes.getTime() - 1));

/** Moves a panel that has not met: another day, time, room, or other days for reading. */
export function EditPanelPage({ shell, panel, conflict, errors, typed }: Props): Html {
  return (
    <Page
      title="Change when and where"
      shell={shell}
      errors={errors}
      back={{ href: urls.panels.one(panel.id), text: panel.name }}
    >
      {conflict.length > 0 ? <ConflictNotice fields={conflict} /> : null}
      <h1 class="govuk-heading-l">
        <span class="govuk-caption-l">{formatInstant(panel.starts_at)}</span>
        Change when and where
      </h1>
      <p class="govuk-body">
        Everyone asked to the panel sees the new time here at once; tell them too. Members may read
        in the new days only. The children on the list and the papers stay as they are.
      </p>
      <PostForm class="fh-form">
        <VersionField version={panel.version} />
        <WhenFields
          stored={{
            name: panel.name,
            day: britishDay(panel.starts_at),
            time: britishClock(panel.starts_at),
            place: panel.place,
            opens: britishDay(panel.window_opens),
            closes: lastReadingDay(panel),
          }}
          errors={errors}
          typed={typed}
        />
        <Button text="Save" preventDoubleClick />
      </PostForm>
    </Page>
  );
}
