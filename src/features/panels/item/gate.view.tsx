import { type Actor, can } from '../../../domain/access/can.ts';
import type { Permission } from '../../../domain/access/permissions.data.ts';
import { formatDay } from '../../../domain/calendar/day.ts';
import { mayWriteContacts } from '../../../domain/contacts/may-write-contacts.ts';
import { type GateRequirement, gateRequirements } from '../../../domain/panels/gate.data.ts';
import type { Html } from '../../../ui/html.ts';
import { urls } from '../../../urls.ts';
import type { ItemWithGate } from './gate.queries.ts';

type Place = {
  readonly permission: Permission;
  readonly href: (id: string) => string;
  readonly text: string;
};

const whereItIsDone: Readonly<Record<GateRequirement, Place>> = {
  'assessment-signed': {
    permission: 'assessment.view',
    href: urls.assessments.list,
    text: 'Go to assessments',
  },
  'child-met': {
    permission: 'contact.write',
    href: urls.contacts.record,
    text: 'Record a contact with the child',
  },
  'parent-met': {
    permission: 'contact.write',
    href: urls.contacts.record,
    text: 'Record a contact with a parent or carer',
  },
  'victim-wishes': {
    permission: 'victim.view',
    href: urls.victims.list,
    text: 'Go to victims',
  },
  'information-asked': {
    permission: 'information.ask',
    href: urls.information.ask,
    text: 'Ask for information',
  },
  'information-weighed': {
    permission: 'child.view',
    href: urls.information.list,
    text: 'Go to partners’ answers',
  },
};

/** What practice asks before the panel, each met, passed by an exception, or open with the way to it. */
export function GateList({
  item,
  actor,
  child,
  mayExcept,
  isOpen,
}: {
  readonly item: ItemWithGate;
  readonly actor: Pick<Actor, 'role'>;
  readonly child: { readonly via: string };
  readonly mayExcept: boolean;
  /** False once the panel has decided: the steps then only tell how it stands. */
  readonly isOpen: boolean;
}): Html {
  const mayDo = (permission: Permission) =>
    permission === 'contact.write' ? mayWriteContacts(actor, child) : can(actor, permission);
  return (
    <ul class="govuk-task-list">
      {gateRequirements.map(({ id, label }) => {
        const open = item.gate.open.find((problem) => problem.id === id);
        const excepted = item.gate.excepted.find((problem) => problem.id === id);
        return (
          <li class="govuk-task-list__item">
            <div class="govuk-task-list__name-and-hint">
              <strong>{label}</strong>
              {open ? (
                <div class="govuk-task-list__hint">
                  {open.sentence}.{' '}
                  {isOpen && mayDo(whereItIsDone[id].permission) ? (
                    <a class="govuk-link" href={whereItIsDone[id].href(item.child_id)}>
                      {whereItIsDone[id].text}
                    </a>
                  ) : null}
                  {mayExcept && id === 'parent-met' ? (
                    <>
                      , say that{' '}
                      <a class="govuk-link" href={urls.panels.noParent(item.child_id, item.id)}>
                        there is none to meet
                      </a>
                    </>
                  ) : null}
                  {mayExcept ? (
                    <>
                      , or{' '}
                      <a class="govuk-link" href={urls.panels.gate(item.child_id, item.id, id)}>
                        record an exception
                        <span class="govuk-visually-hidden"> for: {label.toLowerCase()}</span>
                      </a>
                    </>
                  ) : null}
                </div>
              ) : null}
              {id === 'parent-met' && item.noParent ? (
                <div class="govuk-task-list__hint">
                  There is none to meet: {item.noParent}{' '}
                  {mayExcept ? (
                    <a class="govuk-link" href={urls.panels.noParent(item.child_id, item.id)}>
                      Change
                      <span class="govuk-visually-hidden"> why there is no parent to meet</span>
                    </a>
                  ) : null}
                </div>
              ) : null}
              {excepted ? (
                <div class="govuk-task-list__hint">
                  {excepted.sentence}. Passed: {excepted.reason} <By item={item} requirement={id} />
                </div>
              ) : null}
            </div>
            <div class="govuk-task-list__status">
              {open ? (
                <span class="fh-badge fh-badge-late">Missing</span>
              ) : excepted ? (
                <span class="fh-badge fh-badge-soon">Exception</span>
              ) : (
                <span class="fh-badge fh-badge-good">In place</span>
              )}
            </div>
          </li>
        );
      })}
    </ul>
  );
}

function By({
  item,
  requirement,
}: {
  readonly item: ItemWithGate;
  readonly requirement: string;
}): Html {
  const row = item.exceptions.find((each) => each.requirement === requirement);
  return (
    <span class="fh-quiet">
      {row ? `(${row.by ?? 'a former colleague'}, ${formatDay(row.recorded_on)})` : ''}
    </span>
  );
}
