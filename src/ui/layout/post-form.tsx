import type { Child } from 'hono/jsx';
import type { Html } from '../html.ts';

/**
 * Every form that is sent. It is never checked by the browser, whose words and marks differ from ours. The server gives
 * it the mark by which it knows the same form when it comes again, keeps whatever is typed in it until it is saved, and
 * shows that when the form is opened again: a page writes nothing for it.
 */
export function PostForm(props: {
  readonly action?: string;
  readonly class?: string;
  readonly enctype?: 'multipart/form-data';
  /** The mark of a form that was sent before, when it is sent on. */
  readonly once?: string | undefined;
  readonly children?: Child;
}): Html {
  const { once = '@once', children, ...rest } = props;
  return (
    <form method="post" novalidate {...rest}>
      <input type="hidden" name="_once" value={once} />
      {children}
    </form>
  );
}
