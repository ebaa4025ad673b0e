import { parseArgs } from 'node:util';
import { z } from 'zod';
import { type Database, openPglite, openPostgres } from '#server/db/database.ts';
import { FolderInUse } from '#server/db/lock.ts';
import { Refused } from '#server/store/errors.ts';
import { type Command, commands } from './commands.ts';

/** Where the data are; `dataDir` counts when there is no `databaseUrl`. */
type Place = { dataDir: string; databaseUrl?: string | undefined };

/** A command could not be carried out; the message says what to do about it. */
export class Impossible extends Error {
  override name = 'Impossible';
}

const optionsOf = ({ options }: Command) =>
  Object.entries(options.shape).map(([name, schema]) =>
    schema.safeParse(undefined).success ? `[--${name} …]` : `--${name} …`,
  );

/** How the command line is used. */
export const usage = [
  'Usage: npm run admin -- <command> [options]',
  '',
  ...commands.flatMap((command) => [`  ${[command.words, ...optionsOf(command)].join(' ')}`, `      ${command.help}`]),
  '',
  'It works on the database of DATABASE_URL, or on the folder DATA_DIR while no Switchboard is using it.',
];

/** Carries out what the command line asks for and answers what to print. Throws `Impossible` for what can't be done. */
export async function administer(args: string[], place: Place): Promise<string[]> {
  if (args.length === 0 || args.includes('--help') || args[0] === 'help') return usage;
  const words = args.slice(0, firstOption(args)).join(' ');
  const command = commands.find((known) => known.words === words);
  if (!command) throw new Impossible(`There is no command "${words}". See: npm run admin -- --help`);
  const given = read(command, args.slice(firstOption(args)));
  const database = await open(place);
  try {
    return await command.run(database.db, given);
  } catch (error) {
    if (error instanceof Refused) throw new Impossible(error.message.replace('Validation failed: ', ''));
    throw error;
  } finally {
    await database.close();
  }
}

function firstOption(args: string[]): number {
  const place = args.findIndex((word) => word.startsWith('-'));
  return place === -1 ? args.length : place;
}

/** The options, checked before a database is opened. */
function read(command: Command, args: string[]): object {
  const names = Object.keys(command.options.shape);
  try {
    const { values } = parseArgs({
      args,
      options: Object.fromEntries(names.map((name) => [name, { type: 'string' }])),
    });
    command.options.parse(values);
    return values;
  } catch (error) {
    if (error instanceof z.ZodError) {
      throw new Impossible(
        error.issues
          .map(({ path, message, code }) => `--${String(path[0])} ${code === 'invalid_type' ? 'is missing' : message}`)
          .join('\n'),
      );
    }
    throw new Impossible(error instanceof Error ? error.message : String(error));
  }
}

async function open({ dataDir, databaseUrl }: Place): Promise<Database> {
  try {
    return databaseUrl ? await openPostgres(databaseUrl) : await openPglite(dataDir);
  } catch (error) {
    if (error instanceof FolderInUse) {
      throw new Impossible(
        `A Switchboard is running on the folder ${dataDir}, and an embedded database takes one process at a time. ` +
          'Stop it, run this command, and start it again. (On PostgreSQL, with DATABASE_URL, it may go on running.)',
      );
    }
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    throw new Impossible(
      `The database could not be opened: ${cause instanceof Error ? cause.message || String(cause) : String(cause)}`,
    );
  }
}
