import { type Actor, can } from '../../domain/access/can.ts';
import type { Permission } from '../../domain/access/permissions.data.ts';
import type { ChangeEventType } from '../../domain/reviews/change-event-types.ts';
import type { Html } from '../../ui/html.ts';
import { urls } from '../../urls.ts';

type Place = {
  readonly permission: Permission;
  readonly text: string;
  readonly href: (childId: string) => string;
};

const places: Readonly<Record<ChangeEventType['pages'][number], Place>> = {
  address: { permission: 'child.edit', text: 'Change the address', href: urls.child.addresses },
  'social-care': {
    permission: 'information.ask',
    text: 'Ask social care',
    href: (childId) => urls.information.ask(childId, 'social-care'),
  },
  warning: { permission: 'warning.write', text: 'Add a warning', href: urls.child.warnings },
  contact: { permission: 'contact.write', text: 'Record a contact', href: urls.contacts.record },
  assessment: {
    permission: 'assessment.view',
    text: 'Look at the assessment',
    href: urls.assessments.list,
  },
  education: {
    permission: 'education.write',
    text: 'Change the school',
    href: urls.child.education,
  },
  family: {
    permission: 'child.edit',
    text: 'Change family and network',
    href: urls.child.family,
  },
};

/** Where the first steps are done, for those steps that have a page. */
export function FirstPages({
  type,
  childId,
  actor,
}: {
  readonly type: ChangeEventType;
  readonly childId: string;
  readonly actor: Pick<Actor, 'role'>;
}): Html | null {
  const open = type.pages
    .map((name) => places[name])
    .filter(({ permission }) => can(actor, permission));
  if (open.length === 0) return null;
  return (
    <p class="govuk-body fh-actions fh-no-print">
      {open.map(({ text, href }) => (
        <a class="govuk-link" href={href(childId)}>
          {text}
        </a>
      ))}
    </p>
  );
}
