import { labelIn } from '../reference/label-in.ts';
import { noAnswerLabel, yesNoUnknown } from './answer-states.data.ts';
import { type Answer, valuesOf } from './answers.ts';
import { indicators } from './indicators.data.ts';
import { judgements, levels } from './levels.data.ts';
import { sourceKinds, sourceUses } from './sources.data.ts';
import { type Question, questionsOf, type Template } from './template.ts';

/** A piece of an assessment, for reading: its name, where it stands, and whether it is free text. */
export type PartName = {
  key: string;
  label: string;
  /** Id of the template's section; `judgements`, `safety` for what is outside them. */
  place: string;
  isText: boolean;
};

/** The names of pieces in page order; a piece that the tool does not know keeps its key as its name. */
export function namedParts(template: Template, keys: readonly string[]): PartName[] {
  const order = [
    ...questionsOf(template).map(({ id }) => `answer:${id}`),
    ...indicators.map(({ id }) => `sign:${id}`),
    ...judgements.flatMap(({ id }) => [
      ...['level', 'reason', 'override'].map((part) => `judgement:${id}:${part}`),
      ...sourceKinds.map((kind) => `source:${id}:${kind.id}`),
    ]),
  ];
  const rank = (key: string) => {
    const at = order.indexOf(key);
    return at < 0 ? order.length : at;
  };
  return keys.toSorted((a, b) => rank(a) - rank(b)).map((key) => nameOfPart(template, key));
}

/** One piece as a reader sees it, in plain words. */
export function partWords(template: Template, key: string, answer: Answer | undefined): string {
  if (!answer) return '';
  const [kind = '', id = ''] = key.split(':');
  const question = kind === 'answer' ? questionOf(template, id) : undefined;
  if (kind === 'source' || kind === 'safety' || kind === 'contingency')
    return rowWords(kind, answer);
  return answerWords(question, answer);
}

/** An answer in full: its words or the reason there are none, then the comment. */
export function answerWords(question: Question | undefined, answer: Answer): string {
  const comment = (answer.comment ?? '').trim();
  const said =
    answer.state === 'answered'
      ? valuesOf(answer)
          .map((value) => valueLabel(question, value))
          .join('\n')
      : [noAnswerLabel(answer.state), answer.reason].filter((text) => text.trim()).join(': ');
  return [said, comment && `Comment: ${comment}`].filter(Boolean).join('\n\n');
}

function nameOfPart(template: Template, key: string): PartName {
  const [kind = '', id = '', part = ''] = key.split(':');
  const title = judgements.find((row) => row.id === id)?.title ?? id;
  if (kind === 'answer') {
    const question = questionOf(template, id);
    const section = template.sections.find((each) => each.questions.some((q) => q.id === id));
    const isText = question?.type === 'text' || question?.type === 'list';
    return { key, label: question?.label ?? id, place: section?.id ?? 'elsewhere', isText };
  }
  if (kind === 'sign') {
    const label = labelIn(indicators, id);
    return { key, label: `Sign: ${label}`, place: 'judgements', isText: false };
  }
  if (kind === 'judgement') {
    const words =
      { level: 'level', reason: 'reasons', override: 'why it differs', suggested: 'suggestion' }[
        part
      ] ?? part;
    return {
      key,
      label: `${title}: ${words}`,
      place: 'judgements',
      isText: part === 'reason' || part === 'override',
    };
  }
  if (kind === 'source') {
    const from = labelIn(sourceKinds, part);
    return { key, label: `${title}: source, ${from}`, place: 'judgements', isText: false };
  }
  const label = kind === 'safety' ? 'A line of the safety table' : 'If things change';
  return { key, label, place: 'safety', isText: false };
}

function questionOf(template: Template, id: string): Question | undefined {
  return questionsOf(template).find((question) => question.id === id);
}

function valueLabel(question: Question | undefined, value: string): string {
  const marks = { present: 'Present', absent: 'Not present' }[value];
  if (question?.type === 'yes-no-unknown') {
    return yesNoUnknown.find((row) => row.value === value)?.label ?? value;
  }
  if (question) return question.choices?.find((row) => row.value === value)?.label ?? value;
  const level = levels.find((row) => row.id === value)?.label;
  return level ?? marks ?? (value === 'unknown' ? 'Not known' : value);
}

type RowText = Partial<
  Record<
    'name' | 'use' | 'risk' | 'control' | 'who' | 'trigger' | 'action' | 'within' | 'tell',
    string
  >
> & { reviewOn?: string | null };

function rowWords(kind: 'source' | 'safety' | 'contingency', answer: Answer): string {
  const row: RowText = JSON.parse(valuesOf(answer)[0] ?? '{}');
  const lines: Record<typeof kind, [string, string | null | undefined][]> = {
    source: [
      ['Who', row.name],
      ['Use', sourceUses.find((use) => use.id === row.use)?.label],
    ],
    safety: [
      ['Risk', row.risk],
      ['What is done', row.control],
      ['Who', row.who],
      ['Looked at again', row.reviewOn],
    ],
    contingency: [
      ['If', row.trigger],
      ['Then', row.action],
      ['Who', row.who],
      ['Within', row.within],
      ['Tell', row.tell],
    ],
  };
  return lines[kind].flatMap(([name, text]) => (text ? [`${name}: ${text}`] : [])).join('\n');
}
