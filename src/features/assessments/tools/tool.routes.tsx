import { can } from '../../../domain/access/can.ts';
import { type Compared, compareTemplates } from '../../../domain/assessments/compare-templates.ts';
import type { Template } from '../../../domain/assessments/template.ts';
import { formatInstant } from '../../../domain/calendar/british-time.ts';
import { type Day, formatDay } from '../../../domain/calendar/day.ts';
import type { PageContext } from '../../../platform/http/context.ts';
import { pageRoute, type Route } from '../../../platform/http/route.ts';
import { day } from '../../../record/day-field.tsx';
import { FormBox } from '../../../record/form-box.tsx';
import { serviceForm } from '../../../record/form-page.ts';
import { Button } from '../../../ui/govuk/components.tsx';
import { Page } from '../../../ui/layout/page.tsx';
import { PostForm } from '../../../ui/layout/post-form.tsx';
import { WrittenList } from '../../../ui/layout/written-list.tsx';
import { urls } from '../../../urls.ts';
import { Differences, Preview } from './tool.view.tsx';
import { contentOfTool, inUseOn, standingOf, type Tool, toolsOf } from './tools.queries.ts';

type Asked = {
  readonly tool: Tool;
  readonly template: Template;
  readonly standing: string;
  /** The version that it is laid beside: what is in use, or the one before it. */
  readonly beside: { readonly tool: Tool; readonly compared: Compared } | null;
};

const isBegun = ({ validFrom }: Tool, today: Day) => validFrom !== null && validFrom <= today;

async function toolAsked({ tx, actor, today, param }: PageContext): Promise<Asked | undefined> {
  const tools = await toolsOf(tx, actor.serviceId);
  const is = ({ id, version }: Tool) =>
    id === param('toolId') && String(version) === param('toolVersion');
  const tool = tools.find(is);
  if (!tool) return undefined;
  const template = await contentOfTool(tx, tool);
  const others = tools.filter((each) => each.tool === tool.tool && each !== tool);
  const other =
    inUseOn(tools, today).find((each) => others.includes(each)) ??
    others.find(({ version }) => version < tool.version);
  const compared = other && compareTemplates(await contentOfTool(tx, other), template);
  return {
    tool,
    template,
    standing: standingOf(tool, tools, today),
    beside: other && compared ? { tool: other, compared } : null,
  };
}

const one = serviceForm({
  path: urls.admin.tool(':toolId', ':toolVersion'),
  tab: { under: urls.admin.tools },
  reads: 'rules.read',
  writes: 'rules.manage',
  fields: {
    valid_from: day({
      label: 'From which day are new assessments begun with it?',
      says: 'The first day',
      hint: 'Today or later. Assessments that are begun already keep their version.',
      required: 'Enter the first day on which it is used',
    }),
    valid_to: day({
      label: 'Until which day, if that is known?',
      says: 'The last day',
      hint: 'Left blank, it is used until a newer version is.',
    }),
  },
  subject: toolAsked,
  stored: ({ tool: { id, version, validFrom, validTo } }) => ({
    id,
    version,
    valid_from: validFrom,
    valid_to: validTo,
  }),
  mayWrite: ({ actor }, { tool }) => tool.isOurs && can(actor, 'rules.manage'),
  rules: ({ valid_from, valid_to }, { tool }, { today }) => {
    const isMoved = valid_from !== tool.validFrom;
    if (isMoved && isBegun(tool, today))
      return [
        {
          field: 'valid_from-day',
          message: `It has been in use since ${formatDay(tool.validFrom ?? today)}: that day stays`,
        },
      ];
    if (isMoved && valid_from < today)
      return [{ field: 'valid_from-day', message: 'The first day must be today or later' }];
    if (valid_to && valid_to < valid_from)
      return [{ field: 'valid_to-day', message: 'The last day must be the first or later' }];
    return valid_to && valid_to !== tool.validTo && valid_to < today
      ? [{ field: 'valid_to-day', message: 'The last day must be today or later' }]
      : [];
  },
  save: async ({ tx, actor }, { tool }, value) => {
    await tx
      .updateTable('assessment_template')
      .set({ ...value, activated_by: actor.staffId })
      .where('service_id', '=', actor.serviceId)
      .where('id', '=', tool.id)
      .where('version', '=', tool.version)
      .execute();
    return { kind: 'saved' };
  },
  view: ({ shell, today, subject: { tool, template, standing, beside }, form: { F, ...form } }) => (
    <Page
      title={tool.title}
      shell={shell}
      errors={form.faults}
      back={{ href: urls.admin.tools, text: 'Assessment tools' }}
    >
      <h1 class="govuk-heading-l">
        <span class="govuk-caption-l">Version {tool.version}</span>
        {tool.title}
      </h1>
      <WrittenList
        lines={[
          ['How it stands', standing],
          [
            'Where it is from',
            tool.isOurs
              ? `Loaded ${formatInstant(tool.loadedAt)}, ${tool.loadedBy ?? 'at the command line'}`
              : 'Comes with Foothold',
          ],
          ['First day as its file says', formatDay(template.validFrom)],
          ['First day set by', tool.activatedBy],
        ]}
      />
      <FormBox form={form} button="Use it from that day">
        <F.valid_from />
        <F.valid_to />
      </FormBox>
      {form.mayWrite && !isBegun(tool, today) ? (
        <PostForm action={urls.admin.toolAway(tool.id, tool.version)}>
          <Button text="Take it away, unused" classes="govuk-button--secondary" />
        </PostForm>
      ) : null}
      {beside ? <Differences version={beside.tool.version} compared={beside.compared} /> : null}
      <Preview template={template} />
    </Page>
  ),
  done: ({ tool }, { valid_from }) => ({
    to: urls.admin.tool(tool.id, tool.version),
    message: `Saved: new assessments are begun with it from ${formatDay(valid_from)}`,
  }),
});

const away = pageRoute({
  method: 'post',
  path: urls.admin.toolAway(':toolId', ':toolVersion'),
  permission: 'rules.manage',
  audit: 'change',
  handle: async (context) => {
    const { tx, actor, today, notFound, redirect } = context;
    const asked = await toolAsked(context);
    if (!asked?.tool.isOurs) return notFound();
    const { id, version, title } = asked.tool;
    if (isBegun(asked.tool, today))
      return redirect(urls.admin.tool(id, version), 'It is in use: give it a last day instead.');
    await tx
      .deleteFrom('assessment_template')
      .where('service_id', '=', actor.serviceId)
      .where('id', '=', id)
      .where('version', '=', version)
      .execute();
    return redirect(urls.admin.tools, `Taken away: ${title}, version ${version}`);
  },
});

/** One version of a tool: what it asks, what is otherwise than in the version in use, and from which day it is used. */
export const toolRoutes: readonly Route[] = [...one, away];
