import type { Access, RecordClass } from './record-classes.data.ts';

/** service: sees the service's unrestricted children. related: only children they have a live relationship with. none: no child's record. */
export type Scope = 'service' | 'related' | 'none';

export type RoleRow = {
  readonly title: string;
  readonly scope: Scope;
  readonly classes: Partial<Record<RecordClass, Access>>;
};

/** Role by record class. Source: the service's roles and access matrix; a service's own matrix replaces this file. */
export const roles = {
  'case-manager': {
    title: 'Case manager',
    scope: 'service',
    classes: { RC1: 'W*', RC2: 'W*', RC3: 'W*', RC4: 'W*', RC5: 'W*', RC6: 'W*', RC7: 'S', RC8: 'S', RC9: 'W*', RC10: 'S*', RC11: 'S', RC12: 'W*', RC13: 'W*', RC16: 'S' },
  },
  'practice-manager': {
    title: 'Practice manager',
    scope: 'service',
    classes: { RC1: 'W', RC2: 'W', RC3: 'W', RC4: 'A', RC5: 'A', RC6: 'A', RC7: 'S', RC8: 'S', RC9: 'R', RC10: 'R', RC11: 'S', RC12: 'R', RC13: 'W', RC14: 'W', RC15: 'R', RC16: 'R', RC17: 'S', RC18: 'R' },
  },
  'head-of-service': {
    title: 'Head of service',
    scope: 'service',
    classes: { RC1: 'R', RC2: 'R', RC3: 'R', RC4: 'A', RC5: 'A', RC6: 'A', RC7: 'S', RC8: 'S', RC9: 'R', RC10: 'R', RC11: 'S', RC12: 'R', RC13: 'A', RC14: 'R', RC15: 'R', RC16: 'W', RC17: 'W', RC18: 'R' },
  },
  'police-officer': {
    title: 'Seconded police officer',
    scope: 'related',
    classes: { RC1: 'R*', RC2: 'R', RC3: 'S', RC4: 'S', RC5: 'S', RC6: 'W*', RC7: 'W', RC9: 'S', RC10: 'S', RC11: 'S', RC12: 'S', RC13: 'W*' },
  },
  'health-clinician': {
    title: 'Health clinician',
    scope: 'related',
    classes: { RC1: 'R*', RC2: 'S*', RC3: 'W*', RC4: 'R*', RC5: 'W*', RC6: 'R*', RC8: 'W', RC9: 'S', RC10: 'S*', RC12: 'S', RC13: 'W*', RC16: 'S' },
  },
  'education-worker': {
    title: 'Education worker',
    scope: 'related',
    classes: { RC1: 'R*', RC2: 'S', RC3: 'W*', RC4: 'S', RC5: 'W*', RC6: 'S', RC8: 'S', RC9: 'W', RC10: 'S', RC12: 'S', RC16: 'S' },
  },
  'social-care-worker': {
    title: 'Social care worker',
    scope: 'related',
    classes: { RC1: 'R*', RC2: 'R*', RC3: 'W*', RC4: 'R*', RC5: 'W*', RC6: 'W*', RC7: 'S', RC8: 'S', RC9: 'R*', RC10: 'W*', RC11: 'S', RC12: 'W*', RC13: 'W*' },
  },
  'early-help-worker': {
    title: 'Early help worker',
    scope: 'related',
    classes: { RC1: 'S*', RC2: 'S*', RC4: 'S*', RC5: 'S*', RC9: 'S', RC10: 'W*', RC12: 'S' },
  },
  'victim-worker': {
    title: 'Victim worker',
    scope: 'service',
    classes: { RC1: 'S', RC2: 'S', RC3: 'S', RC4: 'S', RC5: 'S', RC6: 'P', RC11: 'W', RC13: 'W*', RC16: 'S' },
  },
  'panel-member': {
    title: 'Panel member',
    scope: 'related',
    classes: { RC1: 'S', RC2: 'S', RC4: 'S', RC5: 'P', RC11: 'S', RC12: 'S' },
  },
  'business-support': {
    title: 'Business support',
    scope: 'service',
    classes: { RC1: 'W', RC2: 'W', RC3: 'W', RC8: 'S', RC9: 'S', RC10: 'S', RC11: 'S', RC15: 'W', RC16: 'S', RC17: 'S' },
  },
  analyst: {
    title: 'Performance analyst',
    scope: 'none',
    classes: { RC16: 'W', RC17: 'R' },
  },
  auditor: {
    title: 'Auditor',
    scope: 'related',
    classes: { RC1: 'R', RC2: 'R', RC3: 'R', RC4: 'R', RC5: 'R', RC6: 'R', RC8: 'S', RC9: 'R', RC10: 'S', RC11: 'S', RC12: 'S', RC13: 'R', RC14: 'W', RC16: 'W' },
  },
  inspector: {
    title: 'Inspector',
    scope: 'related',
    classes: { RC1: 'R', RC2: 'R', RC3: 'R', RC4: 'R', RC5: 'R', RC6: 'R', RC7: 'S', RC8: 'S', RC9: 'R', RC10: 'S', RC11: 'S', RC12: 'S', RC13: 'R', RC14: 'S', RC15: 'S', RC16: 'R', RC17: 'R' },
  },
  'board-member': {
    title: 'Board member',
    scope: 'none',
    classes: { RC13: 'S', RC15: 'S', RC16: 'R', RC17: 'R' },
  },
  administrator: {
    title: 'Administrator',
    scope: 'none',
    classes: { RC18: 'R' },
  },
} as const satisfies Record<string, RoleRow>;

export type Role = keyof typeof roles;

export const roleNames = Object.keys(roles) as Role[];

export const isRole = (text: string): text is Role => text in roles;
