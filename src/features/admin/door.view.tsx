import { type DoorLine, DoorTable } from '../../record/door.tsx';
import type { Html } from '../../ui/html.ts';
import { Page, type PageShell } from '../../ui/layout/page.tsx';
import { Pager, type Pages } from '../../ui/layout/pager.tsx';
import { urls } from '../../urls.ts';

type Props = {
  readonly shell: PageShell;
  readonly lines: readonly DoorLine[];
  readonly onlyTrouble: boolean;
  readonly pages: Pages;
};

/** Who came in, who could not, and what was done to somebody's sign-in, for those who watch over access. */
export function DoorPage({ shell, lines, onlyTrouble, pages }: Props): Html {
  return (
    <Page
      title="Who came to the door"
      shell={shell}
      back={{ href: urls.admin.access, text: 'Back to who looked' }}
    >
      <h1 class="govuk-heading-l">Who came to the door</h1>
      <p class="govuk-body">
        Sign-ins, wrong passwords and codes, locks, and what was done to somebody’s sign-in. Several
        wrong passwords in a row are a question to ask, not an answer.{' '}
        {onlyTrouble ? (
          <a class="govuk-link" href={urls.admin.door()}>
            Show everything
          </a>
        ) : (
          <a class="govuk-link" href={urls.admin.door(true)}>
            Show only what went wrong
          </a>
        )}
      </p>
      <DoorTable caption="What happened at the door, latest first" lines={lines} whose={true} />
      <Pager pages={pages} />
    </Page>
  );
}
