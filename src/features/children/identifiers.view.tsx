import { type Code, choicesOf, labelOf } from '../../domain/reference/codes.ts';
import type { Html } from '../../ui/html.ts';
import { SelectField, TextField } from '../../ui/layout/fields.tsx';
import type { ChildIdentifier } from './identifiers.queries.ts';
import type { Drawn } from './section.ts';
import { type Frame, SectionPage } from './section.view.tsx';

type Props = Frame & {
  readonly drawn: Drawn;
  readonly identifiers: readonly ChildIdentifier[];
  readonly kinds: readonly Code[];
  readonly sources: readonly Code[];
};

export function IdentifiersPage({ identifiers, kinds, sources, ...page }: Props): Html {
  const field = { errors: page.drawn.errors, typed: page.drawn.typed };
  return (
    <SectionPage
      {...page}
      title="Numbers"
      intro="What other agencies call the child in their own records. A shared number is the surest way to know that two records are of one child."
      empty="No number is recorded. Ask police for the reference, and school for the pupil number."
      now={identifiers.map((each) => ({
        title: each.value,
        lines: [labelOf(kinds, each.kind), `Source: ${labelOf(sources, each.source)}`],
      }))}
      addTitle="Add a number"
      addButton="Add the number"
    >
      <SelectField name="kind" label="Whose number is it?" choices={choicesOf(kinds)} {...field} />
      <TextField
        name="value"
        label="Number"
        hint="As it is written in their papers"
        width="one-third"
        {...field}
      />
      <SelectField name="source" label="Who told us?" choices={choicesOf(sources)} {...field} />
    </SectionPage>
  );
}
