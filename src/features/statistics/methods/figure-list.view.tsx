import type { Html } from '../../../ui/html.ts';
import { Page, type PageShell } from '../../../ui/layout/page.tsx';

type FigureLink = { readonly href: string; readonly title: string; readonly unit: string };

type Props = {
  readonly shell: PageShell;
  readonly groups: readonly { readonly title: string; readonly links: readonly FigureLink[] }[];
};

/** Every kind of figure, each leading to how it is made. */
export function FigureListPage({ shell, groups }: Props): Html {
  return (
    <Page title="How figures are made" shell={shell}>
      <h1 class="govuk-heading-l">How figures are made</h1>
      {groups.map(({ title, links }) => (
        <>
          <h2 class="govuk-heading-m">{title}</h2>
          <ul class="govuk-list">
            {links.map(({ href, title: name, unit }) => (
              <li>
                <a class="govuk-link" href={href}>
                  {name}
                </a>{' '}
                <span class="fh-quiet">{unit}</span>
              </li>
            ))}
          </ul>
        </>
      ))}
    </Page>
  );
}
