import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import type { Random } from './random.ts';

const folder = new URL('../../db/reference/demo/', import.meta.url);
const narrative = <T>(name: string, schema: z.ZodType<T>): T =>
  schema.parse(JSON.parse(readFileSync(new URL(`narratives/${name}.json`, folder), 'utf8')));
const table = (name: string): Record<string, string>[] =>
  parse(readFileSync(new URL(`${name}.csv`, folder)), { columns: true, bom: true });
const reference = (name: string): Record<string, string>[] =>
  parse(readFileSync(new URL(`../${name}.csv`, folder)), { columns: true, bom: true });
const said = z.array(z.object({ topic: z.string(), text: z.string() }));
const graded = z.record(z.string(), z.array(z.object({ severity: z.string(), text: z.string() })));

/** The invented words and names that stories are made of; read once. */
export const texts = {
  forenames: table('forenames'),
  surnames: table('surnames'),
  streets: table('streets'),
  postcodes: table('postcodes'),
  schools: table('schools'),
  offences: reference('offence'),
  changeTypes: reference('change_event_type'),
  ethnicities: reference('ethnicity'),
  contactNotes: narrative(
    'contact-notes',
    z.array(z.object({ type: z.string(), text: z.string() })),
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
  victimWishes: narrative(
    'victim-wishes',
    z.array(z.object({ wishes: z.string(), shareable: z.string(), text: z.string() })),
  ),
  oversight: narrative('oversight', z.array(z.object({ kind: z.string(), text: z.string() }))),
  changes: narrative('change-events', z.array(z.object({ type: z.string(), text: z.string() }))),
  rationales: narrative('panel-rationales', z.record(z.string(), z.array(z.string()))),
} as const;

/** Puts the story's own names into a text. */
export const fill = (
  text: string,
  names: { readonly child: string; readonly worker: string; readonly school: string },
) =>
  text
    .replaceAll('{child}', names.child)
    .replaceAll('{worker}', names.worker)
    .replaceAll('{school}', names.school);

/** A text of the wanted kind, or any when there is none. */
export function pickWhere<T>(random: Random, items: readonly T[], wanted: (item: T) => boolean): T {
  const fitting = items.filter(wanted);
  return random.pick(fitting.length > 0 ? fitting : items);
}
