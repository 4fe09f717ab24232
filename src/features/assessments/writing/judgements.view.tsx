import { judgements } from '../../../domain/assessments/levels.data.ts';
import { levelLabel } from '../../../domain/assessments/levels.ts';
import type { ChildContext } from '../../../platform/http/context.ts';
import { ChildFrame } from '../../../record/child-frame.tsx';
import { Button, SummaryList } from '../../../ui/govuk/components.tsx';
import type { Html } from '../../../ui/html.ts';
import { urls } from '../../../urls.ts';
import type { LastSigned, OpenAssessment } from '../assessment.queries.ts';

type Props = {
  readonly context: ChildContext;
  readonly open: OpenAssessment;
  readonly before: LastSigned | null;
};

export function JudgementsPage({ context, open, before }: Props): Html {
  const { id: childId } = context.child;
  return (
    <ChildFrame
      context={context}
      title="Three judgements"
      back={{ href: urls.assessments.one(childId, open.id), text: 'All parts of the assessment' }}
    >
      <p class="govuk-body">
        Every child has all three, whatever the tier of work. Each needs a level, your reasons and
        what you relied on.
      </p>
      {judgements.map(({ id, title }) => {
        const own = open.content.judgements[id];
        const row = (key: string, text: string) => ({ key: { text: key }, value: { text } });
        return (
          <SummaryList
            card={{
              title: { text: title },
              actions: {
                items: [
                  {
                    href: urls.assessments.judgement(childId, open.id, id),
                    text: own.level ? 'Change' : 'Judge',
                    visuallyHiddenText: title.toLowerCase(),
                  },
                ],
              },
            }}
            rows={[
              row('Level', own.level ? levelLabel(own.level) : 'Not judged yet'),
              row(
                'Suggested by the signs',
                own.suggested ? levelLabel(own.suggested) : 'Not all signs are marked',
              ),
              ...(before ? [row('Last signed', levelLabel(before.levels[id]))] : []),
              row('Reasons', own.reason || 'None written yet'),
              ...(own.overrideReason ? [row('Why it differs', own.overrideReason)] : []),
              row(
                'Sources used',
                own.sources
                  .filter((source) => source.use === 'used')
                  .map((source) => source.name)
                  .join('; ') || 'None yet',
              ),
            ]}
          />
        );
      })}
      <div class="fh-actions">
        <Button href={urls.assessments.safety(childId, open.id)} text="Continue to safety" />
      </div>
    </ChildFrame>
  );
}
