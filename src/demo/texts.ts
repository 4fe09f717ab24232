import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import { homes } from './home.ts';
import type { Random } from './random.ts';

const folder = new URL('../../db/reference/demo/', import.meta.url);
const narrative = <T>(name: string, schema: z.ZodType<T>): T =>
  schema.parse(JSON.parse(readFileSync(new URL(`narratives/${name}.json`, folder), 'utf8')));
const table = (name: string): Record<string, string>[] =>
  parse(readFileSync(new URL(`${name}.csv`, folder)), { columns: true, bom: true });
const reference = (name: string): Record<string, string>[] =>
  parse(readFileSync(new URL(`../${name}.csv`, folder)), { columns: true, bom: true });
/** A text that is true in some homes only says in which. */
const only = { homes: z.array(z.enum(homes)).optional() };
const said = z.array(z.object({ topic: z.string(), text: z.string(), ...only }));
const graded = z.record(
  z.string(),
  z.array(z.object({ severity: z.string(), text: z.string(), ...only })),
);

/** The invented words and names that stories are made of; read once. */
export const texts = {
  forenames: table('forenames'),
  surnames: table('surnames'),
  streets: table('streets'),
  postcodes: table('postcodes'),
  schools: table('schools'),
  offences: reference('offence'),
  changeTypes: reference('change_event_type'),
  risks: reference('risk_type'),
  ethnicities: reference('ethnicity'),
  contactNotes: narrative(
    'contact-notes',
    z.array(
      z.object({
        type: z.string(),
        text: z.string(),
        place: z.string().optional(),
        /** Says that a parent or carer was spoken with. */
        parent: z.boolean().optional(),
        ...only,
      }),
    ),
  ),
  childWords: narrative('child-words', said),
  parentWords: narrative('parent-words', said),
  answers: narrative('assessment-answers', graded),
  goals: narrative(
    'plan-goals',
    z.array(
      z.object({
        topic: z.string(),
        goal: z.string(),
        ...only,
        steps: z.array(z.object({ text: z.string(), who: z.string(), within_weeks: z.number() })),
      }),
    ),
  ),
  safety: narrative(
    'safety-lines',
    z.array(
      z.object({ risk: z.string(), severity: z.string(), control: z.string(), who: z.string() }),
    ),
  ),
  contingency: narrative(
    'contingency',
    z.array(
      z.object({
        risk: z.string(),
        trigger: z.string(),
        action: z.string(),
        who: z.string(),
        within: z.string(),
        tell: z.string(),
      }),
    ),
  ),
  childsOwnLines: narrative(
    'childs-own-lines',
    z.array(
      z.object({
        risk: z.string(),
        safe: z.string(),
        if: z.string(),
        action: z.string(),
        tell: z.string(),
      }),
    ),
  ),
  victimWishes: narrative(
    'victim-wishes',
    z.array(z.object({ wishes: z.string(), shareable: z.string(), text: z.string() })),
  ),
  oversight: narrative('oversight', z.array(z.object({ kind: z.string(), text: z.string() }))),
  changes: narrative(
    'change-events',
    z.array(z.object({ type: z.string(), text: z.string(), ...only })),
  ),
  rationales: narrative('panel-rationales', z.record(z.string(), z.array(z.string()))),
} as const;

type Names = Readonly<Record<'child' | 'worker' | 'school' | 'carer', string>>;

/** Puts the story's own names into a text. */
export const fill = (text: string, names: Names) =>
  text
    .replaceAll('{child}', names.child)
    .replaceAll('{worker}', names.worker)
    .replaceAll('{school}', names.school)
    .replaceAll('{carer}', names.carer)
    .replaceAll('{Carer}', names.carer.charAt(0).toUpperCase() + names.carer.slice(1));

/** A text of the wanted kind, or any when there is none. */
export function pickWhere<T>(random: Random, items: readonly T[], wanted: (item: T) => boolean): T {
  const fitting = items.filter(wanted);
  return random.pick(fitting.length > 0 ? fitting : items);
}
