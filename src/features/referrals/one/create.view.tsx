import { can } from '../../../domain/access/can.ts';
import { Button } from '../../../ui/govuk/components.tsx';
import type { Html } from '../../../ui/html.ts';
import { Page, type PageShell } from '../../../ui/layout/page.tsx';
import { PostForm } from '../../../ui/layout/post-form.tsx';
import { urls } from '../../../urls.ts';

/** Where a referral by hand begins: with looking whether the child is known. */
export function CreatePage({ shell }: { readonly shell: PageShell }): Html {
  return (
    <Page
      title="Log a referral"
      shell={shell}
      back={
        can(shell.actor, 'referral.inbox')
          ? { href: urls.referrals.inbox, text: 'Referrals' }
          : { href: urls.home, text: 'Home' }
      }
    >
      <h1 class="govuk-heading-l">Log a referral</h1>
      <p class="govuk-body">
        A referral belongs to a child’s record, so look first whether the child is known: by name,
        date of birth, number or postcode. Names may be misspelt or turned round; the search expects
        it.
      </p>
      <PostForm action={urls.children.search} class="fh-form">
        <label class="govuk-label govuk-label--m" for="q">
          Who is referred?
        </label>
        <div class="govuk-form-group">
          <input type="hidden" name="next" value="referral" />
          <input class="govuk-input" id="q" name="q" type="search" autocomplete="off" />
        </div>
        <div class="fh-actions">
          <Button text="Search" />
        </div>
      </PostForm>
      <p class="govuk-body">
        Found: choose “Log a referral” beside the child’s name. Not found: the search page offers to
        make a record, and leads on to the referral.
      </p>
    </Page>
  );
}
