import { formatDay } from '../../../domain/calendar/day.ts';
import type { Framework } from '../../../domain/inspections/framework.ts';
import type { PageContext } from '../../../platform/http/context.ts';
import { code } from '../../../record/choice-fields.tsx';
import { keepDecision } from '../../../record/decisions.ts';
import { unlessTaken } from '../../../record/episode-rows.ts';
import type { ValuesOf } from '../../../record/field.ts';
import { FormBox } from '../../../record/form-box.tsx';
import { serviceForm } from '../../../record/form-page.ts';
import { addRow, changeRow } from '../../../record/rows.ts';
import { longText } from '../../../record/text-fields.tsx';
import { InsetText } from '../../../ui/govuk/components.tsx';
import type { Html } from '../../../ui/html.ts';
import { urls } from '../../../urls.ts';
import { InspectionPage } from '../frame.view.tsx';
import { writesIn } from '../may-write.ts';
import { QuestionTable } from './case-table.view.tsx';
import { openStandard } from './open-standard.ts';
import { meetingsOf } from './panel.queries.ts';
import {
  AS_FOLLOWS,
  informationOf,
  isOpenToProposals,
  PROPOSAL,
  positionsIn,
  ratingChoices,
  ratingFaults,
  standingFaults,
} from './rating-rules.ts';

const fields = {
  rating: code('ratings', { label: 'Rating', required: 'Choose the rating', as: 'radios' }),
  meeting: code('meetings', {
    label: 'Who says so?',
    hint: 'A panel decides in a meeting that is recorded with its members. Without one this is a proposal, and a proposed move of a rating from cases does not count.',
    required: 'Choose the meeting that decided, or that it is a proposal',
  }),
  reason: longText({
    label: 'Why?',
    required: 'Write down why, so that someone who was not there can follow it',
    max: 8000,
    rows: 5,
  }),
  positions: longText({
    label: 'What members of the panel said',
    hint: 'One a line, such as “Head of service: Good”. A decision needs it; leave blank for a proposal.',
    max: 4000,
    rows: 3,
  }),
  dissent: longText({
    label: 'Who disagreed, and why',
    hint: 'Leave blank when all agreed',
    max: 4000,
    rows: 2,
  }),
};

async function subject(context: PageContext) {
  const about = await openStandard(context);
  if (!about || !writesIn(context.actor, about.inspection, 'inspection.rate')) return undefined;
  return { ...about, meetings: await meetingsOf(context.tx, about.inspection.id) };
}
type Subject = NonNullable<Awaited<ReturnType<typeof subject>>>;

const begun = (about: Subject) => ({
  rating: about.line.standard.rated === 'judged' ? null : AS_FOLLOWS,
  meeting: isOpenToProposals(about) ? PROPOSAL : null,
});

/** Rates a standard: judged from its evidence, or as it follows from the cases unless the panel moves it. */
export const rateRoutes = serviceForm({
  path: urls.inspections.rate(':inspectionId', ':standard'),
  reads: 'inspection.lead',
  fields,
  subject,
  stored: (about) =>
    about.recorded
      ? { ...begun(about), ...about.recorded, rating: about.recorded.rating ?? AS_FOLLOWS }
      : null,
  begins: begun,
  options: (_context, about) => ({
    ratings: ratingChoices(about),
    meetings: [
      {
        value: PROPOSAL,
        text: 'A proposal: the panel has not decided',
        past: !isOpenToProposals(about),
      },
      ...about.meetings.map(({ id, heldOn }) => ({
        value: id,
        text: `The panel, in its meeting of ${formatDay(heldOn)}`,
      })),
    ],
  }),
  rules: (given, about) => [...ratingFaults(about, given), ...standingFaults(about, given)],
  save: async (context, about, given) => {
    const { tx, actor } = context;
    const { inspection, line, recorded } = about;
    const columns = {
      rating: given.rating === AS_FOLLOWS ? null : given.rating,
      reason: given.reason,
      decision_id: await decided(context, about, given),
    };
    if (recorded) return changeRow(tx, 'inspection_rating', recorded, columns);
    const row = { inspection_id: inspection.id, standard: line.standard.id, ...columns };
    const isFirst = await unlessTaken(tx, () => addRow(tx, actor, 'inspection_rating', row));
    return { kind: isFirst ? 'saved' : 'moved-on' };
  },
  view: ({ shell, subject: { inspection, framework, line }, form: { F, ...form } }) => {
    const { standard, follows } = line;
    const name = `${standard.id} ${standard.title}`;
    const isJudged = standard.rated === 'judged';
    return (
      <InspectionPage
        shell={shell}
        inspection={inspection}
        here="panel"
        heading={`Rate ${name}`}
        errors={form.faults}
        back={{
          href: urls.inspections.standard(inspection.id, standard.id),
          text: `Back to ${name}`,
        }}
      >
        {line.questions.length > 0 ? <QuestionTable line={line} /> : null}
        {line.mayMove ? <Discretion framework={framework} /> : null}
        <FormBox form={form} button="Save the rating">
          <F.rating />
          <F.meeting empty="Choose" />
          <p class="govuk-body">
            <a class="govuk-link" href={urls.inspections.meetingNew(inspection.id)}>
              Record a meeting of the panel
            </a>
          </p>
          <F.reason
            hint={
              isJudged
                ? 'Weigh each key question by its strengths and gaps; there is no formula. While the draft is being checked, name the point of factual accuracy that led to it.'
                : `Good: “${follows ? `${follows.name} stands: ` : ''}the question rests on enough cases and the others fall alike.”`
            }
          />
          <F.positions />
          <F.dissent />
        </FormBox>
      </InspectionPage>
    );
  },
  done: ({ inspection, line: { standard } }, { meeting }) => ({
    to:
      meeting === PROPOSAL
        ? urls.inspections.standard(inspection.id, standard.id)
        : urls.inspections.panel(inspection.id),
    message: `Saved: the rating of ${standard.id}`,
  }),
});

/** The panel's decision, which replaces the one before it; null for a proposal. */
async function decided(
  { tx, actor }: PageContext,
  { inspection, framework, line, recorded, meetings }: Subject,
  given: ValuesOf<typeof fields>,
): Promise<string | null> {
  const meeting = meetings.find(({ id }) => id === given.meeting);
  if (!meeting) return null;
  const { standard, follows } = line;
  return keepDecision(tx, actor, {
    about: { table: 'inspection', id: inspection.id },
    question: `How is standard ${standard.id} ${standard.title} rated?`,
    options: framework.ratings.map(({ name }) => name),
    positions: positionsIn(given.positions),
    information: `${informationOf(line)} The panel of ${formatDay(meeting.heldOn)}: ${meeting.attended.split('\n').join('; ')}.`,
    outcome: given.rating === AS_FOLLOWS ? (follows?.name ?? null) : given.rating,
    rationale: given.reason,
    dissent: given.dissent,
    decidedOn: meeting.heldOn,
    replaces: recorded?.decisionId ?? null,
  });
}

function Discretion({ framework }: { readonly framework: Framework }): Html {
  const { who, guidance, provisional } = framework.discretion;
  return (
    <InsetText
      html={
        <>
          <p>{who} may move a rating from cases by one band. It is recorded as a decision.</p>
          <ul class="govuk-list govuk-list--bullet">
            {guidance.map((line) => (
              <li>{line}</li>
            ))}
          </ul>
          {provisional ? <p class="fh-quiet">Provisional: {provisional}</p> : null}
        </>
      }
    />
  );
}
