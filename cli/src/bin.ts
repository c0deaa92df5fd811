import { nodeIo } from './io.ts';
import { reportCrash, run } from './main.ts';

const io = nodeIo();
process.on('uncaughtException', (error) => finish(reportCrash(error, io)));
finish(run(process.argv.slice(2), io));

/** Never `process.exit`: output that still waits for its reader would be lost. */
function finish(exitCode: Promise<number | undefined>): void {
  exitCode.then(
    (code) => {
      if (code !== undefined) process.exitCode = code;
    },
    (error) => finish(reportCrash(error, io)),
  );
}
