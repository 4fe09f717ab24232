type AttributeValue = string | number | boolean | null | undefined;

/** HTML attributes by name; `optional` ones are left out when empty and bare when `true`. */
export type Attributes = Readonly<
  Record<string, AttributeValue | { readonly value: AttributeValue; readonly optional?: boolean }>
>;

/** An entry that is left out, so that a list can be written with conditions in it. */
export type Gap = false | null | undefined | '';

/** A message for each plural rule of the language, `%{count}` standing for the number. */
export type PluralText = Readonly<Partial<Record<Intl.LDMLPluralRule, string>>>;
