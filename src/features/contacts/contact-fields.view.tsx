import type { Options, TagsOf } from '../../record/field.ts';
import { Details } from '../../ui/govuk/components.tsx';
import type { Html } from '../../ui/html.ts';
import type { contactFields } from './contact-fields.ts';

type Tags = TagsOf<typeof contactFields>;

/** What, where, when and whose: the same for a contact held and one still to come. */
export function WhereAndWhen({
  F,
  isPlan,
  options: { involvements = [], rooms = [] },
}: {
  readonly F: Tags;
  readonly isPlan: boolean;
  readonly options: Options;
}): Html {
  return (
    <>
      <div class="fh-even">
        <F.type {...(isPlan ? { label: 'Kind of contact' } : {})} />
        <F.place
          hint={`May be left blank for a call, a message or a letter${rooms.length > 0 ? ', and where a room is chosen' : ''}`}
          {...(isPlan ? { label: 'Where' } : {})}
        />
      </div>
      {rooms.length > 0 ? <F.room_id /> : null}
      <div class="fh-even">
        <F.on {...(isPlan ? { label: 'Day' } : {})} />
        <F.worker_id {...(isPlan ? { label: 'Who will see the child' } : {})} />
      </div>
      <div class="fh-even">
        <F.at {...(isPlan ? { label: 'Time' } : {})} />
        <F.minutes />
      </div>
      {isPlan ? (
        <p class="govuk-hint">
          Keep clear of school, work and worship. The usual school day is a quarter to nine to half
          past three: after it, or a visit at school, is better than taking the child out.
        </p>
      ) : null}
      {involvements.length > 1 ? (
        <F.involvement_id empty="All of them" />
      ) : (
        <input type="hidden" name="involvement_id" value={involvements[0]?.value ?? ''} />
      )}
    </>
  );
}

/** One contact, or several that are planned together. */
export const Repeated = ({ F }: { readonly F: Tags }): Html => (
  <Details summaryText="Repeat it">
    <div class="fh-even">
      <F.every empty="Once only" />
      <F.times />
    </div>
  </Details>
);

/** Why a contact is moved, and whether those after it move too. */
export const Moved = ({
  F,
  isOfSeries,
}: {
  readonly F: Tags;
  readonly isOfSeries: boolean;
}): Html => (
  <>
    {isOfSeries ? (
      <F.later hint="Each of them moves by as many days, to the same time, place and worker" />
    ) : null}
    <F.reason label="Why is it moved?" hint="The day that it was planned for first is kept" />
  </>
);

/** What happened: who was seen, what was said, what comes next. */
export function WhatHappened({
  F,
  canPlanNext,
  isMended,
}: {
  readonly F: Tags;
  readonly canPlanNext: boolean;
  readonly isMended: boolean;
}): Html {
  return (
    <>
      <div class="fh-even">
        <F.attendance />
        <div>
          <F.child_seen />
          <F.parent_spoken_to />
        </div>
      </div>
      <div class="fh-even">
        <F.absence_reason empty="They came" />
        <F.with_whom />
      </div>
      <F.notes />
      <F.child_words />
      <F.next_step />
      {isMended ? <F.reason /> : null}
      <div class="fh-even">
        <F.lenses />
        <F.safeguarding />
      </div>
      {canPlanNext ? (
        <Details summaryText="Plan the next contact now">
          <div class="fh-even">
            <F.next_on />
            <div>
              <F.next_at />
              <F.next_place />
            </div>
          </div>
        </Details>
      ) : null}
    </>
  );
}
