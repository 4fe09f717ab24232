import { formatInstant } from '../domain/calendar/british-time.ts';
import { formatDay } from '../domain/calendar/day.ts';
import { Details } from '../ui/govuk/components.tsx';
import type { Html } from '../ui/html.ts';
import { WrittenList } from '../ui/layout/written-list.tsx';
import type { Correction, Kept } from './correction-rows.ts';
import { tableWords } from './table-words.data.ts';

type Lines = readonly (readonly [name: string, words: string | null])[];
type Said = { readonly title: string; readonly lines: Lines };

/** What was taken off this record: struck through, with why, by whom, and what it said. */
export function Struck({
  corrections,
  said,
}: {
  readonly corrections: readonly Correction[];
  readonly said: (kept: Kept) => Said;
}): Html | null {
  const off = corrections.filter(({ kind }) => kind === 'withdrawn' || kind === 'moved-away');
  if (off.length === 0) return null;
  return (
    <section aria-labelledby="taken-off">
      <h2 class="govuk-heading-m" id="taken-off">
        Taken off this record
      </h2>
      <ul class="govuk-list fh-results">
        {off.map((one) => {
          const isHere = one.kind === 'withdrawn';
          const { title, lines } = isHere
            ? said(one.kept)
            : { title: tableWords[one.table_name] ?? '', lines: [] };
          return (
            <li class="fh-result">
              <del>{title}</del>{' '}
              <span class="fh-badge fh-badge-neutral">
                {isHere ? 'Withdrawn' : 'Moved to the right child’s record'}
              </span>
              <div class="fh-quiet">
                {formatDay(one.corrected_on)}, {one.by ?? 'a person who has left'}. {one.reason}
              </div>
              {isHere ? (
                <Details summaryText="What it said">
                  <WrittenList lines={[...lines, ['Written by', writtenBy(one)]]} />
                </Details>
              ) : (
                <div class="fh-quiet">Written by {writtenBy(one)}</div>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** Beside a row that came from a wrong record, or was put right: when, by whom and why. */
export function PutRight({
  corrections,
  rowId,
  said,
}: {
  readonly corrections: readonly Correction[];
  readonly rowId: string;
  readonly said: (kept: Kept) => Said;
}): Html | null {
  const here = corrections.filter(
    ({ row_id, kind }) => row_id === rowId && (kind === 'moved-here' || kind === 'corrected'),
  );
  if (here.length === 0) return null;
  return (
    <>
      {here.map((one) => (
        <div class="govuk-inset-text">
          <p class="govuk-body">
            {one.kind === 'moved-here'
              ? `Moved here from another child’s record, where it was written by ${writtenBy(one)}`
              : 'Corrected'}
            : {formatDay(one.corrected_on)}, {one.by ?? 'a person who has left'}. {one.reason}
          </p>
          {one.kind === 'corrected' ? (
            <Details summaryText="What it said before">
              <WrittenList lines={said(one.kept).lines} />
            </Details>
          ) : null}
        </div>
      ))}
    </>
  );
}

const writtenBy = ({ written_by, written_at }: Correction) =>
  `${written_by ?? 'a person who has left'} on ${formatInstant(written_at)}`;
