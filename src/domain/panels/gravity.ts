import { z } from 'zod';
import { attributesOf, type ReferenceRow, wholeOrNull } from '../reference/reference-row.ts';
import { type Gravity, gravityRule, gravityScores } from './gravity.data.ts';
import type { Outcome } from './outcomes.ts';

/** Something that makes the matter weigh more (+1) or less (-1), from the code list `gravity_factor`. */
export type GravityFactor = { code: string; label: string; step: number };

export type GravityResult = {
  base: Gravity;
  aggravating: string[];
  mitigating: string[];
  /** How far the factors move the score: -1, 0 or 1. */
  move: number;
  score: Gravity;
  usual: string;
  sentence: string;
};

/** Reads one row of the code list. */
export function gravityFactorFrom(
  row: Pick<ReferenceRow, 'code' | 'label' | 'attributes'>,
): GravityFactor {
  const { step } = attributesOf(row, z.object({ step: wholeOrNull }));
  return { code: row.code, label: row.label, step: step ?? 0 };
}

/** A score as it is stored, as one of the five. */
export const asGravity = (value: number): Gravity => scoreAt(clamp(value, 1, 5)).score;

/** The offence's score after its factors, which move it by one at most and never beyond 1 or 5. */
export function gravityOf(base: Gravity, factors: readonly GravityFactor[]): GravityResult {
  const sum = factors.reduce((total, factor) => total + factor.step, 0);
  const wanted = clamp(sum, -gravityRule.mostSteps, gravityRule.mostSteps);
  const found = scoreAt(clamp(base + wanted, 1, 5));
  const aggravating = factors.filter((factor) => factor.step > 0).map((factor) => factor.label);
  const mitigating = factors.filter((factor) => factor.step < 0).map((factor) => factor.label);
  const move = found.score - base;
  const counts = `${aggravating.length} making it more serious, ${mitigating.length} less`;
  const moved = move === 0 ? 'unchanged' : move > 0 ? 'up one' : 'down one';
  return {
    base,
    aggravating,
    mitigating,
    move,
    score: found.score,
    usual: found.usual,
    sentence: `Offence score ${base}, ${counts}: ${moved}, gravity ${found.score}. ${found.usual}.`,
  };
}

export type Departure =
  | { kind: 'usual' }
  | { kind: 'not-settled' }
  | { kind: 'departure'; direction: 'lighter' | 'heavier'; sentence: string };

/** Says whether an outcome departs from what the score usually leads to; a departure is allowed and needs a written reason. */
export function departureOf(score: Gravity, outcome: Outcome): Departure {
  if (outcome.usualGravity === null) return { kind: 'not-settled' };
  if (outcome.usualGravity === score) return { kind: 'usual' };
  const direction = outcome.usualGravity < score ? 'lighter' : 'heavier';
  return {
    kind: 'departure',
    direction,
    sentence: `${outcome.label} is ${direction} than gravity ${score} usually leads to`,
  };
}

function scoreAt(value: number): (typeof gravityScores)[number] {
  return gravityScores.find((row) => row.score === value) ?? gravityScores[0];
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, value));
}
