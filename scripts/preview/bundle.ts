import { build, type BuildOptions } from 'esbuild';
import { PROJECT } from '../run';

/** The preview and the virtual watch as one script, made from the present sources (well under a second). */
export function bundlePreview(): Promise<string> {
  return bundle('preview/main.ts', { format: 'esm', sourcemap: 'inline' });
}

/**
 * The same for a page without a server: minified, and as a classic script, since a page opened from a folder may not
 * load modules.
 */
export function bundleSite(): Promise<string> {
  return bundle('preview/site.ts', { format: 'iife', minify: true, charset: 'utf8' });
}

async function bundle(entry: string, form: BuildOptions): Promise<string> {
  const { outputFiles } = await build({
    ...form,
    absWorkingDir: PROJECT,
    entryPoints: [entry],
    bundle: true,
    write: false,
    target: 'es2022',
    logLevel: 'silent',
  });
  return outputFiles.map(({ text }) => text).join('');
}
