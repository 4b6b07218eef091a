import { mkdirSync } from 'node:fs';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { Provider } from 'oidc-provider';
import { interactionPages } from './interaction.ts';
import { interactionPath, issuerConfiguration } from './issuer-configuration.ts';
import type { SignInClient } from './issuer-configuration.ts';
import { peopleOf } from './people.ts';
import type { SamplePerson } from './person.ts';
import { signingKeys } from './signing-keys.ts';
import { openSignInStore } from './sign-in-store.ts';

export interface SignInOptions {
  /** 0 takes any free port. */
  readonly port: number;
  /** Where keys, sessions and registered visitors are kept. */
  readonly dir: string;
  readonly people: readonly SamplePerson[];
  readonly clients: readonly SignInClient[];
  /** The `aud` of access tokens: what the API's authorizer asks for. */
  readonly audience: string;
}

export interface SignIn {
  readonly issuer: string;
  readonly server: Server;
  stop(): Promise<void>;
}

/** An OpenID Connect issuer on 127.0.0.1, where one signs in by choosing who one is. Lives on the machine's clock. */
export async function startSignIn({ port, dir, people: sample, clients, audience }: SignInOptions): Promise<SignIn> {
  mkdirSync(dir, { recursive: true });
  const keys = await signingKeys(join(dir, 'keys.json'));
  const store = openSignInStore(join(dir, 'sign-in.sqlite'));
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const listening = (server.address() as AddressInfo).port;
  const issuer = `http://127.0.0.1:${listening}`;
  const people = peopleOf(sample, store);
  const provider = new Provider(
    issuer,
    issuerConfiguration({ port: listening, keys, store, people, clients, audience }),
  );
  provider.on('server_error', (_ctx, error) => console.error('The sign-in failed:', error));
  const answerProvider = provider.callback();
  const answerInteraction = interactionPages(provider, people);
  server.on('request', (request, response) =>
    request.url?.startsWith(`${interactionPath}/`)
      ? answerInteraction(request, response)
      : void answerProvider(request, response),
  );
  return {
    issuer,
    server,
    stop: async () => {
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
      store.close();
    },
  };
}
