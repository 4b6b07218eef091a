import * as z from 'zod';
import type { Role } from '#domain/actor';

/** Who may call: anyone, anyone signed in, any registered person, or a person holding one of the roles anywhere. The domain checks the rest: which programme, whose case. */
export type Who = 'public' | 'signedIn' | 'registered' | readonly Role[];

/** One route of the API: path, who, schemas and, by its name, the handler's file. */
export interface Route<
  P extends z.ZodType = z.ZodType,
  Q extends z.ZodType = z.ZodType,
  B extends z.ZodType = z.ZodType,
  A extends z.ZodType = z.ZodType,
> {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Under `/api`; parameters in braces, each named in `params`. */
  readonly path: `/${string}`;
  /** The idea it belongs to: its folder under functions/api and the function that serves it. */
  readonly idea: string;
  readonly summary: { readonly zh: string; readonly en: string };
  /** The articles it carries out, `A16`. */
  readonly articles?: readonly string[];
  readonly who: Who;
  readonly params: P;
  readonly query: Q;
  readonly body: B;
  readonly answer: A;
  /** 200 unless said otherwise. */
  readonly status?: 200 | 201 | 202;
  /**
   * The body must not be kept in any form, not even as the hash that tells a repeat from another request; the public's,
   * who share one name, is told apart by a hash, which nobody guesses of a text with a random code in it.
   */
  readonly secret?: true;
  /** Many save the same record at the same moment: a request that lost the race looks again more often than others. */
  readonly contended?: true;
  /** The answer is not JSON: the handler answers a `RawAnswer`. */
  readonly raw?: true;
}

const nothing = z.object({});

type Described<P, Q, B, A> = Omit<Route, 'params' | 'query' | 'body' | 'answer'> & {
  readonly params?: P;
  readonly query?: Q;
  readonly body?: B;
  readonly answer: A;
};

/** Describes a route; what it does not take (params, query, body) is an empty object. */
export const route = <
  A extends z.ZodType,
  P extends z.ZodType = typeof nothing,
  Q extends z.ZodType = typeof nothing,
  B extends z.ZodType = typeof nothing,
>(
  described: Described<P, Q, B, A>,
): Route<P, Q, B, A> => ({
  ...described,
  params: described.params ?? (nothing as unknown as P),
  query: described.query ?? (nothing as unknown as Q),
  body: described.body ?? (nothing as unknown as B),
});

/** The query of a list. */
export const pageQuery = z.object({
  limit: z.coerce.number().int().min(1).max(100).optional(),
  cursor: z.string().max(2000).optional(),
});

/** A page of a list. */
export const pageOf = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), cursor: z.string().optional().describe('Give it back to get the next page') });

/** A handler's file, from the route's name: `handInReview` of idea `review` is review/hand-in-review. */
export const fileOf = (name: string): string => name.replace(/[A-Z]/g, (c) => `-${c.toLowerCase()}`);
