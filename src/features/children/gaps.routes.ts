import type { Role } from '../../domain/access/roles.data.ts';
import { pageRoute, type Route } from '../../platform/http/route.ts';
import { urls } from '../../urls.ts';
import { gapNames } from './gap-words.ts';
import { childrenWithGaps, type Whose } from './gaps.queries.ts';
import { GapsPage } from './gaps.view.tsx';

const size = 25;

// A worker's own children first; who holds none looks at the team's or the service's.
const choicesOf = (role: Role): readonly [Whose, ...Whose[]] => {
  if (role === 'case-manager') return ['mine', 'team'];
  if (role === 'practice-manager') return ['team', 'service'];
  return ['service'];
};

export const gapRoutes: readonly Route[] = [
  pageRoute({
    method: 'get',
    path: urls.children.gaps,
    tab: { section: 'children', text: 'Record gaps' },
    permission: 'child.gaps',
    audit: 'view',
    handle: async ({ tx, actor, query, shell, page }) => {
      const choices = choicesOf(actor.role);
      const whose = choices.find((each) => each === query('whose')) ?? choices[0];
      const gap = gapNames.find(({ value }) => value === query('gap'))?.value ?? null;
      const asked = Number(query('page'));
      const number = Number.isInteger(asked) && asked > 0 ? Math.min(asked, 10_000) : 1;
      const rows = await childrenWithGaps(tx, actor, { whose, gap, page: number, size });
      return page(GapsPage({ shell, rows, whose, choices, gap, page: number, size }));
    },
  }),
];
