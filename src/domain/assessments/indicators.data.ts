import type { Provenance } from '../provenance.ts';
import type { JudgementId, LevelId } from './levels.data.ts';

export type Indicator = {
  id: string;
  judgement: JudgementId;
  label: string;
  /** True where one sign alone means that somebody may be hurt very soon. */
  isImmediate: boolean;
};

/** Signs that a practitioner marks as present, absent or not known; they suggest a level and decide nothing. */
export const indicators = [
  sign('likelihood', 'recent-offence', 'An offence or arrest in the last six months'),
  sign('likelihood', 'earlier-outcomes', 'Two or more earlier outcomes'),
  sign('likelihood', 'more-often', 'Behaviour has become more frequent or more serious'),
  sign('likelihood', 'friends-involved', 'Closest friends are often in trouble with police'),
  sign('likelihood', 'not-in-education', 'Not in education, training or work'),
  sign('likelihood', 'substances', 'Regular use of alcohol or drugs'),
  sign('likelihood', 'no-trusted-adult', 'No adult the child trusts'),
  sign('safety', 'exploitation', 'Signs of exploitation by adults or older children'),
  sign('safety', 'missing', 'Missing from home or care in the last three months'),
  sign('safety', 'self-harm', 'Self-harm or thoughts of suicide at any time'),
  sign('safety', 'unsafe-home', 'Home is unsafe or not settled, including sofa-surfing'),
  sign('safety', 'hurt-by-others', 'Hurt or threatened by somebody in the last six months'),
  sign('safety', 'lost-care', 'A bereavement or the loss of a carer in the last year'),
  sign('safety', 'safety-now', 'In danger of serious harm now', true),
  sign('harm', 'has-hurt', 'Has hurt somebody'),
  sign('harm', 'weapon', 'Has carried or used a weapon'),
  sign('harm', 'named-person', 'Has threatened a particular person'),
  sign('harm', 'harmful-sexual', 'Harmful sexual behaviour'),
  sign('harm', 'conflict-group', 'Part of a conflict between groups'),
  sign('harm', 'home-violence', 'Violence towards family or a partner'),
  sign('harm', 'harm-now', 'Has said that they will hurt somebody, and could', true),
] as const satisfies readonly Indicator[];

export type SuggestionRule = Provenance & {
  /** Number of signs present from which a level is suggested, lowest first. */
  bands: readonly { fromCount: number; level: LevelId }[];
  immediateFloor: LevelId;
};

/** The count of signs turns into a level by this table alone, so that anybody can redo it by hand. */
export const suggestionRule = {
  bands: [
    { fromCount: 0, level: 'low' },
    { fromCount: 2, level: 'medium' },
    { fromCount: 4, level: 'high' },
    { fromCount: 6, level: 'very-high' },
  ],
  immediateFloor: 'very-high',
  source: 'Foothold default: not a validated scale, a prompt to think',
  confidence: 'local example',
} as const satisfies SuggestionRule;

function sign(judgement: JudgementId, id: string, label: string, isImmediate = false): Indicator {
  return { id, judgement, label, isImmediate };
}
