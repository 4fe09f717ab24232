import type { ChildContext } from '../platform/http/context.ts';
import type { Children, Html } from '../ui/html.ts';
import { ChildPage } from '../ui/layout/child-page.tsx';
import { FormBox, type FormView } from './form-box.tsx';
import { type Item, Items } from './items.tsx';

type Frame = Pick<ChildContext, 'shell' | 'child' | 'today'> & {
  readonly title: string;
  readonly back: { readonly href: string; readonly text: string };
  readonly form: FormView;
  readonly button?: string;
  /** The fields, in the page's own order and grouping. */
  readonly children?: Children;
};

type Props = Frame & {
  readonly intro: string;
  readonly now: readonly Item[];
  readonly before: readonly Item[];
  readonly empty: string;
  /** What else to know or do about what stands now. */
  readonly beside?: Html | null;
  readonly addTitle: string;
};

/** A part of the record over time: what stands now, a form for what is new, and what was before. */
export function EpisodesPage({ form, now, before, ...props }: Props): Html {
  return (
    <ChildPage {...props} errors={form.faults}>
      <h1 class="govuk-heading-l">{props.title}</h1>
      <p class="govuk-body">{props.intro}</p>
      {now.length > 0 ? <Items items={now} /> : <p class="govuk-body">{props.empty}</p>}
      {props.beside}
      {form.mayWrite ? (
        <section aria-labelledby="add" class="fh-no-print">
          <h2 class="govuk-heading-m" id="add">
            {props.addTitle}
          </h2>
          <FormBox form={form} {...(props.button ? { button: props.button } : {})}>
            {props.children}
          </FormBox>
        </section>
      ) : null}
      {before.length > 0 ? (
        <section aria-labelledby="before">
          <h2 class="govuk-heading-m" id="before">
            Before
          </h2>
          <Items items={before} />
        </section>
      ) : null}
    </ChildPage>
  );
}

/** One of them, to end it, check it, or say what has changed. */
export function EpisodePage({ form, item, ...props }: Frame & { readonly item: Item }): Html {
  return (
    <ChildPage {...props} errors={form.faults}>
      <h1 class="govuk-heading-l">{props.title}</h1>
      <Items items={[item]} />
      {form.mayWrite ? (
        <FormBox form={form} {...(props.button ? { button: props.button } : {})}>
          {props.children}
        </FormBox>
      ) : (
        <p class="govuk-body">Only people who work with the child change this.</p>
      )}
    </ChildPage>
  );
}
