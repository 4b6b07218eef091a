import { Logger } from '@aws-lambda-powertools/logger';
import { injectLambdaContext } from '@aws-lambda-powertools/logger/middleware';
import { Metrics, MetricUnit } from '@aws-lambda-powertools/metrics';
import { logMetrics } from '@aws-lambda-powertools/metrics/middleware';
import type { MiddyfiedHandler } from '@middy/core';

/** The structured log. Never an event's whole body: it may hold personal data or a task token. */
export const logger = new Logger();

const metrics = new Metrics();

/** Counts what became of a request, a step or an event: the dashboard's and the alarms' own figures. */
export const count = (name: 'Answered' | 'Refused' | 'Failed' | 'StepsDone' | 'EventsDelivered' | 'JobsDone'): void => {
  metrics.addMetric(name, MetricUnit.Count, 1);
};

/** What the three stacks (HTTP, step, event) share: the log carries the request's id, metrics are flushed. */
export const observed = <E, R>(handler: MiddyfiedHandler<E, R>): MiddyfiedHandler<E, R> => {
  handler.use(injectLambdaContext(logger, { resetKeys: true }) as Parameters<typeof handler.use>[0]);
  handler.use(logMetrics(metrics) as Parameters<typeof handler.use>[0]);
  return handler;
};
