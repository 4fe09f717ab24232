import { readFileSync } from 'node:fs';
import type { Answer } from '../domain/assessments/answers.ts';
import { contentOf } from '../domain/assessments/content.ts';
import type { LevelId } from '../domain/assessments/levels.data.ts';
import { loadedTemplate } from '../domain/assessments/load-template.ts';
import { type Question, questionsOf } from '../domain/assessments/template.ts';
import { addDays, type Day } from '../domain/calendar/day.ts';
import { homesOf } from './home.ts';
import type { Referral } from './referral-story.ts';
import { type StoryRisk, severityOf, signsFor } from './risks.ts';
import type { Journey, Levels, Story } from './story.ts';
import { fill, texts } from './texts.ts';
import { at } from './working-days.ts';

const loaded = loadedTemplate(
  JSON.parse(
    readFileSync(
      new URL('../../db/reference/assessment-templates/foothold-1.json', import.meta.url),
      'utf8',
    ),
  ),
);
if (loaded.kind !== 'ok') throw new Error('The shipped assessment template does not load');
const { template } = loaded;

const topicOf: Record<string, string> = { 'childs-safety-analysis': 'safety' };
const levelOfLens = {
  desistance: 'likelihood',
  'childs-safety': 'safety',
  'others-safety': 'harm',
} as const;

export type SignedAssessment = { readonly id: string; readonly signedOn: Day };

/** The assessment, as far as it has come by the demonstration's today. Thinner on other people's safety than on the rest, as inspectors find. */
export function tellAssessment(
  story: Story,
  journey: Journey,
  levels: Levels,
  risks: readonly StoryRisk[],
  referral: Referral,
): SignedAssessment | null {
  const { rows, serviceId: service_id, child, worker, manager, asOf, random } = story;
  if (journey.assessmentStarted > asOf) return null;
  const id = story.id();
  const submitted = journey.submitted <= asOf;
  const high = Object.values(levels).some((level) => level === 'high' || level === 'very-high');
  const signedOn = high ? journey.signed : journey.submitted;
  const signed = submitted && signedOn <= asOf;
  const content = toldContent(
    story,
    levels,
    risks,
    submitted ? 1 : random.next() * 0.8,
    referral.offences,
  );
  rows.add('assessment', {
    service_id,
    id,
    child_id: child.id,
    referral_id: referral.id,
    template_id: template.id,
    template_version: template.version,
    kind: 'initial',
    status: signed ? 'signed' : submitted ? 'submitted' : 'draft',
    content,
    started_on: journey.assessmentStarted,
    started_by: worker.id,
    ...(submitted
      ? {
          likelihood_level: levels.likelihood,
          safety_level: levels.safety,
          harm_level: levels.harm,
        }
      : {}),
    ...(signed ? { signed_on: signedOn } : {}),
    ...(submitted ? { submitted_on: journey.submitted, submitted_by: worker.id } : {}),
    needs_countersign: submitted && high,
    countersign_reasons: submitted && high ? ['A level is high or very high'] : [],
    ...(signed && high
      ? {
          countersigned_by: manager.id,
          countersign_comment: random.pick(
            texts.oversight.filter(
              ({ kind, text }) =>
                kind === 'countersignature' &&
                text.startsWith('Signed') &&
                (!text.includes('at high') || levels.safety === 'high'),
            ),
          ).text,
        }
      : {}),
    created_by: worker.id,
    created_at: at(journey.assessmentStarted, '13:00'),
  });
  const version = (number: number, event: string, day: string, by: string) =>
    rows.add('assessment_version', {
      service_id,
      assessment_id: id,
      version: number,
      child_id: child.id,
      content,
      event,
      saved_at: at(day, '16:20'),
      saved_by: by,
    });
  version(
    1,
    submitted ? (high ? 'submit' : 'sign') : 'save',
    submitted ? journey.submitted : journey.assessmentStarted,
    worker.id,
  );
  return signed ? { id, signedOn } : null;
}

// Signs of exploitation ask for a line of their own, beside the one for the child's safety.
const changesOf = ({ about, code, change }: StoryRisk) => [
  { about, change },
  ...(code === 'criminal-exploitation'
    ? texts.contingency
        .filter((row) => row.risk === code && row !== change)
        .map((row) => ({ about: 'exploitation' as const, change: row }))
    : []),
];

function toldContent(
  story: Story,
  levels: Levels,
  risks: readonly StoryRisk[],
  share: number,
  offences: readonly { readonly label: string }[],
) {
  const { random, names, child } = story;
  const isExploited = risks.some(({ code }) => code === 'criminal-exploitation');
  const say = (topic: string, level: LevelId) => {
    const fitting = story.fitting(texts.answers[topic] ?? []);
    const graded = fitting.filter(({ severity }) => severity === severityOf(level));
    return fill(random.pick(graded.length > 0 ? graded : fitting).text, names);
  };
  const risksAbout = (about: StoryRisk['about']): Answer => {
    const value = risks.filter((risk) => risk.about === about).map(({ label }) => label);
    return value.length > 0
      ? { state: 'answered', value }
      : { state: 'not-applicable', reason: 'Asked school, family and police: no risk known' };
  };
  const written = (value: string | string[]): Answer => ({ state: 'answered', value });
  const answerTo = (question: Question): Answer => {
    const lens = question.lenses[0] ?? 'desistance';
    switch (question.role) {
      case 'risks-to-child':
        return risksAbout('safety');
      case 'risks-to-others':
        return risksAbout('harm');
      case 'childs-words':
        return written(random.pick(story.fitting(texts.childWords)).text);
      case 'parents-words':
        return written(fill(random.pick(story.fitting(texts.parentWords)).text, names));
      case 'exploitation':
        return written(isExploited ? 'yes' : 'no');
      case 'victims-wishes':
        return child.hasVictim
          ? written(say(question.id, levels.harm))
          : { state: 'not-applicable', reason: 'Nobody was harmed directly' };
      case 'antecedents':
        return {
          state: 'answered',
          value: ['Nothing on record before this referral'],
          comment:
            'First time that police have been involved; it was out of character, family say.',
        };
    }
    if (question.type === 'yes-no-unknown') return written(homesOf[child.home].settled);
    const text = say(topicOf[question.id] ?? question.id, levels[levelOfLens[lens]]);
    return written(
      question.id === 'what-happened'
        ? `${offences.map(({ label }) => label).join('; ')}. ${text}`
        : text,
    );
  };
  const answers = Object.fromEntries(
    questionsOf(template)
      .filter(({ type, id }) => type !== 'level' && (isExploited || id !== 'exploitation-signs'))
      .filter(() => random.next() < share)
      .map((question): [string, Answer] => [question.id, answerTo(question)]),
  );
  const source = homesOf[child.home].source;
  const judgement = (level: LevelId, reason: string) => ({
    level,
    reason,
    overrideReason: '',
    sources: [
      { from: 'child' as const, name: names.child, use: 'used' as const },
      { from: 'parent' as const, name: source, use: 'used' as const },
      { from: 'school' as const, name: names.school, use: 'used' as const },
    ],
  });
  // A draft has its judgements when most of it is written: half an assessment judges nothing.
  const isJudged = share > 0.5;
  return contentOf({
    answers,
    ...(isJudged
      ? {
          indicators: signsFor(levels, risks, child.home),
          judgements: {
            likelihood: judgement(levels.likelihood, say('reason-likelihood', levels.likelihood)),
            safety: judgement(levels.safety, say('reason-safety', levels.safety)),
            harm: judgement(levels.harm, say('reason-harm', levels.harm)),
          },
        }
      : {}),
    safetyRows: risks.map(({ label, line }) => ({
      risk: label,
      control: fill(line.control, names),
      who: fill(line.who, names),
      agency: 'youth-justice',
      reviewOn: addDays(story.asOf, 28),
    })),
    contingencyRows: risks.flatMap(changesOf).map(({ about, change }) => ({
      about,
      trigger: fill(change.trigger, names),
      action: fill(change.action, names),
      who: fill(change.who, names),
      within: change.within,
      tell: fill(change.tell, names),
    })),
  });
}
