import { join } from 'node:path';
import { build } from 'esbuild';
import { PROJECT } from '../run';

/** The preview and the virtual watch as one script, made from the sources as they are now (well under a second). */
export async function bundlePreview(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(PROJECT, 'preview', 'main.ts')],
    bundle: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    sourcemap: 'inline',
    logLevel: 'silent',
  });
  return outputFiles.map(({ text }) => text).join('');
}
