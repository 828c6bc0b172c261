import { build, context, type BuildOptions } from 'esbuild';
import { PROJECT } from '../run';

export interface PreviewBundler {
  /**
   * The preview and the virtual watch as one script, made from the present sources. Takes a fraction of a second, and
   * less if little has changed since the last call.
   */
  readonly bundle: () => Promise<string>;
  readonly close: () => Promise<void>;
}

export function previewBundler(): PreviewBundler {
  const making = context(optionsOf('preview/main.ts', { format: 'esm', sourcemap: 'inline' }));
  // `bundle` reports the error.
  making.catch(() => undefined);
  return {
    bundle: async () => textOf(await (await making).rebuild()),
    close: async () => (await making).dispose(),
  };
}

/**
 * The same for a page without a server: minified, and as a classic script, since a page opened from a folder may not
 * load modules.
 */
export async function bundleSite(): Promise<string> {
  return textOf(await build(optionsOf('preview/site.ts', { format: 'iife', minify: true, charset: 'utf8' })));
}

function optionsOf(entry: string, form: BuildOptions): BuildOptions & { readonly write: false } {
  return {
    ...form,
    absWorkingDir: PROJECT,
    entryPoints: [entry],
    bundle: true,
    write: false,
    target: 'es2022',
    logLevel: 'silent',
  };
}

function textOf({ outputFiles }: { readonly outputFiles: readonly { readonly text: string }[] }): string {
  return outputFiles.map(({ text }) => text).join('');
}
