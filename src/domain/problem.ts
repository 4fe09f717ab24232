/** One thing that is missing or wrong: the id of the field to go to, and the words of the error summary. */
export type Problem = { anchor: string; message: string };
