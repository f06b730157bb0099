import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';
import { passLines } from './child-output';
import { projectDir } from './project';

/** A process that the supervisor keeps alive. `args` are node's. */
export type ChildPlan = {
  name: string;
  args: string[];
  env: NodeJS.ProcessEnv;
  /** Lines that say nothing to a reader: Next's banner. */
  mute?: RegExp;
};

const preload = path.join(projectDir, 'lib/process/end-with-parent.mjs');
const graceMs = 3000;
const steadyMs = 60_000;
const longestWaitMs = 30_000;

/** Starts a process, and starts it again whenever it dies, waiting longer each time that it dies young. */
export class KeptChild {
  #process: ChildProcess | undefined;
  #timer: NodeJS.Timeout | undefined;
  #waitMs = 1000;
  #ending = false;

  constructor(private readonly plan: ChildPlan) {
    this.#start();
  }

  /** SIGTERM, and SIGKILL where that is not obeyed within three seconds. */
  end(): Promise<void> {
    this.#ending = true;
    clearTimeout(this.#timer);
    const child = this.#process;
    if (!child || hasEnded(child)) return Promise.resolve();
    return new Promise((resolve) => {
      const kill = setTimeout(() => signalGroup(child, 'SIGKILL'), graceMs);
      child.once('exit', () => {
        clearTimeout(kill);
        resolve();
      });
      child.kill('SIGTERM');
    });
  }

  #start(): void {
    const startedAt = Date.now();
    const child = spawn(process.execPath, ['--import', preload, ...this.plan.args], {
      cwd: projectDir,
      env: { ...this.plan.env, APOGEE_SUPERVISOR_PID: String(process.pid) },
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    this.#process = child;
    if (child.stdout) passLines(child.stdout, process.stdout, this.plan);
    if (child.stderr) passLines(child.stderr, process.stderr, this.plan);
    child.once('error', () => {});
    child.once('exit', (code, signal) => {
      if (this.#ending) return;
      if (Date.now() - startedAt > steadyMs) this.#waitMs = 1000;
      const how = signal ? `was ended by ${signal}` : `ended with code ${code}`;
      console.error(`  ${this.plan.name} ${how}: starting it again in ${this.#waitMs / 1000} s`);
      this.#timer = setTimeout(() => this.#start(), this.#waitMs);
      this.#waitMs = Math.min(this.#waitMs * 2, longestWaitMs);
    });
  }
}

function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null || child.pid === undefined;
}

/** The child leads a group of its own; what it has started itself goes with it. */
function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, signal);
  } catch {
    child.kill(signal);
  }
}
