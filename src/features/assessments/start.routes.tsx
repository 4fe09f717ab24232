import { type Day, formatDay } from '../../domain/calendar/day.ts';
import type { ChildContext } from '../../platform/http/context.ts';
import { ChildFrame } from '../../record/child-frame.tsx';
import { choice, code } from '../../record/choice-fields.tsx';
import { FormBox } from '../../record/form-box.tsx';
import { childForm } from '../../record/form-page.ts';
import type { Choice } from '../../ui/layout/fields.tsx';
import { urls } from '../../urls.ts';
import { type Kind, lastSigned, unsigned } from './assessment.queries.ts';
import { kindNames } from './names.ts';
import { startAssessment } from './start-assessment.ts';
import { inUseOn, toolsOf } from './tools/tools.queries.ts';
import { mayWrite } from './writing/writing.ts';

const { assessments } = urls;

async function subject(context: ChildContext) {
  const { tx, actor, child, today } = context;
  if (!mayWrite(context)) return undefined;
  const before = await lastSigned(tx, child.id);
  return {
    signedOn: before?.signedOn ?? null,
    templates: inUseOn(await toolsOf(tx, actor.serviceId), today),
    isOpenAlready: (await unsigned(tx, child.id)) !== undefined,
  };
}

function kindsOf(signedOn: Day | null): readonly [Kinds, ...Kinds[]] {
  const { initial, review, final } = kindNames;
  if (!signedOn)
    return [
      { value: 'initial', text: initial, hint: 'What came before is filled in from the record.' },
    ];
  const signed = `Begins with everything signed on ${formatDay(signedOn)}; you change what has changed.`;
  return [
    { value: 'review', text: review, hint: signed },
    { value: 'final', text: final, hint: `${signed} For when the work ends.` },
    { value: 'initial', text: initial, hint: 'Begins empty.' },
  ];
}
type Kinds = Choice & { readonly value: Kind };

/** Starts an assessment, or leads to the one that is open. */
export const startRoutes = childForm({
  path: assessments.start(':childId'),
  reads: 'assessment.write',
  subject,
  fields: ({ signedOn }) => ({
    kind: choice(kindsOf(signedOn), {
      label: 'What kind of assessment is it?',
      hint: 'A good assessment says as much about safety as about what helps, and says who told you.',
      required: signedOn
        ? 'Select what kind of assessment it is'
        : 'Nothing has been signed yet that could be reviewed: start a first assessment',
    }),
    template: code('templates', {
      label: 'Which tool?',
      required: 'Select a tool that is in use',
      as: 'radios',
    }),
  }),
  options: (_context, { templates }) => ({
    templates: templates.map(({ id, title }) => ({ value: id, text: title })),
  }),
  begins: ({ signedOn, templates }) => ({
    kind: kindsOf(signedOn)[0].value,
    template: templates[0]?.id ?? null,
  }),
  save: async ({ tx, actor, child, today }, { templates }, { kind, template }) => {
    const tool = templates.find(({ id }) => id === template);
    const started = await startAssessment(tx, actor, {
      childId: child.id,
      kind,
      templateId: template,
      templateVersion: tool?.version ?? 1,
      today,
    });
    return 'id' in started
      ? { kind: 'saved', id: started.id }
      : [{ field: 'kind', message: 'Nothing has been signed yet that could be reviewed' }];
  },
  view: ({ context, subject: { templates }, form: { F, ...form } }) => (
    <ChildFrame
      context={context}
      title="Start an assessment"
      faults={form.faults}
      back={{ href: assessments.list(context.child.id), text: 'Assessments' }}
    >
      <FormBox form={form} button="Start">
        <F.kind />
        {templates.length > 1 ? (
          <F.template />
        ) : (
          <input type="hidden" name="template" value={templates[0]?.id ?? ''} />
        )}
      </FormBox>
    </ChildFrame>
  ),
  done: ({ isOpenAlready }, _form, { child }, id) => ({
    to: assessments.one(child.id, id),
    message: isOpenAlready
      ? 'An assessment is open already: carry on with this one'
      : 'Started. What the record knows is filled in. Save each part as you go',
  }),
});
