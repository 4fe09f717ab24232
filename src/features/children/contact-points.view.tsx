import type { Html } from '../../ui/html.ts';
import { ChoiceField, LongText, TextField } from '../../ui/layout/fields.tsx';
import { urls } from '../../urls.ts';
import { yesNoChoices } from './choices.ts';
import type { ContactPoint } from './contact-points.queries.ts';
import type { Drawn } from './section.ts';
import { EndPage, type Frame, type Item, SectionPage, spell } from './section.view.tsx';

type Props = Frame & { readonly drawn: Drawn; readonly points: readonly ContactPoint[] };

export function ContactPointsPage({ points, ...page }: Props): Html {
  const { drawn, child } = page;
  const field = { errors: drawn.errors, typed: drawn.typed };
  return (
    <SectionPage
      {...page}
      title="Telephone and e-mail"
      intro="Ask who else can hear, read or answer before you use one. “Safe” means that the child or carer says so, lately."
      empty="No telephone or e-mail is recorded. Ask the child how they want to be reached, and ask the same of a parent."
      now={points
        .filter(({ valid_to }) => valid_to === null)
        .map((point) => ({
          ...pointItem(point),
          action: drawn.mayWrite
            ? {
                href: urls.child.endContactPoint(child.id, point.id),
                text: `${point.value} is no longer used`,
              }
            : undefined,
        }))}
      before={points.filter(({ valid_to }) => valid_to !== null).map(pointItem)}
      addTitle="Add a telephone or e-mail"
      addButton="Add it"
    >
      <TextField name="value" label="Telephone number or e-mail" width="one-half" {...field} />
      <TextField
        name="whose"
        label="Whose is it?"
        hint="For example, the child’s own, or Mum’s"
        width="one-half"
        {...field}
      />
      <ChoiceField name="safe" label="Is it safe to use?" choices={yesNoChoices} small {...field} />
      <LongText
        name="note"
        label="Anything to know before using it (optional)"
        hint="For example: text only, after 4pm"
        rows={2}
        {...field}
      />
    </SectionPage>
  );
}

export function EndContactPointPage({
  point,
  ...page
}: Frame & { readonly drawn: Drawn; readonly point: ContactPoint }): Html {
  return (
    <EndPage
      {...page}
      title="No longer used"
      item={pointItem(point)}
      version={point.version}
      question="When was it last used?"
      stored={point.valid_to}
      back={{ href: urls.child.contactPoints(page.child.id), text: 'Back to telephone and e-mail' }}
    />
  );
}

const safety = {
  yes: { text: 'Safe to use', tone: 'good' },
  no: { text: 'Not safe to use', tone: 'late' },
  unknown: { text: 'Not known whether safe', tone: 'soon' },
  'not-asked': { text: 'Not asked whether safe', tone: 'soon' },
} as const;

function pointItem(point: ContactPoint): Item {
  const safe = Object.entries(safety).find(([value]) => value === point.safe_to_use)?.[1];
  return {
    title: point.value,
    badges: safe ? [safe] : [],
    lines: [`${point.whose}. ${spell(point.valid_from, point.valid_to)}`, point.note ?? ''],
  };
}
