// Preloaded into web and worker: they run in sessions of their own, so that Ctrl-C reaches the supervisor alone.
// Where the supervisor is killed, the channel to it closes, and nothing may be left behind holding the port.
if (process.channel) {
  process.on('disconnect', () => {
    process.kill(process.pid, 'SIGTERM');
    setTimeout(() => process.exit(1), 3000).unref();
  });
  process.channel.unref();
}
