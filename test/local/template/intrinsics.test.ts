import { describe, expect, it } from 'vitest';
import { createResolver, Unresolvable } from '#local/template/intrinsics';
import { placeOf } from '#local/template/partition';

const { resolve } = createResolver({
  stack: 'Award',
  place: placeOf('cn-northwest-1', '111122223333'),
  template: {
    Parameters: { Stage: { Type: 'String', Default: 'local' }, Secret: { Type: 'String' } },
    Conditions: {
      IsLocal: { 'Fn::Equals': [{ Ref: 'Stage' }, 'local'] },
      IsRemote: { 'Fn::Not': [{ Condition: 'IsLocal' }] },
      Both: { 'Fn::And': [{ Condition: 'IsLocal' }, { Condition: 'IsRemote' }] },
      Either: { 'Fn::Or': [{ Condition: 'IsLocal' }, { Condition: 'IsRemote' }] },
    },
    Mappings: { Sizes: { small: { memory: 128 } } },
  },
  ref: (id) => (id === 'Table' ? 'award-table' : undefined),
  attribute: (id, name) => `${id}/${name}`,
  imported: (name) => `from ${name}`,
  references: { 'ssm:/award/portal': 'https://award.example' },
});

describe('intrinsic functions', () => {
  it.each<[string, unknown, unknown]>([
    ['Ref of a resource', { Ref: 'Table' }, 'award-table'],
    ['Ref of a parameter', { Ref: 'Stage' }, 'local'],
    ['the partition of China', { Ref: 'AWS::Partition' }, 'aws-cn'],
    ['the hosts of China', { Ref: 'AWS::URLSuffix' }, 'amazonaws.com.cn'],
    ['GetAtt in both forms', [{ 'Fn::GetAtt': ['A', 'Arn'] }, { 'Fn::GetAtt': 'A.B.C' }], ['A/Arn', 'A/B.C']],
    ['Join', { 'Fn::Join': ['-', ['a', { Ref: 'AWS::Region' }]] }, 'a-cn-northwest-1'],
    ['Sub', { 'Fn::Sub': '${AWS::AccountId}:${Table}:${A.Arn}:${!kept}' }, '111122223333:award-table:A/Arn:${kept}'],
    ['Sub with own values', { 'Fn::Sub': ['${x}', { x: { Ref: 'Table' } }] }, 'award-table'],
    ['Select of Split', { 'Fn::Select': ['1', { 'Fn::Split': ['/', 'a/b'] }] }, 'b'],
    ['ImportValue', { 'Fn::ImportValue': 'other' }, 'from other'],
    ['If', [{ 'Fn::If': ['IsLocal', 1, 2] }, { 'Fn::If': ['IsRemote', 1, 2] }], [1, 2]],
    ['And and Or', [{ 'Fn::If': ['Both', 1, 2] }, { 'Fn::If': ['Either', 1, 2] }], [2, 1]],
    ['NoValue leaves out', { a: { 'Fn::If': ['IsRemote', 1, { Ref: 'AWS::NoValue' }] }, b: 2 }, { b: 2 }],
    ['FindInMap', { 'Fn::FindInMap': ['Sizes', 'small', 'memory'] }, 128],
    [
      'an IAM condition stays',
      { Condition: { StringEquals: { a: 'b' } } },
      { Condition: { StringEquals: { a: 'b' } } },
    ],
    ['a known dynamic reference', 'at {{resolve:ssm:/award/portal}}', 'at https://award.example'],
  ])('resolve: %s', (_, raw, resolved) => {
    expect(resolve(raw)).toEqual(resolved);
  });

  it.each<[unknown, RegExp]>([
    [{ 'Fn::Transform': {} }, /Fn::Transform/],
    [{ Ref: 'Secret' }, /parameter Secret/],
    ['{{resolve:secretsmanager:mail}}', /secretsmanager:mail/],
    [{ 'Fn::If': ['Absent', 1, 2] }, /condition Absent/],
  ])('refuse %j by name', (raw, message) => {
    expect(() => resolve(raw)).toThrow(Unresolvable);
    expect(() => resolve(raw)).toThrow(message);
  });
});
