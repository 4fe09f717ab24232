import type { StandardLine } from '../../../domain/inspections/rate-inspection.ts';
import type { Html } from '../../../ui/html.ts';
import { DataTable } from '../../../ui/layout/data-table.tsx';

/** A standard's key questions over the cases, the lowest named, with what follows and why a panel may look again. */
export function QuestionTable({ line }: { readonly line: StandardLine }): Html {
  const { standard, lowest, follows, consider, questions } = line;
  return (
    <>
      <DataTable
        caption={`Key questions of ${standard.id} ${standard.title}`}
        rows={questions}
        columns={[
          { heading: 'Key question', cell: ({ id, question }) => `${id} ${question}` },
          {
            heading: 'Yes, of all cases',
            cell: ({ id, count, percentage }) =>
              percentage === null ? (
                'None yet'
              ) : (
                <>
                  {percentage}% ({count?.yes} of {count?.of}){' '}
                  {lowest?.id === id ? <span class="fh-badge fh-badge-neutral">Lowest</span> : null}
                </>
              ),
          },
          { heading: 'Not yet read', cell: ({ count }) => count?.notYet ?? 0 },
        ]}
      />
      <p class="govuk-body">
        {line.unfit
          ? `No rating follows from these cases: ${line.unfit}.`
          : standard.rated === 'judged'
            ? casesBeside(line)
            : follows && lowest
              ? `The lowest, ${lowest.percentage}%, makes it ${follows.name}${line.notYet > 0 ? ' so far' : ''}.`
              : 'No rating follows until cases are read for every key question.'}
      </p>
      {consider.length > 0 ? (
        <>
          <p class="govuk-body">The panel may look again, because:</p>
          <ul class="govuk-list govuk-list--bullet">
            {consider.map((reason) => (
              <li>{reason}</li>
            ))}
          </ul>
        </>
      ) : null}
    </>
  );
}

/** What the cases of a standard say that is judged: they are laid beside the judgement. */
const casesBeside = ({ indicated, lowest, notYet }: StandardLine): string =>
  indicated && lowest
    ? `The cases alone would make it ${indicated.name}${notYet > 0 ? ' so far' : ''}. It is judged, with the other evidence beside them.`
    : 'No case is read for it yet: its rating rests on the other evidence alone, and the report says so.';
