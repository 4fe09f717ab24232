import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { can } from '../../src/domain/access/can.ts';
import { permissionNames } from '../../src/domain/access/permissions.data.ts';
import { roleNames } from '../../src/domain/access/roles.data.ts';
import { watchedRoles } from '../../src/domain/access/watched-roles.ts';
import { sharedDatabase, trial } from '../support/database.ts';

const database = sharedDatabase();

it('whether somebody else may do something is answered as the permissions say, for every role', () =>
  trial(database(), async ({ tx }) => {
    const { rows } = await sql<{ role: string; permission: string }>`
      select role, permission from unnest(${`{${roleNames.join(',')},nobody}`}::text[]) role,
        unnest(${`{${permissionNames.join(',')},nothing}`}::text[]) permission
      where role_may(role, permission)`.execute(tx);
    const expected = roleNames.flatMap((role) =>
      permissionNames
        .filter((permission) => can({ role }, permission))
        .map((permission) => `${role} ${permission}`),
    );
    expect(rows.map(({ role, permission }) => `${role} ${permission}`).sort()).toEqual(
      expected.sort(),
    );
  }));

it('whoever is given a role that sees every child, or decides over access, is given one that is watched', () =>
  trial(database(), async ({ tx }) => {
    const { rows } = await sql<{ role: string }>`select unnest(watched_roles()) as role`.execute(
      tx,
    );
    expect(rows.map(({ role }) => role).sort()).toEqual([...watchedRoles].sort());
  }));
