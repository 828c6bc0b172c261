import app from '../../app.json';
import packageJson from '../../package.json';
import { VERSION } from '../../core/version';

test('the version that is shown is that of app.json and of the package', () => {
  expect([app.app.version.name, packageJson.version]).toEqual([VERSION, VERSION]);
});
