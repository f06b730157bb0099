// Preloaded into web and worker: they run in sessions of their own, so that Ctrl-C reaches the supervisor alone.
// Where the supervisor is killed, the channel to it closes, and nothing may be left behind holding the port.
// What they fork inherits the preload, and has a channel of its own to wait on: `next dev` does so.
if (process.channel && process.env.APOGEE_SUPERVISOR_PID === String(process.ppid)) {
  process.on('disconnect', () => {
    process.kill(process.pid, 'SIGTERM');
    setTimeout(() => process.exit(1), 3000).unref();
  });
  process.channel.unref();
}
