import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createS3 } from '#local/s3/s3';

/** A server of its own process, for tests that kill it or weigh it. Delivers no event. */
const s3 = createS3({
  dir: process.argv[2] ?? '',
  clock: { now: () => Date.now(), offset: () => 0 },
  region: 'cn-north-1',
  partition: 'aws-cn',
  authority: {
    principal: (accessKeyId) => ({ accessKeyId, secretAccessKey: `secret of ${accessKeyId}`, name: 'officer' }),
    authorize: () => {},
    record: () => {},
  },
  onEvent: () => new Promise(() => {}),
});
s3.ensureBucket({ name: 'staging', versioning: false });
const server = createServer(s3.handle);
server.listen(0, '127.0.0.1', () => process.send?.(`http://127.0.0.1:${(server.address() as AddressInfo).port}`));
process.on('message', () => process.send?.(process.memoryUsage().rss));
process.on('disconnect', () => process.exit());
