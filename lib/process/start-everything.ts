import path from 'node:path';
import { makeSetupLink } from '@/lib/auth/make-setup-link';
import { makeFolder } from '@/lib/db/make-folder';
import { type Env, rereadEnv } from '@/lib/env';
import { AppError } from '@/lib/errors';
import { build, reasonToBuild } from './build';
import { KeptChild } from './children';
import { lockDataFolder } from './data-folder-lock';
import { plainWords } from './plain-words';
import { freePort } from './port';
import { generateClient, isClientGenerated } from './prisma-client';
import { projectDir } from './project';
import { answering, webPlan, workerPlan } from './services';
import type { Shutdown } from './shutdown';
import { readStartState } from './start-state';
import { step, stepLine } from './steps';

type Start = { dev: boolean; shutdown: Shutdown };

/**
 * Set up and serve everything: settings, database, migrations, catalogue, build, then web and worker as processes
 * of their own, kept alive. Returns when the pages answer; what is to be ended is with `shutdown`.
 * @throws AppError `unavailable` in plain words: the caller prints them and ends with code 1
 */
export async function startEverything({ dev, shutdown }: Start): Promise<void> {
  const begun = performance.now();
  process.stdout.write('\n  Apogee\n\n');
  const settings = await step('settings', () => checkSettings(shutdown));
  if (!isClientGenerated()) await step('client', generatedClient);
  const url = await step('database', () => openDatabase(settings, shutdown));
  const reason = dev ? undefined : reasonToBuild();
  const services = new Services(settings, { dev, shutdown });
  // The pages take the longest to begin: where they find all that they need they begin now, beside what follows.
  if (!reason && (await isMigrated(url))) services.serve();
  await step('migrations', () => migrated(url));
  const { setupLink, afterwards } = await step('catalogue', () => catalogueAndSetupLink(url, shutdown));
  if (!dev) await step('build', (announce) => built(reason, announce, shutdown));
  if (shutdown.begun) return;
  await step('web, worker', () => services.begin());

  const seconds = (performance.now() - begun) / 1000;
  process.stdout.write(`\n${stepLine('ready', settings.APP_URL, seconds)}\n`);
  if (setupLink) process.stdout.write(`  No account yet. Make the first one at ${setupLink}\n`);
  process.stdout.write('\n');
  await afterwards();
}

async function checkSettings(shutdown: Shutdown) {
  const { PORT } = rereadEnv();
  process.env.PORT = String(await freePort(PORT));
  const settings = rereadEnv();
  makeFolder(settings.DATA_DIR);
  shutdown.add('the data folder', lockDataFolder(settings.DATA_DIR));
  // Made here where there is none: web and worker both need it, and would each make one.
  const { authSecret } = await import('@/lib/secrets');
  authSecret();
  if (settings.SMTP_URL) await checkMailSettings();
  const mail = settings.SMTP_URL
    ? `mail by ${new URL(settings.SMTP_URL).host}`
    : `mail into ${nearName(path.join(settings.DATA_DIR, 'outbox'))}`;
  return { says: `port ${settings.PORT}, ${mail}`, value: settings };
}

function generatedClient() {
  generateClient();
  return { says: 'database client generated', value: undefined };
}

/** @throws AppError `unavailable` where they cannot be used */
async function checkMailSettings(): Promise<void> {
  const { mailer, closeMailer } = await import('@/lib/mail/transport');
  mailer();
  closeMailer();
}

async function openDatabase(settings: Env, shutdown: Shutdown) {
  const { reachDatabase } = await import('@/lib/db/reach');
  if (settings.DATABASE_URL) {
    const version = await reachDatabase(settings.DATABASE_URL);
    const { host, pathname } = new URL(settings.DATABASE_URL);
    return { says: `PostgreSQL ${version} at ${host}${pathname}`, value: settings.DATABASE_URL };
  }
  const { openEmbedded } = await import('@/lib/db/embedded');
  const server = await openEmbedded(settings.DATA_DIR, { adopt: true });
  shutdown.add('the database', server.stop);
  server.onEnd((lastWords) => {
    console.error(`The database has ended by itself: ${lastWords}`);
    void shutdown.end().then(() => process.exit(1));
  });
  const version = await reachDatabase(server.url);
  const how = server.started ? 'embedded in' : 'found running in';
  process.env.DATABASE_URL = server.url;
  rereadEnv();
  return { says: `PostgreSQL ${version}, ${how} ${nearName(settings.DATA_DIR)}`, value: server.url };
}

async function isMigrated(url: string): Promise<boolean> {
  const { pendingMigrations } = await import('@/lib/db/migrations');
  return (await pendingMigrations(url)).length === 0;
}

async function migrated(url: string) {
  const { migrate } = await import('@/lib/db/migrations');
  const names = await migrate(url);
  const says = names.length === 0 ? 'nothing to do' : `${names.length} applied`;
  return { says, value: undefined };
}

/**
 * Events are loaded into an empty catalogue only. The lists that they point to are brought up to date at every start: that
 * is done by `afterwards`, since pages have no need to wait for it.
 */
async function catalogueAndSetupLink(url: string, shutdown: Shutdown) {
  const before = await readStartState(url);
  const isNew = before.events === 0;
  if (isNew) await (await import('@/lib/catalogue/starter')).loadStarterCatalogue();
  const { events, contextItems, hasAccount } = isNew ? await readStartState(url) : before;
  const setupLink = hasAccount ? null : await makeSetupLink(url);
  const says = `${events} events, ${contextItems} context items${isNew ? ' loaded' : ''}`;
  return { says, value: { setupLink, afterwards: () => finishCatalogue(isNew, shutdown) } };
}

async function finishCatalogue(isNew: boolean, shutdown: Shutdown): Promise<void> {
  const { closeDb } = await import('@/lib/db/client');
  try {
    if (!isNew) await (await import('@/lib/catalogue/starter')).loadReferenceLists();
  } catch (error) {
    if (shutdown.begun) return;
    console.error(`The lists of systems and sites were not brought up to date: ${plainWords(error)}`);
  } finally {
    await closeDb();
  }
}

async function built(reason: string | undefined, announce: (text: string) => void, shutdown: Shutdown) {
  if (!reason) return { says: 'up to date', value: undefined };
  announce(`building: ${reason}`);
  const running = build();
  shutdown.add('the build', running.stop);
  await running.done;
  return { says: reason, value: undefined };
}

/** Web and worker as processes of their own. */
class Services {
  readonly #children: KeptChild[] = [];

  constructor(
    private readonly settings: Env,
    private readonly how: Start,
  ) {}

  /** Begin to serve the pages, unless that is done. */
  serve(): void {
    if (this.#children.length > 0) return;
    this.how.shutdown.add('web and worker', async () => {
      await Promise.all(this.#children.map((child) => child.end()));
    });
    this.#children.push(new KeptChild(webPlan(this.settings, this.how.dev)));
  }

  /** Both, once the pages answer: until then the worker would only take time from them. */
  async begin() {
    this.serve();
    if (!(await answering(this.settings.PORT, () => this.how.shutdown.begun)))
      throw new AppError('unavailable', 'The web server did not answer within a minute.');
    if (!this.how.shutdown.begun) this.#children.push(new KeptChild(workerPlan()));
    return { says: 'two processes', value: undefined };
  }
}

/** `.data` rather than the whole path, where it is under the project. */
function nearName(folder: string): string {
  const near = path.relative(projectDir, folder);
  return near.startsWith('..') ? folder : near;
}
