import { judgements } from '../../../domain/assessments/levels.data.ts';
import { type CountersignReason, levelLabel } from '../../../domain/assessments/levels.ts';
import { formatInstant } from '../../../domain/calendar/british-time.ts';
import type { ChildContext } from '../../../platform/http/context.ts';
import { Button, ErrorSummary, SummaryList } from '../../../ui/govuk/components.tsx';
import type { Html } from '../../../ui/html.ts';
import { ChildPage } from '../../../ui/layout/child-page.tsx';
import { VersionField } from '../../../ui/layout/fields.tsx';
import { PostForm } from '../../../ui/layout/post-form.tsx';
import { urls } from '../../../urls.ts';
import type { OpenAssessment } from '../assessment.queries.ts';
import { BeforeSigningView } from './before-signing.view.tsx';
import type { BeforeSigning } from './record-now.ts';
import type { Mend } from './where-to-mend.ts';

type Props = {
  readonly context: ChildContext;
  readonly open: OpenAssessment;
  readonly missing: readonly Mend[];
  readonly reasons: readonly CountersignReason[];
  readonly before: BeforeSigning;
  /** Set when somebody saved between the look and the signature. */
  readonly movedOn: boolean;
};

export function CheckPage({ context, open, missing, reasons, before, movedOn }: Props): Html {
  const { id } = context.child;
  return (
    <ChildPage
      {...context}
      title="Check and sign"
      back={{ href: urls.assessments.one(id, open.id), text: 'All parts of the assessment' }}
    >
      {missing.length > 0 ? (
        <ErrorSummary
          titleText={`Before you can sign, ${missing.length} ${missing.length === 1 ? 'thing is' : 'things are'} missing`}
          errorList={missing.map(({ text, href }) => ({ text, href }))}
        />
      ) : null}
      <h1 class="govuk-heading-l">Check and sign</h1>
      {movedOn ? (
        <p class="govuk-inset-text">
          {open.savedBy ?? 'Somebody'} saved while you were looking
          {open.savedAt ? `, on ${formatInstant(open.savedAt)}` : ''}, so nothing was signed. Read
          it again, then sign.
        </p>
      ) : null}
      <SummaryList
        rows={judgements.map((judgement) => {
          const own = open.content.judgements[judgement.id];
          return {
            key: { text: judgement.title },
            value: { text: own.level ? levelLabel(own.level) : 'Not judged yet' },
            actions: {
              items: [
                {
                  href: urls.assessments.judgement(id, open.id, judgement.id),
                  text: 'Change',
                  visuallyHiddenText: judgement.title.toLowerCase(),
                },
              ],
            },
          };
        })}
      />
      <BeforeSigningView open={open} before={before} mayWrite />
      <p class="govuk-body">
        <a class="govuk-link" href={urls.assessments.whole(id, open.id)}>
          Read the whole before you sign
        </a>
      </p>
      {missing.length === 0 ? <Sign open={open} reasons={reasons} /> : null}
    </ChildPage>
  );
}

function Sign({ open, reasons }: Pick<Props, 'open' | 'reasons'>): Html {
  return (
    <PostForm>
      <VersionField version={open.version} />
      {reasons.length > 0 ? (
        <>
          <p class="govuk-body">A manager signs too, because:</p>
          <ul class="govuk-list govuk-list--bullet">
            {reasons.map(({ sentence }) => (
              <li>{sentence}</li>
            ))}
          </ul>
        </>
      ) : (
        <p class="govuk-body">
          Your signature is enough. Once it is signed nobody can change it; what follows is a
          review.
        </p>
      )}
      <Button
        text={reasons.length > 0 ? 'Sign and send to a manager' : 'Sign'}
        preventDoubleClick={true}
      />
    </PostForm>
  );
}
