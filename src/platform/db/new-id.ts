import { v7 } from 'uuid';

/** A new row's id: made in the app so that entries can be made away from the database, and sortable by time. */
export const newId = (): string => v7();
