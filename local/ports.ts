import type { Server } from 'node:http';

/** The five ports of one local cloud, all on 127.0.0.1. */
export interface Ports {
  /** API, portal, status page. */
  readonly web: number;
  /** AWS services with a JSON protocol. */
  readonly json: number;
  readonly s3: number;
  readonly signIn: number;
  readonly smtp: number;
  /** Amazon's DynamoDB Local, when it is asked for. */
  readonly amazon: number;
}

/** The first port, unless another is asked for. */
export const usualPort = 8600;

/** The ports counted from the first. */
export const portsFrom = (first: number): Ports => ({
  web: first,
  json: first + 1,
  s3: first + 2,
  signIn: first + 3,
  smtp: first + 4,
  amazon: first + 5,
});

/** Thrown when a port is in use; its message tells what to do. */
export class PortTaken extends Error {
  constructor(port: number, what: string) {
    super(
      `端口 ${port} 已被占用(${what})。请用 --port 换一个,例如 npm start -- --port 8700\n` +
        `Port ${port} is taken (${what}). Choose another first port with --port, e.g. npm start -- --port 8700`,
    );
    this.name = 'PortTaken';
  }
}

/** Names the port in the error that any part throws when it cannot listen. */
export function explainTaken(error: unknown, port: number, what: string): never {
  if ((error as { code?: string }).code === 'EADDRINUSE') throw new PortTaken(port, what);
  throw error;
}

/** Listens on 127.0.0.1 alone: nothing of this is for the network. */
export async function listen(server: Server, port: number, what: string): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  }).catch((error: unknown) => explainTaken(error, port, what));
}

/** Ends the server and the connections that clients keep open. */
export function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
