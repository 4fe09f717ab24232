import type { Day } from '../domain/calendar/day.ts';
import type { FormFault } from '../domain/form-fault.ts';
import type { Form } from '../platform/http/context.ts';
import type { Html } from '../ui/html.ts';
import type { Choice, Typed } from '../ui/layout/fields.tsx';

/** One thing that may be chosen; what is past keeps its words in old rows and is offered to nobody. */
export type Option = Choice & { readonly past?: boolean };

/** What may be chosen, by the name of the code list or of the choice that the page makes itself. */
export type Options = Readonly<Record<string, readonly Option[]>>;

/** What a field needs to know to read what was typed. */
export type Asked = { readonly today: Day; readonly options: Options };

/** A value, or what to mend; a field of several boxes says of each what is wrong with it. */
export type Read<V> =
  | { readonly value: V }
  | { readonly fault: string }
  | { readonly faults: readonly FormFault[] };

/** What a page may say otherwise than the field does, and what the field is drawn from. */
export type Words = {
  readonly label?: string;
  readonly hint?: string;
  readonly rows?: number;
  /** Said in a drop-down box while nothing is chosen. */
  readonly empty?: string;
};
export type Drawing = Words & {
  readonly name: string;
  readonly faults: readonly FormFault[];
  /** What the boxes hold, by their names. */
  readonly shown: Typed;
  readonly options: Options;
};

/** One field of a form, under its column's name: read, drawn, and said in words wherever it is met. */
export type Field<V> = {
  /** Names it beside its value: in a conflict, in history, in a file. */
  readonly label: string;
  /** The code list or choice of the page that it is chosen from. */
  readonly list?: string;
  /** The id that a fault leads to. */
  anchor(name: string): string;
  read(form: Form, name: string, asked: Asked): Read<V>;
  /** A stored value as the boxes hold it. */
  shown(value: V, name: string): Typed;
  words(value: V, options: Options): string;
  draw(drawing: Drawing): Html;
};

/** The fields of a form, by column. */
export type FieldSet = Readonly<Record<string, Field<unknown>>>;

/** What a set of fields reads, by column. */
export type ValuesOf<F extends FieldSet> = {
  readonly [K in keyof F]: F[K] extends Field<infer V> ? V : never;
};

/** The fields of a form as tags of a page: `<F.provider />`. */
export type TagsOf<F extends FieldSet> = { readonly [K in keyof F]: (words: Words) => Html };

/** Values as a row holds them: a choice is any text, and what is not recorded yet is null or left out. */
export type RowOf<F extends FieldSet> = {
  readonly [K in keyof F]?: (ValuesOf<F>[K] extends string | null ? string : ValuesOf<F>[K]) | null;
};
