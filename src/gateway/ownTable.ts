import pg from 'pg';

/**
 * A table of the gateway's own on the PostgreSQL that its processes share, made when it is first used: before a hosted
 * service no other part knows this database. Queries end after 5 s, a connection that can't be had after 2 s.
 */
export class OwnTable {
  readonly #pool: pg.Pool;
  readonly #schema: string;
  #made: Promise<unknown> | null = null;

  /** `schema` may run again, and in two processes at once. */
  constructor(connectionString: string, { schema, connections }: { schema: string; connections: number }) {
    this.#schema = schema;
    this.#pool = new pg.Pool({
      connectionString,
      max: connections,
      connectionTimeoutMillis: 2_000,
      query_timeout: 5_000,
    });
    // The next query makes a new connection.
    this.#pool.on('error', () => {});
  }

  async query<Row extends pg.QueryResultRow>(text: string, values: unknown[] = []): Promise<pg.QueryResult<Row>> {
    await this.#ready();
    return this.#pool.query<Row>(text, values);
  }

  close = (): Promise<void> => this.#pool.end();

  #ready(): Promise<unknown> {
    this.#made ??= this.#pool.query(this.#schema).catch((error: unknown) => {
      this.#made = null;
      throw error;
    });
    return this.#made;
  }
}
