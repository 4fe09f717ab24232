/** Writes what each role may do as the database asks it of others than whoever asks; with --check, fails when it is stale. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { rolesThat } from '../src/domain/access/can.ts';
import { permissionNames } from '../src/domain/access/permissions.data.ts';
import { watchedRoles } from '../src/domain/access/watched-roles.ts';

const target = new URL('../db/policies/000_roles.generated.sql', import.meta.url);
const matrix = permissionNames.map(
  (name) => `    ${JSON.stringify(name)}: ${JSON.stringify(rolesThat(name))}`,
);

const fresh = `-- Written by tools/generate-access.ts from src/domain/access: change it there.
-- Whether a role may do something: asked of somebody else than whoever asks, whose own permissions are claims of the request.
create or replace function role_may(role text, permission text) returns boolean language sql immutable parallel safe
  as $$ select coalesce('{
${matrix.join(',\n')}
  }'::jsonb -> permission ? role, false) $$;

-- Roles that see every child's record that is not sealed, or that decide over access, audits or staff.
create or replace function watched_roles() returns text[] language sql immutable parallel safe
  as $$ select '{${watchedRoles.join(',')}}'::text[] $$;
`;

const { values } = parseArgs({ options: { check: { type: 'boolean', default: false } } });
if (!values.check) {
  writeFileSync(target, fresh);
} else if (!existsSync(target) || readFileSync(target, 'utf8') !== fresh) {
  console.error('db/policies/000_roles.generated.sql is stale: run npm run generate');
  process.exitCode = 1;
}
