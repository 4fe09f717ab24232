import { formatInstant } from '../../../domain/calendar/british-time.ts';
import { fullName } from '../../../domain/people/display-name.ts';
import type { PageContext } from '../../../platform/http/context.ts';
import { isId } from '../../../platform/http/is-id.ts';
import { FormBox } from '../../../record/form-box.tsx';
import { serviceForm } from '../../../record/form-page.ts';
import { childDecided, whoFaults } from '../../../record/known/who-it-is.ts';
import type { Html } from '../../../ui/html.ts';
import { Page } from '../../../ui/layout/page.tsx';
import { urls } from '../../../urls.ts';
import { decideHold, type HoldDecision } from './decide-hold.ts';
import { AsSent, Candidates } from './hold-facts.view.tsx';
import { holdFields, resolutionWords } from './hold-fields.ts';
import { candidatesNow, type Hold, holdOne, holdsLeft } from './holds.queries.ts';
import { decisionsOf, putRight, shownOf, type WhoItIs } from './who-it-is.ts';
import { WhoItIsFields } from './who-it-is.view.tsx';

async function subject({ tx, actor, param }: PageContext) {
  const id = param('holdId');
  const hold = isId(id) ? await holdOne(tx, actor.serviceId, id) : null;
  if (!hold) return undefined;
  return {
    hold,
    known: await candidatesNow(tx, actor.serviceId, hold),
    left: await holdsLeft(tx, actor.serviceId),
  };
}

async function decisionOf({ tx, actor }: PageContext, said: WhoItIs): Promise<HoldDecision | null> {
  if (said.decision === 'none') return { kind: 'discarded' };
  if (said.decision === 'new') return { kind: 'created' };
  const childId = await childDecided(tx, actor.serviceId, said);
  return childId ? { kind: 'matched', childId } : null;
}

/** One held row: what the list says, whom it may be, and the decision. */
export const holdRoutes = serviceForm({
  path: urls.referrals.hold(':holdId'),
  reads: 'referral.inbox',
  writes: 'referral.import',
  audit: 'view',
  fields: holdFields,
  subject,
  stored: ({ hold: { id, version, values, note } }) => ({ id, version, ...shownOf(values, note) }),
  options: (_context, { known }) => ({ decisions: decisionsOf([...known.byId.values()]) }),
  // A row that is decided is never decided again: its own faults come after.
  rules: (value, { hold }) => (hold.resolution === null ? whoFaults(value) : []),
  save: async (context, { hold }, said) => {
    if (hold.resolution !== null) return { kind: 'moved-on' };
    const decision = await decisionOf(context, said);
    if (!decision) return [{ field: 'number', message: `No child has the number ${said.number}` }];
    return decideHold(context, hold, decision, putRight(hold.values, said), said.resolution_note);
  },
  view: ({ shell, subject: { hold, known }, form: { F, ...form } }) => (
    <Page
      title={`Row ${hold.row}: ${fullName(hold.values)}`}
      shell={shell}
      errors={form.faults}
      back={{ href: urls.referrals.holds, text: 'Held rows' }}
    >
      <h1 class="govuk-heading-l">{fullName(hold.values)}</h1>
      <p class="govuk-body">
        {hold.fileName}, row {hold.row}, held since {formatInstant(hold.since)}.
      </p>
      <h2 class="govuk-heading-m">Why a person must decide</h2>
      <ul class="govuk-list govuk-list--bullet">
        {hold.reasons.map((reason) => (
          <li>{reason}</li>
        ))}
      </ul>
      <div class="fh-even">
        <AsSent values={hold.values} />
        <Candidates
          candidates={hold.candidates}
          known={known}
          waitingAt={(row) => {
            const waiting = known.waitingRows.get(row);
            return waiting && urls.referrals.hold(waiting);
          }}
        />
      </div>
      {hold.resolution ? <Decided hold={hold} /> : null}
      <FormBox
        form={{ ...form, mayWrite: form.mayWrite && hold.resolution === null }}
        button="Save the decision"
      >
        <WhoItIsFields F={F} />
      </FormBox>
    </Page>
  ),
  done: ({ hold, left }, said, _context, childId) => {
    const others = left - 1;
    const name = [said.forename, said.surname].filter(Boolean).join(' ') || 'The row';
    const decided = childId
      ? `Decided: the referral of ${name} is made.`
      : `Decided: row ${hold.row} is no referral.`;
    if (others <= 0)
      return {
        to: childId ? urls.referrals.forChild(childId) : urls.referrals.holds,
        message: decided,
      };
    const waiting = others === 1 ? '1 row waits' : `${others} rows wait`;
    return { to: urls.referrals.holds, message: `${decided} ${waiting} still.` };
  },
});

function Decided({ hold }: { readonly hold: Hold }): Html {
  return (
    <section class="govuk-inset-text">
      <p class="govuk-body">
        <strong>{hold.resolution ? resolutionWords[hold.resolution] : ''}</strong>, decided by{' '}
        {hold.resolvedBy ?? 'somebody'} {hold.resolvedAt ? formatInstant(hold.resolvedAt) : ''}.{' '}
        {hold.resolvedChildId ? (
          <a class="govuk-link" href={urls.referrals.forChild(hold.resolvedChildId)}>
            The child’s referrals
          </a>
        ) : null}
      </p>
      <p class="govuk-body fh-written">{hold.note}</p>
    </section>
  );
}
