import { can } from '../../../domain/access/can.ts';
import { isRole } from '../../../domain/access/roles.data.ts';
import { questionsFor, readsVictims } from '../../../domain/audits/audit-questions.ts';
import { leftOutReasons } from '../../../domain/audits/left-out.data.ts';
import { sampleSizeRule } from '../../../domain/audits/sample-size.data.ts';
import { stratumKinds } from '../../../domain/audits/strata.ts';
import { addDays, addMonths, type Day } from '../../../domain/calendar/day.ts';
import type { FormFault } from '../../../domain/form-fault.ts';
import { limitsOfYear } from '../../../domain/inspections/fit-samples.ts';
import type { Code } from '../../../domain/reference/codes.ts';
import { codeLists } from '../../../platform/db/codes.ts';
import type { PageContext } from '../../../platform/http/context.ts';
import type { TagsOf } from '../../../record/field.ts';
import { FormBox } from '../../../record/form-box.tsx';
import { serviceForm } from '../../../record/form-page.ts';
import { Button, Details } from '../../../ui/govuk/components.tsx';
import type { Html } from '../../../ui/html.ts';
import { Page } from '../../../ui/layout/page.tsx';
import { urls } from '../../../urls.ts';
import { type Audit, auditMovedOn, oneAudit } from '../audits.queries.ts';
import { inspectionOf } from '../cases/audit.queries.ts';
import { frameworkOf, questionsOf } from '../framework-of.ts';
import {
  choicesOf,
  isOfInspection,
  type Person,
  peopleOf,
  readerRolesOf,
} from '../people.queries.ts';
import { keepSample } from './draw-sample.ts';
import { findSample } from './find-sample.ts';
import { FrameTable, type KeptFrame } from './frame-table.view.tsx';
import { type Limits, planOf, sampleFields, sampleNames, sizeFaults } from './sample-fields.tsx';

type Subject = {
  readonly audit: Audit;
  readonly types: readonly Code[];
  readonly people: readonly Person[];
  readonly today: Day;
  /** What counts these cases and reads work of its own window, if anything does. */
  readonly inspection: Awaited<ReturnType<typeof inspectionOf>>;
  /** What would be drawn, when that was asked. */
  readonly preview: KeptFrame | null;
};

async function subject({ tx, actor, today, param }: PageContext): Promise<Subject | undefined> {
  const audit = await oneAudit(tx, actor.serviceId, param('auditId'));
  if (!audit) return undefined;
  if (audit.status !== 'planned') auditMovedOn(audit);
  const { involvement_type: types } = await codeLists(tx, ['involvement_type']);
  const people = await peopleOf(
    tx,
    actor.serviceId,
    readerRolesOf(audit.kind, ofVictims(audit)),
    today,
  );
  const inspection = await inspectionOf(tx, audit.id);
  return { audit, types, people, today, inspection, preview: null };
}

// A case that is asked no key question would be in every percentage's sample and in none of its counts.
function isAsked({ audit }: Subject, { attributes }: Code): boolean {
  const questions = questionsOf(audit).filter(({ cases }) => cases !== null);
  return questionsFor(questions, attributes.tier ?? '').length > 0;
}

const askedTypes = (about: Subject) =>
  about.types.filter((type) => isAsked(about, type)).map(({ code }) => code);

const ofVictims = ({ frameworkId, standards }: Audit) =>
  readsVictims(frameworkOf(frameworkId), standards);

function limitsOf({ audit, inspection, today }: Subject): Limits {
  const { sampling } = frameworkOf(audit.frameworkId);
  const limits = limitsOfYear(
    sampling,
    ofVictims(audit) ? 'victims' : 'children',
    inspection?.fieldworkFrom ?? today,
  );
  return isOfInspection(audit.kind) && limits
    ? { least: limits.min, most: limits.max }
    : { least: null, most: null };
}

/** Draws the sample: from which cases, how many, matched on what, read by whom. */
export const sampleRoutes = serviceForm({
  path: urls.audits.sample(':auditId'),
  reads: 'audit.manage',
  audit: 'view',
  fields: sampleFields,
  subject,
  // What an inspection reads is drawn by its own rules: when the service last read a case itself is none of them.
  asks: ({ audit }) =>
    isOfInspection(audit.kind)
      ? sampleNames.filter((name) => name !== 'notSinceMonths')
      : sampleNames,
  stored: (about) => ({ id: about.audit.id, version: about.audit.version, ...usualOf(about) }),
  options: (_context, about) => ({
    types: about.types.map((type) => ({
      value: type.code,
      text: type.label,
      past: !type.inForce || !isAsked(about, type),
    })),
    readers: choicesOf(about.people),
  }),
  rules: (input, about, { actor, today }) => {
    const { audit, types } = about;
    const strangers = types.filter(
      (type) => input.types.includes(type.code) && !isAsked(about, type),
    );
    const isAlone =
      audit.leadId === actor.staffId && input.readers.every((id) => id === actor.staffId);
    const faults: [field: string, message: string, isWrong: boolean][] = [
      [
        'seed',
        'Draw the sample at the earliest a month before the month of the programme',
        audit.month > addMonths(today, 1),
      ],
      [
        'types',
        `The standards chosen ask nothing of: ${strangers.map(({ label }) => label).join(', ')}`,
        strangers.length > 0,
      ],
      [
        'readers',
        'You lead this audit: choose another reader beside yourself, ask somebody else to lead it, or have a reader of another service added to the staff',
        isAlone,
      ],
    ];
    return [
      ...sizeFaults(input),
      ...faults.flatMap(([field, message, isWrong]) => (isWrong ? [{ field, message }] : [])),
    ];
  },
  looks: async ({ tx, actor, today }, about, input) => {
    if (input.step !== 'count') return undefined;
    const plan = planOf(input, limitsOf(about), ofVictims(about.audit));
    const { frame } = await findSample(tx, actor, plan, today, askedTypes(about));
    return { ...about, preview: { plan, frame } };
  },
  save: async ({ tx, actor, today }, about, input) => {
    const { audit } = about;
    const plan = planOf(input, limitsOf(about), ofVictims(audit));
    const found = await findSample(tx, actor, plan, today, askedTypes(about));
    if (found.drawn.cases.length === 0) return [nobody(found.frame.left)];
    return keepSample(tx, actor, audit, plan, found, today);
  },
  view: ({ shell, subject: { audit, preview, types }, form: { F, ...form } }) => (
    <Page
      title="Draw the sample"
      shell={shell}
      errors={form.faults}
      back={{ href: urls.audits.one(audit.id), text: audit.title }}
    >
      <h1 class="govuk-heading-l">Draw the sample</h1>
      <p class="govuk-body">
        Chance decides which cases are read, not the reader. Every case has the same chance, and the
        sample keeps close to the population in what you tick below. Count first and look whether
        the totals are what you expect, then draw.
      </p>
      {preview ? (
        <section class="fh-card" aria-labelledby="preview">
          <h2 class="govuk-heading-m" id="preview">
            {preview.frame.size} of {preview.frame.population} cases would be drawn
          </h2>
          <FrameTable {...preview} types={types} />
        </section>
      ) : null}
      <FormBox
        form={form}
        buttons={
          <div class="govuk-button-group">
            <Button
              text="Count the cases"
              name="step"
              value="count"
              classes="govuk-button--secondary"
            />
            <Button text="Draw the sample" name="step" value="draw" preventDoubleClick />
          </div>
        }
      >
        <Questions F={F} audit={audit} />
      </FormBox>
    </Page>
  ),
  done: ({ audit }) => ({
    to: urls.audits.one(audit.id),
    message: 'Saved: the sample is drawn and shared among its readers',
  }),
});

function Questions({
  F,
  audit,
}: {
  readonly F: TagsOf<typeof sampleFields>;
  readonly audit: Audit;
}): Html {
  return (
    <>
      <h2 class="govuk-heading-m">From which cases</h2>
      {ofVictims(audit) ? (
        <p class="govuk-hint">
          Victims’ cases, by the work with the child who harmed them: one victim a child, the line
          opened last. A reader sees the victim’s line and what was done for them, and no name.
        </p>
      ) : null}
      <F.opens />
      <F.closes />
      <F.types />
      <F.themes />
      <F.leastDays />
      {isOfInspection(audit.kind) ? (
        <p class="govuk-hint">
          An inspection draws from all of these, also from children whom the service read lately
          itself. Cases that are drawn for a theme, or of some kinds of work only, rate no standard.
        </p>
      ) : (
        <F.notSinceMonths />
      )}
      <p class="govuk-hint">
        Records sealed from you are not in the frame: they are neither drawn nor counted. Cases that
        every reader has a part in are left out.
      </p>
      <h2 class="govuk-heading-m">How many</h2>
      <F.sizeKind />
      <Details
        summaryText="How that number is worked out"
        html={
          <p class="govuk-body">
            {sampleSizeRule.title}. {sampleSizeRule.words}
          </p>
        }
      />
      <F.number />
      <div class="fh-even">
        <F.confidence />
        <F.margin />
      </div>
      <F.strata />
      <F.seed />
      <h2 class="govuk-heading-m">Who reads</h2>
      <F.readers />
      <F.secondPercent />
    </>
  );
}

/** What a sample usually is, before anybody says otherwise. */
function usualOf(about: Subject) {
  const { audit, people, today, inspection } = about;
  const { sampling } = frameworkOf(audit.frameworkId);
  const sizeKind = isOfInspection(audit.kind) ? 'confidence' : 'number';
  return {
    opens: inspection?.casesFrom ?? addMonths(today, -sampling.window.opensMonthsBefore),
    closes: inspection?.casesTo ?? addDays(today, -7 * sampling.window.closesWeeksBefore),
    types: askedTypes(about),
    leastDays: '28',
    notSinceMonths: isOfInspection(audit.kind) ? null : '6',
    sizeKind,
    number: sizeKind === 'number' ? '8' : '',
    confidence: String(sampling.confidencePercent),
    margin: String(sampling.marginPoints),
    strata: stratumKinds.map(({ id }) => id),
    seed: audit.id.slice(-6),
    readers: people
      .filter(({ role }) => isRole(role) && can({ role }, 'audit.manage'))
      .map(({ id }) => id),
    secondPercent: '20',
  };
}

const nobody = (left: KeptFrame['frame']['left']): FormFault => ({
  field: 'opens-day',
  message: [
    'No case fits: widen the window or the types of work',
    ...left.map(({ reason, cases }) => `${leftOutReasons[reason]}: ${cases}`),
  ].join('. '),
});
