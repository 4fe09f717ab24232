import { can } from '../../domain/access/can.ts';
import { formatDay } from '../../domain/calendar/day.ts';
import type { ChildContext } from '../../platform/http/context.ts';
import { ChildFrame } from '../../record/child-frame.tsx';
import { Button, InsetText, WarningText } from '../../ui/govuk/components.tsx';
import type { Html } from '../../ui/html.ts';
import { WrittenList } from '../../ui/layout/written-list.tsx';
import { urls } from '../../urls.ts';
import { answerText, mustBeSafe, safetyText, wishesSentence } from './victim-words.ts';
import type { LineRow } from './victims.queries.ts';

/** One victim, as the child's worker may know them. */
export function VictimPage({
  context,
  line,
}: {
  readonly context: ChildContext;
  readonly line: LineRow;
}): Html {
  const { child, actor } = context;
  return (
    <ChildFrame
      context={context}
      title={line.label}
      back={{ href: urls.victims.list(child.id), text: 'Back to victims' }}
    >
      {line.known_to_service ? (
        <WarningText
          text="Known to the service: keep workers, appointments and records of the two apart. Speak to the victim worker."
          iconFallbackText="Warning"
        />
      ) : null}
      {line.ended_on && mustBeSafe(line) ? (
        <WarningText
          text="This line is closed, and the need to keep this person safe still holds: go on doing what it asks."
          iconFallbackText="Warning"
        />
      ) : null}
      {line.shared_with_worker ? <Shared line={line} /> : null}
      <WrittenList lines={rowsOf(line)} />
      {line.shared_with_worker ? null : (
        <p class="govuk-body">
          Nothing may be shared with you yet. Speak to the victim worker before you say anything
          about this person to the child or the panel.
        </p>
      )}
      {can(actor, 'victim.vault') ? (
        <Button text="Open the vault" href={urls.victims.vault(child.id, line.id)} />
      ) : null}
    </ChildFrame>
  );
}

function Shared({ line }: { readonly line: LineRow }): Html {
  return (
    <section aria-labelledby="shared">
      <h2 class="govuk-heading-m" id="shared">
        What they agreed you may know
      </h2>
      <InsetText>
        <span class="fh-written">{line.shared_with_worker}</span>
      </InsetText>
      <p class="govuk-body">
        {line.share_consent_on ? `They agreed on ${formatDay(line.share_consent_on)}. ` : ''}
        {tellChild[line.tell_child] ?? ''}
      </p>
    </section>
  );
}

const tellChild: Readonly<Record<string, string>> = {
  yes: 'You may tell the child these words.',
  no: 'Do not tell the child these words.',
  'not-asked': 'They have not been asked whether the child may be told: do not tell the child.',
};

function rowsOf(line: LineRow) {
  const rows: [string, string | null][] = [
    ['About', line.offence],
    ['What they want', wishesSentence(line)],
    ['Why there are no wishes', line.no_wishes_reason],
    ['Do they need to be kept safe?', safetyText(line)],
    ['What you must do to keep them safe', mustBeSafe(line) ? line.safety_line : null],
    ['Do they want updates?', answerText(line.updates_wanted)],
    ['Line closed', line.ended_on ? formatDay(line.ended_on) : null],
  ];
  return rows;
}
