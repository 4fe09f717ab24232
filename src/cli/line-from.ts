import { createInterface } from 'node:readline/promises';

/** The first line of standard input; asked for by name when a person sits there. */
export async function lineFrom(input: NodeJS.ReadStream, question: string): Promise<string> {
  const lines = createInterface({ input, ...(input.isTTY ? { output: process.stderr } : {}) });
  try {
    if (input.isTTY) return await lines.question(question);
    for await (const line of lines) return line;
    return '';
  } finally {
    lines.close();
  }
}
