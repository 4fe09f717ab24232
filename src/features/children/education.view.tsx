import { formatDay } from '../../domain/calendar/day.ts';
import { type Code, choicesOf, labelOf } from '../../domain/reference/codes.ts';
import type { Html } from '../../ui/html.ts';
import {
  ChoiceField,
  DayField,
  SelectField,
  TextField,
  TickField,
} from '../../ui/layout/fields.tsx';
import { urls } from '../../urls.ts';
import { yesNoChoices, yesNoText } from './choices.ts';
import type { EducationEpisode } from './education.queries.ts';
import type { Drawn } from './section.ts';
import { EndPage, type Frame, type Item, SectionPage, spell } from './section.view.tsx';

type Lists = { readonly provisions: readonly Code[]; readonly sources: readonly Code[] };
type Props = Frame &
  Lists & { readonly drawn: Drawn; readonly episodes: readonly EducationEpisode[] };

export function EducationPage({ episodes, provisions, sources, ...page }: Props): Html {
  const { drawn, child } = page;
  const lists = { provisions, sources };
  const field = { errors: drawn.errors, typed: drawn.typed };
  return (
    <SectionPage
      {...page}
      title="Education, training and work"
      intro="Where the child learns or works, how many hours a week are offered and how many the child is there. A child of school age is entitled to full-time education: fewer hours are something to act on."
      empty="Nothing you may see is recorded. Ask where the child is on the register, and what a week really looks like."
      now={episodes
        .filter(({ valid_to }) => valid_to === null)
        .map((row) => ({
          ...educationItem(row, lists),
          action: drawn.mayWrite
            ? { href: urls.child.endEducation(child.id, row.id), text: `${row.provider} has ended` }
            : undefined,
        }))}
      before={episodes
        .filter(({ valid_to }) => valid_to !== null)
        .map((row) => educationItem(row, lists))}
      addTitle="Add school, college, training or work"
      addButton="Add it"
    >
      <SelectField
        name="provision"
        label="What is it?"
        choices={choicesOf(provisions)}
        {...field}
      />
      <TextField
        name="provider"
        label="Name of the school, college or employer"
        hint="Write “none” when there is none"
        {...field}
      />
      <TextField
        name="offered"
        label="Hours a week offered (leave blank if not known)"
        width="one-quarter"
        {...field}
      />
      <TextField
        name="attended"
        label="Hours a week attended (leave blank if not known)"
        width="one-quarter"
        {...field}
      />
      <ChoiceField
        name="suitable"
        label="Is it suitable for this child?"
        choices={yesNoChoices}
        small
        {...field}
      />
      <DayField name="from" label="Since when?" {...field} />
      <SelectField name="source" label="Who told us?" choices={choicesOf(sources)} {...field} />
      <TickField
        name="flags"
        label="About this"
        choices={[
          { value: 'replaces', text: 'It replaces what is recorded now' },
          { value: 'verified', text: 'I have checked it with the school or council' },
        ]}
        small
        {...field}
      />
    </SectionPage>
  );
}

export function EndEducationPage({
  row,
  provisions,
  sources,
  ...page
}: Frame & Lists & { readonly drawn: Drawn; readonly row: EducationEpisode }): Html {
  return (
    <EndPage
      {...page}
      title="Education, training or work has ended"
      item={educationItem(row, { provisions, sources })}
      version={row.version}
      question="What was the last day?"
      stored={row.valid_to}
      back={{ href: urls.child.education(page.child.id), text: 'Back to education' }}
    />
  );
}

const hoursText = (hours: string | null, what: string) =>
  hours === null ? `hours ${what} not known` : `${Number(hours)} hours a week ${what}`;

function educationItem(row: EducationEpisode, { provisions, sources }: Lists): Item {
  return {
    title: row.provider,
    badges: [
      ...(row.suitable === 'no' ? [{ text: 'Not suitable', tone: 'late' as const }] : []),
      ...(row.verified_on ? [{ text: 'Checked', tone: 'good' as const }] : []),
    ],
    lines: [
      `${labelOf(provisions, row.provision)}. ${spell(row.valid_from, row.valid_to)}`,
      `${hoursText(row.hours_offered, 'offered')}, ${hoursText(row.hours_attended, 'attended')}. Suitable: ${yesNoText(row.suitable)}`,
      `Source: ${labelOf(sources, row.source)}${row.verified_on ? `, checked on ${formatDay(row.verified_on)}` : ''}`,
    ],
  };
}
