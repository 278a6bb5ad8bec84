// An HTTP server that says which version of a package it runs, and so that it is ready.
import { createServer } from 'node:http';
import { createRequire } from 'node:module';

export function serverAbout(name) {
  const { version } = createRequire(import.meta.url)(`${name}/package.json`);
  return createServer((request, response) => response.end(`${version}, Node.js ${process.versions.node}`));
}

export function listen(server) {
  server.listen(Number(process.argv[2]), '127.0.0.1');
}
