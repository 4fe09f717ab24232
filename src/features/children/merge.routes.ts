import { z } from 'zod';
import type { FormFault } from '../../domain/form-fault.ts';
import { comparePeople } from '../../domain/people/match.ts';
import { parseQuery } from '../../domain/people/parse-query.ts';
import { logLook } from '../../platform/audit/access-log.ts';
import { codeLists } from '../../platform/db/codes.ts';
import type { ChildContext } from '../../platform/http/context.ts';
import { isId } from '../../platform/http/is-id.ts';
import { mayGoBackTo } from '../../platform/http/may-go-back-to.ts';
import { parseForm, requiredText } from '../../platform/http/parse-form.ts';
import { childRoute, type Route } from '../../platform/http/route.ts';
import type { Typed } from '../../ui/layout/fields.tsx';
import { urls } from '../../urls.ts';
import { mergeChildren, sizes } from './merge.queries.ts';
import { MergeComparePage, MergePickPage, type Side } from './merge.view.tsx';
import { childrenById, findChildren, longestSearch } from './search.queries.ts';
import { factsOf } from './why-found.ts';

const mergeForm = z.object({
  with: z.string(),
  keep: requiredText('Choose which record is kept', 40),
  reason: requiredText('Say how you know that they are one child', 1000).min(
    10,
    'Say how you know that they are one child',
  ),
});

/** This record and the other, this one first; null when the other is hidden, merged or the same. */
async function pairOf({ tx, child }: ChildContext, other: string): Promise<[Side, Side] | null> {
  if (!isId(other)) return null;
  const ids = [child.id, other];
  const found = await childrenById(tx, ids);
  const counted = await sizes(tx, ids);
  const side = (id: string | undefined): Side | null => {
    const one = found.find((each) => each.id === id);
    const size = counted.find((each) => each.id === id);
    if (!one || !size) return null;
    return {
      ...one,
      size: `${size.contacts} contacts, ${size.referrals} referrals, ${size.assessments} assessments`,
    };
  };
  const [first, second] = [side(ids[0]), side(ids[1])];
  return first && second && first.id !== second.id ? [first, second] : null;
}

async function pick({ tx, c, shell, child, today, page }: ChildContext, q: string) {
  mayGoBackTo(c);
  const found = await findChildren(tx, parseQuery(q.slice(0, longestSearch), today));
  return page(
    MergePickPage({ shell, child, today, q, found: found.filter(({ id }) => id !== child.id) }),
  );
}

async function compare(
  context: ChildContext,
  sides: [Side, Side],
  errors: readonly FormFault[] = [],
  typed: Typed = {},
) {
  const { tx, shell, child, today, page } = context;
  const { sex } = await codeLists(tx, ['sex']);
  const likeness = comparePeople(factsOf(sides[0]), factsOf(sides[1]));
  return page(
    MergeComparePage({
      shell,
      child,
      today,
      sides,
      reasons: likeness.reasons.length > 0 ? likeness.reasons : ['Nothing recorded is the same'],
      isUnlikely: likeness.verdict === 'different',
      sexes: new Map(sex.map(({ code, label }) => [code, label])),
      errors,
      typed,
    }),
    errors.length > 0 ? 422 : 200,
  );
}

export const mergeRoutes: readonly Route[] = [
  childRoute({
    method: 'get',
    path: urls.child.merge(':childId'),
    tab: { under: urls.child.details(':childId') },
    permission: 'child.merge',
    audit: 'view',
    handle: async (context) => {
      const { child, query, notFound } = context;
      if (query('with')) {
        const sides = await pairOf(context, query('with'));
        return sides ? compare(context, sides) : notFound();
      }
      return pick(context, `${child.forename} ${child.surname}`);
    },
  }),
  childRoute({
    method: 'post',
    path: urls.child.mergeFind(':childId'),
    permission: 'child.merge',
    audit: 'search',
    handle: async (context) => pick(context, (await context.form()).text('q')),
  }),
  childRoute({
    method: 'get',
    path: urls.child.mergeFind(':childId'),
    permission: 'child.merge',
    audit: 'view',
    handle: ({ child, redirect }) => redirect(urls.child.merge(child.id)),
  }),
  childRoute({
    method: 'post',
    path: urls.child.merge(':childId'),
    permission: 'child.merge',
    audit: 'change',
    handle: async (context) => {
      const { tx, actor, redirect, notFound } = context;
      const form = await context.form();
      const sides = await pairOf(context, form.text('with'));
      if (!sides) return notFound();
      const parsed = parseForm(mergeForm, form);
      if (!parsed.ok) return compare(context, sides, parsed.errors, form.values);
      const kept = sides.find(({ id }) => id === parsed.value.keep);
      const merged = sides.find(({ id }) => id !== parsed.value.keep);
      if (!kept || !merged)
        return compare(
          context,
          sides,
          [{ field: 'keep', message: 'Choose which record is kept' }],
          form.values,
        );
      await mergeChildren(tx, {
        kept: kept.id,
        merged: merged.id,
        reason: parsed.value.reason,
      });
      await logLook(tx, actor, {
        kind: 'change',
        page: urls.child.merge(':childId'),
        childId: kept.id,
        purpose: `Merged record ${merged.number} into ${kept.number}: ${parsed.value.reason}`,
      });
      return redirect(
        urls.child.overview(kept.id),
        `Merged: record ${merged.number} now leads here`,
      );
    },
  }),
];
