import { roles } from '../../domain/access/roles.data.ts';
import { type DoorLine, doorColumns } from '../../record/door.tsx';
import { Button, SummaryList } from '../../ui/govuk/components.tsx';
import type { Html } from '../../ui/html.ts';
import { DataTable } from '../../ui/layout/data-table.tsx';
import { Page, type PageShell } from '../../ui/layout/page.tsx';
import { PostForm } from '../../ui/layout/post-form.tsx';
import { urls } from '../../urls.ts';

type SessionLine = {
  readonly id: string;
  readonly isThis: boolean;
  readonly browser: string;
  readonly address: string;
  readonly method: string;
  readonly isLocked: boolean;
  readonly startedAt: string;
  readonly lastSeenAt: string;
};
type Props = {
  readonly shell: PageShell;
  readonly hasPassword: boolean;
  readonly hasSecondFactor: boolean;
  readonly keptForms: readonly { readonly id: string; readonly heldAt: string }[];
  readonly sessions: readonly SessionLine[];
  readonly door: readonly DoorLine[];
};

const link = (href: string, text: string, about: string) => ({
  items: [{ href, text, visuallyHiddenText: about }],
});

export function AccountPage({ shell, sessions, keptForms, door, ...account }: Props): Html {
  return (
    <Page title="Your account" shell={shell}>
      <h1 class="govuk-heading-l">Your account</h1>
      <SummaryList
        rows={[
          { key: { text: 'Name' }, value: { text: shell.actor.name } },
          { key: { text: 'Role' }, value: { text: roles[shell.actor.role].title } },
          {
            key: { text: 'Password' },
            value: { text: account.hasPassword ? 'Set' : 'None: you sign in another way' },
            ...(account.hasPassword
              ? { actions: link(urls.account.password, 'Change', 'your password') }
              : {}),
          },
          {
            key: { text: 'Second step' },
            value: {
              text: account.hasSecondFactor
                ? 'On: a code from your authenticator app'
                : 'Not set up: needed only with a password',
            },
            ...(account.hasPassword
              ? { actions: link(urls.account.secondFactor, 'Change', 'your second step') }
              : {}),
          },
        ]}
      />
      <p class="govuk-body">
        <a class="govuk-link" href={urls.account.notices}>
          What others did to access that you were told of
        </a>
      </p>
      <p class="govuk-body fh-quiet">
        Something wrong with your name or role? Your administrator can change it; no one changes
        their own.
      </p>
      {keptForms.length > 0 ? (
        <section aria-labelledby="kept">
          <h2 class="govuk-heading-m" id="kept">
            Forms kept for you
          </h2>
          <ul class="govuk-list govuk-list--bullet">
            {keptForms.map(({ id, heldAt }) => (
              <li>
                <a class="govuk-link" href={urls.signIn.held(id)}>
                  Sent while locked on {heldAt}
                </a>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      <Sessions sessions={sessions} />
      <section aria-labelledby="door">
        <h2 class="govuk-heading-m" id="door">
          What happened at your door
        </h2>
        <p class="govuk-body">
          Something here that was not you? Change your password, sign out everywhere else and tell
          your administrator.
        </p>
        {door.length === 0 ? (
          <p class="govuk-body">Nothing yet.</p>
        ) : (
          <DataTable
            caption="Your latest sign-ins and what was tried"
            columns={doorColumns(false).map(({ heading, text }) => ({ heading, cell: text }))}
            rows={door}
          />
        )}
      </section>
    </Page>
  );
}

function Sessions({ sessions }: { readonly sessions: readonly SessionLine[] }): Html {
  return (
    <section aria-labelledby="where">
      <h2 class="govuk-heading-m" id="where">
        Where you are signed in
      </h2>
      <DataTable
        caption="Each browser you are signed in on"
        columns={[
          {
            heading: 'Browser',
            cell: ({ browser, address }) => (
              <>
                {browser}
                <br />
                <span class="fh-quiet govuk-!-font-weight-regular">Address {address}</span>
              </>
            ),
          },
          { heading: 'Signed in', cell: ({ startedAt }) => startedAt },
          {
            heading: 'Last used',
            cell: ({ lastSeenAt, isLocked }) => `${lastSeenAt}${isLocked ? ' (locked)' : ''}`,
          },
          { heading: 'How', cell: ({ method }) => method },
          { heading: 'End it', cell: (line) => <EndSession line={line} /> },
        ]}
        rows={sessions}
      />
      {sessions.length > 1 ? (
        <PostForm action={urls.account.endSession}>
          <input type="hidden" name="session" value="others" />
          <Button text="Sign out everywhere else" classes="govuk-button--secondary" />
        </PostForm>
      ) : null}
    </section>
  );
}

function EndSession({ line }: { readonly line: SessionLine }): Html {
  if (line.isThis) return <strong class="fh-badge fh-badge-good">This one</strong>;
  return (
    <PostForm action={urls.account.endSession}>
      <button type="submit" class="fh-link-button" name="session" value={line.id}>
        Sign out there
        <span class="govuk-visually-hidden">
          {' '}
          ({line.browser}, last used {line.lastSeenAt})
        </span>
      </button>
    </PostForm>
  );
}
