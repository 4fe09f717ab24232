import { code, yesNo } from '../../record/choice-fields.tsx';
import { day } from '../../record/day-field.tsx';
import { episode } from '../../record/episode.tsx';
import { checkedBadge, spell, toldBy } from '../../record/items.tsx';
import { number, text } from '../../record/text-fields.tsx';
import { urls } from '../../urls.ts';

const hours = (what: 'offered' | 'attended') =>
  number({
    label: `Hours a week ${what} (leave blank if not known)`,
    says: `Hours ${what}`,
    from: 0,
    to: 60,
  });

const fields = {
  provision: code('education_type', {
    label: 'What is it?',
    required: 'Choose what kind of education, training or work it is',
  }),
  provider: text({
    label: 'Name of the school, college or employer',
    hint: 'Write “none” when there is none',
    required: 'Enter the name of the school, college or employer, or “none”',
    max: 200,
  }),
  hours_offered: hours('offered'),
  hours_attended: hours('attended'),
  suitable: yesNo({
    label: 'Is it suitable for this child?',
    says: 'Suitable',
    required: 'Choose whether it is suitable for the child',
  }),
  part_time_reason: text({
    label: 'If it is part time for now: why, and who agreed? (optional)',
    hint: 'Only in the child’s own interest and for the shortest time; a parent agrees to it',
    says: 'Why it is part time',
    max: 500,
  }),
  part_time_until: day({
    label: 'If it is part time for now: by which day does that end?',
    says: 'The day on which it ends',
  }),
};

const hoursText = (value: string, what: string) =>
  value === '' ? `hours ${what} not known` : `${value} hours a week ${what}`;

/** School, college, training or work over time. */
export const educationRoutes = episode({
  table: 'education_episode',
  fields,
  beside: 'several',
  writes: { permission: 'education.write', recordClass: 'RC9' },
  address: urls.child.education,
  tab: { room: 'needs', text: 'Education' },
  end: urls.child.endEducation,
  words: {
    title: 'Education, training and work',
    intro:
      'Where the child learns or works, how many hours a week are offered and how many the child is there. A child of school age is entitled to full-time education: fewer hours are something to act on.',
    empty:
      'Nothing you may see is recorded. Ask where the child is on the register, and what a week really looks like.',
    addTitle: 'Add school, college, training or work',
    verified: 'I have checked it with the school or council',
    ended: 'Education, training or work has ended',
    endThis: (_row, said) => `${said.provider} has ended`,
    saved: 'Saved: education, training and work',
  },
  rules: ({ part_time_reason, part_time_until }) => {
    if (part_time_reason && !part_time_until)
      return [
        {
          field: 'part_time_until-day',
          message: 'Enter the day by which the part-time timetable ends',
        },
      ];
    return part_time_until && !part_time_reason
      ? [{ field: 'part_time_reason', message: 'Say why it is part time, and who agreed' }]
      : [];
  },
  item: (row, said) => ({
    title: said.provider,
    badges: [
      ...(row.suitable === 'no' ? [{ text: 'Not suitable', tone: 'late' as const }] : []),
      ...checkedBadge(row),
    ],
    lines: [
      `${said.provision}. ${spell(row.valid_from, row.valid_to)}`,
      `${hoursText(said.hours_offered, 'offered')}, ${hoursText(said.hours_attended, 'attended')}. Suitable: ${said.suitable}`,
      row.part_time_reason
        ? `Part time until ${said.part_time_until}: ${said.part_time_reason}`
        : '',
      toldBy(said.source, row),
    ],
  }),
  beneath: async ({ child }) => (
    <p class="govuk-body fh-actions fh-no-print">
      <a class="govuk-link" href={urls.needs.weeks(child.id)}>
        See what each week held
      </a>{' '}
      <a class="govuk-link" href={urls.needs.ladder(child.id)}>
        Who was asked about too few hours
      </a>
    </p>
  ),
});
