/** `npm run virtual-watch -- FILE.zab`: runs a package of any Zepp OS app on the virtual watch, in a terminal. */
import { main } from './main';

const voice = {
  say: (line: string): void => console.log(line),
  complain: (line: string): void => console.error(line),
};

void main(process.argv.slice(2), voice).then((code) => {
  process.exitCode = code;
});
