import { readFileSync } from 'node:fs';
import { contentOf } from '../domain/assessments/content.ts';
import type { LevelId } from '../domain/assessments/levels.data.ts';
import { loadedTemplate, questionsOf } from '../domain/assessments/template.ts';
import type { Journey, Levels, Story } from './story.ts';
import { fill, pickWhere, texts } from './texts.ts';
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

const topics: Record<string, string> = {
  home: 'home',
  education: 'education',
  health: 'health',
  strengths: 'strengths',
  'what-happened': 'behaviour',
  why: 'behaviour',
  'victims-wishes': 'victims',
  'childs-safety-analysis': 'safety',
  'who-could-be-hurt': 'safety',
  'nature-of-harm': 'behaviour',
  'when-harm': 'safety',
};
const atLeastMedium = (level: string) => level !== 'low';

/** The assessment, as far as it has come by the demonstration's today. Thinner on other people's safety than on the rest, as inspectors find. */
export function tellAssessment(
  story: Story,
  journey: Journey,
  levels: Levels,
  referralId: string,
): void {
  const { rows, serviceId: service_id, child, worker, manager, asOf, random } = story;
  if (journey.assessmentStarted > asOf) return;
  const id = story.id();
  const submitted = journey.submitted <= asOf;
  const high = Object.values(levels).some((level) => level === 'high' || level === 'very-high');
  const signedOn = high ? journey.signed : journey.submitted;
  const signed = submitted && signedOn <= asOf;
  const content = toldContent(story, levels, submitted ? 1 : random.next() * 0.8);
  rows.add('assessment', {
    service_id,
    id,
    child_id: child.id,
    referral_id: referralId,
    template_id: template.id,
    template_version: template.version,
    kind: 'initial',
    status: signed ? 'signed' : submitted ? 'submitted' : 'draft',
    content,
    started_on: journey.assessmentStarted,
    started_by: worker.id,
    ...(signed
      ? {
          likelihood_level: levels.likelihood,
          safety_level: levels.safety,
          harm_level: levels.harm,
          signed_on: signedOn,
        }
      : {}),
    ...(submitted ? { submitted_on: journey.submitted, submitted_by: worker.id } : {}),
    needs_countersign: submitted && high,
    countersign_reasons: submitted && high ? ['A level is high or very high'] : [],
    ...(signed && high
      ? {
          countersigned_by: manager.id,
          countersign_comment: random.pick(
            texts.oversight.filter(({ kind }) => kind === 'countersignature'),
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
}

function toldContent(story: Story, levels: Levels, share: number) {
  const { random, names, worker } = story;
  const say = (topic: string) =>
    fill(random.pick(texts.answers[topic] ?? texts.answers.home ?? []).text, names);
  const childsRisk = random.pick([
    'Being used by older people',
    'Not having a settled home',
    'Low mood and self-harm',
    'Being hurt by others in the area',
  ]);
  const othersRisk = random.pick([
    'Hitting out when shamed',
    'Carrying a knife when frightened',
    'Taking things from younger children',
    'Damage when angry at home',
  ]);
  const needed = { safety: atLeastMedium(levels.safety), harm: atLeastMedium(levels.harm) };
  const answers = Object.fromEntries(
    questionsOf(template)
      .filter(({ type }) => type !== 'level')
      .filter(() => random.next() < share)
      .map((question) => {
        const value =
          question.role === 'risks-to-child'
            ? [childsRisk]
            : question.role === 'risks-to-others'
              ? [othersRisk]
              : question.type === 'list'
                ? ['Nothing on record before this referral']
                : question.type === 'yes-no-unknown'
                  ? random.pick(['yes', 'no', 'no', 'unknown'])
                  : question.role === 'childs-words'
                    ? random.pick(texts.childWords).text
                    : question.role === 'parents-words'
                      ? fill(random.pick(texts.parentWords).text, names)
                      : say(
                          topics[question.id] ??
                            random.pick(['home', 'strengths', 'education', 'safety']),
                        );
        return [
          question.id,
          {
            state: 'answered' as const,
            value,
            ...(question.commentRequired
              ? {
                  comment:
                    'First time that police have been involved; it was out of character, family say.',
                }
              : {}),
          },
        ];
      }),
  );
  const line = (risk: string, about: string) => {
    const found = pickWhere(random, texts.safety, ({ severity }) => severity === about);
    return {
      risk,
      control: fill(found.control, names),
      who: worker.name,
      agency: 'youth-justice',
      reviewOn: story.asOf,
    };
  };
  const plan = (about: 'safety' | 'harm') => {
    const found = random.pick(texts.contingency);
    return {
      about,
      trigger: fill(found.trigger, names),
      action: fill(found.action, names),
      who: fill(found.who, names),
      within: found.within,
      tell: fill(found.tell, names),
    };
  };
  const judgement = (level: LevelId, reason: string) => ({
    level,
    suggested: level,
    reason,
    overrideReason: '',
    sources: [
      { from: 'child' as const, name: names.child, use: 'used' as const },
      { from: 'parent' as const, name: 'Mother', use: 'used' as const },
      { from: 'school' as const, name: names.school, use: 'used' as const },
    ],
  });
  return contentOf({
    answers,
    judgements: {
      likelihood: judgement(levels.likelihood, say('behaviour')),
      safety: judgement(levels.safety, say('safety')),
      harm: judgement(levels.harm, say('behaviour')),
    },
    safetyRows: [line(childsRisk, levels.safety), line(othersRisk, levels.harm)],
    contingencyRows: [
      ...(needed.safety ? [plan('safety')] : []),
      ...(needed.harm ? [plan('harm')] : []),
    ],
  });
}
