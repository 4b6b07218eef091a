import { dossiers as gateway } from '../gateways/dossiers.ts';
import { fileConfig, s3 } from './deps.ts';

/* Not among the deps: only the job that packs dossiers carries what writes ZIPs. */

/** Packs dossiers. */
export const dossiers = gateway(s3, fileConfig);
