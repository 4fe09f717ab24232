import { FormBox, type FormView } from '../../../record/form-box.tsx';
import { Button, Details } from '../../../ui/govuk/components.tsx';
import type { Html } from '../../../ui/html.ts';
import type { ItemOne } from './items.queries.ts';
import { isOpen } from './open-item.ts';
import type { TakeOff } from './take-off.ts';

type Props = { readonly item: Pick<ItemOne, 'state'>; readonly form: FormView<TakeOff> };

/** The form by which what waits for a panel is put off or taken off its list. */
export const TakeOffForm = ({ item, form: { F, ...form } }: Props): Html => (
  <Details
    summaryText="Put off or take off this panel"
    open={form.faults.length > 0 || form.conflict !== null}
  >
    <FormBox
      form={{ ...form, mayWrite: isOpen(item) }}
      buttons={<Button text="Save" classes="govuk-button--secondary" />}
    >
      <F.state />
      <F.state_reason />
    </FormBox>
  </Details>
);
