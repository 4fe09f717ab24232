import { describe, expect, it } from 'vitest';
import { mayWriteContacts } from '../contacts/may-write-contacts.ts';
import { type Actor, can, canApprove, claimsOf } from './can.ts';
import { canWriteFor, worksWith } from './can-write-for.ts';
import type { Role } from './roles.data.ts';
import { watchedRoles } from './watched-roles.ts';

const actor = (role: Role, staffId = 'someone'): Actor => ({
  staffId,
  serviceId: 'a service',
  name: 'Somebody',
  role,
  agency: 'yjs',
  teamId: null,
});

describe('what a role may do', () => {
  it.each<[Role, Parameters<typeof can>[1], boolean]>([
    ['case-manager', 'assessment.write', true],
    ['practice-manager', 'assessment.write', false],
    ['practice-manager', 'assessment.countersign', true],
    ['case-manager', 'assessment.countersign', false],
    ['victim-worker', 'victim.vault', true],
    ['head-of-service', 'victim.vault', false],
    ['administrator', 'child.view', false],
  ])('%s, %s: %s', (role, permission, may) => expect(can({ role }, permission)).toBe(may));

  it('nobody approves what they did themselves, and nobody approves who may not', () => {
    const manager = actor('practice-manager', 'manager');
    expect(canApprove(manager, 'closure.approve', 'worker')).toBe(true);
    expect(canApprove(manager, 'closure.approve', 'manager')).toBe(false);
    expect(canApprove(manager, 'closure.approve', null)).toBe(true);
    expect(canApprove(actor('case-manager'), 'closure.approve', 'worker')).toBe(false);
  });
});

it('whoever gets a role that sees every open record, or decides over access, audits or staff, is shown to others', () => {
  for (const role of [
    'case-manager',
    'practice-manager',
    'head-of-service',
    'administrator',
  ] as const)
    expect(watchedRoles, role).toContain(role);
  for (const role of ['police-officer', 'panel-member', 'board-member', 'analyst'] as const)
    expect(watchedRoles, role).not.toContain(role);
});

describe('what the database is told of a role', () => {
  it('a case manager writes for children they work with, and reads parts of what others keep', () => {
    const claims = claimsOf('case-manager');
    expect(claims.scope).toBe('service');
    expect(claims.write).toEqual([]);
    expect(claims.writeRelated).toEqual(expect.arrayContaining(['RC1', 'RC1P', 'RC3', 'RC13']));
    expect(claims.read).toEqual(expect.arrayContaining(['RC3', 'RC3P', 'RC3S', 'RC8S', 'RC11S']));
    for (const closed of ['RC8', 'RC8P', 'RC11', 'RC14S'])
      expect(claims.read).not.toContain(closed);
    expect(claims.may).toContain('contact.write');
    expect(claims.may).not.toContain('closure.approve');
  });

  it('whoever reads a class whole reads every part of it, and whoever reads a part reads no more', () => {
    const { read, write } = claimsOf('head-of-service');
    expect(read).toEqual(expect.arrayContaining(['RC1', 'RC1P', 'RC1S', 'RC16', 'RC16P']));
    for (const closed of ['RC1N', 'RC7', 'RC7P']) expect(read).not.toContain(closed);
    expect(write).not.toContain('RC1');
  });

  it('a manager writes without a tie, and reads but does not write what they approve', () => {
    const claims = claimsOf('practice-manager');
    expect(claims.write).toEqual(expect.arrayContaining(['RC1', 'RC3', 'RC3P']));
    expect(claims.writeRelated).toEqual([]);
    expect(claims.read).toEqual(expect.arrayContaining(['RC4', 'RC4P']));
    expect(claims.write).not.toContain('RC4');
    expect(claims.write).not.toContain('RC12');
  });

  it('who sees only children they have a tie with writes only for those, star or not', () => {
    const claims = claimsOf('police-officer');
    expect(claims.scope).toBe('related');
    expect(claims.write).toEqual([]);
    expect(claims.writeRelated).toEqual(expect.arrayContaining(['RC7', 'RC6', 'RC13']));
  });

  it('where a child may not be found by name, only those who write a child’s identity know it', () => {
    for (const role of ['case-manager', 'practice-manager', 'business-support'] as const)
      expect(claimsOf(role).read, role).toContain('RC1N');
    for (const role of ['head-of-service', 'victim-worker', 'auditor'] as const)
      expect(claimsOf(role).read, role).not.toContain('RC1N');
  });

  it('the panel’s papers are read by who sits on it, and written by who prepares them', () => {
    const readers: Role[] = ['panel-member', 'police-officer', 'victim-worker'];
    expect(readers.map((role) => claimsOf(role).read.includes('RC5P'))).toEqual([
      true,
      true,
      false,
    ]);
    expect(claimsOf('panel-member').read).not.toContain('RC5');
    expect(claimsOf('victim-worker').read).toContain('RC6P');
    expect(claimsOf('practice-manager').write).toContain('RC5P');
    const worker = claimsOf('case-manager');
    expect(worker.write).not.toContain('RC5P');
    expect(worker.writeRelated.filter((name) => name === 'RC5P')).toHaveLength(1);
    for (const role of ['auditor', 'head-of-service', 'panel-member'] as const)
      expect([...claimsOf(role).write, ...claimsOf(role).writeRelated], role).not.toContain('RC5P');
  });
});

describe('whether a page offers the form', () => {
  it.each(['service', 'manager', 'inbox', 'victim-line', 'promise'])(
    'seeing a child as %s is no work with them',
    (via) => {
      expect(worksWith({ via })).toBe(false);
      expect(canWriteFor({ role: 'case-manager' }, 'RC3', { via })).toBe(false);
      expect(canWriteFor({ role: 'practice-manager' }, 'RC3', { via })).toBe(true);
    },
  );

  it('who works with the child writes what their role writes, and nothing else', () => {
    const child = { via: 'allocated' };
    expect(canWriteFor({ role: 'case-manager' }, 'RC3', child)).toBe(true);
    expect(canWriteFor({ role: 'case-manager' }, 'RC8', child)).toBe(false);
    expect(canWriteFor({ role: 'health-clinician' }, 'RC8', child)).toBe(true);
  });

  it('contacts are written by who may write contacts, of children whose contacts they may write', () => {
    expect(mayWriteContacts({ role: 'case-manager' }, { via: 'allocated' })).toBe(true);
    expect(mayWriteContacts({ role: 'case-manager' }, { via: 'service' })).toBe(false);
    expect(mayWriteContacts({ role: 'police-officer' }, { via: 'partner' })).toBe(false);
    expect(mayWriteContacts({ role: 'business-support' }, { via: 'service' })).toBe(true);
  });
});
