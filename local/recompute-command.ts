import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { differs } from '#domain/recomputation/comparison';
import { cycles } from '#functions/store/cycles';
import { usualPort } from './ports.ts';
import { deployedTable, tableInDirectory } from './read-only-table.ts';
import { announcedCycles, recomputeCycle } from './recompute.ts';

/*
 * npm run recompute -- [--cycle ID] [--data DIR | --table NAME]: computes every score, composite and rank of a cycle
 * again from the stored sheets and compares. Without --cycle all announced cycles; --table is a deployed core table, read
 * with the credentials and region of the environment. Ends with 1 at any difference, with 2 when there is nothing to read.
 */
const usage = 'npm run recompute -- [--cycle ID] [--data DIR | --table NAME]';
const root = fileURLToPath(new URL('..', import.meta.url));

function fail(message: string): never {
  console.error(message);
  process.exit(2);
}

function options() {
  const flags = { cycle: { type: 'string' }, data: { type: 'string' }, table: { type: 'string' } } as const;
  try {
    return parseArgs({ options: flags, strict: true }).values;
  } catch (error) {
    return fail(`${(error as Error).message}\n${usage}`);
  }
}

const { cycle: cycleId, data, table: name } = options();
if (data !== undefined && name !== undefined) fail(usage);
const dir = data ?? join(root, '.local', String(usualPort));
const open = name === undefined ? await tableInDirectory(dir) : deployedTable(name);
if (!open) fail(`${dir} 中没有数据 / holds no records\n${usage}`);

let differences = 0;
try {
  const { table } = open;
  const wanted =
    cycleId === undefined ? await Array.fromAsync(announcedCycles(table)) : [await cycles(table).get(cycleId)];
  for (const cycle of wanted) {
    const all = await recomputeCycle(table, cycle);
    const wrong = all.filter(differs);
    differences += wrong.length;
    console.log(
      `${wrong.length === 0 ? '✓' : '✗'} ${cycle.title} (${cycle.cycleId}): ${all.length} 项数值 / numbers, ${wrong.length} 处不符 / differ`,
    );
    if (wrong.length > 0)
      console.table(
        wrong.map(({ of, number, stored, again }) => ({
          '申报 of': of,
          '数值 number': number,
          '存储 stored': stored,
          '重算 again': again,
        })),
      );
  }
} catch (error) {
  if ((error as { code?: unknown }).code !== 'record.not-found') throw error;
  fail(`没有这一届 / no such cycle: ${cycleId}`);
} finally {
  await open.close();
}
process.exitCode = differences === 0 ? 0 : 1;
