import { child, part } from './address.ts';

/** Files on a child's record. */
export const documentsUrls = {
  list: (id: string) => `${child(id)}/files`,
  one: (id: string, fileId: string) => `${child(id)}/files/${part(fileId)}`,
  content: (id: string, fileId: string) => `${child(id)}/files/${part(fileId)}/content`,
} as const;
