import { can } from '../../../domain/access/can.ts';
import { formatInstant } from '../../../domain/calendar/british-time.ts';
import type { PageContext } from '../../../platform/http/context.ts';
import { pageRoute, type Route } from '../../../platform/http/route.ts';
import { FormBox } from '../../../record/form-box.tsx';
import { serviceForm } from '../../../record/form-page.ts';
import { serviceList } from '../../../record/list-page.tsx';
import { addRow, changeRow } from '../../../record/rows.ts';
import { longText, text } from '../../../record/text-fields.tsx';
import { Button } from '../../../ui/govuk/components.tsx';
import { Page } from '../../../ui/layout/page.tsx';
import { PostForm } from '../../../ui/layout/post-form.tsx';
import { urls } from '../../../urls.ts';
import { allAreas } from '../choices.queries.ts';
import { families } from './families.queries.ts';
import { memberLines, membersTyped } from './family-members.ts';

/** The service's own families of areas. */
const list = serviceList({
  path: urls.statistics.families,
  tab: { section: 'figures', text: 'Our families' },
  permission: 'statistics.view',
  subject: async ({ tx, actor }) => ({
    areas: await allAreas(tx),
    mayChange: can(actor, 'statistics.family'),
  }),
  caption: 'Our families',
  empty: () => 'There is no family yet.',
  file: 'our-families',
  rows: async ({ tx }, _subject, { offset, limit }) =>
    (await families(tx)).slice(offset, offset + limit),
  columns: ({ areas, mayChange }) => [
    {
      heading: 'Name',
      text: ({ name }) => name,
      cell: ({ id, name }) =>
        mayChange ? (
          <a class="govuk-link" href={urls.statistics.family(id)}>
            {name}
          </a>
        ) : (
          name
        ),
    },
    {
      heading: 'Areas',
      text: ({ members }) => memberLines(members, areas).replaceAll('\n', ', '),
    },
    { heading: 'Where from', text: ({ why }) => why },
    {
      heading: 'Recorded',
      text: ({ author, created_at }) => `${author ?? 'Not known'}, ${formatInstant(created_at)}`,
    },
  ],
  view: ({ context: { shell }, subject: { mayChange }, list }) => (
    <Page title="Our families" shell={shell}>
      <h1 class="govuk-heading-l">Our families</h1>
      <p class="govuk-body">
        A family is a list of areas that are like yours. The Youth Justice Board’s own families are
        not public: enter yours here from the data summary, and choose it under “Beside” on the
        benchmarks page.
      </p>
      {mayChange ? <Button text="Add a family" href={urls.statistics.familyNew} /> : null}
      {list}
    </Page>
  ),
});

/** The family of the address, the others, and every area. */
async function subject({ tx, param }: PageContext) {
  const id = param('familyId');
  const all = await families(tx);
  const family = id === '' ? null : all.find((each) => each.id === id);
  if (family === undefined) return undefined;
  return { family, others: all.filter((each) => each !== family), areas: await allAreas(tx) };
}

/** Adds or changes a family. */
const one = serviceForm({
  path: [urls.statistics.familyNew, urls.statistics.family(':familyId')],
  reads: 'statistics.family',
  fields: {
    name: text({
      label: 'Name',
      hint: 'For example: our family in the data summary',
      required: 'Enter the family’s name',
      max: 100,
    }),
    why: longText({
      label: 'Where the list comes from',
      hint: 'Good: “Data summary 118, April 2024; agreed by the board in May.”',
      required: 'Say where the list comes from, or why these areas',
      max: 2000,
      rows: 2,
    }),
    members: longText({
      label: 'Local authorities',
      hint: 'The whole name of each, one a line, such as “Barking and Dagenham”. Your own may be among them: it is left out of the average.',
      required: 'Name at least one local authority',
      max: 4000,
      rows: 10,
    }),
  },
  subject,
  stored: ({ family, areas }) =>
    family && { ...family, members: memberLines(family.members, areas) },
  rules: ({ name, members }, { others, areas }) => [
    ...(others.some((other) => other.name.toLowerCase() === name.toLowerCase())
      ? [{ field: 'name', message: 'There is a family of this name: choose another name' }]
      : []),
    ...membersTyped(members, areas).faults,
  ],
  save: async ({ tx, actor }, { family, areas }, value) => {
    const columns = { ...value, members: [...membersTyped(value.members, areas).codes] };
    if (family) return changeRow(tx, 'area_family', family, columns);
    await addRow(tx, actor, 'area_family', columns);
    return { kind: 'saved' };
  },
  view: ({ shell, subject: { family }, form: { F, ...form } }) => {
    const title = family ? family.name : 'Add a family';
    return (
      <Page
        title={title}
        shell={shell}
        errors={form.faults}
        back={{ href: urls.statistics.families, text: 'Back to our families' }}
      >
        <h1 class="govuk-heading-l">{title}</h1>
        <FormBox form={form} button="Save the family">
          <F.name />
          <F.why />
          <F.members />
        </FormBox>
        {family ? (
          <PostForm action={urls.statistics.familyRemove(family.id)}>
            <Button text="Remove this family" classes="govuk-button--warning" />
          </PostForm>
        ) : null}
      </Page>
    );
  },
  done: (_subject, { name }) => ({ to: urls.statistics.families, message: `Saved: ${name}` }),
});

export const familyRoutes: readonly Route[] = [
  ...list,
  ...one,
  pageRoute({
    method: 'post',
    path: urls.statistics.familyRemove(':familyId'),
    permission: 'statistics.family',
    audit: 'change',
    handle: async (context) => {
      const family = (await subject(context))?.family;
      if (!family) return context.notFound();
      await context.tx.deleteFrom('area_family').where('id', '=', family.id).execute();
      return context.redirect(urls.statistics.families, `Removed: ${family.name}`);
    },
  }),
];
