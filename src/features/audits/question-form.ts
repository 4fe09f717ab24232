import { z } from 'zod';
import type { AuditQuestion } from '../../domain/audits/audit-questions.ts';
import { itemKey, type RecordItem } from '../../domain/audits/record-items.data.ts';
import type { Form } from '../../platform/http/context.ts';
import {
  type FormError,
  type Parsed,
  parseForm,
  requiredChoice,
  requiredText,
  severalOf,
  versionField,
} from '../../platform/http/parse-form.ts';
import type { PromptAnswer } from './reading.queries.ts';

export type JudgementInput = {
  readonly version: number;
  readonly answer: string;
  readonly reason: string;
  readonly prompts: Readonly<Record<string, PromptAnswer>>;
  readonly evidence: readonly RecordItem[];
};

const promptField = (promptId: string) => `prompt-${promptId}`;
const noteField = (promptId: string) => `note-${promptId}`;
const promptAnswers = ['yes', 'no', 'not-applicable'];

/** Reads a judgement: every prompt answered, then yes or no with why, and where in the record a yes is seen. */
export function judgementInput(
  form: Form,
  question: AuditQuestion,
  items: readonly RecordItem[],
): Parsed<JudgementInput> {
  const parsed = parseForm(schemaOf(question), form);
  const missing: FormError[] = question.prompts
    .filter(({ id }) => !promptAnswers.includes(form.text(promptField(id))))
    .map(({ id, text }) => ({ field: promptField(id), message: `Answer: ${text}` }));
  if (!parsed.ok) return { ok: false, errors: [...missing, ...parsed.errors] };
  if (missing.length > 0) return { ok: false, errors: missing };
  const { version, answer, reason, evidence: chosen } = parsed.value;
  const evidence = items.filter((item) => chosen.includes(itemKey(item)));
  if (answer === 'yes' && evidence.length === 0)
    return {
      ok: false,
      errors: [{ field: 'evidence', message: 'Choose where in the record it is seen' }],
    };
  return {
    ok: true,
    value: {
      version,
      answer,
      reason,
      evidence,
      prompts: Object.fromEntries(
        question.prompts.map(({ id }) => [
          id,
          {
            answer: form.text(promptField(id)),
            note: form.text(noteField(id)).trim().slice(0, 2000) || null,
          },
        ]),
      ),
    },
  };
}

const schemaOf = ({ mayBeNotRelevant }: AuditQuestion) =>
  z.object({
    version: versionField,
    answer: requiredChoice(
      mayBeNotRelevant ? ['yes', 'no', 'not-relevant'] : ['yes', 'no'],
      mayBeNotRelevant ? 'Choose yes, no or not relevant' : 'Choose yes or no',
    ),
    reason: requiredText('Enter why you judge so'),
    evidence: severalOf(),
  });
