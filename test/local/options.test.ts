import { describe, expect, it } from 'vitest';
import { BadOption, readStartOptions } from '#local/options';

describe('the flags of npm start', () => {
  it('may all be left out', () => {
    expect(readStartOptions([], '/award')).toEqual({
      port: 8600,
      dir: '/award/.local/8600',
      fresh: false,
      sample: true,
    });
  });
  it('give each port a data directory of its own', () => {
    expect(readStartOptions(['--port', '8700'], '/award').dir).toBe('/award/.local/8700');
    expect(readStartOptions(['--port=8700', '--data', '/elsewhere'], '/award').dir).toBe('/elsewhere');
  });
  it('are taken as they are given', () => {
    expect(readStartOptions(['--fresh', '--no-sample', '--dynamodb=amazon'], '/')).toMatchObject({
      fresh: true,
      sample: false,
      dynamodb: 'amazon',
    });
  });
  it.each([
    [['--port', 'web'], '--port takes a number'],
    [['--port', '65534'], '--port takes a number'],
    [['--port', '80'], '--port takes a number'],
    [['--dynamodb=oracle'], '--dynamodb can only be amazon'],
    [['--prot', '1'], "'--prot'"],
  ])('are refused in a sentence: %s', (args, sentence) => {
    expect(() => readStartOptions(args, '/')).toThrow(BadOption);
    expect(() => readStartOptions(args, '/')).toThrow(sentence);
  });
});
