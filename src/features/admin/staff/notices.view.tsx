import { formatInstant } from '../../../domain/calendar/british-time.ts';
import type { Html } from '../../../ui/html.ts';
import { Page, type PageShell } from '../../../ui/layout/page.tsx';
import { PostForm } from '../../../ui/layout/post-form.tsx';
import { urls } from '../../../urls.ts';
import { noticeAdvice, noticeWords } from './notice-words.ts';
import type { Notice } from './notices.queries.ts';

type Props = { readonly shell: PageShell; readonly notices: readonly Notice[] };

/** What was done to access that this person should know of, until they say that they have looked at it. */
export function NoticesPage({ shell, notices }: Props): Html {
  return (
    <Page
      title="What was done to access"
      shell={shell}
      back={{ href: urls.account.page, text: 'Your account' }}
    >
      <h1 class="govuk-heading-l">What was done to access</h1>
      <p class="govuk-body">
        Nobody who looks after access can change it unseen. If one of these should not have
        happened, tell the head of service, or the auditor when it is the head of service who did
        it, before you say that you have looked at it.
      </p>
      {notices.length === 0 ? (
        <p class="govuk-body">Nothing was done that you need to know of.</p>
      ) : (
        notices.map((notice) => <Card notice={notice} />)
      )}
    </Page>
  );
}

function Card({ notice }: { readonly notice: Notice }): Html {
  return (
    <div class="fh-card">
      <p class="govuk-body">
        <strong>{noticeWords(notice)}</strong>
      </p>
      <p class="govuk-body">
        {formatInstant(notice.doneAt)}. {notice.lookedAt ? '' : noticeAdvice(notice)}
      </p>
      {notice.lookedAt ? (
        <p class="govuk-body fh-quiet">
          {notice.lookedBy} looked at it, {formatInstant(notice.lookedAt)}.
        </p>
      ) : (
        <PostForm action={urls.account.notices}>
          <button type="submit" class="fh-link-button" name="notice" value={notice.id}>
            I have looked at it
            <span class="govuk-visually-hidden">: {noticeWords(notice)}</span>
          </button>
        </PostForm>
      )}
    </div>
  );
}
