import { calculate } from '../figures/calculate.ts';
import { courtOrOut } from './audit-questions.ts';
import { oversightQuestion } from './oversight-question.data.ts';

/** One case and question as audit_outcomes gives it. */
export type Outcome = {
  readonly audit_id: string;
  readonly tier: string;
  readonly team_id: string | null;
  readonly key_question: string;
  /** Null until every reading is finished and differences are settled. */
  readonly answer: string | null;
  readonly first_answer: string;
  readonly second_answer: string | null;
  readonly is_moderated: boolean;
  readonly self_view: string | null;
};

export type Share = {
  readonly yes: number;
  readonly of: number;
  /** As printed, or null where there is nothing to divide by. */
  readonly percent: string | null;
};

export type QuestionResult = Share & {
  /** Cases the question was relevant to: what the percentage is not of. */
  readonly relevant: number;
  /** Cases whose readings are not all finished or differ still. */
  readonly waiting: number;
};

/** A whole-number percentage of two counts, rounded half up in one place. */
export function shareOf(yes: number, of: number): Share {
  const figure = calculate('percent', { numerator: BigInt(yes), denominator: BigInt(of) });
  return { yes, of, percent: figure.kind === 'figure' ? `${figure.printed}%` : null };
}

/** Yes as a percentage of all cases that the question was asked in, with the relevant ones beside it. */
export function questionResult(outcomes: readonly Outcome[], keyQuestion: string): QuestionResult {
  const rows = outcomes.filter(({ key_question }) => key_question === keyQuestion);
  const settled = rows.filter(({ answer }) => answer !== null);
  const count = (wanted: string) => settled.filter(({ answer }) => answer === wanted).length;
  return {
    ...shareOf(count('yes'), settled.length),
    relevant: settled.length - count('not-relevant'),
    waiting: rows.length - settled.length,
  };
}

/** How often two readers, reading blind, judged alike. */
export function agreement(outcomes: readonly Outcome[]): Share {
  const twice = outcomes.filter(({ second_answer }) => second_answer !== null);
  return shareOf(
    twice.filter(({ first_answer, second_answer }) => first_answer === second_answer).length,
    twice.length,
  );
}

export type OversightView = {
  readonly cases: 'court' | 'out-of-court';
  readonly judged: Share;
  readonly selfView: Share;
};

/** What readers judged of management oversight beside what managers had written themselves, of the same relevant cases. */
export function oversightViews(outcomes: readonly Outcome[]): OversightView[] {
  const relevant = outcomes.filter(
    ({ key_question, answer }) =>
      key_question === oversightQuestion.id && answer !== null && answer !== 'not-relevant',
  );
  return (['court', 'out-of-court'] as const).flatMap((cases) => {
    const rows = relevant.filter(({ tier }) => courtOrOut(tier) === cases);
    if (rows.length === 0) return [];
    return [
      {
        cases,
        judged: shareOf(rows.filter(({ answer }) => answer === 'yes').length, rows.length),
        selfView: shareOf(
          rows.filter(({ self_view }) => self_view === 'effective').length,
          rows.length,
        ),
      },
    ];
  });
}
