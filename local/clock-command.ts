import { parseArgs } from 'node:util';
import { clockExpressionHelp } from './clock-expression.ts';
import { readPort } from './options.ts';

// npm run clock                  shows the award's time
// npm run clock -- +30d          moves it forward
const { values, positionals } = parseArgs({ options: { port: { type: 'string' } }, allowPositionals: true });
const address = `http://127.0.0.1:${readPort(values.port)}/local/clock`;
const [expression] = positionals;

interface Answer {
  readonly now: string;
  readonly steps?: number;
  readonly message?: string;
}

try {
  const response = await fetch(address, expression === undefined ? {} : { method: 'POST', body: moveOf(expression) });
  const answer = (await response.json()) as Answer;
  if (!response.ok) fail(answer.message ?? response.statusText);
  const shown = new Date(answer.now).toLocaleString('zh-CN', {
    timeZone: 'Asia/Shanghai',
    dateStyle: 'full',
    timeStyle: 'medium',
  });
  console.log(`评奖时钟 Award clock: ${shown}(北京时间) ${answer.now}`);
  if (answer.steps !== undefined) console.log(`途中到期 Fell due on the way: ${answer.steps}`);
} catch (error) {
  if (!(error instanceof TypeError)) throw error;
  fail(`No local cloud answers at ${address}: is npm start running, and on this --port?`);
}

function moveOf(text: string): string {
  return JSON.stringify(text.startsWith('+') ? { by: text } : { to: text });
}

function fail(message: string): never {
  console.error(`${message}\n${clockExpressionHelp}`);
  process.exit(1);
}
