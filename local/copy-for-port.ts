import { copyFileSync, linkSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { usualPort } from './ports.ts';

/** The addresses of a local cloud on the usual ports, as they stand in a template. */
const usualAddress = /127\.0\.0\.1:(86\d\d)\b/g;

/** Copies an assembly that was made for the usual ports to a local cloud on others. Bundles are linked where they can be. */
export function copyForPort(from: string, to: string, port: number): void {
  mkdirSync(to, { recursive: true });
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) linkFolder(source, target);
    else writeFileSync(target, onPort(readFileSync(source, 'utf8'), port));
  }
}

const onPort = (text: string, port: number) =>
  text.replace(usualAddress, (_, usual: string) => `127.0.0.1:${port + Number(usual) - usualPort}`);

function linkFolder(from: string, to: string): void {
  mkdirSync(to);
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) linkFolder(source, target);
    else linkOrCopy(source, target);
  }
}

function linkOrCopy(source: string, target: string): void {
  try {
    linkSync(source, target);
  } catch {
    // Another file system, or one without links.
    copyFileSync(source, target);
  }
}
