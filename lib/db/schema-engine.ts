import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { PrismaPg } from '@prisma/adapter-pg';
import { bindMigrationAwareSqlAdapterFactory, type SqlDriverAdapter } from '@prisma/driver-adapter-utils';
import * as bindings from '@prisma/schema-engine-wasm/schema_engine_bg';

const require = createRequire(import.meta.url);

let loaded: Promise<void> | undefined;

/** The engine, and how to let go of its connections: some hold the lock that keeps two migrations apart. */
export type OpenSchemaEngine = { engine: bindings.SchemaEngine; close: () => Promise<void> };

/**
 * Prisma's own schema engine, as WebAssembly, on the database at `url`. The native engine would be
 * downloaded at run time from Prisma's host, which closed networks do not reach.
 * @param datamodel the text of schema.prisma
 */
export async function openSchemaEngine(url: string, datamodel: string): Promise<OpenSchemaEngine> {
  loaded ??= load();
  await loaded;
  const factory = new WholeScriptPg({ connectionString: url });
  const options = { datamodels: [['schema.prisma', datamodel] as [string, string]] };
  const adapter = bindMigrationAwareSqlAdapterFactory(factory);
  const engine = await bindings.SchemaEngine.new(options, () => {}, adapter);
  const close = async () => {
    engine.free();
    await Promise.all(factory.opened.map((connection) => connection.dispose()));
  };
  return { engine, close };
}

/**
 * The adapter cuts a script at every semicolon and runs the pieces one by one: a migration that fails half-way
 * would leave its first half, and a function's body would be torn. Sent whole, PostgreSQL runs it as one transaction.
 */
class WholeScriptPg extends PrismaPg {
  readonly opened: SqlDriverAdapter[] = [];

  override async connect() {
    const adapter = await super.connect();
    adapter.executeScript = async (script) => {
      await adapter.underlyingDriver().query(script);
    };
    this.opened.push(adapter);
    return adapter;
  }
}

async function load(): Promise<void> {
  const file = require
    .resolve('@prisma/schema-engine-wasm')
    .replace(/schema_engine\.js$/, 'schema_engine_bg.wasm');
  const imports = { './schema_engine_bg.js': bindings as unknown as WebAssembly.ModuleImports };
  const { instance } = await WebAssembly.instantiate(await readFile(file), imports);
  bindings.__wbg_set_wasm(instance.exports);
  (instance.exports.__wbindgen_start as () => void)();
}
