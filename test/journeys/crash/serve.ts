import { subscribe } from 'node:diagnostics_channel';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { startCloud } from '#local/cloud';
import { portsFrom } from '#local/ports';
import { people } from '#local/sample/people';

/*
 * Runs the deployment's local cloud in a process of its own: node serve.ts DIR PORT ASSEMBLY [before|after N]. With the
 * last two the process kills itself at its N-th call of an AWS service: before the call has done anything, or when it
 * is done and its answer is about to be sent.
 */
const [dir = '', first = '', assembly = '', moment, last] = process.argv.slice(2);
const port = Number(first);
const { json, s3 } = portsFrom(port);
const die = () => process.kill(process.pid, 'SIGKILL');

let calls = 0;
subscribe('http.server.request.start', (message) => {
  const { request, response } = message as { request: IncomingMessage; response: ServerResponse };
  const { localPort } = request.socket;
  if (localPort !== json && localPort !== s3) return;
  calls += 1;
  if (calls !== Number(last)) return;
  if (moment === 'before') die();
  response.writeHead = () => {
    die();
    return response;
  };
});

// Whoever started it holds the other end: it must not outlive them.
process.stdin.resume().on('end', () => process.exit(0));
await startCloud({ dir, port, assembly, people });
process.stdout.write('up\n');
