import type { MenuGroup, MenuPage } from '../../domain/navigation/menu.ts';
import type { Html } from '../html.ts';

type Props = {
  readonly label: string;
  readonly groups: readonly MenuGroup[];
  readonly look: 'main' | 'record';
  /** False where another row of pages stands below: that of a child's record. */
  readonly hasPages?: boolean;
};

/**
 * A row of groups and, below it, a row of the pages of the one that is open. On a narrow screen both are one menu, folded,
 * in which every page is one press away.
 */
export function Menu({ label, groups, look, hasPages = true }: Props): Html {
  const here = groups.find(({ isHere }) => isHere);
  const page = here?.pages.find(({ isHere }) => isHere);
  return (
    <nav class={`fh-menu fh-menu--${look} fh-no-print`} aria-label={label}>
      <div class="fh-menu__first">
        <ul class="govuk-width-container fh-container fh-menu__groups">
          {groups.filter(isInTheRow).map((group) => (
            <Entry page={group} current={opens(group) ? 'true' : 'page'} />
          ))}
        </ul>
      </div>
      {hasPages && here && opens(here) ? (
        <div class="fh-menu__second">
          <ul class="govuk-width-container fh-container fh-menu__pages">
            {here.pages.map((each) => (
              <Entry page={each} />
            ))}
          </ul>
        </div>
      ) : null}
      <details class="fh-menu__folded">
        <summary class="fh-menu__summary">
          <span class="fh-menu__word">{look === 'main' ? 'Menu' : 'Record'}</span>
          {here && page ? whereText(here, page) : null}
        </summary>
        <ul class="fh-menu__list">
          {groups.map((group) => (
            <Folded group={group} />
          ))}
        </ul>
      </details>
    </nav>
  );
}

// A person's own pages are reached by their name, which stands above.
const isInTheRow = ({ id }: MenuGroup) => id !== 'account';

// Overview is a room of one page, called as the room is: a second row would say it twice.
const opens = ({ text, pages }: MenuGroup) => pages.some((page) => page.text !== text);

const whereText = (group: MenuGroup, page: MenuPage) =>
  page.text === group.text ? group.text : `${group.text}: ${page.text}`;

function Folded({ group }: { readonly group: MenuGroup }): Html {
  if (!opens(group)) return <Entry page={group} />;
  return (
    <li>
      <span class="fh-menu__group">{group.text}</span>
      <ul class="fh-menu__list">
        {group.pages.map((page) => (
          <Entry page={page} />
        ))}
      </ul>
    </li>
  );
}

function Entry({
  page: { text, href, isHere },
  current = 'page',
}: {
  readonly page: MenuPage;
  readonly current?: 'page' | 'true';
}): Html {
  return (
    <li>
      <a class="fh-menu__link" href={href} {...(isHere ? { 'aria-current': current } : {})}>
        {text}
      </a>
    </li>
  );
}
