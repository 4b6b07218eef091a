import type { AdapterFactory, AdapterPayload } from 'oidc-provider';
import type { SignInStore } from './sign-in-store.ts';

/** The issuer's records in the store, so that sessions and refresh tokens outlive the process. */
export function issuerAdapter(store: SignInStore): AdapterFactory {
  return (model) => ({
    upsert: async (id, payload, expiresIn) =>
      store.put({
        model,
        id,
        payload,
        expiresAt: expiresIn ? Math.floor(Date.now() / 1000) + expiresIn : undefined,
      }),
    find: async (id) => store.find(model, id) as AdapterPayload | undefined,
    findByUid: async (uid) => store.findByUid(model, uid) as AdapterPayload | undefined,
    // Only the device flow has user codes, and it is switched off.
    findByUserCode: async () => undefined,
    consume: async (id) => store.consume(model, id),
    destroy: async (id) => store.drop(model, id),
    // Of this model alone: the interaction that is just changing persons names the grant, too, and must go on.
    revokeByGrantId: async (grantId) => store.dropGrant(model, grantId),
  });
}
