import { appendFileSync } from 'node:fs';
import { SMTPServer } from 'smtp-server';

/**
 * A mail server in a process of its own. Each message it has taken is one line of JSON in the file it is told, written
 * before it answers. Its parent chooses what it does: `take`, `hang` after it has taken the message, `refuse`
 * (550), `defer` (451 before the message).
 */
const [, , file = '', port = '0'] = process.argv;
let mood = 'take';
process.on('message', (told: string) => {
  mood = told;
  process.send?.(`now ${told}`);
});

const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS'],
  disableReverseLookup: true,
  onRcptTo: (_address, _session, answer) => {
    if (mood === 'refuse') return answer(Object.assign(new Error('no such person'), { responseCode: 550 }));
    if (mood === 'defer') return answer(Object.assign(new Error('come back later'), { responseCode: 451 }));
    answer();
  },
  onData: (stream, session, answer) => {
    const pieces: Buffer[] = [];
    stream.on('data', (piece: Buffer) => pieces.push(piece));
    stream.on('end', () => {
      const to = session.envelope.rcptTo.map(({ address }) => address);
      appendFileSync(file, `${JSON.stringify({ to, mail: Buffer.concat(pieces).toString('utf8') })}\n`);
      process.send?.('taken');
      if (mood !== 'hang') answer(null, 'taken');
    });
  },
});
server.on('error', (error) => console.error(error));
server.listen(Number(port), '127.0.0.1', () => {
  const address = server.server.address();
  process.send?.(`port ${typeof address === 'object' ? address?.port : ''}`);
});
process.on('disconnect', () => process.exit(0));
