/** A fault in a form: the id of the field that it leads to, and what to do about it. */
export type FormFault = { readonly field: string; readonly message: string };
