import { type Code, choicesOf, labelOf } from '../../domain/reference/codes.ts';
import type { Html } from '../../ui/html.ts';
import { DayField, SelectField, TextField } from '../../ui/layout/fields.tsx';
import { nameKinds } from './names.form.ts';
import type { OtherName } from './names.queries.ts';
import type { Drawn } from './section.ts';
import { type Frame, SectionPage, spell } from './section.view.tsx';

type Props = Frame & {
  readonly drawn: Drawn;
  readonly names: readonly OtherName[];
  readonly sources: readonly Code[];
};

export function NamesPage({ names, sources, ...page }: Props): Html {
  const kinds: Record<string, string> = nameKinds;
  const field = { errors: page.drawn.errors, typed: page.drawn.typed };
  return (
    <SectionPage
      {...page}
      title="Other names"
      intro="Names the child had or has beside the one on the record. The search finds the child by each of them."
      empty="No other name is recorded. Add a name found in papers from school, police or court, so that the child is found by it."
      now={names.map((name) => ({
        title: `${name.forename} ${name.surname}`,
        lines: [
          [kinds[name.kind] ?? name.kind, spell(name.valid_from, name.valid_to)]
            .filter(Boolean)
            .join('. '),
          `Source: ${labelOf(sources, name.source)}`,
        ],
      }))}
      addTitle="Add another name"
      addButton="Add the name"
    >
      <TextField name="forename" label="Forename" {...field} />
      <TextField name="surname" label="Surname" {...field} />
      <SelectField
        name="kind"
        label="What kind of name is it?"
        choices={Object.entries(nameKinds).map(([value, text]) => ({ value, text }))}
        {...field}
      />
      <SelectField name="source" label="Who told us?" choices={choicesOf(sources)} {...field} />
      <DayField name="from" label="From (optional)" {...field} />
      <DayField name="until" label="Until (optional)" {...field} />
    </SectionPage>
  );
}
