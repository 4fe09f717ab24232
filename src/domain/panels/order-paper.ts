import { z } from 'zod';
import { freedOfAddresses, paperVictims } from './paper.ts';

const line = z.string().catch('');

/** What the panel of an order reads about a child: no judgement, health detail, police information or address. */
const orderPaper = z.object({
  order: line,
  madeFor: line,
  summary: line,
  /** What the child agreed that the panel is told, in their own words. */
  childWords: line,
  strengths: line,
  adaptations: line,
  terms: z.array(z.string()).catch([]),
  victims: paperVictims,
});

export type OrderPaper = z.output<typeof orderPaper>;

/** A paper as it is kept; an older one may lack a part. */
export const orderPaperFrom = (content: unknown): OrderPaper => orderPaper.parse(content);

/** The same paper freed of addresses. */
export const orderPaperWithoutAddresses = (
  content: OrderPaper,
  addressLines: readonly string[],
): OrderPaper => orderPaper.parse(freedOfAddresses(content, addressLines));
