/** What one journey knows about its child; everyone in it is invented. */
export type Facts = {
  readonly forename: string;
  readonly surname: string;
  /** The reference police gave. */
  readonly reference: string;
  readonly panel: string;
};

export const childOf = ({ forename, surname }: Facts): string => `${forename} ${surname}`;
