/** The rooms of a child's record, in their order. A room without a page that the person may open is not shown. */
export const rooms = {
  overview: 'Overview',
  about: 'About',
  work: 'Work',
  assessment: 'Assessment',
  plan: 'Plan and contacts',
  needs: 'Needs',
  victims: 'Victims and repair',
  reviews: 'Reviews and risk',
  papers: 'Papers',
} as const;

/** The sections of the service, in their order. `account` is reached by the person's own name, beside the others. */
export const sections = {
  home: 'Home',
  children: 'Children',
  intake: 'Intake',
  oversight: 'Oversight',
  figures: 'Figures',
  board: 'Board',
  inspection: 'Inspection',
  account: 'Your account',
} as const;

export type Room = keyof typeof rooms;
export type Section = keyof typeof sections;
