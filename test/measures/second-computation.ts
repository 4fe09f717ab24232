import { ageOn, type Day } from '../../src/domain/calendar/day.ts';
import type { BundleFile } from '../../src/domain/case-level/files.data.ts';
import {
  type Asked,
  type Bundle,
  isOpen,
  kindOf,
  type Line,
  later,
  of,
  quarterOf,
  type Row,
  stands,
  startOfQuarter,
  text,
  within,
} from './second-bundle.ts';
import {
  cohort,
  firstEntries,
  furtherOffences,
  isSerious,
  provedOffences,
  sentences,
} from './second-outcomes.ts';

type Ended = {
  id: string;
  person: Row;
  work: Row;
  type: number;
  start: Day;
  end: Day;
  outcomeOn: Day;
  in: boolean;
};

/** Work that ended in the period, with the order it is counted as. */
function ended(b: Bundle, { from, to, definition }: Asked): Ended[] {
  return b.involvements.flatMap((work) => {
    const id = text(work, 'involvement');
    const linked = of(b.outcome_involvements, 'involvement', id).flatMap((link) =>
      of(b.outcomes, 'outcome', text(link, 'outcome')),
    );
    const typeOf = (outcome: Row) => kindOf(outcome.legal_outcome).type ?? 0;
    const bySeriousness = (a: Row, c: Row) =>
      typeOf(c) - typeOf(a) ||
      later(text(a, 'outcome_on'), text(c, 'outcome_on')) ||
      later(text(a, 'outcome'), text(c, 'outcome'));
    const best =
      linked
        .filter((outcome) => stands(outcome) && typeOf(outcome) > 0)
        .toSorted(bySeriousness)[0] ??
      linked.filter(stands).toSorted(bySeriousness)[0] ??
      linked.toSorted(bySeriousness)[0];
    const disposal = kindOf(work.disposal).type;
    const type = best ? typeOf(best) : 0;
    const isCustody = (type || disposal) === 6;
    const firstEnd = [work.licence_to, work.to_adult_services_on].filter(Boolean).toSorted()[0];
    const end = (isCustody ? firstEnd : null) ?? work.to;
    if (!end || !within(end, from, to)) return [];
    const outcomeOn = best ? text(best, 'outcome_on') : '';
    const start = isCustody && outcomeOn ? outcomeOn : text(work, 'from');
    const person = of(b.people, 'person', text(work, 'person'))[0] as Row;
    const agedOn = type === 6 && definition === 'newer' ? outcomeOn : text(work, 'from');
    const age = person.date_of_birth ? ageOn(person.date_of_birth, agedOn) : -1;
    const counts =
      person.deleted !== 'yes' &&
      disposal !== null &&
      best !== undefined &&
      stands(best) &&
      type > 0 &&
      age >= 10 &&
      age <= 17;
    return [{ id, person, work, type, start, end, outcomeOn, in: counts }];
  });
}

/** The same with one for a child and quarter. */
function ofChildren(b: Bundle, asked: Asked): Ended[] {
  const all = ended(b, asked);
  const isBest = (one: Ended) =>
    all
      .filter(
        (other) =>
          other.in && other.person === one.person && quarterOf(other.end) === quarterOf(one.end),
      )
      .toSorted(
        (a, c) => c.type - a.type || later(a.outcomeOn, c.outcomeOn) || later(a.id, c.id),
      )[0] === one;
  return all.map((one) => ({ ...one, in: one.in && isBest(one) }));
}

type OfEnded = (
  one: Ended,
  own: (file: BundleFile) => readonly Row[],
) => { in?: boolean; hit: boolean };
const overChildren = (judge: OfEnded) => (b: Bundle, asked: Asked) =>
  ofChildren(b, asked).map((one): Line => {
    const found = judge(one, (file) => of(b[file], 'person', text(one.person, 'person')));
    const isIn = one.in && (found.in ?? true);
    return { unit: one.id, in: isIn, hit: isIn && found.hit };
  });

const suitable = (file: BundleFile) =>
  overChildren((one, own) => {
    const open = own(file).filter((row) => isOpen(row, one.end));
    return { hit: open.length > 0 && open.every((row) => row.suitability === 'SUITABLE') };
  });

const needs: OfEnded = (one, own) => {
  const open = own('send').filter((row) => row.need === 'yes' && isOpen(row, one.end));
  return { in: open.length > 0, hit: open.some((row) => row.plan === 'yes') };
};

const health = (kind: string, what: 'offered' | 'need' | 'already') => (b: Bundle, asked: Asked) =>
  overChildren((one, own) => {
    const already = (row: Row) =>
      Boolean(row.already_from) &&
      text(row, 'already_from') <= one.start &&
      (!row.already_to || row.already_to >= one.start);
    const need = own('health').filter(
      (row) => row.kind === kind && ((row.need_on && row.need_on <= one.end) || already(row)),
    );
    const offered = need.some(
      (row) =>
        already(row) ||
        (within(text(row, 'offered_on'), one.start, one.end) &&
          row.offered &&
          row.offered !== 'NO_INTERVENTION'),
    );
    if (what === 'need' || (what === 'offered' && asked.definition === 'first'))
      return { hit: need.length > 0 };
    return { in: need.length > 0, hit: what === 'offered' ? offered : need.some(already) };
  })(b, asked);

const perChild =
  (isOne: (one: Ended) => boolean, isHit: (b: Bundle, one: Ended) => boolean) =>
  (b: Bundle, asked: Asked) => {
    const groups = Map.groupBy(
      ended(b, asked).filter(isOne),
      (one) => `${one.person.person} ${startOfQuarter(one.end)}`,
    );
    return [...groups].map(([unit, own]): Line => {
      const counted = own.filter((one) => one.in);
      return { unit, in: counted.length > 0, hit: counted.some((one) => isHit(b, one)) };
    });
  };
const isOutOfCourt = (one: Ended) => one.type <= 3;

const board =
  (flag: string) =>
  (b: Bundle, { from, to }: Asked) =>
    ['social-care', 'education', 'police', 'probation', 'health'].map(
      (sector): Line => ({
        unit: sector,
        in: true,
        hit: b.board_attendance.some(
          (row) =>
            row.sector === sector &&
            row.attended === 'yes' &&
            row[flag] === 'yes' &&
            within(text(row, 'meeting_on'), from, to),
        ),
      }),
    );

/** Victims of orders that ended, each with whether it is in and hit. */
const victims =
  (judge: (row: Row, asked: Asked) => { in: boolean; hit: boolean }) =>
  (b: Bundle, asked: Asked) => {
    const counted = new Set(
      ended(b, asked)
        .filter((one) => one.in)
        .map((one) => one.id),
    );
    return b.victims
      .filter((row) => victimOf(b, row).some((id) => counted.has(id)))
      .map((row): Line => {
        const found = judge(row, asked);
        return { unit: text(row, 'victim'), in: found.in, hit: found.in && found.hit };
      });
  };
const victimOf = (b: Bundle, victim: Row) =>
  of(b.outcomes, 'offence', text(victim, 'offence'))
    .filter(stands)
    .flatMap((outcome) => of(b.outcome_involvements, 'outcome', text(outcome, 'outcome')))
    .map((link) => text(link, 'involvement'));
const ofConsenting = (column: string) =>
  victims((row) => ({
    in: row.consent_to_contact === 'yes',
    hit: column.endsWith('_on') ? Boolean(row[column]) : row[column] === 'yes',
  }));
const told = (what: string) =>
  victims((row, { definition }) => ({
    in: row[definition === 'first' ? `${what}_asked` : 'consent_to_contact'] === 'yes',
    hit: Boolean(row[`${what}_given_on`]),
  }));

const seriousOffences = provedOffences(isSerious, () => true, 'offence');

/** Every measure by its id: the rows that it looked at. */
export const secondComputation: Readonly<
  Record<string, (b: Bundle, asked: Asked) => readonly Line[]>
> = {
  kpi1: suitable('residences'),
  kpi2: suitable('education'),
  kpi3: overChildren(needs),
  kpi3a: overChildren((one, own) => ({ hit: needs(one, own).in ?? false })),
  kpi4: health('mental-health', 'offered'),
  kpi4a: health('mental-health', 'need'),
  kpi4b: health('mental-health', 'already'),
  kpi5: health('substance', 'offered'),
  kpi5a: health('substance', 'need'),
  kpi5b: health('substance', 'already'),
  kpi6: perChild(isOutOfCourt, (_, { work }) => work.successful === 'yes'),
  kpi6a: (b, asked) =>
    ended(b, asked)
      .filter(isOutOfCourt)
      .map((one) => ({ unit: one.id, in: one.in, hit: one.in && one.work.completed === 'yes' })),
  kpi7: overChildren((one, own) => ({
    hit: own('care').some(
      (row) =>
        row.status !== 'early-help-referral' &&
        text(row, 'from') <= one.end &&
        (!row.to || row.to >= one.start),
    ),
  })),
  kpi8: board('senior'),
  kpi8b: board('delegated'),
  kpi9: seriousOffences,
  'serious-violence-100k': seriousOffences,
  kpi9a: provedOffences(() => true, isSerious, 'offence'),
  kpi9b: provedOffences(() => true, isSerious, 'person'),
  kpi10: ofConsenting('restorative_engaged'),
  kpi10a: victims(() => ({ in: true, hit: true })),
  kpi10b: perChild(
    () => true,
    (b, one) => b.victims.some((row) => victimOf(b, row).includes(one.id)),
  ),
  kpi10d: ofConsenting('view_sought'),
  kpi10e: told('progress'),
  kpi10f: told('support'),
  kpi10g: ofConsenting('contacted_on'),
  fte: firstEntries,
  custody: sentences,
  reoffending: (b, asked) =>
    cohort(b, asked).map(({ unit, again }) => ({ unit, in: true, hit: again.length > 0 })),
  'reoffences-per-child': furtherOffences(() => true),
  'reoffences-per-reoffender': furtherOffences((again) => again.length > 0),
};
