import { GetCommand } from '@aws-sdk/lib-dynamodb';
import { Refused } from '#domain/refused';
import type { Meeting } from '#domain/vote/meeting';
import type { Box, Choice } from '#domain/vote/round';
import { emptyBox, withSheet } from '#domain/vote/round';
import { seal, unseal } from './seal.ts';
import type { Companion, Table } from './table.ts';

type Ballot = NonNullable<Meeting['ballot']>;

const keyOf = ({ meetingId }: Meeting, { round }: Ballot) => ({ pk: `BOX#${meetingId}`, sk: String(round) });
const nameOf = ({ meetingId }: Meeting, { round }: Ballot) => `${meetingId}#${round}`;

const needed = (table: Table) => {
  if (!table.ballots) throw new Error('this function was not given the ballot boxes');
  return table.ballots;
};

const ballotOf = (of: Meeting): Ballot => {
  if (!of.ballot) throw new Refused('vote.wrong-status', { status: of.status });
  return of.ballot;
};

/**
 * The ballot boxes: one sealed item for each ballot, in a table without stream and without backups, in place of ballots.
 * It holds how often each choice was made, is written anew as a whole with every sheet, and is gone when the ballot is
 * over.
 */
export const ballotBoxes = (table: Table) => {
  const putting = (of: Meeting, box: Box, salt: Buffer): Companion => {
    const ballot = ballotOf(of);
    const sealed = seal(box, ballot.questions, salt, nameOf(of, ballot), needed(table));
    return { table: 'ballots', key: keyOf(of, ballot), put: { salt, sealed } };
  };
  const open = async (of: Meeting): Promise<{ box: Box; salt: Buffer }> => {
    const ballot = ballotOf(of);
    const { name, ...key } = needed(table);
    const { Item } = await table.documents.send(
      new GetCommand({ TableName: name, Key: keyOf(of, ballot), ConsistentRead: true }),
    );
    // Whoever is just closing or voiding it was quicker.
    if (!Item) throw new Refused('record.changed');
    const [salt, sealed] = [Buffer.from(Item.salt as Uint8Array), Buffer.from(Item.sealed as Uint8Array)];
    return { box: unseal(sealed, ballot.questions, salt, nameOf(of, ballot), key), salt };
  };
  return {
    /** The empty box of a ballot that opens. */
    empty: (of: Meeting): Companion => {
      const { questions } = ballotOf(of);
      return putting(of, emptyBox(questions), needed(table).randomBytes(32));
    },
    /**
     * The box with one more sheet. Saved together with the roll: whoever read the box before another sheet was added
     * has the meeting's older version too, and their save is refused.
     */
    async withSheet(of: Meeting, sheet: Readonly<Record<string, Choice>>): Promise<Companion> {
      const { box, salt } = await open(of);
      return putting(of, withSheet(box, sheet), salt);
    },
    /** What is in the box. Only whoever closes the ballot asks. */
    count: async (of: Meeting): Promise<Box> => (await open(of)).box,
    /** Destroys the box, and with its salt whatever copies of it there may be. */
    destroyed: (of: Meeting): Companion => ({ table: 'ballots', key: keyOf(of, ballotOf(of)), remove: true }),
  };
};
