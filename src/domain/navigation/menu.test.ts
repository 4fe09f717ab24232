import { describe, expect, it } from 'vitest';
import { menuOf, type Standing, standsAt } from './menu.ts';

const record: readonly Standing[] = [
  { path: '/c/:id', permission: 'child.view', tab: { room: 'overview', text: 'Overview' } },
  { path: '/c/:id/details', permission: 'child.view', tab: { room: 'about', text: 'Details' } },
  { path: '/c/:id/names', permission: 'child.view', tab: { under: '/c/:id/details' } },
  { path: '/c/:id/family', permission: 'child.view', tab: { room: 'about', text: 'Family' } },
  { path: '/c/:id/victims', permission: 'victim.view', tab: { room: 'victims', text: 'Victims' } },
  { path: '/', permission: 'signed-in', tab: { section: 'home', text: 'Home' } },
  {
    path: '/team',
    permission: 'home.team',
    tab: { section: 'oversight', text: 'Team', keeps: 'team' },
  },
  { path: '/c', permission: 'child.search', tab: { section: 'children', text: 'Find a child' } },
];
const asked = (path: string, barred: readonly string[] = []) => ({
  path,
  may: (permission: string) => !barred.includes(permission),
  hrefOf: (of: string, keeps?: string) =>
    `${of.replace(':id', '7')}${keeps ? `?${keeps}=north` : ''}`,
});

describe('where a page stands', () => {
  it('is the page above it, however deep it lies', () => {
    expect(standsAt('room', record, '/c/7/family/3/private')).toBe('/c/:id/family');
  });

  it('is the page that it says it belongs to, though its address is another', () => {
    expect(standsAt('room', record, '/c/7/names')).toBe('/c/:id/details');
  });

  it('is one section of the service for the whole record of a child', () => {
    expect(standsAt('section', record, '/c/7/names')).toBe('/c');
    expect(standsAt('section', record, '/elsewhere')).toBeUndefined();
    expect(standsAt('section', record, '/')).toBe('/');
  });
});

describe('a menu', () => {
  it('calls a section of one page what the page is, and a room what rooms are called', () => {
    expect(menuOf('section', record, asked('/')).map(({ text }) => text)).toEqual([
      'Home',
      'Find a child',
      'Team',
    ]);
    expect(menuOf('room', record, asked('/c/7')).at(-1)?.text).toBe('Victims and repair');
  });

  it('puts a page by the place that it names', () => {
    const last = { room: 'about', text: 'First', place: 1 } as const;
    const more = [...record, { path: '/c/:id/x', permission: 'child.view', tab: last } as const];
    expect(menuOf('room', more, asked('/c/7'))[1]?.pages[0]?.text).toBe('First');
  });

  it('shows rooms in their order, each with its pages and where the person is', () => {
    expect(menuOf('room', record, asked('/c/7/family')).slice(0, 2)).toEqual([
      {
        id: 'overview',
        text: 'Overview',
        href: '/c/7',
        isHere: false,
        pages: [{ text: 'Overview', href: '/c/7', isHere: false }],
      },
      {
        id: 'about',
        text: 'About',
        href: '/c/7/details',
        isHere: true,
        pages: [
          { text: 'Details', href: '/c/7/details', isHere: false },
          { text: 'Family', href: '/c/7/family', isHere: true },
        ],
      },
    ]);
  });

  it('leaves out a room of which the person may open nothing', () => {
    const ids = menuOf('room', record, asked('/c/7', ['victim.view'])).map(({ id }) => id);
    expect(ids).toEqual(['overview', 'about']);
  });

  it('keeps what was chosen on one page of a section for its others', () => {
    const [, , oversight] = menuOf('section', record, asked('/team'));
    expect(oversight?.href).toBe('/team?team=north');
  });
});
