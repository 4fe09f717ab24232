import { formatDay } from '../../../domain/calendar/day.ts';
import type { Html } from '../../../ui/html.ts';
import { Page, type PageShell } from '../../../ui/layout/page.tsx';
import { WrittenList } from '../../../ui/layout/written-list.tsx';
import { urls } from '../../../urls.ts';
import { riskWords } from '../sample/group-words.ts';
import { isBeingRead, type OpenCase } from './open-case.ts';

type Props = OpenCase & {
  readonly shell: PageShell;
  /** Who may settle what its readers differ on. */
  readonly settlers: readonly string[];
};

/** One case of a sample, as whoever runs the audit sees it: its readers, what is to settle, and giving it back. */
export function CasePage(props: Props): Html {
  const { shell, audit, one, tied, tiedBack, mayGoBack } = props;
  const title = `Case ${one.position}`;
  const isFree = one.readings.some(({ hasBegun, doneOn }) => !hasBegun && !doneOn);
  return (
    <Page
      title={`${title}, ${audit.title}`}
      shell={shell}
      back={{ href: urls.audits.one(audit.id), text: audit.title }}
    >
      <h1 class="govuk-heading-l">{title}</h1>
      <WrittenList
        lines={[
          [
            'Child',
            one.child ?? 'Not open to you: its readers see whose case it is until they finish',
          ],
          ['Work', one.work],
          ['Risk to other people', riskWords(one.risk)],
          ['Worker', one.worker],
          ...one.readings.map(({ reading, reader, doneOn, hasBegun }): [string, string] => [
            reading === 'first' ? 'First reader' : 'Second reader',
            `${reader}: ${doneOn ? `finished ${formatDay(doneOn)}` : hasBegun ? 'begun' : 'not begun'}`,
          ]),
          ['To settle', one.toModerate > 0 ? settling(one.toModerate, props.settlers) : null],
          ['Given back', one.withdrawnReason],
        ]}
      />
      {one.child && one.readings.every(({ doneOn }) => doneOn) ? (
        <p class="govuk-body">
          <a class="govuk-link" href={urls.audits.moderate(one.childId, one.id)}>
            {one.toModerate > 0
              ? `What the readers judged: they differ on ${one.toModerate}`
              : 'What the readers judged'}
          </a>
        </p>
      ) : null}
      {isBeingRead(props) && tied ? <p class="govuk-body">{tied}</p> : null}
      {isBeingRead(props) && !(tied && tiedBack) ? (
        <p class="fh-actions">
          {isFree && !tied ? (
            <a class="govuk-link" href={urls.audits.reader(audit.id, one.id)}>
              Change a reader
            </a>
          ) : null}
          {mayGoBack && !tiedBack ? (
            <a class="govuk-link" href={urls.audits.giveBack(audit.id, one.id)}>
              Give the case back
            </a>
          ) : null}
        </p>
      ) : null}
    </Page>
  );
}

// Managers alone see the record once the readers' access has ended.
const settling = (differ: number, settlers: readonly string[]) =>
  settlers.length > 0
    ? `The readers differ on ${differ}. It is settled by a manager who read it neither time and has no part in the case: ${settlers.join(' or ')}. It stands on their list of audits.`
    : `The readers differ on ${differ}, and no manager is free to settle it: each read it or has a part in the case. It needs a manager who has none, such as one lent by another service; or it is given back with the reason, and another case is drawn.`;
