import type { LevelId } from '../domain/assessments/levels.data.ts';
import type { Day } from '../domain/calendar/day.ts';
import type { Home } from './home.ts';
import type { ToLookAt } from './looks.ts';
import type { DemoPeople, DemoStaff } from './people.ts';
import type { Random } from './random.ts';
import type { Rows } from './rows.ts';

/** What every part of one child's story needs. */
export type Story = {
  readonly random: Random;
  /** Whether the child has what this share of children have; those who stand for a stage of the work have everything. */
  has(share: number): boolean;
  readonly rows: Rows;
  readonly toLookAt: ToLookAt;
  readonly people: DemoPeople;
  readonly serviceId: string;
  /** The demonstration's today: nothing later has happened. */
  readonly asOf: Day;
  /** The demonstration's clock: nothing is recorded after it. */
  readonly now: Date;
  /** A new id, the same for the same seed. */
  id(): string;
  readonly child: StoryChild;
  readonly worker: DemoStaff;
  readonly manager: DemoStaff;
  readonly names: Readonly<Record<'child' | 'worker' | 'school' | 'carer', string>>;
  /** The texts that are true in this child's home. */
  fitting<T extends { readonly homes?: readonly Home[] | undefined }>(
    items: readonly T[],
  ): readonly T[];
};

export type StoryChild = {
  readonly id: string;
  readonly forename: string;
  readonly surname: string;
  readonly sex: string;
  readonly dateOfBirth: Day;
  readonly hasVictim: boolean;
  readonly home: Home;
  /** How hard things are, 0 to 1: levels, changes and missed contacts follow from it. */
  readonly need: number;
};

/** The days of a journey. Each later day exists only if the one before it has come. */
export type Journey = {
  readonly referred: Day;
  readonly triaged: Day;
  readonly allocated: Day;
  readonly childMet: Day;
  readonly parentMet: Day;
  readonly assessmentStarted: Day;
  readonly submitted: Day;
  readonly signed: Day;
  readonly panel: Day;
  readonly given: Day;
  readonly planned: Day;
  readonly ends: Day;
};
export type Levels = {
  readonly likelihood: LevelId;
  readonly safety: LevelId;
  readonly harm: LevelId;
};
