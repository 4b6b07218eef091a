import type { Cloud } from '../cloud.ts';
import { AwsError } from '../contracts.ts';
import type { IndexModel, TableModel } from '../template/model.ts';
import { plain, type AttributeMap } from './attributes.ts';
import type { Page } from './frame.ts';
import { markup, type Content, type Markup } from './markup.ts';
import { cursor, limitOf, positionIn, turns } from './paging.ts';
import { both, pretty } from './wording.ts';

/** A table's items page by page, all of them or those of one partition of the table or of an index. */
export async function tablePage(
  cloud: Cloud,
  query: URLSearchParams,
  names: readonly string[],
): Promise<Page | undefined> {
  const found = cloud.model.tables.find(({ name }) => name === names[0]);
  if (!found) return undefined;
  const index = [...found.globalIndexes, ...found.localIndexes].find((one) => one.IndexName === query.get('index'));
  const partition = query.get('key')?.trim() ?? '';
  const page = (content: Content, status?: number): Page => ({
    title: [found.name, ''],
    below: ['数据表', 'Tables', '/local/tables'],
    status,
    content: markup`${filter(found, index, partition)}${content}`,
  });
  try {
    const { items, last } = await read(cloud, { table: found, index, partition, query });
    return page(markup`${list(items, found, index)}${turns(query, last === undefined ? undefined : cursor(last))}`);
  } catch (error) {
    if (!(error instanceof AwsError)) throw error;
    return page(markup`<p class="bad">${error.message}</p>`, 400);
  }
}

interface Wanted {
  readonly table: TableModel;
  readonly index?: IndexModel;
  readonly partition: string;
  readonly query: URLSearchParams;
}

/** Asks over the service, so that it works whoever's DynamoDB it is. */
async function read({ dynamodb, authority }: Cloud, { table, index, partition, query }: Wanted) {
  const key = (index ?? { KeySchema: table.keySchema }).KeySchema[0]?.AttributeName ?? '';
  const type = table.attributes.find(({ AttributeName }) => AttributeName === key)?.AttributeType ?? 'S';
  const start = positionIn(query);
  const answer = await dynamodb.service.call(
    partition === '' ? 'Scan' : 'Query',
    {
      TableName: table.name,
      Limit: limitOf(query),
      ...(index && { IndexName: index.IndexName }),
      ...(typeof start === 'object' && start !== null && { ExclusiveStartKey: start }),
      ...(partition !== '' && {
        KeyConditionExpression: '#key = :key',
        ExpressionAttributeNames: { '#key': key },
        ExpressionAttributeValues: { ':key': { [type]: partition } },
      }),
    },
    authority.operator,
  );
  return { items: (answer['Items'] ?? []) as AttributeMap[], last: answer['LastEvaluatedKey'] };
}

function list(items: readonly AttributeMap[], { keySchema }: TableModel, index: IndexModel | undefined): Markup {
  if (items.length === 0) return markup`<p class="empty">${both('没有记录', 'no items')}</p>`;
  const keys = [...new Set([...(index?.KeySchema ?? []), ...keySchema].map(({ AttributeName }) => AttributeName))];
  return markup`<ul class="items">${items.map((item) => {
    const shown = plain({ M: item }) as Record<string, unknown>;
    const rest = Object.fromEntries(Object.entries(shown).filter(([name]) => !keys.includes(name)));
    const heads = keys.map(
      (key) =>
        markup`<span class="key-value"><span class="none">${key}</span> <code>${String(shown[key] ?? '—')}</code></span> `,
    );
    return markup`<li><details><summary class="line">${heads}<span class="preview">${JSON.stringify(rest).slice(0, 300)}</span></summary>${pretty(shown)}</details></li>`;
  })}</ul>`;
}

function filter(
  { name, keySchema, globalIndexes, localIndexes }: TableModel,
  index: IndexModel | undefined,
  key: string,
): Markup {
  const indexes = [...globalIndexes, ...localIndexes];
  return markup`<form class="filter" method="get" action="/local/tables/${encodeURIComponent(name)}">
    <label>${both('索引', 'Index')} <select name="index">
      <option value="">${`主键 ${keySchema[0]?.AttributeName ?? ''}`}</option>
      ${indexes.map(({ IndexName, KeySchema }) => markup`<option value="${IndexName}"${IndexName === index?.IndexName && ' selected'}>${IndexName} (${KeySchema[0]?.AttributeName})</option>`)}
    </select></label>
    <label>${both('分区键等于', 'Partition key is')} <input name="key" value="${key}" size="36"></label>
    <button>${both('查询', 'Query')}</button>
  </form>`;
}
