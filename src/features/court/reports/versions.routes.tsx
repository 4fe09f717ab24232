import { formatDay } from '../../../domain/calendar/day.ts';
import type { WrittenSection } from '../../../domain/reports/report-document.ts';
import type { ChildContext } from '../../../platform/http/context.ts';
import { childRoute, type Route } from '../../../platform/http/route.ts';
import { ChildFrame } from '../../../record/child-frame.tsx';
import type { Html } from '../../../ui/html.ts';
import { DiffText } from '../../../ui/layout/diff-text.tsx';
import { urls } from '../../../urls.ts';
import { reportAsked } from './report-words.ts';
import { type Version, versionsOf } from './reports.queries.ts';

const said = (section: WrittenSection | undefined) =>
  [section?.chosen.map(({ label }) => label).join('; '), section?.words].filter(Boolean).join('\n');

/** Two states of a report as one, heading by heading and word by word; what did not change is left out. */
export function Changes({
  before,
  after,
}: {
  readonly before: Version;
  readonly after: Version;
}): Html {
  const changed = after.content.sections
    .map((section) => ({
      label: section.label,
      now: said(section),
      was: said(before.content.sections.find(({ code }) => code === section.code)),
    }))
    .filter(({ now, was }) => now !== was);
  return changed.length === 0 ? (
    <p class="govuk-body">No word changed.</p>
  ) : (
    <div>
      {changed.map(({ label, now, was }) => (
        <section>
          <h3 class="govuk-heading-s">{label}</h3>
          <DiffText before={was} after={now} />
        </section>
      ))}
    </div>
  );
}

const name = ({ number, sent_on, by }: Version) =>
  `Version ${number}, sent on ${formatDay(sent_on)} by ${by ?? 'somebody who has left'}`;

async function show(context: ChildContext) {
  const open = await reportAsked(context);
  const versions = open ? await versionsOf(context.tx, open.report.id) : [];
  if (!open || versions.length === 0) return context.notFound();
  return context.page(
    <ChildFrame
      context={context}
      title="Each time it was sent"
      heading={
        <>
          <span class="govuk-caption-l">{open.kind.label}</span>
          Each time it was sent
        </>
      }
      back={{
        href: urls.courtReports.one(context.child.id, open.report.id),
        text: 'Back to the report',
      }}
    >
      <p class="govuk-body">
        <del class="fh-diff-del">Struck out</del> was taken away.{' '}
        <ins class="fh-diff-ins">Underlined</ins> was added.
      </p>
      {versions.toReversed().map((version) => {
        const before = versions.find(({ number }) => number === version.number - 1);
        return (
          <section>
            <h2 class="govuk-heading-m">{name(version)}</h2>
            {before ? (
              <Changes before={before} after={version} />
            ) : (
              <p class="govuk-body">It was sent for the first time.</p>
            )}
          </section>
        );
      })}
    </ChildFrame>,
  );
}

export const versionRoutes: readonly Route[] = [
  childRoute({
    method: 'get',
    path: urls.courtReports.versions(':childId', ':reportId'),
    tab: { under: urls.courtReports.list(':childId') },
    permission: 'report.read',
    audit: 'view',
    handle: show,
  }),
];
