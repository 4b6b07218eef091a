import type { RawTemplate } from './assembly.ts';
import type { Place } from './partition.ts';

/** What a template's values are resolved against. */
export interface Surroundings {
  readonly stack: string;
  readonly place: Place;
  readonly template: RawTemplate;
  /** What Ref gives for a resource of this stack. */
  ref(logicalId: string): unknown;
  attribute(logicalId: string, name: string): unknown;
  /** What another stack exports under this name. */
  imported(name: string): unknown;
  /** Dynamic references that are known, e.g. { 'ssm:/award/portal': '…' }. */
  readonly references: Readonly<Record<string, string>>;
}

/** A value that cannot be resolved; the message names it. */
export class Unresolvable extends Error {}

const noValue = Symbol('AWS::NoValue');
type Arguments = readonly unknown[];

/** Resolves intrinsic functions, pseudo parameters and conditions of one stack. */
export function createResolver(around: Surroundings) {
  const { place, template } = around;

  const pseudo: Readonly<Record<string, unknown>> = {
    'AWS::Partition': place.partition,
    'AWS::Region': place.region,
    'AWS::AccountId': place.account,
    'AWS::URLSuffix': place.urlSuffix,
    'AWS::StackName': around.stack,
    'AWS::StackId': `arn:${place.partition}:cloudformation:${place.region}:${place.account}:stack/${around.stack}/local`,
    'AWS::NoValue': noValue,
  };

  const reference = (name: string): unknown => {
    if (name in pseudo) return pseudo[name];
    const parameter = template.Parameters?.[name];
    if (parameter === undefined) return around.ref(name);
    if (parameter.Default === undefined) throw new Unresolvable(`parameter ${name} has no default`);
    return parameter.Default;
  };
  const attribute = (target: unknown): unknown => {
    const [logicalId = '', ...rest] = typeof target === 'string' ? target.split('.') : (target as string[]);
    return around.attribute(logicalId, rest.map((part) => String(resolve(part))).join('.'));
  };
  const substitute = (target: unknown): string => {
    const [text, own] = (typeof target === 'string' ? [target, {}] : target) as [string, Record<string, unknown>];
    return text.replaceAll(/\$\{(!?)([^}]+)\}/g, (_, literal: string, name: string) => {
      if (literal) return `\${${name}}`;
      if (name in own) return String(resolve(own[name]));
      return String(name.includes('.') ? attribute(name) : reference(name));
    });
  };
  const condition = (name: string): boolean => {
    if (!template.Conditions || !(name in template.Conditions)) throw new Unresolvable(`condition ${name} is unknown`);
    return resolve(template.Conditions[name]) === true;
  };

  const functions: Readonly<Record<string, (argument: unknown) => unknown>> = {
    Ref: (name) => reference(String(name)),
    Condition: (name) => condition(String(name)),
    'Fn::GetAtt': attribute,
    'Fn::Sub': substitute,
    'Fn::ImportValue': (name) => around.imported(String(resolve(name))),
    'Fn::Join': (argument) => {
      const [separator, parts] = argument as [string, unknown];
      return (resolve(parts) as Arguments).map(String).join(separator);
    },
    'Fn::Select': (argument) => {
      const [index, list] = resolve(argument) as [number | string, Arguments];
      return list[Number(index)];
    },
    'Fn::Split': (argument) => {
      const [separator, text] = resolve(argument) as [string, string];
      return text.split(separator);
    },
    'Fn::If': (argument) => {
      const [name, yes, no] = argument as [string, unknown, unknown];
      return value(condition(name) ? yes : no);
    },
    'Fn::Equals': (argument) => {
      const [left, right] = resolve(argument) as Arguments;
      return String(left) === String(right);
    },
    'Fn::Not': (argument) => (resolve(argument) as Arguments)[0] !== true,
    'Fn::And': (argument) => (resolve(argument) as Arguments).every((one) => one === true),
    'Fn::Or': (argument) => (resolve(argument) as Arguments).some((one) => one === true),
    'Fn::Base64': (argument) => Buffer.from(String(resolve(argument))).toString('base64'),
    'Fn::FindInMap': (argument) => {
      const [map, first, second] = (resolve(argument) as Arguments).map(String) as [string, string, string];
      const found = template.Mappings?.[map]?.[first]?.[second];
      if (found === undefined) throw new Unresolvable(`mapping ${map}.${first}.${second} is unknown`);
      return found;
    },
  };

  /** Like resolve, but lets AWS::NoValue through for the caller to leave out. */
  function value(raw: unknown): unknown {
    if (typeof raw === 'string') return dynamic(raw);
    if (Array.isArray(raw)) return raw.map(value).filter((one) => one !== noValue);
    if (raw === null || typeof raw !== 'object') return raw;
    const entries = Object.entries(raw);
    const [only] = entries;
    if (entries.length === 1 && only && (only[0] === 'Ref' || only[0].startsWith('Fn::') || isCondition(only))) {
      const apply = functions[only[0]];
      if (!apply) throw new Unresolvable(`intrinsic function ${only[0]} is not known`);
      return apply(only[1]);
    }
    return Object.fromEntries(entries.map(([key, one]) => [key, value(one)]).filter(([, one]) => one !== noValue));
  }
  // An IAM statement has a Condition too, but of operators; CloudFormation's names a condition.
  const isCondition = ([key, argument]: [string, unknown]) => key === 'Condition' && typeof argument === 'string';

  const dynamic = (text: string): string =>
    text.replaceAll(/\{\{resolve:([^}]+)\}\}/g, (whole, key: string) => {
      const known = around.references[key];
      if (known === undefined) throw new Unresolvable(`dynamic reference ${whole} is not known`);
      return known;
    });

  function resolve(raw: unknown): unknown {
    const resolved = value(raw);
    return resolved === noValue ? undefined : resolved;
  }
  return { resolve, condition };
}
