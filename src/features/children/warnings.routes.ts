import { formatDay } from '../../domain/calendar/day.ts';
import { codeLists } from '../../platform/db/codes.ts';
import { lastChange } from '../../platform/db/last-change.ts';
import type { ChildContext } from '../../platform/http/context.ts';
import type { Route } from '../../platform/http/route.ts';
import { urls } from '../../urls.ts';
import { ConflictPage } from './conflict.view.tsx';
import { addWarning, changeWarning, endWarning } from './keep-warning.ts';
import { idOf, movedOn, sectionRoutes } from './section.ts';
import { changeWarningForm, endWarningForm, warningForm } from './warnings.form.ts';
import { possibleOwners, warnings } from './warnings.queries.ts';
import { EndWarningPage, WarningPage, WarningsPage } from './warnings.view.tsx';

const writes = { permission: 'warning.write', recordClass: 'RC1' } as const;
const done = { to: urls.child.warnings, message: 'Saved: the warning' };
type Asked = Pick<ChildContext, 'tx' | 'child' | 'today' | 'param'>;

const kindsOf = async ({ tx }: Asked) => (await codeLists(tx, ['warning_type'])).warning_type;
const ownersOf = async ({ tx, child, today }: Asked) =>
  (await possibleOwners(tx, child.id, today)).map(({ id, name, job_title }) => ({
    value: id,
    text: `${name}, ${job_title}`,
  }));
const warningOf = async ({ tx, child, param }: Asked) =>
  (await warnings(tx, child.id)).find(({ id }) => id === param('warningId'));
const notAnOwner = [{ field: 'owner', message: 'Choose who looks at it again' }];

export const warningRoutes: readonly Route[] = [
  ...sectionRoutes({
    path: urls.child.warnings,
    tab: { room: 'about', text: 'Warnings' },
    writes,
    schema: warningForm,
    draw: async (context, drawn) => {
      const { shell, child, today, tx } = context;
      return WarningsPage({
        shell,
        child,
        today,
        drawn,
        warnings: await warnings(tx, child.id),
        kinds: await kindsOf(context),
        owners: drawn.mayWrite ? await ownersOf(context) : [],
      });
    },
    save: async (context, input) => {
      const { tx, actor, child, today } = context;
      const kinds = await kindsOf(context);
      if (!kinds.some(({ code }) => code === input.kind))
        return [{ field: 'kind', message: 'Choose what the warning is about' }];
      if (!(await ownersOf(context)).some(({ value }) => value === input.owner)) return notAnOwner;
      await addWarning(tx, actor, child.id, input, { today, kinds });
      return null;
    },
    done,
  }),
  ...sectionRoutes({
    path: (childId) => urls.child.warning(childId, ':warningId'),
    writes,
    schema: changeWarningForm,
    draw: async (context, drawn) => {
      const { shell, child, today } = context;
      const warning = await warningOf(context);
      if (!warning) return null;
      const kinds = await kindsOf(context);
      const owners = drawn.mayWrite ? await ownersOf(context) : [];
      return WarningPage({ shell, child, today, drawn, warning, kinds, owners });
    },
    save: async (context, input, form) => {
      const { tx, child, shell, today } = context;
      const warning = await warningOf(context);
      if (!warning) return movedOn;
      const owners = await ownersOf(context);
      const ownerName = owners.find(({ value }) => value === input.owner)?.text;
      if (!ownerName) return notAnOwner;
      if ((await changeWarning(tx, warning.id, input)).kind === 'saved') return null;
      return {
        conflict: ConflictPage({
          shell,
          child,
          today,
          title: warning.ended_on
            ? 'The warning was ended while you were typing'
            : 'The warning was changed while you were typing',
          by: await lastChange(tx, 'warning', warning.id),
          theirs: [
            { label: 'What to know and do', value: warning.detail },
            { label: 'Owner', value: warning.owner },
            { label: 'Looked at next', value: formatDay(warning.review_on) },
            ...(warning.end_reason ? [{ label: 'Ended', value: warning.end_reason }] : []),
          ],
          yours: [
            { label: 'What to know and do', value: input.detail },
            { label: 'Owner', value: ownerName.replace(/,.*$/, '') },
            { label: 'Looked at next', value: formatDay(input.review) },
          ],
          typed: form.values,
          version: warning.version,
          keepTheirs: urls.child.warning(child.id, warning.id),
        }),
      };
    },
    done,
  }),
  ...sectionRoutes({
    path: (childId) => urls.child.endWarning(childId, ':warningId'),
    writes,
    schema: endWarningForm,
    draw: async (context, drawn) => {
      const { shell, child, today } = context;
      const warning = await warningOf(context);
      if (!warning || warning.ended_on !== null || !drawn.mayWrite) return null;
      return EndWarningPage({
        shell,
        child,
        today,
        drawn,
        warning,
        kinds: await kindsOf(context),
      });
    },
    save: async ({ tx, today, param }, input) => {
      const saved = await endWarning(tx, idOf(param('warningId')), input, today);
      return saved.kind === 'saved' ? null : movedOn;
    },
    done,
  }),
];
