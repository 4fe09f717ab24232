import { formatDay } from '../../domain/calendar/day.ts';
import type { Framework } from '../../domain/inspections/framework.ts';
import type { StandardLine } from '../../domain/inspections/rate-inspection.ts';
import { Button, InsetText } from '../../ui/govuk/components.tsx';
import type { Html } from '../../ui/html.ts';
import { ConflictNotice } from '../../ui/layout/conflict.tsx';
import {
  ChoiceField,
  LongText,
  SelectField,
  type Typed,
  VersionField,
} from '../../ui/layout/fields.tsx';
import type { FieldError, PageShell } from '../../ui/layout/page.tsx';
import { PostForm } from '../../ui/layout/post-form.tsx';
import { urls } from '../../urls.ts';
import { QuestionTable } from './case-table.view.tsx';
import { InspectionPage } from './frame.view.tsx';
import type { Inspection, RatingRow } from './inspections.queries.ts';
import type { Meeting } from './panel.queries.ts';
import { AS_FOLLOWS, PROPOSAL } from './save-rating.ts';

type Props = {
  readonly shell: PageShell;
  readonly inspection: Inspection;
  readonly framework: Framework;
  readonly line: StandardLine;
  readonly recorded: RatingRow | undefined;
  readonly meetings: readonly Meeting[];
  readonly typed: Typed;
  readonly errors: readonly FieldError[];
  readonly movedOn: boolean;
};

/** Rates a standard: judged from its evidence, or as it follows from the cases unless the panel moves it. */
export function RatePage(props: Props): Html {
  const { shell, inspection, framework, line, recorded, typed, errors } = props;
  const { standard, follows } = line;
  const base = { typed, errors };
  const isJudged = standard.rated === 'judged';
  const name = `${standard.id} ${standard.title}`;
  const reason = [typed.reason ?? ''].flat()[0] ?? '';
  return (
    <InspectionPage
      shell={shell}
      inspection={inspection}
      here="panel"
      heading={`Rate ${name}`}
      errors={errors}
      back={{
        href: urls.inspections.standard(inspection.id, standard.id),
        text: `Back to ${name}`,
      }}
    >
      {props.movedOn ? (
        <ConflictNotice
          fields={[
            {
              label: 'Rating',
              theirs: recorded?.rating ?? 'As it follows',
              yours: [typed.rating ?? ''].flat()[0] ?? '',
            },
            { label: 'Why', theirs: recorded?.reason ?? null, yours: reason },
          ]}
        />
      ) : null}
      {isJudged ? null : <QuestionTable line={line} />}
      {line.mayMove ? <Discretion framework={framework} /> : null}
      <PostForm action={urls.inspections.rate(inspection.id, standard.id)}>
        <VersionField version={recorded?.version ?? 0} />
        <ChoiceField
          {...base}
          name="rating"
          label="Rating"
          stored={recorded ? (recorded.rating ?? AS_FOLLOWS) : isJudged ? '' : AS_FOLLOWS}
          choices={choicesOf(framework, line)}
        />
        <SelectField
          {...base}
          name="meeting"
          label="Who says so?"
          hint="A panel decides in a meeting that is recorded with its members. Without one this is a proposal, and a proposed move of a rating from cases does not count."
          empty="Choose"
          stored={isOpenToProposals(props) ? PROPOSAL : undefined}
          choices={[
            ...(isOpenToProposals(props)
              ? [{ value: PROPOSAL, text: 'A proposal: the panel has not decided' }]
              : []),
            ...props.meetings.map(({ id, heldOn }) => ({
              value: id,
              text: `The panel, in its meeting of ${formatDay(heldOn)}`,
            })),
          ]}
        />
        <p class="govuk-body">
          <a class="govuk-link" href={urls.inspections.meetingNew(inspection.id)}>
            Record a meeting of the panel
          </a>
        </p>
        <LongText
          {...base}
          name="reason"
          label="Why?"
          hint={
            isJudged
              ? 'Weigh each key question by its strengths and gaps; there is no formula. While the draft is being checked, name the point of factual accuracy that led to it.'
              : `Good: “${follows ? `${follows.name} stands: ` : ''}the question rests on enough cases and the others fall alike.”`
          }
          rows={5}
          stored={recorded?.reason}
        />
        <LongText
          {...base}
          name="positions"
          label="What members of the panel said"
          hint="One a line, such as “Head of service: Good”. A decision needs it; leave blank for a proposal."
          rows={3}
        />
        <LongText
          {...base}
          name="dissent"
          label="Who disagreed, and why"
          hint="Leave blank when all agreed"
          rows={2}
        />
        <Button text="Save the rating" preventDoubleClick={true} />
      </PostForm>
    </InspectionPage>
  );
}

const isOpenToProposals = ({ inspection, recorded }: Props) =>
  inspection.state !== 'factual-accuracy' && !recorded?.decisionId;

function choicesOf({ ratings, discretion }: Framework, line: StandardLine) {
  const named = ratings.map(({ name }) => ({ value: name, text: name }));
  const { follows } = line;
  if (line.standard.rated === 'judged') return named;
  const at = follows ? ratings.indexOf(follows) : -1;
  const within = named.filter(
    (_, index) => line.mayMove && at >= 0 && Math.abs(index - at) === discretion.bands,
  );
  return [
    {
      value: AS_FOLLOWS,
      text: follows
        ? `${follows.name}, as it follows from the cases`
        : 'As it follows from the cases',
    },
    ...within.map(({ value, text }) => ({ value, text: `${text}, moved by discretion` })),
  ];
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
