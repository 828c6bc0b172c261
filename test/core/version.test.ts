import app from '../../app.json';
import lock from '../../package-lock.json';
import packageJson from '../../package.json';
import { VERSION } from '../../core/version';

test('the version shown is that of the package, and every tool reads the same', () => {
  const { version } = packageJson;
  expect([VERSION, app.app.version.name, lock.version, lock.packages[''].version]).toEqual(
    Array(4).fill(version),
  );
});
