import type { FormFault } from '../domain/form-fault.ts';
import { Button } from '../ui/govuk/components.tsx';
import type { Children, Html } from '../ui/html.ts';
import { type Conflict, ConflictNotice } from '../ui/layout/conflict.tsx';
import { VersionField } from '../ui/layout/fields.tsx';
import { PostForm } from '../ui/layout/post-form.tsx';
import type { FieldSet, Options, TagsOf } from './field.ts';

/** A form as its page draws it. */
export type FormView<F extends FieldSet = FieldSet> = {
  /** The fields as tags, each holding what was typed, or else what is stored. */
  readonly F: TagsOf<F>;
  readonly action: string;
  /** The version of the row that it changes; null for a new one. */
  readonly version: number | null;
  readonly faults: readonly FormFault[];
  /** Both versions and who saved first, when somebody else did. */
  readonly conflict: Conflict | null;
  /** False for whoever only reads: no form is drawn. */
  readonly mayWrite: boolean;
  /** Why nobody changes this any more: it stands in place of the form. */
  readonly closed?: string | null;
  readonly options: Options;
};

/** The form of a form page: what two people wrote if they met, the fields in the page's own order, and the button. */
export function FormBox({
  form,
  button = 'Save',
  buttons,
  children,
}: {
  readonly form: Omit<FormView, 'F'>;
  readonly button?: string;
  /** In place of the one button: several, which say by a `pressed` field what they are for. */
  readonly buttons?: Html;
  readonly children?: Children;
}): Html | null {
  const conflict = form.conflict ? <ConflictNotice conflict={form.conflict} /> : null;
  if (!form.mayWrite) return conflict;
  if (form.closed) return <p class="govuk-inset-text">{form.closed}</p>;
  return (
    <>
      {conflict}
      <PostForm action={form.action} class="fh-form">
        {form.version === null ? null : <VersionField version={form.version} />}
        {children}
        {buttons ?? <Button text={button} preventDoubleClick />}
      </PostForm>
    </>
  );
}
