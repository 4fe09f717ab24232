import { z } from 'zod';

/* Within the frames a backup is text, a JSON value a line: a head; for each table its name, then rows; an end with the sums. */

/** What stands first: enough to know where it may be restored. */
const headSchema = z.object({
  kind: z.literal('head'),
  madeAt: z.string(),
  migrations: z.array(z.string()).readonly(),
  tables: z
    .array(z.object({ name: z.string(), columns: z.array(z.string()).readonly() }))
    .readonly(),
  /** The secret that signs sessions and opens second steps, when the data directory keeps it. */
  secret: z.string().nullable(),
});
export type Head = z.infer<typeof headSchema>;

const lineSchema = z.union([
  headSchema,
  z.object({ kind: z.literal('table'), name: z.string() }),
  z.array(z.string()),
  z.object({
    kind: z.literal('end'),
    sums: z.record(z.string(), z.object({ rows: z.number(), sum: z.string() })),
  }),
]);
export type Line = z.infer<typeof lineSchema>;

export const written = (line: Line): string => `${JSON.stringify(line)}\n`;
export const readLine = (text: string): Line => lineSchema.parse(JSON.parse(text));
