import { questionsFor } from '../../domain/audits/audit-questions.ts';
import type { SamplePlan } from '../../domain/audits/sample-plan.ts';
import { addDays, addMonths } from '../../domain/calendar/day.ts';
import type { Code } from '../../domain/reference/codes.ts';
import { codeLists } from '../../platform/db/codes.ts';
import type { PageContext } from '../../platform/http/context.ts';
import type { FormError } from '../../platform/http/parse-form.ts';
import { pageRoute, type Route } from '../../platform/http/route.ts';
import type { Typed } from '../../ui/layout/fields.tsx';
import { urls } from '../../urls.ts';
import { type Audit, oneAudit } from './audits.queries.ts';
import { keepSample } from './draw-sample.ts';
import { type Found, findSample } from './find-sample.ts';
import { frameworkOf, questionsOf } from './framework-of.ts';
import { isOfInspection, peopleOf, readerRolesOf } from './people.queries.ts';
import { SamplePage } from './sample.view.tsx';
import { type Limits, sampleInput } from './sample-form.ts';

export const sampleRoutes: readonly Route[] = [
  pageRoute({
    method: 'get',
    path: urls.audits.sample(':auditId'),
    permission: 'audit.manage',
    audit: 'view',
    handle: async (context) => {
      const audit = await planned(context);
      return audit ? draw(context, audit, {}, []) : context.notFound();
    },
  }),
  pageRoute({
    method: 'post',
    path: urls.audits.sample(':auditId'),
    permission: 'audit.manage',
    audit: 'change',
    handle: async (context) => {
      const { tx, actor, today, redirect } = context;
      const audit = await planned(context);
      if (!audit) return context.notFound();
      const form = await context.form();
      const parsed = sampleInput(form, limitsOf(audit));
      if (!parsed.ok) return draw(context, audit, form.values, parsed.errors, 422);
      const { plan, version } = parsed.value;
      const { involvement_type } = await codeLists(tx, ['involvement_type']);
      if (audit.month > addMonths(today, 1))
        return draw(
          context,
          audit,
          form.values,
          [
            {
              field: 'seed',
              message: 'Draw the sample at the earliest a month before the month of the programme',
            },
          ],
          422,
        );
      const strangers = unasked(audit, plan, involvement_type);
      if (strangers.length > 0)
        return draw(
          context,
          audit,
          form.values,
          [
            {
              field: 'types',
              message: `The standards chosen ask nothing of: ${strangers.join(', ')}`,
            },
          ],
          422,
        );
      const wrong = await wrongReaders(context, audit, plan);
      if (wrong)
        return draw(context, audit, form.values, [{ field: 'readers', message: wrong }], 422);
      const found = await findSample(tx, plan, today);
      if (form.text('step') === 'count')
        return draw(context, audit, form.values, [], 200, found, plan);
      if (found.drawn.cases.length === 0)
        return draw(
          context,
          audit,
          form.values,
          [{ field: 'opens-day', message: 'No case fits: widen the window or the types of work' }],
          422,
          found,
          plan,
        );
      const saved = await keepSample(tx, actor, audit, version, plan, found, today);
      if (saved.kind === 'moved-on')
        return draw(
          context,
          audit,
          form.values,
          [
            {
              field: 'seed',
              message:
                'Somebody changed this audit while you were writing. Look at its plan, then draw again',
            },
          ],
          409,
        );
      return redirect(
        urls.audits.one(audit.id),
        'Saved: the sample is drawn and shared among its readers',
      );
    },
  }),
];

const readersOf = ({ tx, actor, today }: PageContext, audit: Audit) =>
  peopleOf(tx, actor.serviceId, readerRolesOf(audit.kind), today);

/** Why a sample may not be read by these people, if so. */
async function wrongReaders(
  context: PageContext,
  audit: Audit,
  { readers }: SamplePlan,
): Promise<string | null> {
  const { staffId } = context.actor;
  const offered = await readersOf(context, audit);
  if (!readers.every((id) => offered.some((one) => one.id === id)))
    return 'Choose readers from this list only';
  return audit.leadId === staffId && readers.every((id) => id === staffId)
    ? 'You lead this audit: choose another reader beside yourself, or ask somebody else to lead it'
    : null;
}

async function planned({ tx, actor, param }: PageContext): Promise<Audit | undefined> {
  const audit = await oneAudit(tx, actor.serviceId, param('auditId'));
  return audit?.status === 'planned' ? audit : undefined;
}

function limitsOf(audit: Audit): Limits {
  const limits = frameworkOf(audit.frameworkId)
    .sampling.limits.filter(({ cases }) => cases === 'children')
    .sort((one, other) => other.programmeYear - one.programmeYear)[0];
  return isOfInspection(audit.kind) && limits
    ? { least: limits.min, most: limits.max }
    : { least: null, most: null };
}

// A case that is asked no key question would be in every percentage's sample and in none of its counts.
function unasked(audit: Audit, plan: SamplePlan, types: readonly Code[]): string[] {
  const questions = questionsOf(audit).filter(({ cases }) => cases !== null);
  return types
    .filter(({ code }) => plan.types.includes(code))
    .filter(({ attributes }) => questionsFor(questions, attributes.tier ?? '').length === 0)
    .map(({ label }) => label);
}

async function draw(
  context: PageContext,
  audit: Audit,
  typed: Typed,
  errors: readonly FormError[],
  status: 200 | 409 | 422 = 200,
  found: Found | null = null,
  plan: SamplePlan | null = null,
) {
  const { tx, shell, today, page } = context;
  const { sampling } = frameworkOf(audit.frameworkId);
  const { involvement_type } = await codeLists(tx, ['involvement_type']);
  const questions = questionsOf(audit).filter(({ cases }) => cases !== null);
  return page(
    SamplePage({
      shell,
      audit,
      typed,
      errors,
      preview: found && plan ? { frame: found.frame, plan } : null,
      types: involvement_type,
      fitting: involvement_type.filter(
        ({ attributes }) => questionsFor(questions, attributes.tier ?? '').length > 0,
      ),
      people: await readersOf(context, audit),
      usual: {
        opens: addMonths(today, -sampling.window.opensMonthsBefore),
        closes: addDays(today, -7 * sampling.window.closesWeeksBefore),
        confidence: String(sampling.confidencePercent),
        margin: String(sampling.marginPoints),
        sizeKind: isOfInspection(audit.kind) ? 'confidence' : 'number',
        seed: audit.id.slice(-6),
      },
    }),
    status,
  );
}
