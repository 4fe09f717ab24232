import { type HeadingAnswer, headingAnswers } from '../../domain/assessments/national-tool.ts';
import { codeLists } from '../../platform/db/codes.ts';
import type { ChildContext } from '../../platform/http/context.ts';
import { childRoute, type Route } from '../../platform/http/route.ts';
import { ChildFrame } from '../../record/child-frame.tsx';
import { subjectLink } from '../../record/subject-link.ts';
import type { Html } from '../../ui/html.ts';
import { DataTable } from '../../ui/layout/data-table.tsx';
import { urls } from '../../urls.ts';
import { type OpenAssessment, openAssessment } from './assessment.queries.ts';
import { aroundAssessment } from './national-tool.queries.ts';
import { isOpen, mayWrite } from './writing/writing.ts';

const { assessments } = urls;

/** How this record answers each heading of the national tool for prevention and diversion. */
export const nationalToolRoutes: readonly Route[] = [
  childRoute({
    method: 'get',
    path: assessments.nationalTool(':childId'),
    tab: { under: assessments.list(':childId') },
    permission: 'assessment.view',
    audit: 'view',
    handle: async (context) => {
      const { tx, actor, child, page } = context;
      const { latest, ...around } = await aroundAssessment(tx, actor.serviceId, child.id);
      const written = latest ? await openAssessment(tx, child.id, latest) : null;
      const { national_tool_heading: headings } = await codeLists(tx, ['national_tool_heading']);
      const answers = headingAnswers(headings, written, around);
      return page(<NationalToolPage context={context} written={written} answers={answers} />);
    },
  }),
];

function hrefOf(
  { actor, child, ...context }: ChildContext,
  written: OpenAssessment | null,
  at: HeadingAnswer['at'],
): string | null {
  if (!at) return null;
  if (at.kind !== 'section' || !written)
    return subjectLink(actor, { ...at, childId: child.id, involvementId: at.id });
  return mayWrite({ actor, child, ...context }) && isOpen(written)
    ? assessments.section(child.id, written.id, at.id)
    : `${assessments.whole(child.id, written.id)}#${at.id}`;
}

function NationalToolPage({
  context,
  written,
  answers,
}: {
  readonly context: ChildContext;
  readonly written: OpenAssessment | null;
  readonly answers: readonly HeadingAnswer[];
}): Html {
  const { child } = context;
  return (
    <ChildFrame
      context={context}
      title="The national tool’s headings"
      back={{ href: assessments.list(child.id), text: 'Assessments' }}
    >
      <p class="govuk-body">
        The national assessment tool for prevention and diversion, in use since April 2024, asks for
        these. The headings stand here in our own words (check locally). The assessment, the plan,
        the decision and the closing answer them, each in its own place.
      </p>
      <p class="govuk-body">
        Answered, in whole or in part: {answers.filter(({ says }) => says !== null).length} of{' '}
        {answers.length}.
      </p>
      <DataTable
        caption={`Where each heading is answered for ${child.forename}`}
        rows={answers}
        columns={[
          {
            heading: 'Heading',
            cell: ({ heading, part }) => (
              <>
                {heading}
                <div class="fh-quiet govuk-!-font-weight-regular">{part}</div>
              </>
            ),
          },
          {
            heading: 'Where',
            cell: ({ where, at }) => {
              const href = hrefOf(context, written, at);
              return href ? (
                <a class="govuk-link" href={href}>
                  {where}
                </a>
              ) : (
                where
              );
            },
          },
          {
            heading: 'What stands there',
            cell: ({ says }) => says ?? <span class="fh-quiet">Not answered yet</span>,
          },
        ]}
      />
    </ChildFrame>
  );
}
