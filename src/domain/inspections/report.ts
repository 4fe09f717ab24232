import type { Framework, InspectionType } from './framework.ts';
import type { InspectionRatings } from './rate-inspection.ts';

/** The parts of a report that people write. */
export type ReportText = 'foreword' | 'background' | 'diversity' | 'voice';

/** What was found against a standard, beside its rating and its percentages. */
export type StandardFinding = {
  /** What the standard says, where its words are published and may be quoted. */
  readonly statement?: string;
  /** What was found, told as a text. */
  readonly narrative?: readonly string[];
  readonly strengths: readonly string[];
  readonly gaps: readonly string[];
  /** Why it is rated so, where people judged it or a panel moved it. */
  readonly reason: string | null;
  /** Counts out of the cases a prompt applied to: perhaps fewer than all, so beside the percentages and never among them. */
  readonly relevant: readonly RelevantCount[];
};

export type RelevantCount = {
  readonly what: string;
  /** As printed: a number, or the mark of a count that is hidden. */
  readonly yes: number | string;
  readonly of: number | string;
  /** The key question that it leads to; absent in what was published before that was kept. */
  readonly question?: string;
};

type Counted = {
  readonly what: string;
  /** As printed: a number, or the mark of a count that is hidden. */
  readonly counts: readonly { readonly what: string; readonly count: number | string }[];
};

/** Everything an inspection's report is made of; `reportDocument` puts it in a reader's order. */
export type InspectionReport = {
  readonly title: string;
  readonly service: string;
  /** What kind of inspection it is, how it stands and where it comes from; a sentence each. */
  readonly opening: readonly string[];
  readonly framework: Framework;
  readonly type: InspectionType;
  readonly ratings: InspectionRatings;
  /** As typed, with references such as {score} or {2.1.1.percent}; empty where nothing is written. */
  readonly texts: Readonly<Record<ReportText, string>>;
  readonly recommendations: readonly {
    readonly number: number;
    readonly addressees: readonly string[];
    readonly text: string;
  }[];
  readonly context: readonly {
    readonly what: string;
    readonly value: string;
    readonly period: string | null;
    readonly comparedWith: string | null;
  }[];
  /** By standard. */
  readonly findings: ReadonlyMap<string, StandardFinding>;
  /** What readers judged of management oversight: the judgement, then its prompts. */
  readonly oversight: readonly RelevantCount[];
  /** Who the children were whose cases were read. */
  readonly diversity: readonly Counted[];
  /** How it was done, a sentence each. */
  readonly method: readonly string[];
  /** What was read and who was heard. */
  readonly samples: readonly (Counted & {
    readonly count: number | string;
    /** Whether children or victims are counted, and not what was found. */
    readonly isOfPeople?: boolean;
  })[];
  readonly further: readonly { readonly text: string; readonly href: string }[];
  /** Standards whose key questions are printed without counts and percentages: too few cases were read for them. */
  readonly tooFew?: ReadonlySet<string>;
};
