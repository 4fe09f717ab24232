import type { ChildContext } from '../../platform/http/context.ts';
import { ChildFrame } from '../../record/child-frame.tsx';
import { FormBox, type FormView } from '../../record/form-box.tsx';
import type { Children, Html } from '../../ui/html.ts';
import { urls } from '../../urls.ts';
import type { LineRow } from './victims.queries.ts';

/** The frame of one form of the vault. */
export function VaultForm(props: {
  readonly context: ChildContext;
  readonly line: LineRow;
  readonly title: string;
  readonly form: Omit<FormView, 'F'>;
  readonly button: string;
  readonly children?: Children;
}): Html {
  const { context, line, title, form, button, children } = props;
  return (
    <ChildFrame
      context={context}
      title={`${title}: ${line.label}`}
      heading={
        <>
          <span class="govuk-caption-l">{line.label}</span>
          {title}
        </>
      }
      faults={form.faults}
      back={{
        href: urls.victims.vault(context.child.id, line.id),
        text: `Back to the vault of ${line.label}`,
      }}
    >
      <FormBox form={form} button={button}>
        {children}
      </FormBox>
    </ChildFrame>
  );
}

/** Where a form of the vault leads when it is saved. */
export const toVault = ({ child }: ChildContext, line: LineRow, message: string) => ({
  to: urls.victims.vault(child.id, line.id),
  message,
});
