import { describe, expect, it } from 'vitest';
import { figureOf, fileName } from './download-table.ts';
import { groupName, inOrder, USUAL_REFERENCE } from './group-names.ts';
import { versionSlug } from './version-slug.ts';

describe('names of groups', () => {
  it('a publisher’s words become those of these pages; other words stay', () => {
    expect(
      ['male', 'Chinese or Other Ethnic Group', 'not known', 'all', 'Black'].map(groupName),
    ).toEqual(['Boys', 'Other', 'Not known', 'All', 'Black']);
  });

  it('groups stand in one order, White first, each once, without those that are no group', () => {
    expect(
      inOrder(['Other', 'Not known', 'Black', 'White', 'All', 'Asian', 'Black', 'Mixed']),
    ).toEqual(['White', 'Asian', 'Black', 'Mixed', 'Other']);
    expect(inOrder(['Girls', 'Boys'])).toEqual(['Boys', 'Girls']);
    expect(inOrder(['Zaza', 'Arab', 'Roma'])).toEqual(['Arab', 'Roma', 'Zaza']);
  });

  it('others are compared with White children and with girls unless the reader chooses', () => {
    expect(USUAL_REFERENCE).toEqual({ ethnicity: 'White', sex: 'Girls' });
  });
});

describe('what is handed out', () => {
  it.each(['663,825', '+5.0', '-1.25', '1.28'])('%s goes out as a number', (printed) =>
    expect(figureOf(printed)).toEqual({ number: printed.replace(/[+,]/g, '') }),
  );

  it.each(['<6', 'x', 'Withheld', '', '1.', '2024-25'])('“%s” goes out as words', (printed) =>
    expect(figureOf(printed)).toBe(printed),
  );

  it('a file’s and a version’s name are small letters, figures and hyphens', () => {
    expect(fileName('Children’s remand', 'Q1 2024/25 ')).toBe('childrens-remand-q1-2024-25');
    expect(versionSlug(' Data Summary v2.1 (2024)')).toBe('data-summary-v2-1-2024');
  });
});
