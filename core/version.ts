/** The version of Legato, taken from package.json. */
export { version as VERSION } from '../package.json';
