import { randomUUID } from 'node:crypto';
import type { SamplePerson, Visitor } from './person.ts';
import type { SignInStore } from './sign-in-store.ts';

/** Everyone who can sign in: the sample people and those who registered here. */
export interface People {
  readonly sample: readonly SamplePerson[];
  visitors(): Visitor[];
  find(sub: string): Visitor | undefined;
  /** Registers someone new; undefined when the name is empty or the address is none. */
  register(name: string, email: string): Visitor | undefined;
}

export function peopleOf(sample: readonly SamplePerson[], store: SignInStore): People {
  const bySub = new Map(sample.map(({ sub, name, email }) => [sub, { sub, name, email }]));
  return {
    sample,
    visitors: store.visitors,
    find: (sub) => bySub.get(sub) ?? store.visitor(sub),
    register: (name, email) => {
      const visitor = { sub: `visitor-${randomUUID()}`, name: name.trim(), email: email.trim() };
      if (visitor.name === '' || !/^[^\s@<>"]+@[^\s@<>"]+$/.test(visitor.email)) return undefined;
      store.addVisitor(visitor);
      return visitor;
    },
  };
}
