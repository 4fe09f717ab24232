import type { Permission } from '../../domain/access/permissions.data.ts';
import type { Standing, Tab } from '../../domain/navigation/menu.ts';
import type { AccountContext, ChildContext, PageContext, PublicContext } from './context.ts';

/** How a visit is written to the access log. */
export type Audit = 'none' | 'view' | 'change' | 'search' | 'export' | 'print';

type Base = {
  readonly method: 'get' | 'post';
  readonly path: string;
  /** Where the page stands among the others; pages below its address stand there too. */
  readonly tab?: Tab | undefined;
};
type Answer = Response | Promise<Response>;

/** Open to anyone: the sign-in pages, assets, health. */
export type PublicRoute = Base & {
  readonly kind: 'public';
  handle(context: PublicContext): Answer;
};

/**
 * A person's own sign-in: locking, passwords, sessions. It has no transaction of its own, because the sign-in library
 * asks the database by itself and an embedded database serves one asker at a time.
 */
export type AccountRoute = Base & {
  readonly kind: 'account';
  readonly permission: 'signed-in';
  readonly audit: 'none';
  handle(context: AccountContext): Answer;
};

/** For someone signed in. `signed-in` is for a person's own account pages only. */
export type PageRoute = Base & {
  readonly kind: 'page';
  readonly permission: Permission | 'signed-in';
  readonly audit: Audit;
  /** True for a form of which nothing is kept: it is not held for a locked session, and may be sent as often as one likes. */
  readonly keepsNothing?: boolean;
  /** True for a form that makes something and is answered with a page, not led on to one: it is shown once. */
  readonly showsOnce?: boolean;
  handle(context: PageContext): Answer;
};

/** About one child, named `:childId` in the path: the child is opened (or is a 404), the visit is logged, a purpose may be asked. */
export type ChildRoute = Base & {
  readonly kind: 'child';
  readonly permission: Permission;
  readonly audit: Exclude<Audit, 'none'>;
  /** True only for the page that asks the purpose itself. */
  readonly withoutPurpose?: boolean;
  /** True for pages about a record itself, which stay open after it was merged: its history and who looked. */
  readonly ofMergedRecord?: boolean;
  handle(context: ChildContext): Answer;
};

export type Route = PublicRoute | AccountRoute | PageRoute | ChildRoute;

export const publicRoute = (route: Omit<PublicRoute, 'kind'>): Route => ({
  kind: 'public',
  ...route,
});
export const accountRoute = (
  route: Omit<AccountRoute, 'kind' | 'permission' | 'audit'>,
): Route => ({ kind: 'account', permission: 'signed-in', audit: 'none', ...route });
export const pageRoute = (route: Omit<PageRoute, 'kind'>): Route => ({ kind: 'page', ...route });
export const childRoute = (route: Omit<ChildRoute, 'kind'>): Route => ({ kind: 'child', ...route });

/** Where pages stand, as their routes say, in the routes' order. */
export const standingsOf = (routes: readonly Route[]): readonly Standing[] =>
  routes.flatMap((route) =>
    route.tab && route.kind !== 'public'
      ? [{ path: route.path, permission: route.permission, tab: route.tab }]
      : [],
  );
