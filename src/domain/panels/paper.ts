import { z } from 'zod';

const line = z.string().catch('');

/** Those harmed, as every paper tells of them. */
export const paperVictims = z
  .array(
    z.object({
      label: line,
      wishes: line,
      shared: z.string().nullable().catch(null),
      /** What keeps them safe; blank where nothing is needed. */
      safe: line,
    }),
  )
  .catch([]);

/** What the panel reads about one child, as it is kept; older papers may lack a part. */
export const paperContent = z.object({
  /** The days from which the record is shown: when the matter was referred, and when the assessment in it was signed. */
  since: line,
  assessedOn: line,
  offences: z.array(z.string()).catch([]),
  /** How the child answered the allegation, in words. */
  answer: line,
  summary: line,
  levels: z.array(z.object({ judgement: line, level: line, reason: line })).catch([]),
  childWords: line,
  parentWords: line,
  strengths: line,
  adaptations: line,
  information: z.array(z.object({ agency: line, line })).catch([]),
  victims: paperVictims,
  gravity: z.number().nullable().catch(null),
  gravitySentence: line,
  exceptions: z.array(z.object({ label: line, reason: line })).catch([]),
});

export type PaperContent = z.output<typeof paperContent>;

const partWords = {
  offences: 'what is alleged',
  answer: 'how the child answers it',
  levels: 'the judgements',
  childWords: 'the child’s words',
  parentWords: 'the parents’ words',
  strengths: 'strengths',
  adaptations: 'how to meet the child',
  information: 'what partners answered',
  victims: 'victims’ wishes and safety',
  gravity: 'the gravity',
  exceptions: 'steps passed by an exception',
} as const satisfies Partial<Record<keyof PaperContent, string>>;

/** Which parts of a paper the record would write differently now, in words; its summary is somebody's own. */
export function partsMovedOn(made: PaperContent, now: PaperContent): string[] {
  // Reading puts the parts of both in one order.
  const [before, after] = [made, now].map((paper) => paperContent.parse(paper));
  return Object.entries(partWords).flatMap(([part, words]) => {
    const key = part as keyof typeof partWords;
    return JSON.stringify(before?.[key]) === JSON.stringify(after?.[key]) ? [] : [words];
  });
}

/** An answer of a partner as the record holds it; `forTeam` is what every worker with the child may read. */
export type PartnerAnswer = {
  agency: string;
  recordClass: string;
  status: 'asked' | 'answered' | 'nothing-held' | 'declined' | 'withdrawn';
  use: 'used' | 'not-relevant' | null;
  forTeam: string | null;
};

// Intelligence and health detail stay with those who hold the class: a paper travels further than its reader.
const notPrinted: Readonly<Record<string, string>> = {
  RC7: 'Answered. Police information is not printed in papers; police speak to it at the panel.',
  RC8: 'Answered. Health detail is not printed in papers; health speaks to it at the panel.',
};

/** The one line about a partner's answer that a paper may carry. */
export function partnerLine(answer: PartnerAnswer): string {
  switch (answer.status) {
    case 'asked':
      return 'Asked; no answer yet.';
    case 'nothing-held':
      return 'Holds nothing about this child.';
    case 'declined':
      return 'Declined to answer.';
    case 'withdrawn':
      return 'The question was withdrawn.';
    case 'answered':
      if (answer.use === 'not-relevant') return 'Answered; not relevant to this decision.';
      return notPrinted[answer.recordClass] ?? answer.forTeam ?? 'Answered.';
  }
}

const postcode = /\b[A-Z]{1,2}\d[A-Z\d]?\s*\d[A-Z]{2}\b/gi;
const leftOut = '[address left out]';

/** The parts of an address that would lead somebody to the door: its first line, the street alone, and the postcode. */
export function tellingParts(address: { lines: string; postcode: string | null }): string[] {
  const [first = ''] = address.lines.split(/[\n,]/);
  const street = first.replace(/^\s*(flat\s*\S+\s*)?\d+\s*[a-z]?\s+/i, '');
  const isNamed = street.trim().includes(' ');
  return [first, ...(isNamed ? [street] : []), address.postcode ?? ''].filter(
    (part) => part.trim() !== '',
  );
}

/** Takes known addresses and anything shaped like a postcode out of text that leaves the service. */
export function withoutAddresses(text: string, addressLines: readonly string[]): string {
  const known = addressLines.map((part) => part.trim()).filter((part) => part.length >= 5);
  const bare = known.reduce(
    (found, part) => found.replace(new RegExp(escapePattern(part), 'gi'), leftOut),
    text,
  );
  return bare.replace(postcode, leftOut);
}

/** The same paper with every text freed of addresses, however deep it stands. */
export const paperWithoutAddresses = (
  content: PaperContent,
  addressLines: readonly string[],
): PaperContent => paperContent.parse(freedOfAddresses(content, addressLines));

/** Every text of a value freed of addresses. */
export function freedOfAddresses(content: unknown, addressLines: readonly string[]): unknown {
  const free = (value: unknown): unknown => {
    if (typeof value === 'string') return withoutAddresses(value, addressLines);
    if (Array.isArray(value)) return value.map(free);
    if (value === null || typeof value !== 'object') return value;
    return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, free(part)]));
  };
  return free(content);
}

function escapePattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, '\\s+');
}
