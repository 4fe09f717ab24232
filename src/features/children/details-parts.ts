import { type Actor, claimsOf } from '../../domain/access/can.ts';
import { britishDay } from '../../domain/calendar/british-time.ts';
import { formatDay } from '../../domain/calendar/day.ts';
import { characteristicKinds } from '../../domain/people/characteristic-kinds.data.ts';
import type { OpenChild } from '../../platform/db/open-child.ts';
import { yesNoText } from '../../record/choice-fields.tsx';
import type { Item } from '../../record/items.tsx';
import { urls } from '../../urls.ts';
import type { Details } from './details.queries.ts';
import type { Part } from './details.view.tsx';
import { kindText, nameKinds, workerKinds } from './kinds.ts';
import { kindsReadBy } from './kinds-read-by.ts';

/** The details page as its parts, only those of the classes that this person reads. */
export function partsOf(
  child: OpenChild,
  details: Details,
  sex: string,
  actor: Pick<Actor, 'role'>,
): readonly Part[] {
  const { read } = claimsOf(actor.role);
  const parts: readonly (Part & { readonly readBy: string })[] = [
    { ...identity(child, details, sex), readBy: 'RC1S' },
    { ...told(child.id, details, actor), readBy: 'RC1S' },
    { ...home(child.id, details), readBy: 'RC1' },
    { ...telephone(child.id, details), readBy: 'RC1' },
    { ...education(child.id, details), readBy: 'RC9' },
    { ...care(child.id, details), readBy: 'RC10S' },
    { ...numbers(child.id, details), readBy: 'RC1' },
    { ...people(child.id, details), readBy: 'RC1S' },
  ];
  return parts.filter(({ readBy }) => read.includes(readBy));
}

const part = (
  title: string,
  href: string,
  link: string,
  empty: string,
  items: readonly Item[],
): Part => ({ title, href, link, empty, items });

function identity(child: OpenChild, { names, distinctions }: Details, sex: string): Part {
  const born = child.dateOfBirth ? formatDay(child.dateOfBirth) : 'Date of birth not known';
  const estimated = child.dateOfBirthStatus === 'estimated' ? ' (estimated)' : '';
  return part(
    'Name, birth and sex',
    urls.child.detailsEdit(child.id),
    'Change name, birth or sex',
    '',
    [
      {
        title: `${child.forename} ${child.surname}`,
        lines: [
          child.knownAs ? `Known as ${child.knownAs}` : '',
          `${born}${estimated}`,
          `Sex: ${sex}`,
          `No. ${child.number}`,
        ],
      },
      {
        title: 'Other names',
        lines:
          names.length > 0
            ? names.map(({ name, kind }) => `${name}: ${kindText(nameKinds, kind).toLowerCase()}`)
            : ['None recorded'],
        action: { href: urls.child.names(child.id), text: 'Add or see other names' },
      },
      ...(distinctions.length > 0
        ? [
            {
              title: 'Not to be taken for',
              lines: distinctions.map(({ other, reason }) => `${other}: ${reason}`),
            },
          ]
        : []),
    ],
  );
}

function told(childId: string, { told: answers }: Details, actor: Pick<Actor, 'role'>): Part {
  const items = kindsReadBy(actor).map((kind) => {
    const of = answers.filter((each) => each.kind === kind);
    const isOdd = new Set(of.filter(({ known }) => known).map(({ answer }) => answer)).size > 1;
    return {
      title: characteristicKinds[kind].title,
      badges: isOdd ? [{ text: 'Two sources disagree', tone: 'late' as const }] : [],
      lines:
        of.length > 0
          ? of.map(
              ({ answer, source, verified }) =>
                `${answer} (${source.toLowerCase()}${verified ? ', checked' : ''})`,
            )
          : ['Nobody has recorded an answer'],
    };
  });
  return part(
    'Characteristics',
    urls.child.characteristics(childId),
    'Add or check characteristics',
    'None that you may see.',
    items,
  );
}

const home = (childId: string, { addresses }: Details) =>
  part(
    'Address',
    urls.child.addresses(childId),
    'Add, change or see addresses',
    'No address that you may see.',
    addresses.map((each) => ({
      title: [each.lines.replaceAll('\n', ', '), each.postcode].filter(Boolean).join(', '),
      badges: [
        ...(each.protected ? [{ text: 'Must not be disclosed', tone: 'restricted' as const }] : []),
        ...(each.verified ? [{ text: 'Checked', tone: 'good' as const }] : []),
      ],
      lines: [
        `${each.type}, since ${formatDay(each.from)}`,
        `Suitable: ${yesNoText(each.suitable)}`,
      ],
    })),
  );

const telephone = (childId: string, { points }: Details) =>
  part(
    'Telephone and e-mail',
    urls.child.contactPoints(childId),
    'Add or end telephone and e-mail',
    'None recorded.',
    points.map((each) => ({
      title: each.value,
      lines: [`${each.whose}. Safe to use: ${yesNoText(each.safe)}`, each.note ?? ''],
    })),
  );

const hours = (value: number | null) => (value === null ? 'not known' : String(Number(value)));

const education = (childId: string, { education: episodes }: Details) =>
  part(
    'Education, training and work',
    urls.child.education(childId),
    'Add, end or see education',
    'Nothing recorded.',
    episodes.map((each) => ({
      title: each.provider,
      lines: [
        `${each.type}, since ${formatDay(each.from)}`,
        `Hours a week: ${hours(each.offered)} offered, ${hours(each.attended)} attended`,
      ],
    })),
  );

const care = (childId: string, { care: episodes }: Details) =>
  part(
    'Social care and early help',
    urls.child.care(childId),
    'See social care and early help',
    'No status recorded.',
    episodes.map((each) => ({
      title: each.status,
      lines: [[each.authority, `since ${formatDay(each.from)}`].filter(Boolean).join(', ')],
    })),
  );

const numbers = (childId: string, { identifiers }: Details) =>
  part(
    'Numbers',
    urls.child.identifiers(childId),
    'Add or see numbers',
    'None recorded.',
    identifiers.map(({ kind, value }) => ({ title: value, lines: [kind] })),
  );

function people(childId: string, { workers }: Details): Part {
  return part(
    'Workers',
    urls.child.workers(childId),
    'Workers over time',
    'Nobody works with the child now.',
    workers.map((each) => ({
      title: each.name,
      lines: [
        `${kindText(workerKinds, each.kind)}, ${each.title}, since ${formatDay(britishDay(each.since))}`,
      ],
    })),
  );
}
