import { parseArgs } from 'node:util';
import { isRole, roleNames } from '../domain/access/roles.data.ts';
import { addUser } from '../features/admin/staff/add-user.ts';
import { openDatabase } from '../platform/db/connect.ts';
import { migrate } from '../platform/db/migrate.ts';
import { type Command, Mend } from './command.ts';
import { databaseOptions } from './open-record.ts';

/** Enters the first people of a service, who then enter the others in the browser. */
export const userAdd: Command = {
  help: `foothold user add --service NAME --name NAME --email EMAIL --role ROLE [--json]

  --service NAME   the service's code or name; the first person brings a new service with them
  --role ROLE      one of: ${roleNames.join(', ')}

The password is read from standard input, so that it stays in no history:

  foothold user add --service Eastmarsh --name "Wren Tideway" --email wren@example.org \\
    --role administrator < password.txt

They set up their second step when they first sign in. The server must not be running on the same
data directory; on PostgreSQL it may.`,
  run: async (args, io) => {
    const { values } = parseArgs({
      args: [...args],
      options: {
        service: { type: 'string' },
        name: { type: 'string' },
        email: { type: 'string' },
        role: { type: 'string' },
        json: { type: 'boolean' },
      },
    });
    const { service, name, email, role } = values;
    if (!service || !name || !email || !role)
      throw new Mend('Give --service, --name, --email and --role');
    if (!isRole(role)) throw new Mend(`--role must be one of: ${roleNames.join(', ')}`);
    if (!/^[^@\s]+@[^@\s]+$/.test(email)) throw new Mend(`--email “${email}” is no e-mail address`);
    const password = await io.readLine('Password: ');
    const database = await openDatabase(databaseOptions(io.env));
    try {
      await migrate(database);
      const user = { service, name, email, role, password };
      const added = await addUser(database, user, io.now());
      if (added.kind === 'refused') throw new Mend(added.reason);
      io.out(values.json ? JSON.stringify({ staffId: added.staffId }) : `${name} can sign in now.`);
    } finally {
      await database.close();
    }
    return 0;
  },
};
