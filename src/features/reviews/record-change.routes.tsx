import { can } from '../../domain/access/can.ts';
import { canWriteFor } from '../../domain/access/can-write-for.ts';
import type { ChildContext } from '../../platform/http/context.ts';
import { childRoute, type Route } from '../../platform/http/route.ts';
import { day } from '../../record/day-field.tsx';
import { FormBox } from '../../record/form-box.tsx';
import { childForm } from '../../record/form-page.ts';
import { longText, text } from '../../record/text-fields.tsx';
import { ChildPage } from '../../ui/layout/child-page.tsx';
import { urls } from '../../urls.ts';
import { changeTypes } from './change-types.ts';
import { recordChange } from './record-change.ts';
import { ChooseChangePage, Script, withinWords } from './record-change.view.tsx';

/** Whether this person may record what happens to this child. */
export const canRecord = ({ actor, child }: Pick<ChildContext, 'actor' | 'child'>) =>
  can(actor, 'change-event.write') && canWriteFor(actor, 'RC13', child);

const fields = {
  happened_on: day({
    label: 'When it happened',
    hint: 'If you do not know, the first day on which it could have.',
    says: 'The day it happened',
    required: 'Enter when it happened',
    within: 'past',
  }),
  known_on: day({
    label: 'When we knew',
    says: 'The day we knew',
    required: 'Enter when we knew',
    within: 'past',
  }),
  detail: longText({
    label: 'What happened',
    hint: 'What is known, and what is only thought. What the child says.',
    required: 'Enter what happened',
    rows: 6,
  }),
  source: text({
    label: 'Who told us',
    hint: 'For example: mum, by phone; school; police report.',
    required: 'Enter who told us',
    max: 300,
  }),
};

const typeOf = async ({ tx }: Pick<ChildContext, 'tx'>, wanted: string) =>
  (await changeTypes(tx)).find(({ code }) => code === wanted);

async function choose(context: ChildContext) {
  const { tx, child, shell, today, page, query, redirect, notFound } = context;
  if (!canRecord(context)) return notFound();
  if (await typeOf(context, query('type')))
    return redirect(urls.reviews.record(child.id, query('type')));
  const errors = query('asked') ? [{ field: 'type', message: 'Choose what happened' }] : [];
  const types = await changeTypes(tx);
  const view = ChooseChangePage({ shell, child, today, types, errors });
  return page(view, errors.length > 0 ? 422 : 200);
}

/** Recording what happened to a child: which kind of change, then its first steps and what is known. */
export const recordChangeRoutes: readonly Route[] = [
  childRoute({
    method: 'get',
    path: urls.reviews.record(':childId'),
    permission: 'change-event.write',
    audit: 'view',
    handle: choose,
  }),
  ...childForm({
    path: urls.reviews.record(':childId', ':type'),
    reads: 'change-event.write',
    fields,
    subject: (context) =>
      canRecord(context) ? typeOf(context, context.param('type')) : Promise.resolve(undefined),
    begins: (_type, { today }) => ({ known_on: today }),
    rules: ({ happened_on, known_on }) =>
      known_on < happened_on
        ? [
            {
              field: 'known_on-day',
              message: 'The day we knew must be the day it happened or later',
            },
          ]
        : [],
    save: async ({ tx, actor, child, today }, type, change) => {
      const id = await recordChange(tx, actor, { childId: child.id, type, change, today });
      return { kind: 'saved', id };
    },
    view: ({ context, subject: type, form: { F, ...form } }) => (
      <ChildPage
        {...context}
        title={`Record a change: ${type.label}`}
        errors={form.faults}
        back={{ href: urls.reviews.record(context.child.id), text: 'Choose something else' }}
      >
        <h1 class="govuk-heading-l">{type.label}</h1>
        <div class="fh-two">
          <div>
            <FormBox form={form} button="Record it and open the review">
              <F.happened_on />
              <F.known_on
                hint={`The review is due ${withinWords(type.reviewWithin)} after this day.`}
              />
              <F.detail />
              <F.source />
            </FormBox>
          </div>
          <div>
            <Script type={type} />
          </div>
        </div>
      </ChildPage>
    ),
    done: ({ reviewWithin }, _change, { actor, child }, id) => ({
      to: can(actor, 'assessment.view')
        ? urls.reviews.one(child.id, id)
        : urls.reviews.list(child.id),
      message: `Recorded. The review is due within ${withinWords(reviewWithin)} of the day we knew.`,
    }),
  }),
];
