import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2, Context } from 'aws-lambda';

type Handler<E> = (event: E, context: Context) => Promise<APIGatewayProxyStructuredResultV2>;

/** One function serves all routes of an idea: hands each request to its route's handler, by `METHOD /path`. */
export const dispatch =
  <E extends Pick<APIGatewayProxyEventV2, 'routeKey'>>(handlers: Readonly<Record<string, Handler<E>>>): Handler<E> =>
  async (event, context) => {
    const handler = handlers[event.routeKey];
    // API Gateway sends only what the table routes here: this is a deployment at odds with itself.
    if (!handler) throw new Error(`no handler for ${event.routeKey}`);
    return handler(event, context);
  };
