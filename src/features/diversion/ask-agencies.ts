import type { Actor } from '../../domain/access/can.ts';
import type { Day } from '../../domain/calendar/day.ts';
import { questionFor } from '../../domain/information/agencies.data.ts';
import type { Tx } from '../../platform/db/as-actor.ts';
import { newId } from '../../platform/db/new-id.ts';
import { openRequestAccess } from './request-access.ts';

export type Asking = {
  readonly childId: string;
  readonly questions: readonly { readonly agency: string; readonly question: string }[];
  readonly dueOn: Day;
  readonly today: Day;
};

/** Asks several agencies at once, each its own question, and lets their people see the child until they answer. */
export async function askAgencies(tx: Tx, actor: Actor, asking: Asking): Promise<void> {
  const referral = await tx
    .selectFrom('referral')
    .select('id')
    .where('child_id', '=', asking.childId)
    .where('state', 'not in', ['closed', 'signposted'])
    .orderBy('received_on', 'desc')
    .orderBy('id', 'desc')
    .executeTakeFirst();
  await tx
    .insertInto('information_request')
    .values(
      asking.questions.map(({ agency, question }) => ({
        service_id: actor.serviceId,
        id: newId(),
        child_id: asking.childId,
        referral_id: referral?.id ?? null,
        agency,
        record_class: questionFor(agency).recordClass,
        question,
        asked_on: asking.today,
        due_on: asking.dueOn,
      })),
    )
    .execute();
  await openRequestAccess(tx, actor, {
    ...asking,
    agencies: asking.questions.map(({ agency }) => agency),
  });
}
