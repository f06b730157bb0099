// Keeps nothing going but itself, until the jobs are here.
const timer = setInterval(() => {}, 60_000);
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => clearInterval(timer));

export {};
