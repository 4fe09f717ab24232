import type { PageContext } from '../../../platform/http/context.ts';
import type { Route } from '../../../platform/http/route.ts';
import { actionPage } from '../../../record/action-page.tsx';
import { promiseAction } from '../../../record/action-rows.ts';
import { code } from '../../../record/choice-fields.tsx';
import { day } from '../../../record/day-field.tsx';
import { FormBox } from '../../../record/form-box.tsx';
import { serviceForm } from '../../../record/form-page.ts';
import { longText, text } from '../../../record/text-fields.tsx';
import { Page } from '../../../ui/layout/page.tsx';
import { urls } from '../../../urls.ts';
import { oneRecommendation, ownerChoices } from './recommendations.queries.ts';

const opened = async ({ tx, param }: PageContext) => {
  const recommendation = await oneRecommendation(
    tx,
    param('inspectionId'),
    param('recommendationId'),
  );
  return recommendation && { recommendation, owners: await ownerChoices(tx) };
};

const backTo = ({ param }: PageContext) =>
  urls.inspections.recommendation(param('inspectionId'), param('recommendationId'));

const fields = {
  what: longText({
    label: 'What will be done?',
    hint: 'One thing that can be seen to be done',
    required: 'Write what will be done',
    max: 2000,
    rows: 3,
  }),
  owner_id: code('owners', { label: 'Who does it? Leave it for somebody else, named below' }),
  owner_name: text({ label: 'Somebody else: their name and job', max: 200 }),
  agency: text({ label: 'Somebody else: their agency', max: 100, width: 'one-half' }),
  due_on: day({ label: 'By when?', says: 'The day', required: 'Enter by when' }),
};

const addRoutes = serviceForm({
  path: urls.inspections.actionNew(':inspectionId', ':recommendationId'),
  reads: 'inspection.edit',
  fields,
  subject: opened,
  options: (_context, { owners }) => ({
    owners: owners.map(({ id, name, title }) => ({ value: id, text: `${name}, ${title}` })),
  }),
  rules: ({ owner_id, owner_name, agency }) => {
    if (owner_id) return [];
    if (!owner_name) return [{ field: 'owner_id', message: 'Choose or type who does it' }];
    return agency ? [] : [{ field: 'agency', message: 'Enter the agency they are from' }];
  },
  save: async ({ tx, actor }, { recommendation, owners }, { what, due_on, ...form }) => {
    const owner = owners.find(({ id }) => id === form.owner_id);
    await promiseAction(tx, actor, {
      about: { table: 'inspection_recommendation', id: recommendation.id },
      what,
      owner: owner ?? { id: null, name: form.owner_name ?? '', agency: form.agency ?? '' },
      dueOn: due_on,
    });
    return { kind: 'saved' };
  },
  view: ({ shell, subject: { recommendation }, form: { F, ...form } }) => (
    <Page
      title="Add an action"
      shell={shell}
      errors={form.faults}
      back={{
        href: urls.inspections.recommendation(recommendation.inspectionId, recommendation.id),
        text: `Back to recommendation ${recommendation.number}`,
      }}
    >
      <h1 class="govuk-heading-l">Add an action</h1>
      <p class="govuk-body">
        For recommendation {recommendation.number}: {recommendation.text}
      </p>
      <FormBox form={form} button="Save the action">
        <F.what />
        <F.owner_id />
        <F.owner_name />
        <F.agency />
        <F.due_on />
      </FormBox>
    </Page>
  ),
  done: (_about, _form, context) => ({ to: backTo(context), message: 'Saved: the action' }),
});

const reportRoutes = serviceForm(
  actionPage({
    path: urls.inspections.action(':inspectionId', ':recommendationId', ':actionId'),
    reads: 'inspection.progress',
    child: () => null,
    about: async (context, { about_id }) => {
      const recommendation = (await opened(context))?.recommendation;
      return recommendation && recommendation.id === about_id
        ? [`Recommendation ${recommendation.number}`, recommendation.text]
        : undefined;
    },
    frame: ({ context, subject, form }, content) => (
      <Page
        title={subject.action.what}
        shell={context.shell}
        errors={form.faults}
        back={{ href: backTo(context), text: 'Back to the recommendation' }}
      >
        {content}
      </Page>
    ),
    done: backTo,
  }),
);

/** Actions that follow from recommendations: promised, and reported on. */
export const actionsRoutes: readonly Route[] = [...addRoutes, ...reportRoutes];
