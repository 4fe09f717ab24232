import { type ExpressionBuilder, sql } from 'kysely';
import { jsonArrayFrom, jsonObjectFrom } from 'kysely/helpers/postgres';
import { levels as allLevels, type LevelId } from '../../domain/assessments/levels.data.ts';
import { templateSchema } from '../../domain/assessments/template.ts';
import type { Day } from '../../domain/calendar/day.ts';
import {
  type AssessmentForPlan,
  assessmentForPlan,
  noAssessment,
} from '../../domain/plans/from-assessment.ts';
import type { Tx } from '../../platform/db/as-actor.ts';
import type { DB } from '../../platform/db/tables.generated.ts';
import { type Condition, conditionsOf } from '../../record/conditions.tsx';
import { type KeptSafe, keptSafe, mustBeKeptSafe } from '../../record/kept-safe.tsx';
import type { LineKind } from './line-kinds.ts';
import { liveRequirements, type PlanRequirement } from './requirements.queries.ts';

export type Line = {
  readonly id: string;
  readonly plan_id: string;
  readonly kind: LineKind;
  readonly parent_id: string | null;
  readonly text: string;
  readonly who: string | null;
  readonly by_on: Day | null;
  readonly risk: string | null;
  readonly agency: string | null;
  readonly victim_involvement_id: string | null;
  /** The condition of an outcome that it answers. */
  readonly condition_id: string | null;
  /** The requirement of an order that it covers. */
  readonly requirement_id: string | null;
  readonly about: string | null;
  readonly then_text: string | null;
  readonly within: string | null;
  readonly tell: string | null;
  readonly on_child_page: boolean;
  readonly status: 'open' | 'done' | 'changed' | 'stopped';
  readonly status_note: string | null;
  readonly status_on: Day | null;
  readonly accepted: 'accepted' | 'declined' | 'waiting' | null;
  /** When what a contingency line speaks of last happened. */
  readonly happened_on: Day | null;
  readonly version: number;
};

const lineColumns = [
  'plan_line.id',
  'plan_line.plan_id',
  'plan_line.kind',
  'plan_line.parent_id',
  'plan_line.text',
  'plan_line.who',
  'plan_line.by_on',
  'plan_line.risk',
  'plan_line.agency',
  'plan_line.victim_involvement_id',
  'plan_line.condition_id',
  'plan_line.requirement_id',
  'plan_line.about',
  'plan_line.then_text',
  'plan_line.within',
  'plan_line.tell',
  'plan_line.on_child_page',
  'plan_line.status',
  'plan_line.status_note',
  'plan_line.status_on',
  'plan_line.accepted',
  'plan_line.happened_on',
  'plan_line.version',
] as const;

const linesOf = (eb: ExpressionBuilder<DB, 'plan'>) =>
  jsonArrayFrom(
    eb
      .selectFrom('plan_line')
      .select(lineColumns)
      .whereRef('plan_line.service_id', '=', 'plan.service_id')
      .whereRef('plan_line.plan_id', '=', 'plan.id')
      .orderBy('plan_line.kind')
      .orderBy('plan_line.position')
      .orderBy('plan_line.id'),
  ).$castTo<Line[]>();

const sharesOf = (eb: ExpressionBuilder<DB, 'plan'>) =>
  jsonArrayFrom(
    eb
      .selectFrom('plan_share')
      .select(['id', 'agency', 'shared_with', 'what', 'lawful_basis', 'shared_on'])
      .select(['acknowledged_on', 'plan_share.version'])
      .whereRef('plan_share.service_id', '=', 'plan.service_id')
      .whereRef('plan_share.plan_id', '=', 'plan.id')
      .orderBy('shared_on', 'desc')
      .orderBy('id', 'desc')
      .limit(50),
  );

/** The child's live plan with its lines and who was told; failing that the last one that ended. */
export function currentPlan(tx: Tx, childId: string) {
  return tx
    .selectFrom('plan')
    .leftJoin('staff', 'staff.id', 'plan.created_by')
    .select([
      'plan.id',
      'plan.referral_id',
      'plan.status',
      'plan.child_agrees',
      'plan.child_agrees_note',
      'plan.parent_agrees',
      'plan.parent_agrees_note',
      'plan.child_words',
      'plan.parent_words',
      'plan.adaptations',
      'plan.started_on',
      'plan.agreed_on',
      'plan.review_on',
      'plan.ended_on',
      'plan.version',
      'staff.name as started_by',
    ])
    .select((eb) => [linesOf(eb).as('lines'), sharesOf(eb).as('shares')])
    .where('plan.child_id', '=', childId)
    .orderBy(sql`plan.status = 'ended'`)
    .orderBy('plan.started_on', 'desc')
    .limit(1)
    .executeTakeFirst();
}

export type Plan = NonNullable<Awaited<ReturnType<typeof currentPlan>>>;

export type PlanNeeds = {
  readonly assessment: AssessmentForPlan;
  readonly signedOn: Day | null;
  readonly victims: readonly { readonly id: string; readonly label: string }[];
  readonly keptSafe: readonly KeptSafe[];
  readonly conditions: readonly Condition[];
  readonly requirements: readonly PlanRequirement[];
  /** The day on which a plan agreed today is reviewed. */
  readonly reviewDue: Day | null;
};

const liveConditions = (childId: string) =>
  conditionsOf(sql`x.child_id = ${childId} and exists (
    select 1 from disposal d where d.service_id = x.service_id and d.id = x.disposal_id and d.completed_on is null)`);

/** What the plan must answer: the latest signed assessment, the victims by label, and the time limit of a review. */
export async function planNeeds(
  tx: Tx,
  child: { readonly id: string; readonly serviceId: string; readonly today: Day },
): Promise<PlanNeeds> {
  const row = await tx
    .selectNoFrom((eb) => [
      jsonObjectFrom(
        eb
          .selectFrom('assessment')
          .innerJoin('assessment_template', (join) =>
            join
              .onRef('assessment_template.id', '=', 'assessment.template_id')
              .onRef('assessment_template.version', '=', 'assessment.template_version'),
          )
          .select(['assessment.content', 'assessment.signed_on', 'likelihood_level'])
          .select(['safety_level', 'harm_level', 'assessment_template.content as template'])
          .where('assessment.child_id', '=', child.id)
          .where('assessment.status', '=', 'signed')
          .orderBy('assessment.signed_on', 'desc')
          .orderBy('assessment.id', 'desc')
          .limit(1),
      ).as('assessment'),
      jsonArrayFrom(
        eb
          .selectFrom('victim_involvement as v')
          .select(['id', 'label'])
          .where('child_id', '=', child.id)
          .where(sql<boolean>`(v.ended_on is null or ${mustBeKeptSafe})`)
          .where('wishes', '<>', 'no-direct-victim')
          .orderBy('label')
          .orderBy('id'),
      ).as('victims'),
      keptSafe(child.id).as('kept_safe'),
      liveConditions(child.id).as('conditions'),
      liveRequirements(child.id).as('requirements'),
      sql<Day | null>`limit_due(${child.serviceId}::uuid, 'plan-review', ${child.today}::date)`.as(
        'review_due',
      ),
    ])
    .executeTakeFirstOrThrow();
  return {
    assessment: row.assessment ? readAssessment(row.assessment) : noAssessment,
    signedOn: row.assessment?.signed_on ?? null,
    victims: row.victims,
    keptSafe: row.kept_safe,
    conditions: row.conditions,
    requirements: row.requirements,
    reviewDue: row.review_due,
  };
}

function readAssessment(row: {
  content: unknown;
  template: unknown;
  likelihood_level: string | null;
  safety_level: string | null;
  harm_level: string | null;
}): AssessmentForPlan {
  const template = templateSchema.safeParse(row.template);
  const found = {
    likelihood: row.likelihood_level,
    safety: row.safety_level,
    harm: row.harm_level,
  };
  const levels = Object.fromEntries(
    Object.entries(found).filter((entry): entry is [string, LevelId] =>
      allLevels.some((level) => level.id === entry[1]),
    ),
  );
  return assessmentForPlan(row.content, template.success ? template.data : null, levels);
}

/** Lines about victims, for a victim worker, who does not see the plan they stand in. */
export function victimLines(tx: Tx, childId: string) {
  return tx
    .selectFrom('plan_line')
    .select(lineColumns)
    .where('child_id', '=', childId)
    .where('kind', '=', 'victim-safety')
    .where('status', 'in', ['open', 'changed'])
    .orderBy('position')
    .orderBy('id')
    .$castTo<Line>()
    .execute();
}

/** Lines taken out of a draft, newest first, with who took them out: the history has them, so they can be put back. */
export async function removedLines(tx: Tx, planId: string, childId: string) {
  const { rows } = await sql<{ id: string; text: string; kind: LineKind; name: string; at: Date }>`
    select l.row_id as id, l.before ->> 'text' as text, l.before ->> 'kind' as kind,
      coalesce(s.name, 'Somebody') as name, l.changed_at as at
    from change_log l
    left join staff s on s.service_id = l.service_id and s.id = l.changed_by
    where l.child_id = ${childId} and l.table_name = 'plan_line' and l.operation = 'delete'
      and l.before ->> 'plan_id' = ${planId}
      and not exists (select 1 from plan_line p where p.service_id = l.service_id and p.id::text = l.row_id)
    order by l.changed_at desc, l.id desc
    limit 10`.execute(tx);
  const seen = new Set<string>();
  return rows.filter((row) => !seen.has(row.id) && seen.add(row.id));
}

/** Every change of one line, newest first. */
export function lineHistory(tx: Tx, lineId: string) {
  return tx
    .selectFrom('change_log')
    .leftJoin('staff', 'staff.id', 'change_log.changed_by')
    .select(['change_log.operation', 'change_log.before', 'change_log.changed_at', 'staff.name'])
    .where('change_log.table_name', '=', 'plan_line')
    .where('change_log.row_id', '=', lineId)
    .orderBy('change_log.changed_at', 'desc')
    .limit(25)
    .execute();
}

/** What was promised because this line's contingency happened, newest first. */
export const actionsAbout = (tx: Tx, lineId: string) =>
  tx
    .selectFrom('action')
    .select(['id', 'what', 'owner_name', 'due_on', 'original_due', 'done_on'])
    .where('about_table', '=', 'plan_line')
    .where('about_id', '=', lineId)
    .orderBy('created_at', 'desc')
    .orderBy('id')
    .limit(50)
    .execute();
