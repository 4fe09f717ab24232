import { actionPage } from '../../../record/action-page.tsx';
import { childForm } from '../../../record/form-page.ts';
import { ChildPage } from '../../../ui/layout/child-page.tsx';
import { urls } from '../../../urls.ts';

/** What somebody promised for a child, and what came of it. */
export const actionRoutes = childForm(
  actionPage({
    path: urls.oversight.action(':childId', ':actionId'),
    tab: { under: urls.oversight.entries(':childId') },
    reads: 'child.view',
    child: ({ child }) => child,
    frame: ({ context, subject, form }, content) => (
      <ChildPage {...context} title={subject.action.what} errors={form.faults}>
        {content}
      </ChildPage>
    ),
    done: ({ child }) => urls.child.overview(child.id),
  }),
);
