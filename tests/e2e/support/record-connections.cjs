// Preloaded into every node process of a start: writes down each attempt to leave the machine.
const { appendFileSync } = require('node:fs');
const dns = require('node:dns');
const net = require('node:net');

const file = process.env.APOGEE_RECORD_FILE;
const loopback = /^(localhost|127\.[\d.]+|::1|\[::1\]|0\.0\.0\.0|::)$/;

function record(host, port) {
  if (file && host && !loopback.test(host)) {
    appendFileSync(file, `${host}:${port ?? ''} ${process.argv.slice(1, 4).join(' ')}\n`);
  }
}

const connect = net.Socket.prototype.connect;
net.Socket.prototype.connect = function recordedConnect(...args) {
  const first = Array.isArray(args[0]) ? args[0][0] : args[0];
  if (first && typeof first === 'object' && !first.path) record(first.host ?? 'localhost', first.port);
  else if (typeof first === 'number') record(typeof args[1] === 'string' ? args[1] : 'localhost', first);
  return connect.apply(this, args);
};

for (const api of [dns, dns.promises]) {
  const lookup = api.lookup;
  api.lookup = function recordedLookup(host, ...args) {
    record(host, 'dns');
    return lookup.call(this, host, ...args);
  };
}
