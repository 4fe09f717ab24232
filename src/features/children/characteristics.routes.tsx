import { type Day, formatDay } from '../../domain/calendar/day.ts';
import { readAnswer, sourcesDisagree } from '../../domain/people/characteristic-answer.ts';
import {
  type CharacteristicKind,
  characteristicKindNames,
  characteristicKinds,
} from '../../domain/people/characteristic-kinds.data.ts';
import { codeLists } from '../../platform/db/codes.ts';
import { childRoute, type Route } from '../../platform/http/route.ts';
import { choice, code, ticks } from '../../record/choice-fields.tsx';
import { day } from '../../record/day-field.tsx';
import { source } from '../../record/episode.tsx';
import { optionsFor } from '../../record/options.ts';
import { rowPage } from '../../record/row-page.tsx';
import { addRow, changeRow } from '../../record/rows.ts';
import { backTo, rowsPage } from '../../record/rows-page.tsx';
import { text } from '../../record/text-fields.tsx';
import { urls } from '../../urls.ts';
import { characteristics, type Told } from './characteristics.queries.ts';
import { CharacteristicsPage } from './characteristics.view.tsx';
import { answerChoices } from './choices.ts';
import { kindsReadBy } from './kinds-read-by.ts';
import { listsOfTold, toldItem } from './told-item.ts';

const fieldsOf = (question: string) => ({
  answer: code('answer', { label: question, required: 'Choose an answer, or why there is none' }),
  detail: text({ label: 'In their own words (optional)', max: 500 }),
  source,
  recorded_on: day({
    label: 'When did they tell us?',
    says: 'The day they told us',
    required: 'Enter the day they told us',
    within: 'past',
  }),
  about: ticks([{ value: 'verified', text: 'I have checked it' }], { label: 'About this answer' }),
});

const settles = {
  verdict: choice(
    [
      { value: 'right', text: 'It is right: I have checked it' },
      { value: 'ended', text: 'It is not right, or not true any more: end it' },
    ],
    { label: 'What did you find?', required: 'Choose what you found' },
  ),
};

const isPast = ({ ended_on }: Told) => ended_on !== null;

const kindRoutes = (kind: CharacteristicKind): readonly Route[] => {
  const { permission, recordClass, title, question, list } = characteristicKinds[kind];
  const writes = { permission, recordClass };
  const lists = listsOfTold(kind);
  const address = (childId: string) => urls.child.characteristic(childId, kind);
  const saved = `Saved: ${title.toLowerCase()}`;
  return [
    ...rowsPage({
      address,
      writes,
      words: {
        title,
        intro: (told) =>
          sourcesDisagree(told.filter((row) => !isPast(row)))
            ? 'Two sources disagree. Ask the child or look at the papers, then say which is right and end the other.'
            : 'Each answer stands with who gave it and when. A new answer of the same source ends its earlier one.',
        empty: 'Nobody has recorded an answer. Ask the child; if you have not asked, say so below.',
        addTitle: 'Add an answer',
        add: 'Add the answer',
        saved,
      },
      back: (childId) => backTo('Characteristics', urls.child.characteristics(childId)),
      rows: async ({ tx, child, actor }) =>
        kindsReadBy(actor).includes(kind) ? characteristics(tx, child.id, kind) : undefined,
      isPast,
      item: (row, { options, mayWrite, context: { child } }) => ({
        ...toldItem(row, kind, options),
        action:
          mayWrite && !isPast(row)
            ? {
                href: urls.child.settleCharacteristic(child.id, kind, row.id),
                text: `Check what ${source.words(row.source, options).toLowerCase()} said`,
              }
            : undefined,
      }),
      fields: fieldsOf(question),
      lists,
      options: async ({ tx }) => {
        const codes = await codeLists(tx, [list, 'not_known_reason']);
        return { answer: answerChoices(codes[list], codes.not_known_reason) };
      },
      rules: ({ source, recorded_on }, told) => notBefore(liveOf(told, source), recorded_on),
      // What the same source said before ends on that day; other sources stand beside it.
      save: async ({ tx, actor, child, today }, told, { answer, about, ...columns }) => {
        const before = liveOf(told, columns.source);
        if (before)
          await changeRow(tx, 'characteristic', before, { ended_on: columns.recorded_on });
        await addRow(tx, actor, 'characteristic', {
          child_id: child.id,
          kind,
          record_class: recordClass,
          ...(readAnswer(answer, []) ?? { code: answer, not_known: null }),
          ...columns,
          ...(about.includes('verified') ? { verified_on: today, verified_by: actor.staffId } : {}),
        });
        return { kind: 'saved' };
      },
    }),
    ...rowPage({
      path: urls.child.settleCharacteristic(':childId', kind, ':rowId'),
      writes,
      row: async ({ tx, child, param }) =>
        (await characteristics(tx, child.id, kind)).find(({ id }) => id === param('rowId')),
      item: (row, { options }) => toldItem(row, kind, options),
      words: { title: `Check: ${title.toLowerCase()}`, saved },
      back: (_row, childId) => backTo(title, address(childId)),
      fields: settles,
      lists,
      stored: () => ({}),
      save: ({ tx, actor, today }, row, { verdict }) =>
        changeRow(
          tx,
          'characteristic',
          row,
          verdict === 'right'
            ? { verified_on: today, verified_by: actor.staffId }
            : { ended_on: today },
        ),
    }),
  ];
};

const liveOf = (told: readonly Told[], its: string) =>
  told.find((row) => row.source === its && !isPast(row));

const notBefore = (before: Told | undefined, day: Day) =>
  before && before.recorded_on > day
    ? [
        {
          field: 'recorded_on-day',
          message: `This source told us something later, on ${formatDay(before.recorded_on)}`,
        },
      ]
    : [];

/** What each source says of the child's ethnicity, language, needs and the like. */
export const characteristicRoutes: readonly Route[] = [
  childRoute({
    method: 'get',
    path: urls.child.characteristics(':childId'),
    tab: { under: urls.child.details(':childId') },
    permission: 'child.view',
    audit: 'view',
    handle: async ({ shell, child, today, tx, actor, page }) => {
      const options = await optionsFor(tx, characteristicKindNames.flatMap(listsOfTold));
      const told = await characteristics(tx, child.id);
      const kinds = kindsReadBy(actor).map((kind) => ({
        kind,
        told: told.filter((row) => row.kind === kind && !isPast(row)),
      }));
      return page(CharacteristicsPage({ shell, child, today, kinds, options }));
    },
  }),
  ...characteristicKindNames.flatMap(kindRoutes),
];
