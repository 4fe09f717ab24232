import type { Html } from '../../ui/html.ts';
import { Page, type PageShell } from '../../ui/layout/page.tsx';

export function HomePage({ shell }: { readonly shell: PageShell }): Html {
  return (
    <Page title="Home" shell={shell}>
      <h1 class="govuk-heading-l">Home</h1>
    </Page>
  );
}
