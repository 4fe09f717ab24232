import { formatDay } from '../../domain/calendar/day.ts';
import { sourcesDisagree } from '../../domain/people/characteristic-answer.ts';
import {
  type CharacteristicKind,
  characteristicKinds,
} from '../../domain/people/characteristic-kinds.data.ts';
import { type Code, choicesOf, labelOf } from '../../domain/reference/codes.ts';
import { Button, InsetText } from '../../ui/govuk/components.tsx';
import type { Html } from '../../ui/html.ts';
import { ChildPage } from '../../ui/layout/child-page.tsx';
import {
  ChoiceField,
  DayField,
  SelectField,
  TextField,
  TickField,
} from '../../ui/layout/fields.tsx';
import { PostForm } from '../../ui/layout/post-form.tsx';
import { urls } from '../../urls.ts';
import type { Told } from './characteristics.queries.ts';
import { answerChoices } from './choices.ts';
import type { Drawn } from './section.ts';
import { type Frame, type Item, Items, SectionPage } from './section.view.tsx';

export type Lists = {
  readonly codes: readonly Code[];
  readonly reasons: readonly Code[];
  readonly sources: readonly Code[];
};
type KindProps = Frame & Lists & { readonly drawn: Drawn; readonly kind: CharacteristicKind };

/** All characteristics of the child, each as its sources gave it. */
export function CharacteristicsPage({
  shell,
  child,
  today,
  kinds,
}: Frame & {
  readonly kinds: readonly {
    readonly kind: CharacteristicKind;
    readonly told: readonly Told[];
    readonly lists: Lists;
  }[];
}): Html {
  return (
    <ChildPage
      title="Characteristics"
      shell={shell}
      child={child}
      today={today}
      back={{ href: urls.child.details(child.id), text: 'Back to details' }}
    >
      <h1 class="govuk-heading-l">Characteristics</h1>
      <p class="govuk-body">
        Each as a source told us, with its date. What the child says comes first. Not known,
        declined and not asked are three different answers.
      </p>
      {kinds.map(({ kind, told, lists }) => {
        const live = told.filter(({ ended_on }) => ended_on === null);
        return (
          <section aria-labelledby={kind}>
            <h2 class="govuk-heading-m" id={kind}>
              {characteristicKinds[kind].title}
              {sourcesDisagree(live) ? <Disagree /> : null}
            </h2>
            {live.length > 0 ? (
              <Items items={live.map((row) => toldItem(row, lists))} />
            ) : (
              <p class="govuk-body">Nobody has recorded an answer.</p>
            )}
            <p class="govuk-body fh-no-print">
              <a class="govuk-link" href={urls.child.characteristic(child.id, kind)}>
                Add or check: {characteristicKinds[kind].title.toLowerCase()}
              </a>
            </p>
          </section>
        );
      })}
    </ChildPage>
  );
}

const Disagree = () => <span class="fh-badge fh-badge-late">Two sources disagree</span>;

export function CharacteristicPage({
  kind,
  told,
  codes,
  reasons,
  sources,
  ...page
}: KindProps & { readonly told: readonly Told[] }): Html {
  const { drawn, child } = page;
  const { title, question } = characteristicKinds[kind];
  const lists = { codes, reasons, sources };
  const live = told.filter(({ ended_on }) => ended_on === null);
  const field = { errors: drawn.errors, typed: drawn.typed };
  return (
    <SectionPage
      {...page}
      title={title}
      back={{ href: urls.child.characteristics(child.id), text: 'Back to characteristics' }}
      intro={
        sourcesDisagree(live)
          ? 'Two sources disagree. Ask the child or look at the papers, then say which is right and end the other.'
          : 'Each answer stands with who gave it and when. A new answer of the same source ends its earlier one.'
      }
      empty="Nobody has recorded an answer. Ask the child; if you have not asked, say so below."
      now={live.map((row) => ({
        ...toldItem(row, lists),
        action: drawn.mayWrite
          ? {
              href: urls.child.settleCharacteristic(child.id, kind, row.id),
              text: `Check what ${labelOf(sources, row.source).toLowerCase()} said`,
            }
          : undefined,
      }))}
      before={told.filter(({ ended_on }) => ended_on !== null).map((row) => toldItem(row, lists))}
      addTitle="Add an answer"
      addButton="Add the answer"
    >
      <SelectField
        name="answer"
        label={question}
        choices={answerChoices(codes, reasons)}
        {...field}
      />
      <TextField name="detail" label="In their own words (optional)" {...field} />
      <SelectField name="source" label="Who told us?" choices={choicesOf(sources)} {...field} />
      <DayField name="on" label="When did they tell us?" {...field} />
      <TickField
        name="flags"
        label="About this answer"
        choices={[{ value: 'verified', text: 'I have checked it' }]}
        small
        {...field}
      />
    </SectionPage>
  );
}

export function SettlePage({
  kind,
  row,
  codes,
  reasons,
  sources,
  ...page
}: KindProps & { readonly row: Told }): Html {
  const { drawn, child } = page;
  return (
    <ChildPage
      title={`Check: ${characteristicKinds[kind].title}`}
      {...page}
      errors={drawn.errors}
      back={{
        href: urls.child.characteristic(child.id, kind),
        text: `Back to ${characteristicKinds[kind].title.toLowerCase()}`,
      }}
    >
      <h1 class="govuk-heading-l">Check: {characteristicKinds[kind].title.toLowerCase()}</h1>
      <Items items={[toldItem(row, { codes, reasons, sources })]} />
      {drawn.mayWrite ? (
        <SettleForm row={row} drawn={drawn} path={page.shell.path} />
      ) : (
        <InsetText text="Only people who work with the child change this." />
      )}
    </ChildPage>
  );
}

function SettleForm({
  row,
  drawn,
  path,
}: {
  readonly row: Told;
  readonly drawn: Drawn;
  readonly path: string;
}): Html {
  return (
    <PostForm action={path}>
      <input type="hidden" name="version" value={String(row.version)} />
      <ChoiceField
        name="verdict"
        label="What did you find?"
        choices={[
          { value: 'right', text: 'It is right: I have checked it' },
          { value: 'ended', text: 'It is not right, or not true any more: end it' },
        ]}
        errors={drawn.errors}
        typed={drawn.typed}
      />
      <Button text="Save" preventDoubleClick />
    </PostForm>
  );
}

function toldItem(row: Told, { codes, reasons, sources }: Lists): Item {
  return {
    title: row.code ? labelOf(codes, row.code) : labelOf(reasons, row.not_known),
    badges: row.verified_on ? [{ text: 'Checked', tone: 'good' }] : [],
    lines: [
      row.detail ? `“${row.detail}”` : '',
      [
        `Source: ${labelOf(sources, row.source)}, ${formatDay(row.recorded_on)}`,
        row.verified_on
          ? `checked on ${formatDay(row.verified_on)}${row.verified_by ? ` by ${row.verified_by}` : ''}`
          : '',
        row.ended_on ? `ended on ${formatDay(row.ended_on)}` : '',
      ]
        .filter(Boolean)
        .join('; '),
    ],
  };
}
