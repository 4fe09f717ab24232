import { z } from 'zod';
import type { Actor } from '../../domain/access/can.ts';
import { formatDay } from '../../domain/calendar/day.ts';
import { withDiscretion } from '../../domain/inspections/discretion.ts';
import type { Framework } from '../../domain/inspections/framework.ts';
import type { StandardLine } from '../../domain/inspections/rate-inspection.ts';
import type { Tx } from '../../platform/db/as-actor.ts';
import { newId } from '../../platform/db/new-id.ts';
import { type Saved, savedOf } from '../../platform/db/optimistic.ts';
import { optionalText, requiredText, versionField } from '../../platform/http/parse-form.ts';
import { keepDecision } from '../../record/decisions.ts';
import type { FieldError } from '../../ui/layout/page.tsx';
import type { InspectionState, RatingRow } from './inspections.queries.ts';
import type { Meeting } from './panel.queries.ts';

export const ratingForm = z.object({
  rating: requiredText('Choose the rating', 40),
  /** The id of the meeting that decided, or the word for none. */
  meeting: requiredText('Say whether the panel has decided', 40),
  reason: requiredText('Write down why, so that someone who was not there can follow it', 8000),
  positions: optionalText(4000),
  dissent: optionalText(4000),
  version: versionField,
});

type RatingForm = z.output<typeof ratingForm>;
/** In place of a meeting while the panel has not decided. */
export const PROPOSAL = 'proposal';
/** In place of a rating's name where the rating that follows from the cases stands. */
export const AS_FOLLOWS = 'as-it-follows';

/** What nobody decides alone: a panel decides in a meeting that is recorded, with what its members said. */
export function standingProblems(
  state: InspectionState,
  recorded: RatingRow | undefined,
  meetings: readonly Meeting[],
  form: RatingForm,
): readonly FieldError[] {
  const wrong = (field: string, message: string) => [{ field, message }];
  if (form.meeting === PROPOSAL) {
    if (state === 'factual-accuracy')
      return wrong(
        'meeting',
        'The draft is being checked: a rating changes only in a meeting of the panel. Record the meeting first, then choose it here',
      );
    return recorded?.decisionId
      ? wrong('meeting', 'The panel has decided: only a meeting of the panel changes its rating')
      : [];
  }
  if (!meetings.some(({ id }) => id === form.meeting))
    return wrong('meeting', 'Choose the meeting that decided');
  return form.positions === null
    ? wrong('positions', 'Enter what each member of the panel said, one a line')
    : [];
}

/** What the framework does not allow. */
export function ratingProblems(
  framework: Framework,
  line: StandardLine,
  form: RatingForm,
): readonly FieldError[] {
  const wrong = (message: string) => [{ field: 'rating', message }];
  if (line.standard.rated === 'judged')
    return framework.ratings.some(({ name }) => name === form.rating)
      ? []
      : wrong('Choose the rating');
  if (!line.follows) return wrong('Nothing follows from the cases yet: read them first');
  if (form.rating === AS_FOLLOWS) return [];
  const after = withDiscretion(framework, line.standard, line.follows, {
    to: form.rating,
    reason: form.reason,
  });
  return after.kind === 'refused' ? wrong(after.reason) : [];
}

type Rated = {
  readonly inspectionId: string;
  readonly line: StandardLine;
  readonly options: readonly string[];
  readonly recorded: RatingRow | undefined;
  readonly meetings: readonly Meeting[];
};

/** Records a proposal, or the panel's decision, which replaces the one before it. */
export async function saveRating(
  tx: Tx,
  actor: Actor,
  rated: Rated,
  form: RatingForm,
): Promise<Saved> {
  const { inspectionId, line, recorded } = rated;
  const meeting = rated.meetings.find(({ id }) => id === form.meeting);
  const decisionId = meeting ? await decide(tx, actor, rated, meeting, form) : null;
  const values = {
    rating: form.rating === AS_FOLLOWS ? null : form.rating,
    reason: form.reason,
    decision_id: decisionId,
  };
  if (recorded)
    return savedOf(
      await tx
        .updateTable('inspection_rating')
        .set(values)
        .where('id', '=', recorded.id)
        .where('version', '=', form.version)
        .executeTakeFirst(),
    );
  const added = await tx
    .insertInto('inspection_rating')
    .values({
      service_id: actor.serviceId,
      id: newId(),
      inspection_id: inspectionId,
      standard: line.standard.id,
      ...values,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return { kind: added.numInsertedOrUpdatedRows === 1n ? 'saved' : 'moved-on' };
}

function decide(
  tx: Tx,
  actor: Actor,
  { inspectionId, line, options, recorded }: Rated,
  meeting: Meeting,
  form: RatingForm,
): Promise<string> {
  const { standard, follows } = line;
  return keepDecision(tx, actor, {
    about: { table: 'inspection', id: inspectionId },
    question: `How is standard ${standard.id} ${standard.title} rated?`,
    options,
    positions: positionsOf(form.positions),
    information: `${informationOf(line)} The panel of ${formatDay(meeting.heldOn)}: ${meeting.attended.split('\n').join('; ')}.`,
    outcome: form.rating === AS_FOLLOWS ? (follows?.name ?? null) : form.rating,
    rationale: form.reason,
    dissent: form.dissent,
    decidedOn: meeting.heldOn,
    replaces: recorded?.decisionId ?? null,
  });
}

// A line "Name: view" for each who spoke; a line without a name is kept whole.
const positionsOf = (text: string | null) =>
  (text ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => {
      const [by = '', ...said] = line.split(':');
      const named = said.length > 0;
      return {
        agency: '',
        by: named ? by.trim() : '',
        position: named ? said.join(':').trim() : line,
      };
    });

/** What the decision rested on, as it stood that day. */
function informationOf({ standard, questions, follows }: StandardLine): string {
  if (standard.rated === 'judged') return 'The evidence written down against the standard.';
  const counted = questions.map(({ id, count, percentage }) =>
    percentage === null
      ? `${id} no case yet`
      : `${id} ${percentage}% (${count?.yes} of ${count?.of})`,
  );
  return `${counted.join('; ')}. ${follows ? `${follows.name} follows.` : 'Nothing follows yet.'}`;
}
