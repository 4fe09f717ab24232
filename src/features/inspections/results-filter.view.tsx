import { Button } from '../../ui/govuk/components.tsx';
import type { Html } from '../../ui/html.ts';
import { SelectField, TextField } from '../../ui/layout/fields.tsx';
import { urls } from '../../urls.ts';
import type { ResultsModel } from './results.view.tsx';

const orders = [
  { value: '', text: 'Newest first' },
  { value: 'service', text: 'Service, A to Z' },
  { value: 'score', text: 'Highest score first' },
];

/** What to show and in which order; the choice stands in the address. */
export function ResultsFilter({
  asked,
  frameworks,
  ratings,
}: Pick<ResultsModel, 'asked' | 'frameworks' | 'ratings'>): Html {
  const field = { errors: [], typed: {} };
  const any = (text: string) => ({ value: '', text });
  return (
    <form method="get" action={urls.inspectionResults.list()} class="fh-filter fh-no-print">
      <TextField {...field} name="q" label="Service" stored={asked.q} width="two-thirds" />
      <SelectField
        {...field}
        name="framework"
        label="Framework"
        stored={asked.framework}
        choices={[any('All'), ...frameworks.map((id) => ({ value: id, text: id }))]}
      />
      <SelectField
        {...field}
        name="rating"
        label="Overall rating"
        stored={asked.rating}
        choices={[any('All'), ...ratings.map(({ name }) => ({ value: name, text: name }))]}
      />
      <SelectField {...field} name="sort" label="Order" stored={asked.sort} choices={orders} />
      <Button text="Show" classes="govuk-button--secondary" />
    </form>
  );
}
