import type { FormFault } from '../domain/form-fault.ts';
import type { ChildContext } from '../platform/http/context.ts';
import type { Children, Html } from '../ui/html.ts';
import { ChildPage } from '../ui/layout/child-page.tsx';

type Props = {
  readonly context: Pick<ChildContext, 'shell' | 'child' | 'today'>;
  readonly title: string;
  /** The heading, when it says more than the title. */
  readonly heading?: Children;
  readonly faults?: readonly FormFault[];
  readonly back?: { readonly href: string; readonly text: string };
  /** It prints as a paper to be given away, without the child’s band. */
  readonly paper?: boolean;
  readonly children?: Children;
};

/** A page of a child's record under its heading, and what is to be mended in its form. */
export function ChildFrame(props: Props): Html {
  const { context, title, heading = title, faults = [], back, paper = false, children } = props;
  const { shell, child, today } = context;
  return (
    <ChildPage
      title={title}
      shell={shell}
      child={child}
      today={today}
      errors={faults}
      paper={paper}
      {...(back ? { back } : {})}
    >
      <h1 class={`govuk-heading-l${paper ? ' fh-no-print' : ''}`}>{heading}</h1>
      {children}
    </ChildPage>
  );
}
