/** Serves the preview to a browser on this computer. Everything comes from the project, nothing from the network. */
import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import { err, ok, type Result } from '../../core/result';
import type { BuildProgress } from '../../preview/build-progress';
import { PROJECT } from '../run';
import { messageOf } from '../thrown';
import { previewBundler, type PreviewBundler } from './bundle';
import { chineseFontRules, fontFile, latinFontRules } from './fonts';

export interface PreviewOptions {
  /** 0 for any free port. */
  readonly port: number;
  /** How many ports to try, from this one on, if it is taken. */
  readonly tries: number;
  /** Returns the path of an up-to-date package; called at each load of the page. */
  readonly findPackage: () => Promise<string>;
  /** The progress of the build that the package waits for. */
  readonly progress?: () => BuildProgress | undefined;
}

export interface Preview {
  readonly url: string;
  readonly port: number;
  close(): Promise<void>;
}

export interface PreviewError {
  readonly code: 'portsTaken' | 'portRefused';
  readonly sentence: string;
}

/** Loopback only: the preview is for the person at this computer. */
const HOST = '127.0.0.1';

/**
 * The watch's script worlds evaluate the package's scripts, and the phone's page draws pictures of its own; nothing may
 * be loaded from elsewhere.
 */
const POLICY =
  "default-src 'self'; script-src 'self' 'unsafe-eval'; style-src 'self' 'unsafe-inline'; img-src 'self' data:";

/** Starts the server on the first free port. */
export async function startPreview(options: PreviewOptions): Promise<Result<Preview, PreviewError>> {
  const bundler = previewBundler();
  const sources = { ...options, bundler };
  const server = createServer((request, response) => {
    void respond(sources, request, response);
  });
  const opened = await listenSomewhere(server, options);
  if (!opened.ok) {
    await bundler.close();
    return opened;
  }
  const port = opened.value;
  return ok({
    port,
    url: `http://localhost:${String(port)}`,
    close: async () => {
      await bundler.close();
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
    },
  });
}

interface Content {
  readonly type: string;
  readonly body: string | Uint8Array;
}

type Sources = Pick<PreviewOptions, 'findPackage' | 'progress'> & { readonly bundler: PreviewBundler };

async function respond(sources: Sources, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const path = pathOf(request.url ?? '/');
  if (path === undefined) {
    send(response, 400, { type: TEXT, body: 'This is no address.' });
    return;
  }
  try {
    const content = await contentOf(path, sources);
    if (content === undefined) send(response, 404, { type: TEXT, body: `There is nothing at ${path}.` });
    else send(response, 200, content);
  } catch (error) {
    send(response, 500, { type: TEXT, body: messageOf(error) });
  }
}

/** The path of a request; undefined if its target is not a valid URL. */
function pathOf(target: string): string | undefined {
  try {
    return decodeURIComponent(new URL(target, 'http://localhost').pathname);
  } catch {
    return undefined;
  }
}

const TEXT = 'text/plain; charset=utf-8';
const FONTS = '/fonts/';
const fontUrl = (file: string): string => FONTS + file;
const SOURCES = join(PROJECT, 'preview');

async function contentOf(
  path: string,
  { findPackage, progress, bundler }: Sources,
): Promise<Content | undefined> {
  switch (path) {
    case '/':
      return { type: 'text/html; charset=utf-8', body: readFileSync(join(SOURCES, 'index.html')) };
    case '/style.css':
      return { type: 'text/css; charset=utf-8', body: readFileSync(join(SOURCES, 'style.css')) };
    case '/icon.svg':
      return { type: 'image/svg+xml', body: readFileSync(join(SOURCES, 'icon.svg')) };
    case '/fonts.css':
      return { type: 'text/css; charset=utf-8', body: latinFontRules(fontUrl) };
    case '/fonts-chinese.css':
      return { type: 'text/css; charset=utf-8', body: chineseFontRules(fontUrl) };
    case '/preview.js':
      return { type: 'text/javascript; charset=utf-8', body: await bundler.bundle() };
    case '/devices.json':
      return { type: 'application/json', body: readFileSync(join(PROJECT, 'virtual-watch', 'devices.json')) };
    case '/progress.json':
      return { type: 'application/json', body: JSON.stringify(progress?.() ?? null) };
    case '/legato.zab':
      return { type: 'application/octet-stream', body: readFileSync(await findPackage()) };
    default: {
      const font = path.startsWith(FONTS) ? fontFile(path.slice(FONTS.length)) : undefined;
      return font === undefined ? undefined : { type: 'font/woff2', body: font };
    }
  }
}

function send(response: ServerResponse, status: number, { type, body }: Content): void {
  response.writeHead(status, {
    'content-type': type,
    'content-security-policy': POLICY,
    'cache-control': 'no-store',
  });
  response.end(body);
}

async function listenSomewhere(
  server: Server,
  { port, tries }: PreviewOptions,
): Promise<Result<number, PreviewError>> {
  for (let candidate = port; candidate < port + tries && candidate <= LAST_PORT; candidate += 1) {
    const refusal = await listen(server, candidate);
    if (refusal === undefined) return ok(portOf(server));
    if (refusal !== 'EADDRINUSE') {
      const sentence = `Port ${String(candidate)} cannot be opened here (${refusal}). Try another with --port.`;
      return err({ code: 'portRefused', sentence });
    }
  }
  const last = Math.min(port + tries - 1, LAST_PORT);
  const range = `${String(port)} to ${String(last)}`;
  return err({
    code: 'portsTaken',
    sentence: `All ports from ${range} are taken. Choose another with --port.`,
  });
}

export const LAST_PORT = 65_535;

/** Listens on a port; returns the error code if that fails. */
function listen(server: Server, port: number): Promise<string | undefined> {
  return new Promise((resolve) => {
    const refuse = (error: NodeJS.ErrnoException): void => resolve(error.code ?? error.message);
    server.once('error', refuse);
    server.listen(port, HOST, () => {
      server.off('error', refuse);
      resolve(undefined);
    });
  });
}

function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('a server on a port has an address');
  return address.port;
}
