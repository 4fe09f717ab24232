import type { PageContext } from '../platform/http/context.ts';
import type { Children, Html } from '../ui/html.ts';
import { choice } from './choice-fields.tsx';
import type { FieldSet } from './field.ts';
import { FormBox, type FormView } from './form-box.tsx';
import type { FormPage } from './form-page.ts';

/** What is judged: which row and whose it is, whether it still waits, and the version that is read. */
export type Judged = {
  readonly id: string;
  readonly by: string | null;
  readonly waits: boolean;
  readonly version: number;
};

type Verdict<C extends PageContext, S, F extends FieldSet> = Omit<
  FormPage<C, S, F>,
  'stored' | 'refuses'
> & {
  readonly judged: (subject: S) => Judged;
  /** Said to whoever would judge their own: "You sent this yourself: another manager approves it." */
  readonly own: string;
};

/** Whether it is approved or goes back, as every verdict that is one or the other asks it. */
export const approveOrReturn = ({
  yes = 'Yes',
  required,
}: {
  readonly yes?: string;
  readonly required: string;
}) =>
  choice(
    [
      { value: 'approve', text: yes },
      { value: 'return', text: 'No, send it back', hint: 'Write below what is still to do.' },
    ],
    { label: 'Do you approve it?', required },
  );

/**
 * Somebody else looks, and agrees or sends back: never its author, and never another version than the one they read,
 * which is drawn anew with what they wrote. The page's own fields ask the question; `save` does what follows from it.
 */
export const verdict = <C extends PageContext, S, F extends FieldSet>({
  judged,
  own,
  ...page
}: Verdict<C, S, F>): FormPage<C, S, F> => {
  const isOwn = (subject: S, { actor }: C) => judged(subject).by === actor.staffId;
  return {
    ...page,
    stored: (subject) => {
      const { id, version } = judged(subject);
      return { id, version } as never;
    },
    refuses: (subject, context) =>
      isOwn(subject, context) ? [{ field: 'own', message: own }] : [],
    save: async (context, subject, value) =>
      judged(subject).waits ? page.save(context, subject, value) : { kind: 'moved-on' },
    view: (drawn) => {
      const own = isOwn(drawn.subject, drawn.context);
      const mayWrite = drawn.form.mayWrite && !own && judged(drawn.subject).waits;
      return page.view({ ...drawn, form: { ...drawn.form, mayWrite } });
    },
  };
};

/** The question below what is judged; whoever may not answer it is told why. */
export function VerdictBox(props: {
  readonly form: Omit<FormView, 'F'>;
  readonly judged: Judged;
  readonly actor: { readonly staffId: string };
  readonly own: string;
  readonly button?: string;
  readonly children?: Children;
}): Html {
  const { judged, actor, own, ...box } = props;
  return (
    <>
      {judged.waits && judged.by === actor.staffId ? (
        <p class="govuk-body" id="own">
          {own}
        </p>
      ) : null}
      <FormBox {...box} />
    </>
  );
}
