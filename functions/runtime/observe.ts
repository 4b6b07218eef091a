import { Logger } from '@aws-lambda-powertools/logger';
import { injectLambdaContext } from '@aws-lambda-powertools/logger/middleware';
import { Metrics } from '@aws-lambda-powertools/metrics';
import { logMetrics } from '@aws-lambda-powertools/metrics/middleware';
import type { MiddyfiedHandler } from '@middy/core';

/** The structured log. Never an event's whole body: it may hold personal data or a task token. */
export const logger = new Logger();

export const metrics = new Metrics();

/** What the three stacks (HTTP, step, event) share: the log carries the request's id, metrics are flushed. */
export const observed = <E, R>(handler: MiddyfiedHandler<E, R>): MiddyfiedHandler<E, R> => {
  handler.use(injectLambdaContext(logger, { resetKeys: true }) as Parameters<typeof handler.use>[0]);
  handler.use(logMetrics(metrics) as Parameters<typeof handler.use>[0]);
  return handler;
};
