import { randomBytes } from 'node:crypto';

/** Where a task token leads. */
export interface TokenAddress {
  /** The engine's data that issued it: a token from a data directory since deleted leads nowhere. */
  readonly engine: string;
  readonly execution: number;
  readonly frame: number;
}

/** Short for "task token", so that one is recognised wherever it is seen. */
const prefix = 'AQTT';
const shape = /^AQTT([A-Za-z0-9_-]{8,})$/;
const anywhere = /AQTT[A-Za-z0-9_-]{40,}/g;

/** Issues a token that nobody can guess. */
export function issueToken({ engine, execution, frame }: TokenAddress): string {
  const content = [engine, execution, frame, randomBytes(24).toString('base64url')].join('.');
  return prefix + Buffer.from(content).toString('base64url');
}

/** Reads a token's address, or undefined when it is no token at all. */
export function readToken(token: string): TokenAddress | undefined {
  const content = shape.exec(token)?.[1];
  if (content === undefined) return undefined;
  const [engine, execution, frame, secret] = Buffer.from(content, 'base64url').toString('utf8').split('.');
  if (!engine || !secret || !/^\d+$/.test(execution ?? '') || !/^\d+$/.test(frame ?? '')) return undefined;
  return { engine, execution: Number(execution), frame: Number(frame) };
}

/** Tokens resume work in others' names: what people look at carries none. */
export function withoutTokens(text: string): string {
  return text.replace(anywhere, '[task token]');
}
