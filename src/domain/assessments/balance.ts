import { type Answers, askedQuestions, hasContent, valuesOf } from './answers.ts';
import { type BalanceRule, balanceRule } from './balance.data.ts';
import { type LensId, lenses } from './lenses.data.ts';
import type { Question, Template } from './template.ts';

export type LensBalance = {
  lens: LensId;
  label: string;
  promptsAnswered: number;
  promptsTotal: number;
  words: number;
  /** Part of all words written under the three lenses, from 0 to 1; 0 while nothing is written. */
  share: number;
};

export type Balance = {
  lenses: LensBalance[];
  kind: 'nothing-written' | 'even' | 'uneven';
  /** One plain sentence for the practitioner. */
  finding: string;
};

/** How evenly an assessment treats its three lenses; a question that serves several counts under each of them. */
export function balanceOf(
  template: Template,
  answers: Answers,
  rule: BalanceRule = balanceRule,
): Balance {
  const asked = askedQuestions(template, answers);
  const counted = lenses.map(({ id, label }) => {
    const own = asked.filter((question) => question.lenses.includes(id));
    const answered = own.filter((question) => isWrittenUpon(question, answers));
    return {
      lens: id,
      label,
      promptsAnswered: promptCount(answered),
      promptsTotal: promptCount(own),
      words: own.reduce((sum, question) => sum + wordsWritten(question, answers), 0),
    };
  });
  const all = counted.reduce((sum, row) => sum + row.words, 0);
  const rows = counted.map((row) => ({ ...row, share: all === 0 ? 0 : row.words / all }));
  return { lenses: rows, ...findingOf(rows, rule) };
}

/** Number of words in a text, as a reader would count them. */
export function wordCount(text: string): number {
  return text.match(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu)?.length ?? 0;
}

function findingOf(
  rows: readonly LensBalance[],
  rule: BalanceRule,
): Pick<Balance, 'kind' | 'finding'> {
  const most = Math.max(...rows.map((row) => row.words));
  if (most === 0) return { kind: 'nothing-written', finding: 'Nothing has been written yet.' };
  const farLess = rows.filter((row) => row.words < most * rule.farLessBelow);
  const behind = farLess.length > 0 ? farLess : rows.filter((r) => r.words < most * rule.lessBelow);
  if (behind.length === 0) {
    return { kind: 'even', finding: 'The three lenses have about the same amount written.' };
  }
  const amount = farLess.length > 0 ? 'far less' : 'less';
  const names = behind.map((row) => row.label);
  const [first, second] = names;
  if (second === undefined) {
    return { kind: 'uneven', finding: `${first} has ${amount} than the other two.` };
  }
  const fullest = rows.find((row) => row.words === most)?.lens;
  const rest = lenses.find((lens) => lens.id === fullest)?.inSentence ?? '';
  const opening = `${first} and ${second.charAt(0).toLowerCase()}${second.slice(1)}`;
  return { kind: 'uneven', finding: `${opening} have ${amount} than ${rest}.` };
}

/** How many prompts questions hold, all conditions met. */
export function promptCount(questions: readonly Question[]): number {
  return questions.reduce((sum, question) => sum + question.prompts.length, 0);
}

/** Text that the record filled in is not the assessor's work: only the comment on it counts. */
function isWrittenUpon(question: Question, answers: Answers): boolean {
  if (question.commentRequired) return (answers[question.id]?.comment ?? '').trim() !== '';
  return hasContent(answers[question.id]);
}

function wordsWritten(question: Question, answers: Answers): number {
  const answer = answers[question.id];
  if (!answer) return 0;
  const comment = wordCount(answer.comment ?? '');
  const isOwnText = question.type === 'text' || question.type === 'list';
  if (!isOwnText || question.commentRequired) return comment;
  return comment + valuesOf(answer).reduce((sum, value) => sum + wordCount(value), 0);
}
