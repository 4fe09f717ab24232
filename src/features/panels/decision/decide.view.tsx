import { gravityScores } from '../../../domain/panels/gravity.data.ts';
import type { ChildContext } from '../../../platform/http/context.ts';
import { ChildFrame } from '../../../record/child-frame.tsx';
import { FormBox } from '../../../record/form-box.tsx';
import type { PageOf } from '../../../record/form-page.ts';
import type { Html } from '../../../ui/html.ts';
import { type Conflict, When, Who } from '../../../ui/layout/conflict.tsx';
import { urls } from '../../../urls.ts';
import type { DecideSubject } from './decide.routes.tsx';
import type { DecisionFields } from './decision-fields.ts';

type Props = PageOf<ChildContext, DecideSubject, DecisionFields>;

/** Records what the panel decided, with what each agency thought. */
export function DecidePage(props: Props): Html {
  const { subject, form, context } = props;
  const { item, quorum, missing, mayDecide } = subject;
  const childId = context.child.id;
  return (
    <ChildFrame
      context={context}
      title="Record the decision"
      heading={
        item.decision_id
          ? 'Record the decision that replaces the earlier one'
          : 'Record the decision'
      }
      faults={form.faults}
      back={{ href: urls.panels.item(childId, item.id), text: item.panel_name }}
    >
      {form.conflict ? (
        <MovedOn conflict={form.conflict} decisionId={item.decision_id} childId={childId} />
      ) : null}
      <div id="missing">
        {quorum.isQuorate ? null : <NotQuorate subject={subject} childId={childId} />}
        {missing.length > 0 ? <StepsMissing subject={subject} childId={childId} /> : null}
      </div>
      {mayDecide ? <DecisionForm {...props} /> : null}
    </ChildFrame>
  );
}

function MovedOn(props: {
  readonly conflict: Conflict;
  readonly decisionId: string | null;
  readonly childId: string;
}): Html {
  const { conflict, decisionId, childId } = props;
  return (
    <p class="govuk-inset-text">
      <When conflict={conflict} />
      <Who conflict={conflict} did="changed" /> this item while you wrote
      {decisionId ? (
        <>
          :{' '}
          <a class="govuk-link" href={urls.panels.decision(childId, decisionId)}>
            a decision is recorded
          </a>
        </>
      ) : null}
      . Nothing of yours is lost: it stands below. Read theirs, then save again if yours is still
      needed.
    </p>
  );
}

type Steps = { readonly subject: DecideSubject; readonly childId: string };

function NotQuorate({ subject, childId }: Steps): Html {
  const { quorum, item } = subject;
  return (
    <div class="govuk-inset-text">
      <p class="govuk-body">
        <strong>The panel does not have everyone it needs to decide about this child.</strong>
      </p>
      <ul class="govuk-list govuk-list--bullet">
        {quorum.missing.map((line) => (
          <li>{line}</li>
        ))}
      </ul>
      <p class="govuk-body">
        {item.quorum_exception ? (
          `An exception is recorded: ${item.quorum_exception}`
        ) : (
          <ToQuorum subject={subject} childId={childId} />
        )}
      </p>
    </div>
  );
}

function ToQuorum({ subject: { item, mayExcept }, childId }: Steps): Html {
  if (!mayExcept) return <>Ask a practice manager to mark who came, or to record an exception.</>;
  return (
    <>
      <a class="govuk-link" href={urls.panels.attendance(item.panel_id)}>
        Mark who came
      </a>{' '}
      or, if the decision cannot wait,{' '}
      <a class="govuk-link" href={urls.panels.gate(childId, item.id, 'quorum')}>
        record an exception
      </a>
      . Then come back to record the decision.
    </>
  );
}

function StepsMissing({ subject: { missing, item }, childId }: Steps): Html {
  return (
    <div class="govuk-inset-text">
      <p class="govuk-body">
        <strong>Steps before the panel are open again.</strong>
      </p>
      <ul class="govuk-list govuk-list--bullet">
        {missing.map(({ sentence }) => (
          <li>{sentence}</li>
        ))}
      </ul>
      <p class="govuk-body">
        <a class="govuk-link" href={urls.panels.item(childId, item.id)}>
          See to each, or record why it is passed
        </a>
      </p>
    </div>
  );
}

function DecisionForm({ subject, form: { F, ...form } }: Props): Html {
  const { item, consulted } = subject;
  const usual = gravityScores.find(({ score }) => score === item.gravity)?.usual ?? '';
  return (
    <FormBox form={{ ...form, conflict: null }} button="Record the decision">
      <p class="govuk-body">
        Heard by: {consulted.length > 0 ? consulted.join('; ') : 'nobody marked as present'}.
      </p>
      <F.question />
      <F.answer />
      <F.options />
      <h2 class="govuk-heading-m">What each agency thought</h2>
      <fieldset class="govuk-fieldset">
        <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">Police</legend>
        <F.position_police />
        <F.position_police_by />
        <F.position_police_outcome empty={noView} />
      </fieldset>
      <fieldset class="govuk-fieldset">
        <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">
          Youth justice service
        </legend>
        <F.position_youth_justice />
        <F.position_youth_justice_by />
        <F.position_youth_justice_outcome empty={noView} />
      </fieldset>
      <F.position_others />
      <h2 class="govuk-heading-m">What the decision rests on</h2>
      <F.information />
      <F.diversity />
      <h2 class="govuk-heading-m">The decision</h2>
      <p class="govuk-body">
        {item.gravity === null
          ? 'The gravity is not scored.'
          : `Gravity ${item.gravity}. ${usual}.`}
      </p>
      <F.outcome />
      <F.rationale />
      <F.departure_reason />
      <F.dissent />
      <F.decided_on />
      <F.review_on />
      <p class="govuk-body fh-quiet">
        The police lead then confirms it, before the outcome is given.
      </p>
    </FormBox>
  );
}

const noView = 'No view, or the same as decided';
