import type { Cloud } from '../cloud.ts';
import type { TableModel } from '../template/model.ts';
import type { Page } from './frame.ts';
import { markup, type Markup } from './markup.ts';
import { both, shortener, table } from './wording.ts';

export const tablePath = (name: string): string => `/local/tables/${encodeURIComponent(name)}`;

/** The tables of the template and how much is in them. */
export function tablesPage({ model, dynamodb }: Cloud): Page {
  const short = shortener(model.tables.map(({ name }) => name));
  const items = new Map(dynamodb.tables().map((one) => [one.name, one.items]));
  return {
    title: ['数据表', 'Tables'],
    content: table(
      [
        both('表', 'Table'),
        both('记录数', 'Items'),
        both('主键', 'Key'),
        both('索引', 'Indexes'),
        both('变更流', 'Stream'),
        both('过期字段', 'Expires by'),
      ],
      model.tables.map((one) => [
        markup`<a href="${tablePath(one.name)}">${short(one.name)}</a>`,
        items.get(one.name),
        keyNames(one),
        markup`${[...one.globalIndexes, ...one.localIndexes].map(({ IndexName }) => markup`<code>${IndexName}</code> `)}`,
        one.stream && one.stream.viewType,
        one.ttlAttribute && markup`<code>${one.ttlAttribute}</code>`,
      ]),
    ),
  };
}

const keyNames = ({ keySchema }: TableModel): Markup =>
  markup`${keySchema.map(({ AttributeName }) => markup`<code>${AttributeName}</code> `)}`;
