import { can } from '../../domain/access/can.ts';
import { formatDay } from '../../domain/calendar/day.ts';
import { type Code, labelOf } from '../../domain/reference/codes.ts';
import { codeLists } from '../../platform/db/codes.ts';
import { lastChange } from '../../platform/db/last-change.ts';
import type { OpenChild } from '../../platform/db/open-child.ts';
import { childRoute, type Route } from '../../platform/http/route.ts';
import { urls } from '../../urls.ts';
import { changeDetails, isRenamed } from './change-details.ts';
import { sexChoices } from './choices.ts';
import { ConflictPage } from './conflict.view.tsx';
import { detailsForm } from './details.form.ts';
import { detailsOf } from './details.queries.ts';
import { DetailsEditPage, DetailsPage } from './details.view.tsx';
import { partsOf } from './details-parts.ts';
import { sectionRoutes } from './section.ts';

export const detailsRoutes: readonly Route[] = [
  childRoute({
    method: 'get',
    path: urls.child.details(':childId'),
    tab: { room: 'about', text: 'Details', place: 1 },
    permission: 'child.view',
    audit: 'view',
    handle: async ({ tx, actor, child, shell, today, page }) => {
      const details = await detailsOf(tx, actor.serviceId, child.id);
      const { sex } = await codeLists(tx, ['sex']);
      return page(
        DetailsPage({
          shell,
          child,
          today,
          parts: partsOf(child, details, sexWords(sex, child.sex), actor),
          mayMerge: can(actor, 'child.merge'),
        }),
      );
    },
  }),
  ...sectionRoutes({
    path: urls.child.detailsEdit,
    writes: { permission: 'child.edit', recordClass: 'RC1' },
    schema: detailsForm,
    draw: async ({ shell, child, today, tx }, drawn) => {
      const codes = await codeLists(tx, ['sex', 'not_known_reason']);
      const sexes = sexChoices(codes.sex, codes.not_known_reason);
      return DetailsEditPage({ shell, child, today, drawn, stored: child, sexes });
    },
    save: async ({ tx, actor, child, shell, today }, input, form) => {
      if (isRenamed(child, input) && !input.why && input.version === child.version)
        return [{ field: 'why', message: 'Choose why the name is different' }];
      const saved = await changeDetails(tx, actor, child, input, today);
      if (saved.kind === 'saved') return null;
      const { sex } = await codeLists(tx, ['sex']);
      return {
        conflict: ConflictPage({
          shell,
          child,
          today,
          title: 'Name, birth and sex were changed while you were typing',
          by: await lastChange(tx, 'child', child.id),
          theirs: inWords(child, sex),
          yours: inWords(
            {
              forename: input.forename,
              surname: input.surname,
              knownAs: input.knownAs,
              dateOfBirth: input.birth,
              sex: input.sex,
            },
            sex,
          ),
          typed: form.values,
          version: child.version,
          keepTheirs: urls.child.details(child.id),
        }),
      };
    },
    done: { to: urls.child.details, message: 'Saved: name, birth and sex' },
  }),
];

type Facts = Pick<OpenChild, 'forename' | 'surname' | 'knownAs' | 'dateOfBirth' | 'sex'>;

const inWords = (facts: Facts, sexes: readonly Code[]) => [
  { label: 'Forename', value: facts.forename },
  { label: 'Surname', value: facts.surname },
  { label: 'Known as', value: facts.knownAs ?? 'Nothing' },
  {
    label: 'Date of birth',
    value: facts.dateOfBirth ? formatDay(facts.dateOfBirth) : 'Not known',
  },
  { label: 'Sex', value: sexWords(sexes, facts.sex) },
];

const sexWords = (codes: readonly Code[], sex: string) =>
  ({ unknown: 'Not known yet', 'not-asked': 'Not asked' })[sex] ?? labelOf(codes, sex);
