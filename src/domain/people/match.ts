import { birthRelation } from './birth-relation.ts';
import { readPhone } from './contact-points.ts';
import {
  MATCH_RULES,
  type MatchRule,
  type MatchRuleId,
  type MatchVerdict,
  SCORE,
} from './match-rules.data.ts';
import { nameRelation } from './name-relation.ts';
import type { PersonFacts } from './person.ts';
import { placeRelation } from './place-relation.ts';
import { numberKey, numbersOf } from './quick-look.ts';
import { sexesDisagree } from './sex.ts';

/** How far two sets of facts are one person, and why, in sentences. */
export type Comparison = {
  /** 0 to 100, only for putting candidates in order; the verdict decides. */
  readonly score: number;
  readonly verdict: MatchVerdict;
  readonly reasons: readonly string[];
  readonly rule: MatchRuleId;
};

type Decision = {
  readonly verdict: MatchVerdict;
  readonly rule: MatchRuleId;
  readonly because: string | null;
};

/** Compares two people by name, birth, home, sex, numbers and phones; the order does not matter. */
export function comparePeople(a: PersonFacts, b: PersonFacts): Comparison {
  const name = nameRelation(a, b);
  const birth = birthRelation(a.dateOfBirth, b.dateOfBirth);
  const place = placeRelation(a, b);
  const number = sharedNumber(a, b);
  const isSexOdd = sexesDisagree(a.sex, b.sex);
  const byFacts = decide(name.relation, birth.relation, place.relation);
  const decision = doubt(number === null ? byFacts : byNumber(byFacts, name.relation), isSexOdd);
  const reasons = [
    number,
    name.reason,
    birth.reason,
    place.reason,
    sharesPhone(a, b) ? 'Same phone number' : null,
    isSexOdd ? 'Recorded with different sexes' : null,
    decision.because,
  ];
  const points =
    SCORE.name[name.relation] + SCORE.birth[birth.relation] + SCORE.place[place.relation];
  const band = decision.verdict === 'same' ? SCORE.topBand : SCORE.band;
  return {
    score: SCORE.starts[decision.verdict] + Math.round((points / 10) * band),
    verdict: decision.verdict,
    reasons: reasons.filter((reason) => reason !== null),
    rule: decision.rule,
  };
}

function decide(name: string, birth: string, place: string): Decision {
  const rules: readonly (MatchRule & { readonly id: MatchRuleId })[] = MATCH_RULES;
  const allows = (list: readonly string[] | undefined, value: string) =>
    list === undefined || list.includes(value);
  const rule = rules.find(
    (each) => allows(each.name, name) && allows(each.birth, birth) && allows(each.place, place),
  );
  return {
    verdict: rule?.verdict ?? 'different',
    rule: rule?.id ?? 'nothing-shared',
    because: rule?.because ?? null,
  };
}

/** A shared number outweighs birth and home, but under another name somebody must look. */
function byNumber(byFacts: Decision, name: string): Decision {
  if (['same', 'swapped', 'known-variant', 'nickname', 'near'].includes(name)) {
    return { verdict: 'same', rule: 'same-number', because: null };
  }
  if (byFacts.verdict === 'same') return byFacts;
  return {
    verdict: 'likely',
    rule: 'same-number-other-name',
    because: 'One number under two names: one of them is wrong, or the name has changed',
  };
}

/** Where the sexes disagree nothing is certain enough to act on without a person looking. */
function doubt(decision: Decision, isSexOdd: boolean): Decision {
  if (!isSexOdd) return decision;
  if (decision.verdict === 'same') return { ...decision, verdict: 'likely' };
  if (decision.rule === 'near-name-same-birth') return { ...decision, verdict: 'possible' };
  return decision;
}

function sharedNumber(a: PersonFacts, b: PersonFacts): string | null {
  const theirs = new Set(numbersOf(b));
  const shared = (a.identifiers ?? []).find((each) => theirs.has(numberKey(each) ?? ''));
  return shared ? `Same ${shared.kind} number` : null;
}

function sharesPhone(a: PersonFacts, b: PersonFacts): boolean {
  const numbers = (person: PersonFacts) =>
    (person.phones ?? [])
      .map(readPhone)
      .flatMap((read) => (read.kind === 'read' ? [read.value] : []));
  const theirs = new Set(numbers(b));
  return numbers(a).some((value) => theirs.has(value));
}
