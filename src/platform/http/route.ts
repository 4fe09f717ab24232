import type { Permission } from '../../domain/access/permissions.data.ts';
import type { ChildContext, PageContext, PublicContext } from './context.ts';

/** How a visit is written to the access log. */
export type Audit = 'none' | 'view' | 'change' | 'search' | 'export' | 'print';

type Base = { readonly method: 'get' | 'post'; readonly path: string };
type Answer = Response | Promise<Response>;

/** Open to anyone: the sign-in pages, assets, health. */
export type PublicRoute = Base & {
  readonly kind: 'public';
  handle(context: PublicContext): Answer;
};

/** For someone signed in. `signed-in` is for a person's own account pages only. */
export type PageRoute = Base & {
  readonly kind: 'page';
  readonly permission: Permission | 'signed-in';
  readonly audit: Audit;
  handle(context: PageContext): Answer;
};

/** About one child, named `:childId` in the path: the child is opened (or is a 404), the visit is logged, a purpose may be asked. */
export type ChildRoute = Base & {
  readonly kind: 'child';
  readonly permission: Permission;
  readonly audit: Exclude<Audit, 'none'>;
  /** True only for the page that asks the purpose itself. */
  readonly withoutPurpose?: boolean;
  handle(context: ChildContext): Answer;
};

export type Route = PublicRoute | PageRoute | ChildRoute;

export const publicRoute = (route: Omit<PublicRoute, 'kind'>): Route => ({
  kind: 'public',
  ...route,
});
export const pageRoute = (route: Omit<PageRoute, 'kind'>): Route => ({ kind: 'page', ...route });
export const childRoute = (route: Omit<ChildRoute, 'kind'>): Route => ({ kind: 'child', ...route });
