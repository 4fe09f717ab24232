import type { Content, JudgementSource } from '../../../domain/assessments/content.ts';
import { indicators } from '../../../domain/assessments/indicators.data.ts';
import { type JudgementId, levels } from '../../../domain/assessments/levels.data.ts';
import { sourceKinds, sourceUses } from '../../../domain/assessments/sources.data.ts';
import type { IndicatorMark } from '../../../domain/assessments/suggestion.ts';
import type { Form } from '../../../platform/http/context.ts';

/** The names of a judgement's boxes; the first are the anchors of the rules of completeness. */
export const judgementNames = (id: JudgementId) => ({
  signs: `judgement-${id}-signs`,
  level: `judgement-${id}-level`,
  reason: `judgement-${id}-reason`,
  override: `judgement-${id}-override-reason`,
  sources: `judgement-${id}-sources`,
  sign: (sign: string) => `sign-${sign}`,
  use: (kind: string) => `source-${kind}-use`,
  who: (kind: string) => `source-${kind}-who`,
});

export const markNames: readonly { id: IndicatorMark; label: string }[] = [
  { id: 'present', label: 'Present' },
  { id: 'absent', label: 'Not present' },
  { id: 'unknown', label: 'Not known' },
];

/** Puts one judgement's page into an assessment; half a judgement is kept as it is. */
export function judgementChange(id: JudgementId, form: Form): (content: Content) => Content {
  const names = judgementNames(id);
  const raw = (name: string) => form.all(name)[0] ?? '';
  const marks = indicators.flatMap((sign): [string, IndicatorMark][] => {
    const mark = markNames.find((row) => row.id === form.text(names.sign(sign.id)));
    return sign.judgement === id && mark ? [[sign.id, mark.id]] : [];
  });
  return (content) => ({
    ...content,
    indicators: { ...content.indicators, ...Object.fromEntries(marks) },
    judgements: {
      ...content.judgements,
      [id]: {
        ...content.judgements[id],
        level: levels.find((level) => level.id === form.text(names.level))?.id ?? null,
        reason: raw(names.reason),
        overrideReason: raw(names.override),
        sources: sourcesOf(id, form),
      },
    },
  });
}

function sourcesOf(id: JudgementId, form: Form): JudgementSource[] {
  const names = judgementNames(id);
  return sourceKinds.flatMap((kind): JudgementSource[] => {
    const use = sourceUses.find((row) => row.id === form.text(names.use(kind.id)))?.id;
    return use ? [{ from: kind.id, name: form.text(names.who(kind.id)), use }] : [];
  });
}

/** What a judgement's boxes hold now. */
export function judgementText(id: JudgementId, content: Content): Record<string, string> {
  const names = judgementNames(id);
  const own = content.judgements[id];
  const text: Record<string, string> = {
    [names.level]: own.level ?? '',
    [names.reason]: own.reason,
    [names.override]: own.overrideReason,
  };
  for (const [sign, mark] of Object.entries(content.indicators)) text[names.sign(sign)] = mark;
  for (const source of own.sources) {
    text[names.use(source.from)] = source.use;
    text[names.who(source.from)] = source.name;
  }
  return text;
}

/** Names given for another judgement, offered again so that nobody types them three times. */
export function namesGivenElsewhere(content: Content): Record<string, string> {
  const all = Object.values(content.judgements).flatMap((own) => own.sources);
  return Object.fromEntries(all.map((source) => [source.from, source.name]));
}
