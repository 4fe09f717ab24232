import type { Child } from 'hono/jsx';
import { urls } from '../../urls.ts';
import type { Html } from '../html.ts';

/**
 * Every form that is sent. It is never checked by the browser, whose words and marks differ from ours; it carries the
 * mark by which the server knows the same form when it comes again. With `formKey` all that is typed in it is kept under
 * that name until it is saved.
 */
export function PostForm(props: {
  readonly action?: string;
  readonly formKey?: string | undefined;
  readonly class?: string;
  readonly enctype?: 'multipart/form-data';
  readonly children?: Child;
}): Html {
  const { formKey, children, ...rest } = props;
  return (
    <form
      method="post"
      novalidate
      {...rest}
      {...(formKey ? { 'data-draft-url': urls.draft(formKey) } : {})}
    >
      <input type="hidden" name="_once" value="@once" />
      {formKey ? <input type="hidden" name="_draft" value={formKey} /> : null}
      {children}
    </form>
  );
}
