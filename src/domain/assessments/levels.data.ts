import type { Provenance } from '../provenance.ts';
import type { LensId } from './lenses.data.ts';

export type LevelId = 'low' | 'medium' | 'high' | 'very-high';
export type JudgementId = 'likelihood' | 'safety' | 'harm';

/** The levels from least to most; `order` is what comparisons use. */
export const levels = [
  { id: 'low', order: 1, label: 'Low' },
  { id: 'medium', order: 2, label: 'Medium' },
  { id: 'high', order: 3, label: 'High' },
  { id: 'very-high', order: 4, label: 'Very high' },
] as const satisfies readonly { id: LevelId; order: number; label: string }[];

/** The three judgements that every tool asks for, in every tier, with what each level means. */
export const judgements = [
  {
    id: 'likelihood',
    lens: 'desistance',
    title: 'Likelihood of further offending',
    inSentence: 'the likelihood of further offending',
    meanings: {
      low: 'Little in the child’s life points to more offending.',
      medium: 'Some things pull the child towards offending, and others hold them back.',
      high: 'Several things point to more offending and few hold the child back.',
      'very-high': 'More offending is expected soon unless something changes now.',
    },
  },
  {
    id: 'safety',
    lens: 'childs-safety',
    title: 'The child’s safety and wellbeing',
    inSentence: 'the child’s safety and wellbeing',
    meanings: {
      low: 'Nothing known now suggests that the child will come to harm.',
      medium: 'There are particular worries that ordinary work with the child can address.',
      high: 'The signs of harm are clear, and other agencies and a manager need to act soon.',
      'very-high': 'Harm is close: child protection or an equal response is needed today.',
    },
  },
  {
    id: 'harm',
    lens: 'others-safety',
    title: 'Risk to other people',
    inSentence: 'the risk to other people',
    meanings: {
      low: 'Nothing known now suggests serious harm to anybody.',
      medium: 'There are some signs, but serious harm is unlikely unless things change.',
      high: 'Serious harm to somebody could happen at any time.',
      'very-high':
        'Serious harm is likely as soon as there is a chance, and agencies must act at once.',
    },
  },
] as const satisfies readonly {
  id: JudgementId;
  lens: LensId;
  title: string;
  inSentence: string;
  meanings: Record<LevelId, string>;
}[];

export type CountersignRule = Provenance & {
  fromLevel: LevelId;
  whenChanged: boolean;
  whenOverridden: boolean;
};

/** When a manager signs too: a service may tighten this, never by editing code. */
export const countersignRule = {
  fromLevel: 'high',
  whenChanged: true,
  whenOverridden: true,
  source: 'Foothold default, in line with usual practice of countersigning high and changed levels',
  confidence: 'local example',
} as const satisfies CountersignRule;
