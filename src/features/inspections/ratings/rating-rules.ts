import type { FormFault } from '../../../domain/form-fault.ts';
import { withDiscretion } from '../../../domain/inspections/discretion.ts';
import type { Framework } from '../../../domain/inspections/framework.ts';
import type { StandardLine } from '../../../domain/inspections/rate-inspection.ts';
import type { Inspection, RatingRow } from '../inspections.queries.ts';

/** In place of a meeting while the panel has not decided. */
export const PROPOSAL = 'proposal';
/** In place of a rating's name where the rating that follows from the cases stands. */
export const AS_FOLLOWS = 'as-it-follows';

type Given = {
  readonly rating: string;
  readonly meeting: string;
  readonly reason: string;
  readonly positions: string | null;
};
type Rated = {
  readonly inspection: Pick<Inspection, 'state'>;
  readonly framework: Framework;
  readonly line: StandardLine;
  readonly recorded: RatingRow | undefined;
};

/** Whether a rating may still be proposed without a meeting. */
export const isOpenToProposals = ({ inspection, recorded }: Rated) =>
  inspection.state !== 'factual-accuracy' && !recorded?.decisionId;

/** What nobody decides alone: a panel decides in a meeting that is recorded, with what its members said. */
export function standingFaults({ inspection, recorded }: Rated, given: Given): FormFault[] {
  if (given.meeting !== PROPOSAL)
    return given.positions === null
      ? [{ field: 'positions', message: 'Enter what each member of the panel said, one a line' }]
      : [];
  if (inspection.state === 'factual-accuracy')
    return [
      {
        field: 'meeting',
        message:
          'The draft is being checked: a rating changes only in a meeting of the panel. Record the meeting first, then choose it here',
      },
    ];
  return recorded?.decisionId
    ? [
        {
          field: 'meeting',
          message: 'The panel has decided: only a meeting of the panel changes its rating',
        },
      ]
    : [];
}

/** What the framework does not allow. */
export function ratingFaults({ framework, line }: Rated, given: Given): FormFault[] {
  const wrong = (message: string) => [{ field: 'rating', message }];
  if (line.unfit) return wrong(`No rating follows from these cases: ${line.unfit}`);
  if (line.standard.rated === 'judged') return [];
  if (!line.follows) return wrong('Nothing follows from the cases yet: read them first');
  if (given.rating === AS_FOLLOWS) return [];
  const after = withDiscretion(framework, line.standard, line.follows, {
    to: given.rating,
    reason: given.reason,
  });
  return after.kind === 'refused' ? wrong(after.reason) : [];
}

/** The ratings that a standard may be given; those that only its rules refuse are read and not offered. */
export function ratingChoices({ framework: { ratings, discretion }, line }: Rated) {
  const named = ratings.map(({ name }) => ({ value: name, text: name }));
  const { follows } = line;
  if (line.standard.rated === 'judged') return named;
  const at = follows ? ratings.indexOf(follows) : -1;
  const isWithin = (index: number) =>
    line.mayMove && at >= 0 && Math.abs(index - at) === discretion.bands;
  return [
    {
      value: AS_FOLLOWS,
      text: follows
        ? `${follows.name}, as it follows from the cases`
        : 'As it follows from the cases',
    },
    ...named.map(({ value, text }, index) => ({
      value,
      text: `${text}, moved by discretion`,
      past: !isWithin(index),
    })),
  ];
}

/** What the panel's members said: "Name: view" a line; a line without a name is kept whole. */
export const positionsIn = (text: string | null) =>
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
export function informationOf({ standard, questions, follows }: StandardLine): string {
  if (standard.rated === 'judged') return 'The evidence written down against the standard.';
  const counted = questions.map(({ id, count, percentage }) =>
    percentage === null
      ? `${id} no case yet`
      : `${id} ${percentage}% (${count?.yes} of ${count?.of})`,
  );
  return `${counted.join('; ')}. ${follows ? `${follows.name} follows.` : 'Nothing follows yet.'}`;
}
